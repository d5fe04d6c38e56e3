import CDeflate
import Synchronization

/// A file as an archive holds it: compressed by libdeflate (RFC 1951), or as it is where that would gain nothing.
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

  /// What an archive holds, and says of it; nil where the two cannot be.
  init?(packed bytes: [UInt8], isDeflated: Bool, size: Int, checksum: UInt32) {
    self.bytes = bytes
    self.isDeflated = isDeflated
    self.size = size
    self.checksum = checksum
    guard isDeflated || bytes.count == size else { return nil }
  }

  /// The file as it was before it was packed; nil where it is not what the archive says of it.
  package func unpacked() -> [UInt8]? {
    let file = isDeflated ? inflated(bytes, size: size) : bytes
    guard let file, crc32(of: file[...]) == checksum else { return nil }
    return file
  }

  private init(_ file: [UInt8], as bytes: [UInt8], isDeflated: Bool) {
    self.bytes = bytes
    self.isDeflated = isDeflated
    size = file.count
    checksum = crc32(of: file[...])
  }

  /// What a host would send with gzip, whose head and tail take 18 bytes.
  package var gzipSize: Int { bytes.count + 18 }

  /// A file of gzip (RFC 1952), without a name or a time.
  package func gzipped() -> [UInt8] {
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    if isDeflated { file += bytes } else { file += Self.storedBlocks(bytes) }
    for number in [checksum, UInt32(truncatingIfNeeded: size)] {
      withUnsafeBytes(of: number.littleEndian) { file.append(contentsOf: $0) }
    }
    return file
  }

  /// Blocks that are not compressed (RFC 1951, section 3.2.4), since a stream of deflate has no other way to hold bytes as they are.
  private static func storedBlocks(_ bytes: [UInt8]) -> [UInt8] {
    let largest = 0xFFFF
    var blocks: [UInt8] = []
    for start in stride(from: 0, to: max(1, bytes.count), by: largest) {
      let block = bytes[start..<min(start + largest, bytes.count)]
      let length = UInt16(block.count)
      blocks.append(block.endIndex == bytes.endIndex ? 1 : 0)
      for number in [length, ~length] { withUnsafeBytes(of: number.littleEndian) { blocks.append(contentsOf: $0) } }
      blocks += block
    }
    return blocks
  }

  package enum Level: Int32, Sendable {
    /// The quickest, and nearly as small as the usual.
    case quick = 1
    /// As small as hosts send files, whose gzip packs at level 6 of zlib.
    case usual = 4
  }

  /// Nil only where no memory is left.
  private static func deflated(_ file: [UInt8], _ level: Level) -> [UInt8]? {
    let known = Compressor.idle.withLock { $0[level]?.popLast() }
    guard let compressor = known ?? Compressor(level) else { return nil }
    defer { Compressor.idle.withLock { $0[level, default: []].append(compressor) } }
    return compressor.deflated(file)
  }
}

/// What libdeflate works with: too large to make anew for each file, and used by one thread at a time.
private final class Compressor: @unchecked Sendable {
  /// Those that nobody uses, by level.
  static let idle = Mutex<[PackedBytes.Level: [Compressor]]>([:])

  private let compressor: OpaquePointer
  private var room: [UInt8] = []

  init?(_ level: PackedBytes.Level) {
    guard let compressor = libdeflate_alloc_compressor(level.rawValue) else { return nil }
    self.compressor = compressor
  }

  deinit { libdeflate_free_compressor(compressor) }

  /// Copied out of its room, since a result takes up a part of what it might have.
  func deflated(_ file: [UInt8]) -> [UInt8] {
    let bound = libdeflate_deflate_compress_bound(compressor, file.count)
    if room.count < bound { room = [UInt8](repeating: 0, count: bound) }
    let count = room.withUnsafeMutableBytes { room in
      libdeflate_deflate_compress(compressor, file, file.count, room.baseAddress, room.count)
    }
    return Array(room[..<count])
  }
}

/// What `bytes` hold deflated, if that is exactly `size` bytes.
private func inflated(_ bytes: [UInt8], size: Int) -> [UInt8]? {
  guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
  defer { libdeflate_free_decompressor(decompressor) }
  var isWhole = false
  let file = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    var read = 0
    let result = libdeflate_deflate_decompress_ex(
      decompressor, bytes, bytes.count, buffer.baseAddress, size, &read, &count)
    isWhole = result == LIBDEFLATE_SUCCESS && read == bytes.count && count == size
  }
  return isWhole ? file : nil
}

/// The cyclic redundancy check of ZIP and gzip (CRC-32 of ISO 3309); `earlier` is that of the bytes before, where there are any.
package func crc32(of bytes: ArraySlice<UInt8>, after earlier: UInt32 = 0) -> UInt32 {
  bytes.withUnsafeBytes { libdeflate_crc32(earlier, $0.baseAddress, $0.count) }
}
