/// Bytes that are looked for in files, thirty-two places at once by their first and their fourth, or last.
package struct ByteMark: Sendable, ExpressibleByStringLiteral {
  package let bytes: [UInt8]
  private let first: UInt64
  private let distance: Int
  private let later: UInt64

  /// The mark has at least one byte.
  package init(stringLiteral text: String) {
    bytes = Array(text.utf8)
    first = UInt64(repeating: bytes[0])
    distance = min(3, bytes.count - 1)
    later = UInt64(repeating: bytes[distance])
  }

  /// Where the mark next stands.
  package func offset(in file: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var offset = start
    while offset + bytes.count <= file.count {
      if offset + 32 + distance <= file.count, !mayStandNearby(offset, in: file) {
        offset += 32
      } else if offset + 8 + distance <= file.count, marks(at: offset, in: file) == 0 {
        offset += 8
      } else if file[offset] == bytes[0], file[offset..<(offset + bytes.count)].elementsEqual(bytes) {
        return offset
      } else {
        offset += 1
      }
    }
    return nil
  }

  /// Whether the two bytes stand at one of the thirty-two places from an offset on.
  @inline(__always)
  private func mayStandNearby(_ offset: Int, in file: UnsafeRawBufferPointer) -> Bool {
    marks(at: offset, in: file) | marks(at: offset &+ 8, in: file) | marks(at: offset &+ 16, in: file)
      | marks(at: offset &+ 24, in: file) != 0
  }

  /// Zero if the two bytes stand at none of the eight places from an offset on.
  @inline(__always)
  private func marks(at offset: Int, in file: UnsafeRawBufferPointer) -> UInt64 {
    let here = file.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let there = file.loadUnaligned(fromByteOffset: offset &+ distance, as: UInt64.self)
    return ((here ^ first) | (there ^ later)).marksOfZero
  }
}
