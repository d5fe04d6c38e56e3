import CStemmer

/// Reduces words of one language to their stems, by Snowball's algorithm for it (snowballstem.org).
final class Stemmer {
  private let stemmer: OpaquePointer

  /// Nil for a language without such an algorithm.
  init?(language: String) {
    let code = language.split(separator: "-").first.map(String.init) ?? language
    guard let stemmer = sb_stemmer_new(code, "UTF_8") else { return nil }
    self.stemmer = stemmer
  }

  deinit { sb_stemmer_delete(stemmer) }

  func stem(of word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let stem = sb_stemmer_stem(stemmer, word.baseAddress, Int32(word.count)) else { return word }
    return UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer)))
  }
}
