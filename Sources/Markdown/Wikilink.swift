/// The parts of `[[target#anchor|label]]`, as they stand between the brackets.
struct WikilinkText: Equatable {
  let target: String
  let anchor: String?
  let label: String?

  /// Nil where nothing is named, as in `[[]]` or `[[|label]]`.
  init?(_ inner: UnsafeBufferPointer<UInt8>) {
    let bar = inner.firstOffset(of: UInt8(ascii: "|"))
    let destinationEnd = bar ?? inner.count
    let hash = inner.firstOffset(of: UInt8(ascii: "#"), to: destinationEnd)
    target = Self.text(inner[..<(hash ?? destinationEnd)]) ?? ""
    anchor = hash.flatMap { Self.text(inner[($0 + 1)..<destinationEnd]) }.map(composed)
    label = bar.flatMap { Self.text(inner[($0 + 1)...]) }
    if target.isEmpty, anchor == nil { return nil }
  }

  private static func text(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var part = part
    while let first = part.first, isBlank(first) { part.removeFirst() }
    while let last = part.last, isBlank(last) { part.removeLast() }
    guard let first = part.first, let last = part.last else { return nil }
    let text = String(decoding: UnsafeBufferPointer(rebasing: part), as: UTF8.self)
    guard first >= 0x80 || last >= 0x80 else { return text }
    let trimmedText = trimmed(text)
    return trimmedText.isEmpty ? nil : trimmedText
  }
}

/// Where a wikilink stands in the bytes of a text.
struct WikilinkRange: Equatable {
  let start: Int
  /// Behind the closing brackets.
  let end: Int
  /// What stands between the brackets; nil where they are not closed.
  let inner: Range<Int>?

  /// The first `[[` from an offset on; the first `]]` behind it closes.
  static func first(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> WikilinkRange? {
    guard let open = text.firstOffset(of: "[[", from: start) else { return nil }
    guard let close = text.firstOffset(of: "]]", from: open + 2) else {
      return WikilinkRange(start: open, end: text.count, inner: nil)
    }
    return WikilinkRange(start: open, end: close + 2, inner: (open + 2)..<close)
  }
}

/// A text without white space at its ends.
package func trimmed(_ text: some StringProtocol) -> String {
  var bytes = Substring(text).utf8
  while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
  while let last = bytes.last, isBlank(last) { bytes.removeLast() }
  let text = Substring(bytes)
  // Spaces beyond ASCII are rare at the ends of a text, and asking every character takes long.
  guard let first = bytes.first, let last = bytes.last, first >= 0x80 || last >= 0x80 else { return String(text) }
  guard let start = text.firstIndex(where: { !$0.isWhitespace }), let end = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[start...end])
}
