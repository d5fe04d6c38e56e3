import CivilTime

/// Writes the records of a ZIP archive; the checks are `ZipArchive`'s, so that every number fits its field.
///
/// An archive is handed out in pieces, so that its entries need not be in memory a second time.
struct ZipWriter {
  private(set) var pieces: [[UInt8]] = []
  private var size = 0
  private var directory: [UInt8] = []
  private var entryCount = 0
  private let date: UInt16
  private let time: UInt16

  init(modified: CivilDateTime) {
    let clock = min(max(modified, ZipArchive.earliestDate), ZipWriter.latestDate)
    date = UInt16((clock.date.year - 1980) << 9 | clock.date.month << 5 | clock.date.day)
    time = UInt16(clock.time.hour << 11 | clock.time.minute << 5 | clock.time.second / 2)
  }

  static let endSize = 22

  /// The octets that an entry takes, its line of the directory included.
  static func size(of entry: ZipArchive.Entry) -> Int {
    30 + 46 + 2 * entry.path.utf8.count + entry.content.bytes.count
  }

  mutating func write(_ entry: ZipArchive.Entry) {
    let offset = size
    var common: [UInt8] = []
    common.append(littleEndian: ZipWriter.versionNeeded)
    common.append(littleEndian: ZipWriter.namesAreUTF8)
    common.append(littleEndian: entry.content.isDeflated ? ZipWriter.deflated : ZipWriter.stored)
    common.append(littleEndian: time)
    common.append(littleEndian: date)
    common.append(littleEndian: entry.content.checksum)
    common.append(littleEndian: UInt32(entry.content.bytes.count))
    common.append(littleEndian: UInt32(entry.content.size))
    common.append(littleEndian: UInt16(entry.path.utf8.count))
    // No extra field.
    common.append(littleEndian: 0 as UInt16)

    var head: [UInt8] = []
    head.append(littleEndian: 0x0403_4B50 as UInt32)
    head.append(contentsOf: common)
    head.append(text: entry.path)
    add(head)
    add(entry.content.bytes)

    directory.append(littleEndian: 0x0201_4B50 as UInt32)
    directory.append(littleEndian: ZipWriter.madeByUnix)
    directory.append(contentsOf: common)
    // No comment, disk 0, no internal attributes.
    directory.append(contentsOf: [0, 0, 0, 0, 0, 0])
    directory.append(littleEndian: ZipWriter.regularFile)
    directory.append(littleEndian: UInt32(offset))
    directory.append(text: entry.path)
    entryCount += 1
  }

  mutating func finish() {
    let directorySize = UInt32(directory.count)
    directory.append(littleEndian: 0x0605_4B50 as UInt32)
    // Disk 0, whose directory begins on disk 0.
    directory.append(contentsOf: [0, 0, 0, 0])
    directory.append(littleEndian: UInt16(entryCount))
    directory.append(littleEndian: UInt16(entryCount))
    directory.append(littleEndian: directorySize)
    directory.append(littleEndian: UInt32(size))
    // No comment.
    directory.append(littleEndian: 0 as UInt16)
    add(directory)
  }

  private mutating func add(_ piece: [UInt8]) {
    pieces.append(piece)
    size += piece.count
  }

  private static let versionNeeded: UInt16 = 20
  private static let madeByUnix: UInt16 = 3 << 8 | 20
  private static let namesAreUTF8: UInt16 = 1 << 11
  private static let stored: UInt16 = 0
  private static let deflated: UInt16 = 8
  /// Readable by everybody, writable by its owner (0644).
  private static let regularFile: UInt32 = 0o100644 << 16
  private static let latestDate = CivilDateTime(
    CivilDate.first.adding(years: 2107).adding(days: -1), TimeOfDay(secondsSinceMidnight: -1))
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
