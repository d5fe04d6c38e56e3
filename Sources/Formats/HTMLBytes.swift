/// HTML under construction, as bytes of UTF-8.
package typealias HTMLBytes = [UInt8]

extension [UInt8] {
  /// Adds markup as it is.
  @inline(__always)
  package mutating func append(markup: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Adds text that is already HTML or needs no escaping.
  @inlinable package mutating func append(raw text: some StringProtocol) {
    append(contentsOf: text.utf8)
  }

  /// Adds text with `&`, `<`, `>` and `"` escaped, which is safe in elements and in double-quoted attributes.
  package mutating func append(escaped text: String) {
    // Almost every text is found as it is; a copy to make it so would be counted.
    guard text.utf8.withContiguousStorageIfAvailable({ append(escaping: $0) }) == nil else { return }
    var text = text
    text.withUTF8 { append(escaping: $0) }
  }

  package mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while case let index = offsetOfSpecial(in: bytes, from: start), index < bytes.count {
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      switch bytes[index] {
      case UInt8(ascii: "&"): append(markup: "&amp;")
      case UInt8(ascii: "<"): append(markup: "&lt;")
      case UInt8(ascii: ">"): append(markup: "&gt;")
      default: append(markup: "&quot;")
      }
      start = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}

/// Where the first `&`, `<`, `>` or `"` stands, or the end; many bytes are looked at at once, since few texts have one.
private func offsetOfSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  let words = UnsafeRawBufferPointer(bytes)
  var index = start
  while index + 32 <= bytes.count,
    marksOfSpecials(in: words, at: index) | marksOfSpecials(in: words, at: index &+ 8)
      | marksOfSpecials(in: words, at: index &+ 16) | marksOfSpecials(in: words, at: index &+ 24) == 0
  {
    index += 32
  }
  while index + 8 <= bytes.count, marksOfSpecials(in: words, at: index) == 0 { index += 8 }
  while index < bytes.count, !isSpecial(bytes[index]) { index += 1 }
  return index
}

/// Zero if none of the eight bytes from an offset on is special.
@inline(__always)
private func marksOfSpecials(in words: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
  let word = words.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  // `"` and `&` differ in one bit, and `<` and `>` in another.
  return word.marks(of: UInt8(ascii: "&"), ignoring: 0x04) | word.marks(of: UInt8(ascii: ">"), ignoring: 0x02)
}

private func isSpecial(_ byte: UInt8) -> Bool {
  byte | 0x04 == UInt8(ascii: "&") || byte | 0x02 == UInt8(ascii: ">")
}
