import CDeflate

/// What an archive holds, read as another program would: by its directory, each entry inflated and checked.
package struct UnpackedZip {
  package struct Entry {
    package let path: String
    package let bytes: [UInt8]
    package let isDeflated: Bool

    package var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// In the order of the directory.
  package let entries: [Entry]

  package struct Broken: Error { let reason: String }

  package init(_ archive: [UInt8]) throws {
    let end = archive.count - 22
    guard end >= 0, Self.number(4, in: archive, at: end) == 0x0605_4B50 else { throw Broken(reason: "no end") }
    var entries: [Entry] = []
    var place = Self.number(4, in: archive, at: end + 16)
    for _ in 0..<Self.number(2, in: archive, at: end + 10) {
      func field(_ count: Int, _ offset: Int) -> Int { Self.number(count, in: archive, at: place + offset) }
      guard field(4, 0) == 0x0201_4B50 else { throw Broken(reason: "no entry at \(place)") }
      let name = field(2, 28)
      let path = String(decoding: archive[(place + 46)..<(place + 46 + name)], as: UTF8.self)
      let head = field(4, 42)
      let start =
        head + 30 + Self.number(2, in: archive, at: head + 26) + Self.number(2, in: archive, at: head + 28)
      let packed = Array(archive[start..<(start + field(4, 20))])
      let bytes = field(2, 10) == 8 ? try Self.inflated(packed, size: field(4, 24)) : packed
      guard bytes.count == field(4, 24), Int(libdeflate_crc32(0, bytes, bytes.count)) == field(4, 16) else {
        throw Broken(reason: "'\(path)' is damaged")
      }
      entries.append(Entry(path: path, bytes: bytes, isDeflated: field(2, 10) == 8))
      place += 46 + name + field(2, 30) + field(2, 32)
    }
    self.entries = entries
  }

  package var paths: [String] { entries.map(\.path) }

  package func text(_ path: String) -> String {
    entries.first { $0.path == path }?.text ?? ""
  }

  /// What a file of gzip holds, of a size that is known.
  package static func ungzipped(_ file: [UInt8], size: Int) throws -> [UInt8] {
    guard let decompressor = libdeflate_alloc_decompressor() else { throw Broken(reason: "no memory is left") }
    defer { libdeflate_free_decompressor(decompressor) }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      isWhole =
        libdeflate_gzip_decompress(decompressor, file, file.count, buffer.baseAddress, size, &count)
        == LIBDEFLATE_SUCCESS
    }
    guard isWhole else { throw Broken(reason: "the file does not end, or is another") }
    return bytes
  }

  private static func number(_ count: Int, in bytes: [UInt8], at offset: Int) -> Int {
    bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func inflated(_ packed: [UInt8], size: Int) throws -> [UInt8] {
    guard let decompressor = libdeflate_alloc_decompressor() else { throw Broken(reason: "no memory is left") }
    defer { libdeflate_free_decompressor(decompressor) }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let result = libdeflate_deflate_decompress(
        decompressor, packed, packed.count, buffer.baseAddress, size, &count)
      isWhole = result == LIBDEFLATE_SUCCESS
    }
    guard isWhole else { throw Broken(reason: "an entry does not end") }
    return bytes
  }
}
