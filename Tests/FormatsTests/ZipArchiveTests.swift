import CivilTime
import Formats
import Testing

struct ZipArchiveTests {
  /// Compared with what the format's description asks, octet by octet.
  @Test func writesOneStoredFile() throws {
    let archive = ZipArchive(
      entries: [entry("é", "123456789")], modified: local("2026-11-09T10:20:31"))
    let common: [UInt8] = [
      20, 0, 0x00, 0x08, 0, 0, 0x8F, 0x52, 0x69, 0x5D, 0x26, 0x39, 0xF4, 0xCB, 9, 0, 0, 0, 9, 0, 0, 0, 2, 0, 0, 0,
    ]
    let local: [UInt8] = [0x50, 0x4B, 3, 4] + common + [0xC3, 0xA9] + Array("123456789".utf8)
    let directory: [UInt8] =
      [0x50, 0x4B, 1, 2, 20, 3] + common + [0, 0, 0, 0, 0, 0, 0, 0, 0xA4, 0x81, 0, 0, 0, 0, 0xC3, 0xA9]
    let end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 48, 0, 0, 0, 41, 0, 0, 0, 0, 0]
    #expect(try archive.encoded() == local + directory + end)
  }

  @Test func writesAnEmptyArchive() throws {
    #expect(try ZipArchive(entries: []).encoded() == [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18))
  }

  @Test func sortsEntriesAndKeepsTheFirstInFront() throws {
    let entries = [entry("b/a", "1"), entry("a", "2"), entry("é", "3"), entry("b.txt", "4"), entry("B", "")]
    let archive = ZipArchive(first: entry("mimetype", "application/epub+zip"), entries: entries)
    #expect(archive.entries.map(\.path) == ["B", "a", "b.txt", "b/a", "é"])
    let bytes = try archive.encoded()
    #expect(text(of: Array(bytes[30..<58])) == "mimetypeapplication/epub+zip")
    let shuffled = ZipArchive(first: archive.first, entries: entries.reversed())
    #expect(try shuffled.encoded() == bytes)
  }

  @Test(arguments: [
    ("1970-01-01T00:00", [0, 0, 0x21, 0] as [UInt8]), ("1980-01-01T00:00", [0, 0, 0x21, 0]),
    ("2107-12-31T23:59:59", [0x7D, 0xBF, 0x9F, 0xFF]), ("2108-01-01T00:00", [0x7D, 0xBF, 0x9F, 0xFF]),
  ])
  func staysWithinTheYearsOfTheFormat(modified: String, timeAndDate: [UInt8]) throws {
    let bytes = try ZipArchive(entries: [entry("a", "")], modified: local(modified)).encoded()
    #expect(Array(bytes[10..<14]) == timeAndDate)
  }

  @Test(arguments: [
    "", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a\\b", "C:a", "a\nb", "a\0", "a\u{7F}", "..//",
    "../\u{301}a", "a/\u{301}/../b",
  ])
  func refusesUnsafePaths(path: String) {
    #expect(throws: ZipArchive.Failure.unsafePath(path)) { try ZipArchive(entries: [entry(path, "")]).encoded() }
  }

  @Test(arguments: ["...", ".a", "a..", "a b/c.d", "日本/é", "a\u{301}/b", "a/\u{301}b"])
  func takesPathsThatOnlyLookUnsafe(path: String) throws {
    #expect(try !ZipArchive(entries: [entry(path, "")]).encoded().isEmpty)
  }

  @Test(arguments: [
    (["a", "a"], "a"), (["a", "a/b"], "a"), (["a/b/c", "a/b"], "a/b"), (["e\u{301}", "é"], "é"),
  ])
  func refusesAPathThatIsTaken(paths: [String], taken: String) {
    #expect(throws: ZipArchive.Failure.pathTakenTwice(taken)) {
      try ZipArchive(entries: paths.map { entry($0, "") }).encoded()
    }
  }

  @Test func refusesWhatTheFormatCannotHold() throws {
    let archive = ZipArchive(entries: [entry("a", "12345"), entry("b", "")])
    let size = try archive.encoded().count
    var limits = ZipArchive.Limits()
    limits.bytes = size
    #expect(try archive.encoded(limits: limits).count == size)
    limits.bytes = size - 1
    #expect(throws: ZipArchive.Failure.tooLarge(limit: size - 1)) { try archive.encoded(limits: limits) }
    limits.entries = 1
    #expect(throws: ZipArchive.Failure.tooManyEntries(count: 2, limit: 1)) { try archive.encoded(limits: limits) }
    let long = String(repeating: "a", count: 65_536)
    #expect(throws: ZipArchive.Failure.pathTooLong(long)) { try ZipArchive(entries: [entry(long, "")]).encoded() }
  }

  @Test func refusesMoreEntriesThanTheDirectoryCounts() throws {
    let entries = (0..<65_535).map { entry(String($0), "") }
    #expect(throws: ZipArchive.Failure.tooManyEntries(count: 65_535, limit: 65_534)) {
      try ZipArchive(entries: entries).encoded()
    }
  }

  private func entry(_ path: String, _ content: String) -> ZipArchive.Entry {
    ZipArchive.Entry(path: path, PackedBytes(storing: Array(content.utf8)))
  }
}
