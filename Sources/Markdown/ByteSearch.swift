import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// The first offset of a byte in a stretch of the buffer, found by the C library many bytes at a time.
  @inline(__always)
  func firstOffset(of byte: UInt8, from start: Int = 0, to end: Int? = nil) -> Int? {
    let end = end ?? count
    guard let baseAddress, start < end, let found = memchr(baseAddress + start, Int32(byte), end - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }

  package func firstOffset(of text: StaticString, from start: Int = 0) -> Int? {
    firstOffset(of: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), from: start, to: count)
  }

  /// Goes by the last byte, which is the rarest one of the marks that are looked for: `://`, `www.`, `[^`.
  func firstOffset(of text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    guard let last = text.last else { return nil }
    var from = start + text.count - 1
    while let found = firstOffset(of: last, from: from, to: end) {
      if holds(text, at: found - text.count + 1) { return found - text.count + 1 }
      from = found + 1
    }
    return nil
  }

  /// Whether the bytes of another buffer stand at an offset.
  @inline(__always)
  func holds(_ other: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, other.count <= count - offset else { return false }
    guard let baseAddress, let bytes = other.baseAddress else { return other.isEmpty }
    return memcmp(baseAddress + offset, bytes, other.count) == 0
  }
}
