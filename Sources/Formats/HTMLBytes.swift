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
    for index in bytes.indices {
      let replacement: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      default: continue
      }
      append(contentsOf: bytes[start..<index])
      append(markup: replacement)
      start = index + 1
    }
    append(contentsOf: bytes[start...])
  }
}
