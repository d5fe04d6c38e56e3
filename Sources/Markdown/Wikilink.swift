/// The parts of `[[target#anchor|label]]`, as they stand between the brackets.
struct WikilinkText: Equatable {
  let target: String
  let anchor: String?
  let label: String?

  /// Nil where nothing is named, as in `[[]]` or `[[|label]]`.
  init?(_ inner: String) {
    let parts = inner.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let destination = parts[0].split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let target = trimmed(destination[0])
    let anchor = destination.count > 1 ? trimmed(destination[1]) : nil
    let label = parts.count > 1 ? trimmed(parts[1]) : nil
    guard !target.isEmpty || anchor?.isEmpty == false else { return nil }
    self.target = target
    self.anchor = anchor?.isEmpty == false ? anchor : nil
    self.label = label?.isEmpty == false ? label : nil
  }
}

/// A text without white space at its ends.
package func trimmed(_ text: some StringProtocol) -> String {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[first...last])
}

/// A text node cut at its wikilinks.
enum ProsePiece: Equatable {
  case text(Range<Int>)
  /// The bytes between the brackets.
  case wikilink(Range<Int>)
  /// `[[` without `]]`.
  case unclosed(Range<Int>)
}

/// Cuts the bytes of a text at `[[…]]`; the first `]]` closes.
func prosePieces(in bytes: UnsafeBufferPointer<UInt8>) -> [ProsePiece] {
  let open = UInt8(ascii: "[")
  let close = UInt8(ascii: "]")
  var pieces: [ProsePiece] = []
  var start = 0
  var index = 0
  while index + 1 < bytes.count {
    guard bytes[index] == open, bytes[index + 1] == open else {
      index += 1
      continue
    }
    var end = index + 2
    while end + 1 < bytes.count, !(bytes[end] == close && bytes[end + 1] == close) { end += 1 }
    guard end + 1 < bytes.count else {
      pieces.append(.text(start..<index))
      pieces.append(.unclosed(index..<bytes.count))
      return pieces
    }
    if start < index { pieces.append(.text(start..<index)) }
    pieces.append(.wikilink(index + 2..<end))
    start = end + 2
    index = start
  }
  if start < bytes.count { pieces.append(.text(start..<bytes.count)) }
  return pieces
}
