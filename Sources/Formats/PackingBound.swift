/// How many bytes a file takes at most when a host packs it with gzip, found in a fraction of the time of packing it.
///
/// What DEFLATE would take with its fixed codes (RFC 1951, section 3.2.6) where each text is looked for only at the place
/// at which its first four bytes stood last; hosts look further and fit their codes to the file.
package func gzipSizeBound(of file: [UInt8]) -> Int {
  guard file.count > 8 else { return file.count + 2 + gzipFrame }
  var lastPlaces = [Int32](repeating: -1, count: 1 << hashBits)
  let bits = file.withUnsafeBytes { file in
    lastPlaces.withUnsafeMutableBufferPointer { packedBits(of: file, $0) }
  }
  return (bits + 3 + 7 + 7) / 8 + gzipFrame
}

/// The bits of all literals and repetitions; `lastPlaces` has for each hash of four bytes where they stood last.
private func packedBits(of file: UnsafeRawBufferPointer, _ lastPlaces: UnsafeMutableBufferPointer<Int32>) -> Int {
  var bits = 0
  var place = 0
  while place + 8 <= file.count {
    let start = file.loadUnaligned(fromByteOffset: place, as: UInt32.self)
    let hash = Int((start &* 2_654_435_761) >> UInt32(32 - hashBits))
    let earlier = Int(lastPlaces[hash])
    lastPlaces[hash] = Int32(truncatingIfNeeded: place)
    if earlier >= 0, place - earlier <= 32_768, file.loadUnaligned(fromByteOffset: earlier, as: UInt32.self) == start {
      let length = commonLength(in: file, earlier, place)
      bits += repetitionBits(length: length, distance: place - earlier)
      place += length
    } else {
      bits += literalBits(file[place])
      place += 1
    }
  }
  while place < file.count {
    bits += literalBits(file[place])
    place += 1
  }
  return bits
}

/// How far two places that share four bytes go on alike, up to the 258 bytes that one repetition may have.
private func commonLength(in file: UnsafeRawBufferPointer, _ earlier: Int, _ later: Int) -> Int {
  let most = min(258, file.count - later)
  var length = 4
  while length + 8 <= most {
    let difference =
      file.loadUnaligned(fromByteOffset: earlier + length, as: UInt64.self)
      ^ file.loadUnaligned(fromByteOffset: later + length, as: UInt64.self)
    if difference != 0 { return length + difference.littleEndian.trailingZeroBitCount / 8 }
    length += 8
  }
  while length < most, file[earlier + length] == file[later + length] { length += 1 }
  return length
}

private func literalBits(_ byte: UInt8) -> Int { byte < 144 ? 8 : 9 }

/// The codes of a length and a distance with their extra bits (RFC 1951, section 3.2.5).
private func repetitionBits(length: Int, distance: Int) -> Int {
  let lengthBits = (length < 115 ? 7 : 8) + (length == 258 ? 0 : max(0, bitCount(length - 3) - 3))
  return lengthBits + 5 + max(0, bitCount(distance - 1) - 2)
}

private func bitCount(_ number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }

private let hashBits = 12
/// The head and tail of a gzip file.
private let gzipFrame = 18
