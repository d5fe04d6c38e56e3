import CZlib

/// A file as an archive holds it: compressed by zlib (RFC 1951), or as it is where that would gain nothing.
package struct PackedBytes: Sendable {
  package let bytes: [UInt8]
  package let isDeflated: Bool
  /// How many bytes the file has when it is unpacked.
  package let size: Int
  /// The cyclic redundancy check of ZIP and gzip.
  let checksum: UInt32

  package init(storing file: [UInt8]) {
    self.init(file, as: file, isDeflated: false)
  }

  package init(deflating file: [UInt8], _ level: Level = .quick) {
    guard let deflated = Self.deflated(file, level), deflated.count < file.count else {
      self.init(storing: file)
      return
    }
    self.init(file, as: deflated, isDeflated: true)
  }

  private init(_ file: [UInt8], as bytes: [UInt8], isDeflated: Bool) {
    self.bytes = bytes
    self.isDeflated = isDeflated
    size = file.count
    checksum = Self.checksum(of: file)
  }

  /// What a host would send with gzip, whose head and tail take 18 bytes.
  package var gzipSize: Int { bytes.count + 18 }

  private static func checksum(of file: [UInt8]) -> UInt32 {
    file.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, uInt($0.count))) }
  }

  package enum Level: Int32, Sendable {
    /// Nearly as quick as the quickest, and nearly as small as the smallest.
    case quick = 4
    /// What hosts use, and what gzip does by itself.
    case usual = 6
  }

  /// A window of 32 kilobytes, and negative, since an archive has heads of its own.
  private static let window: Int32 = -15

  /// Nil only where zlib has no memory.
  private static func deflated(_ file: [UInt8], _ level: Level) -> [UInt8]? {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, level.rawValue, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var isWhole = false
    let bound = Int(deflateBound(&stream, uLong(file.count)))
    let bytes = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      file.withUnsafeBufferPointer { input in
        // zlib only reads what it is given, but says so nowhere.
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = uInt(input.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = uInt(bound)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = bound - Int(stream.avail_out)
      }
    }
    return isWhole ? bytes : nil
  }
}
