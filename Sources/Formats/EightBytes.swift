/// Eight bytes of a text, looked at at once.
extension UInt64 {
  /// Eight times the same byte.
  @inline(__always)
  init(repeating byte: UInt8) { self = UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Zero if no byte is.
  @inline(__always)
  var marksOfZero: UInt64 { marks(below: 0x01) }

  /// Whether one of the bytes is less than the given one, which is at most 0x80.
  @inline(__always)
  func hasByte(below byte: UInt8) -> Bool { marks(below: byte) != 0 }

  @inline(__always)
  private func marks(below byte: UInt8) -> UInt64 {
    (self &- UInt64(repeating: byte)) & ~self & UInt64(repeating: 0x80)
  }

  @inline(__always)
  func hasByte(_ byte: UInt8) -> Bool { (self ^ UInt64(repeating: byte)).marksOfZero != 0 }

  /// Whether one of the bytes is the given one, or that without the ignored bit, which the given one has.
  @inline(__always)
  func hasByte(_ byte: UInt8, ignoring bit: UInt8) -> Bool { marks(of: byte, ignoring: bit) != 0 }

  /// Zero if none of the bytes is the given one, or that without the ignored bit, which the given one has.
  @inline(__always)
  func marks(of byte: UInt8, ignoring bit: UInt8) -> UInt64 {
    ((self | UInt64(repeating: bit)) ^ UInt64(repeating: byte)).marksOfZero
  }
}
