import CivilTime

/// Files in a ZIP archive (PKWARE's APPNOTE.TXT); equal files make equal archives.
///
/// Entries are sorted by the bytes of their paths and have one date. There is no ZIP64: what would need it is refused.
package struct ZipArchive: Sendable {
  /// Stands before all others, as EPUB asks for its `mimetype`.
  package let first: Entry?
  package let entries: [Entry]
  /// What a clock on the wall showed, since ZIP knows no zone; clamped to the years that it can write, 1980 to 2107.
  package let modified: CivilDateTime

  package init(first: Entry? = nil, entries: [Entry], modified: CivilDateTime = ZipArchive.earliestDate) {
    self.first = first
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.modified = modified
  }

  package struct Entry: Sendable {
    /// Relative, with `/` between its parts.
    package let path: String
    package let content: PackedBytes

    package init(path: String, _ content: PackedBytes) {
      self.path = path
      self.content = content
    }
  }

  package enum Failure: Error, Equatable {
    /// The path is empty, absolute, leads out of the archive or is not writable everywhere.
    case unsafePath(String)
    /// Two entries have this path, or one is a folder of the other.
    case pathTakenTwice(String)
    case pathTooLong(String)
    case tooManyEntries(count: Int, limit: Int)
    case tooLarge(limit: Int)
  }

  /// What the fields of the format hold; the greatest number of each is kept for ZIP64.
  package struct Limits: Sendable {
    package var entries = 0xFFFE
    package var bytes = 0xFFFF_FFFE
    package var pathBytes = 0xFFFF

    package init() {}
  }

  package static let earliestDate = CivilDateTime(
    CivilDate.first.adding(years: 1979), TimeOfDay(secondsSinceMidnight: 0))

  package func encoded(limits: Limits = Limits()) throws(Failure) -> [UInt8] {
    try pieces(limits: limits).joinedBytes
  }

  /// The bytes one piece after the other. Limits are a parameter for tests, which cannot make four gigabytes.
  package func pieces(limits: Limits = Limits()) throws(Failure) -> [[UInt8]] {
    let ordered = (first.map { [$0] } ?? []) + entries
    guard ordered.count <= limits.entries else {
      throw .tooManyEntries(count: ordered.count, limit: limits.entries)
    }
    try check(ordered, limits: limits)
    let size = ordered.reduce(ZipWriter.endSize) { $0 + ZipWriter.size(of: $1) }
    guard size <= limits.bytes else { throw .tooLarge(limit: limits.bytes) }
    var writer = ZipWriter(modified: modified)
    for entry in ordered { writer.write(entry) }
    writer.finish()
    return writer.pieces
  }

  private func check(_ entries: [Entry], limits: Limits) throws(Failure) {
    var files: Set<String> = []
    for entry in entries {
      guard isSafe(entry.path) else { throw .unsafePath(entry.path) }
      guard entry.path.utf8.count <= limits.pathBytes else { throw .pathTooLong(entry.path) }
      guard files.insert(entry.path).inserted else { throw .pathTakenTwice(entry.path) }
    }
    for entry in entries {
      let path = entry.path.utf8
      for end in path.indices where path[end] == UInt8(ascii: "/") {
        let folder = String(entry.path[..<end])
        if files.contains(folder) { throw .pathTakenTwice(folder) }
      }
    }
  }

  /// Looks at octets, since a character may be a slash with an accent, and be neither `/` nor part of a name.
  private func isSafe(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }) else {
      return false
    }
    return path.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: ":")
    }
  }
}
