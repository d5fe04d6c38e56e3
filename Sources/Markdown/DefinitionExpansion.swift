/// How many bytes the uses of link definitions can become: cmark copies a definition's address and title for each use.
///
/// A definition begins a line with `[` and goes on to the next such line, unless a title is open, which may hold anything.
struct DefinitionExpansion {
  /// How often a closing bracket stands in the text; each may end the use of a definition.
  var uses = 0
  private var longest = 0
  private var current = 0
  private var isDefinition = false
  private var openTitle: UInt8?

  var mostBytes: Int { uses * longest }

  mutating func endRun() {
    current = 0
    openTitle = nil
  }

  /// Takes the text of a line behind its prefix.
  ///
  /// A line that is nothing but marks may still be the text of a paragraph: an empty list item does not interrupt one.
  mutating func addLine(_ text: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    let begins = !text.isEmpty && bytes[text.lowerBound] == UInt8(ascii: "[")
    guard begins || current > 0 else { return }
    if begins, openTitle == nil {
      current = 0
      isDefinition = false
    }
    current += text.count + 1
    if !isDefinition { isDefinition = hasLabelEnd(text, in: bytes) }
    if openTitle == nil { openTitle = Self.openTitle(text, in: bytes) }
    if isDefinition { longest = max(longest, current) }
  }

  private func hasLabelEnd(_ text: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    UnsafeBufferPointer(rebasing: bytes[text]).firstOffset(of: "]:") != nil
  }

  /// The sign that would close a title which begins on a line and does not end with it.
  private static func openTitle(_ text: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    for index in text {
      let close: UInt8
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[index]
      case UInt8(ascii: "("): close = UInt8(ascii: ")")
      default: continue
      }
      guard index == text.lowerBound || isBlank(bytes[index - 1]) else { continue }
      let last = bytes[text].lastIndex { !isBlank($0) } ?? index
      let isClosed = last > index && bytes[last] == close && bytes[last - 1] != UInt8(ascii: "\\")
      return isClosed ? nil : close
    }
    return nil
  }
}
