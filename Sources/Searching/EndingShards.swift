/// The words once more, spelt backwards and sorted so, in shards: a word whose slip is near its beginning is found by its end.
struct EndingShards {
  private(set) var scripts: [[UInt8]] = []
  private(set) var beginnings: [String] = []

  private static let size = 10_000
  /// Shorter words are like too many others.
  private static let shortestWord = 4
  /// Longer ones are titles as one word.
  private static let longestWord = 24

  init(_ words: MergedWords) {
    let reversed = words.words.compactMap { Self.reversed($0.letters) }.sorted { isBefore($0[...], $1[...]) }
    var shard = ShardText()
    var previous: [UInt8] = []
    for (index, word) in reversed.enumerated() {
      if shard.bytes.isEmpty {
        beginnings.append(FrontCoding.distinguishingPrefix(of: word, after: previous))
        previous = []
      }
      FrontCoding.append(word, after: previous, to: &shard)
      shard.append(UInt8(ascii: "~"))
      previous = word
      if shard.bytes.count >= Self.size || index == reversed.count - 1 {
        scripts.append(ShardText.script("e\(scripts.count)", shard.quoted))
        shard = ShardText()
      }
    }
  }

  /// Nil for words in which a slip cannot be told: short ones, numbers, pairs of signs.
  private static func reversed(_ word: [UInt8]) -> [UInt8]? {
    guard word.count >= shortestWord, word.count <= longestWord else { return nil }
    if word.allSatisfy({ $0 < 0x80 }) {
      return word.contains { $0 <= UInt8(ascii: "9") } ? nil : word.reversed()
    }
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
    guard scalars.count >= shortestWord, !scalars.contains(where: { $0.isUnspaced || $0.isDigit }) else { return nil }
    return Array(String(String.UnicodeScalarView(scalars.reversed())).utf8)
  }
}
