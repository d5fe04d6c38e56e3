import CivilTime

/// Reads a ZIP archive (PKWARE's APPNOTE.TXT) without ZIP64, whoever packed it, by its directory.
///
/// No entry is unpacked here, and what an archive claims is never believed beyond its own octets.
package func readZip(_ archive: [UInt8]) throws(UnreadableZip) -> ReadArchive {
  guard let end = endOfDirectory(archive) else {
    throw UnreadableZip(reason: "has no directory: it is cut off, or no ZIP file")
  }
  let bytes = OctetReader(archive)
  let count = bytes.number(2, at: end + 10)
  var place = bytes.number(4, at: end + 16)
  var entries: [ZipArchive.Entry] = []
  var date: (day: Int, time: Int)?
  for number in 1...max(1, count) where count > 0 {
    guard place + 46 <= end, bytes.number(4, at: place) == 0x0201_4B50 else {
      throw UnreadableZip(reason: "has a directory that breaks off at entry \(number)")
    }
    let nameLength = bytes.number(2, at: place + 28)
    let next = place + 46 + nameLength + bytes.number(2, at: place + 30) + bytes.number(2, at: place + 32)
    let head = bytes.number(4, at: place + 42)
    guard next <= end, head + 30 <= place else {
      throw UnreadableZip(reason: "has a directory that breaks off at entry \(number)")
    }
    let path = String(decoding: archive[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
    let start = head + 30 + bytes.number(2, at: head + 26) + bytes.number(2, at: head + 28)
    let method = bytes.number(2, at: place + 10)
    let packedSize = bytes.number(4, at: place + 20)
    let size = bytes.number(4, at: place + 24)
    guard [0, 8].contains(method), bytes.number(2, at: place + 8) & 1 == 0 else {
      throw UnreadableZip(reason: "packs '\(path)' in a way that is not read here")
    }
    // Deflate makes of one octet at most 1,032 (RFC 1951), so that what claims more is none.
    guard start + packedSize <= end, size <= packedSize * 1_040 + 64,
      let content = PackedBytes(
        packed: Array(archive[start..<(start + packedSize)]), isDeflated: method == 8, size: size,
        checksum: UInt32(bytes.number(4, at: place + 16)))
    else { throw UnreadableZip(reason: "says of '\(path)' what cannot be") }
    if date == nil { date = (day: bytes.number(2, at: place + 14), time: bytes.number(2, at: place + 12)) }
    // Folders have entries of their own in archives of other programs.
    if !path.hasSuffix("/") { entries.append(ZipArchive.Entry(path: path, content)) }
    place = next
  }
  return ReadArchive(entries: entries, modified: date.flatMap { clock(day: $0.day, time: $0.time) })
}

/// What an archive holds.
package struct ReadArchive: Sendable {
  package let entries: [ZipArchive.Entry]
  /// The time of its first entry; nil where that is none.
  package let modified: CivilDateTime?

  /// Whether the octets are those that `ZipArchive` makes of these entries: one that was packed anew, or touched where no entry is, is not.
  package func isAsPacked(_ archive: [UInt8]) -> Bool {
    guard let modified else { return false }
    return (try? ZipArchive(entries: entries, modified: modified).encoded()) == archive
  }
}

/// Why octets are no archive, as a sentence goes on after its name.
package struct UnreadableZip: Error, Equatable {
  package let reason: String
}

/// Where the last record begins, which a comment of up to 65,535 octets may follow.
private func endOfDirectory(_ archive: [UInt8]) -> Int? {
  let last = archive.count - 22
  guard last >= 0 else { return nil }
  let bytes = OctetReader(archive)
  return stride(from: last, through: max(0, last - 0xFFFF), by: -1).first {
    archive[$0] == 0x50 && bytes.number(4, at: $0) == 0x0605_4B50
      && $0 + 22 + bytes.number(2, at: $0 + 20) == archive.count
  }
}

private func clock(day: Int, time: Int) -> CivilDateTime? {
  guard let date = CivilDate(year: 1980 + day >> 9, month: day >> 5 & 15, day: day & 31) else { return nil }
  let seconds = (time >> 11) * 3_600 + (time >> 5 & 63) * 60 + (time & 31) * 2
  return CivilDateTime(date, TimeOfDay(secondsSinceMidnight: seconds))
}

/// Numbers among octets, the least significant octet first; what lies behind the end reads as zero.
private struct OctetReader {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func number(_ count: Int, at offset: Int) -> Int {
    guard offset >= 0, offset + count <= bytes.count else { return 0 }
    return bytes[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
