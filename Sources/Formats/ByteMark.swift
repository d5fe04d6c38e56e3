/// Bytes that are looked for in files, eight places at once by the first two of them.
package struct ByteMark: Sendable, ExpressibleByStringLiteral {
  package let bytes: [UInt8]
  private let first: UInt64
  private let second: UInt64

  /// The mark has at least two bytes.
  package init(stringLiteral text: String) {
    bytes = Array(text.utf8)
    first = UInt64(repeating: bytes[0])
    second = UInt64(repeating: bytes[1])
  }

  /// Where the mark next stands.
  package func offset(in file: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var offset = start
    while offset + bytes.count <= file.count {
      if offset + 9 <= file.count, !mayStand(among: offset, in: file) {
        offset += 8
      } else if file[offset..<(offset + bytes.count)].elementsEqual(bytes) {
        return offset
      } else {
        offset += 1
      }
    }
    return nil
  }

  /// Whether the first two bytes stand at one of the eight places from an offset on.
  @inline(__always)
  private func mayStand(among offset: Int, in file: UnsafeRawBufferPointer) -> Bool {
    let bytes = file.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let next = file.loadUnaligned(fromByteOffset: offset + 1, as: UInt64.self)
    return ((bytes ^ first) | (next ^ second)).hasZeroByte
  }
}
