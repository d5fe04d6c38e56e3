import Glibc

/// The lines of a text, one after the other, as the ranges of their bytes without line endings.
///
/// Lines end with a line feed, a carriage return, or both, as in CommonMark and YAML. The signs are searched with `memchr`, and each
/// stretch only once, since a place is often asked for far down in a long file.
package struct LineRanges: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var start = 0
  private var isDone = false
  private var feed = -1
  private var carriageReturn = -1

  package init(of bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// A text that ends with a line ending has an empty line behind it.
  package mutating func next() -> Range<Int>? {
    guard !isDone else { return nil }
    if feed < start { feed = firstOffset(of: UInt8(ascii: "\n")) }
    if carriageReturn < start { carriageReturn = firstOffset(of: UInt8(ascii: "\r")) }
    let line = start..<Swift.min(feed, carriageReturn)
    isDone = line.upperBound == bytes.count
    // Where there is no feed, its offset is that of the end.
    let endsWithBoth = carriageReturn + 1 == feed && feed < bytes.count
    start = line.upperBound + (endsWithBoth ? 2 : 1)
    return line
  }

  private func firstOffset(of byte: UInt8) -> Int {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

/// The lines of a text, without their line endings.
package func linesOf(_ text: Substring) -> [Substring] {
  var text = text
  let ranges = text.withUTF8 { Array(LineRanges(of: $0)) }
  func index(_ offset: Int) -> Substring.Index { text.utf8.index(text.startIndex, offsetBy: offset) }
  return ranges.map { text[index($0.lowerBound)..<index($0.upperBound)] }
}
