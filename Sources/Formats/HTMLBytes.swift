/// HTML under construction, as bytes of UTF-8.
package typealias HTMLBytes = [UInt8]

extension [UInt8] {
  /// Adds markup as it is.
  @inline(__always)
  package mutating func append(markup: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Adds text that is already HTML or needs no escaping.
  package mutating func append(raw text: some StringProtocol) {
    append(contentsOf: text.utf8)
  }

  /// Adds text with `&`, `<`, `>` and `"` escaped, which is safe in elements and in double-quoted attributes.
  package mutating func append(escaped text: String) {
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

/// Where the first `&`, `<`, `>` or `"` stands, or the end; eight bytes are looked at at once, since few texts have one.
private func offsetOfSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  let words = UnsafeRawBufferPointer(bytes)
  var index = start
  while index + 8 <= bytes.count {
    let word = words.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // `"` and `&` differ in one bit, and `<` and `>` in another.
    let isQuoteOrAmpersand = word.hasByte(UInt8(ascii: "&"), ignoring: 0x04)
    let isBracket = word.hasByte(UInt8(ascii: ">"), ignoring: 0x02)
    if isQuoteOrAmpersand || isBracket { break }
    index += 8
  }
  while index < bytes.count, !isSpecial(bytes[index]) { index += 1 }
  return index
}

private func isSpecial(_ byte: UInt8) -> Bool {
  byte | 0x04 == UInt8(ascii: "&") || byte | 0x02 == UInt8(ascii: ">")
}
