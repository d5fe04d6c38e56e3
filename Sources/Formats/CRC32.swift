/// The cyclic redundancy check of ZIP and gzip (polynomial 0xEDB88320, reflected).
enum CRC32 {
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    let table = CRC32.table
    var checksum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      checksum = table[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)] ^ (checksum >> 8)
    }
    return ~checksum
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }
}
