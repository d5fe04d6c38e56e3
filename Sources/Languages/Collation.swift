import _FoundationICU

/// The order in which readers of a language look words up (Unicode Technical Standard 10, with CLDR's tailoring).
///
/// A class for the reason that `PluralRules` is one.
package final class Collation: Sendable {
  private nonisolated(unsafe) let collator: OpaquePointer?
  /// The signs that stand before the words of each letter where a language sorts signs that are words by their sound, as Chinese
  /// does by pinyin (LDML, part 5, "Index Characters"); empty for other languages.
  private let soundBoundaries: [(letter: String, key: [UInt8])]

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
  /// letter of its own, and 北京 stands under B.
  ///
  /// Nil for words that begin with a digit or a sign; empty for signs that are words, where the language has no order of their sounds.
  package func letter(of text: String) -> String? {
    guard let first = text.first(where: { $0.isLetter || $0.isNumber }), first.isLetter else { return nil }
    if first.unicodeScalars.contains(where: \.properties.isIdeographic) {
      let key = key(for: String(first))
      return soundBoundaries.last { !key.lexicographicallyPrecedes($0.key) }?.letter ?? ""
    }
    let letter = String(first).uppercased()
    guard let plain = decomposed(letter).first.map({ String($0) }), plain != letter else { return letter }
    // What is sorted among the words that begin with the plain letter is no letter of its own.
    let key = key(for: letter)
    let isAmong =
      !key.lexicographicallyPrecedes(self.key(for: plain))
      && key.lexicographicallyPrecedes(self.key(for: plain + "\u{FFFF}"))
    return isAmong ? plain : letter
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
