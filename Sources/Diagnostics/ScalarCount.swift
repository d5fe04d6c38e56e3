/// How many Unicode scalars begin in a stretch of UTF-8: as many as there are bytes that continue none.
///
/// Eight bytes are counted at a time, since a line may be as long as a file.
package func scalarCount(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
  let raw = UnsafeRawBufferPointer(bytes)
  var continuations = 0
  var index = 0
  while index + 8 <= raw.count {
    let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // The highest two bits of a continuing byte are 1 and 0.
    continuations += ((word >> 7) & (~word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
    index += 8
  }
  while index < raw.count {
    if raw[index] & 0xC0 == 0x80 { continuations += 1 }
    index += 1
  }
  return raw.count - continuations
}

/// How many Unicode scalars a text has.
package func scalarCount(of text: Substring) -> Int {
  text.utf8.withContiguousStorageIfAvailable { scalarCount(of: $0) } ?? text.unicodeScalars.count
}
