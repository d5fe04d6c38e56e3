import _FoundationICU

/// The order in which readers of a language look words up (Unicode Technical Standard 10, with CLDR's tailoring).
///
/// A class for the reason that `PluralRules` is one.
package final class Collation: Sendable {
  private nonisolated(unsafe) let collator: OpaquePointer?
  /// The signs that stand before the words of each letter where a language sorts signs that are words by their sound, as Chinese
  /// does by pinyin (LDML, part 5, "Index Characters"); empty for other languages.
  private let soundBoundaries: [(letter: String, key: [UInt8])]
  /// The letters under which the language's lists from A to Z have their words.
  private let indexLetters: Set<String>

  /// `locale` is a language tag such as `sv` or `pt-BR`.
  package init(locale: String) {
    var status = U_ZERO_ERROR
    let collator = swift_ucol_open(locale, &status)
    self.collator = collator
    soundBoundaries =
      locale.hasPrefix("zh")
      ? (UInt16(ascii: "A")...UInt16(ascii: "Z")).map { letter in
        (String(decoding: [letter], as: UTF16.self), Self.key(for: [0xFDD0, letter], collator))
      } : []
    indexLetters = Self.indexLetters(of: locale)
  }

  deinit { swift_ucol_close(collator) }

  /// Texts are in the order of their keys, compared byte by byte.
  package func key(for text: String) -> [UInt8] { Self.key(for: Array(text.utf16), collator) }

  private static func key(for text: [UInt16], _ collator: OpaquePointer?) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: 3 * text.count + 16)
    var length = Int(swift_ucol_getSortKey(collator, text, Int32(text.count), &key, Int32(key.count)))
    if length > key.count {
      key = [UInt8](repeating: 0, count: length)
      length = Int(swift_ucol_getSortKey(collator, text, Int32(text.count), &key, Int32(key.count)))
    }
    // The last byte is an end mark.
    return Array(key.prefix(max(0, length - 1)))
  }

  /// Whether one text stands before another.
  package func isOrdered(_ left: String, before right: String) -> Bool {
    key(for: left).lexicographicallyPrecedes(key(for: right))
  }
}

// MARK: Letters

extension Collation {
  /// The letter of the alphabet under which a word stands in a list from A to Z: in French É stands under E, in Swedish Å is a
  /// letter of its own, in Arabic أ stands under ا, and 北京 under B.
  ///
  /// Nil for words that begin with a digit or a sign; empty for signs that are words, where the language has no order of their sounds.
  package func letter(of text: String) -> String? {
    guard let start = text.firstIndex(where: { $0.isLetter || $0.isNumber }), text[start].isLetter else { return nil }
    let first = text[start]
    if first.unicodeScalars.contains(where: \.properties.isIdeographic) {
      // What a sign sounds like depends on those behind it: 秘书 is read with M, and 秘鲁 with B.
      let key = key(for: String(text[start...]))
      return soundBoundaries.last { !key.lexicographicallyPrecedes($0.key) }?.letter ?? ""
    }
    return indexLetter(of: String(first).uppercased())
  }

  private func indexLetter(of letter: String) -> String {
    let scalars = decomposed(letter)
    guard scalars.count > 1, let plain = scalars.first.map({ String($0) }) else { return letter }
    // What is sorted among the words that begin with the plain letter is no letter of its own.
    let key = key(for: letter)
    let isAmong =
      !key.lexicographicallyPrecedes(self.key(for: plain))
      && key.lexicographicallyPrecedes(self.key(for: plain + "\u{FFFF}"))
    if isAmong { return plain }
    // With fewer and fewer marks: in Vietnamese Ứ stands under Ư.
    let marked = (1...scalars.count).reversed().lazy.map { String(String.UnicodeScalarView(scalars.prefix($0))) }
    return marked.compactMap { part in self.indexLetters.firstIndex(of: part).map { self.indexLetters[$0] } }.first
      ?? letter
  }

  /// Whether a letter's group stands before another's: those of no letter first, those of signs that are words last.
  package func isGroup(_ left: String?, before right: String?) -> Bool {
    guard let left, let right else { return left == nil && right != nil }
    guard !left.isEmpty, !right.isEmpty else { return !left.isEmpty && right.isEmpty }
    return isOrdered(left, before: right)
  }

  /// CLDR's "index" characters (LDML, part 2, "Exemplars").
  private static func indexLetters(of locale: String) -> Set<String> {
    var status = U_ZERO_ERROR
    let data = swift_ulocdata_open(locale, &status)
    defer { swift_ulocdata_close(data) }
    let characters = swift_ulocdata_getExemplarSet(data, nil, 0, ULOCDATA_ES_INDEX, &status)
    defer { swift_uset_close(characters) }
    let scalars = (0..<max(0, swift_uset_size(characters))).compactMap { index in
      Unicode.Scalar(UInt32(bitPattern: swift_uset_charAt(characters, index)))
    }
    return Set(scalars.map { String($0) })
  }
}

/// The scalars of a text in canonical decomposition (NFD).
private func decomposed(_ text: String) -> [Unicode.Scalar] {
  let source = Array(text.utf16)
  var status = U_ZERO_ERROR
  var target = [UInt16](repeating: 0, count: source.count * 4 + 8)
  let normalizer = swift_unorm2_getNFDInstance(&status)
  let length = swift_unorm2_normalize(
    normalizer, source, Int32(source.count), &target, Int32(target.count), &status)
  return Array(String(decoding: target.prefix(Int(max(0, length))), as: UTF16.self).unicodeScalars)
}

extension UInt16 {
  fileprivate init(ascii: Unicode.Scalar) { self = UInt16(ascii.value) }
}
