import Content
import Diagnostics
import Formats
import Foundation
import TestSupport
import Testing

/// The files beside the texts: what is known of them, and which are published.
struct AssetFileTests {
  private func site() throws -> SiteFixture {
    let site = try SiteFixture(
      """
      -- guides/a.md --
      ---
      title: A
      ---

      ![Hall](hall.png) [Minutes](minutes.pdf)
      """)
    try site.write([0x89] + Array("PNG\r\n\u{1A}\n\0\0\0\rIHDR\0\0\0\u{8}\0\0\0\u{6}".utf8), to: "guides/hall.png")
    try site.write(Array("Minutes".utf8), to: "guides/minutes.pdf")
    return site
  }

  @Test func knowsOfAFileAllButItsBytes() throws {
    let (content, diagnostics) = try site().read(jobs: 2)
    #expect(diagnostics.isEmpty)
    let assets = try #require(content).assets
    #expect(assets.map(\.path) == ["guides/hall.png", "guides/minutes.pdf"])
    #expect(assets.map(\.size) == [24, 7])
    #expect(assets.map { $0.picture?.width } == [8, nil])
    #expect(assets.map { $0.picture?.height } == [6, nil])
  }

  @Test func givesTheBytesWhenAsked() throws {
    let site = try site()
    let asset = try #require(site.read().content?.assets.last)
    #expect(try asset.bytes() == Array("Minutes".utf8))
  }

  @Test(arguments: ["Minutez", "Minute", "Minutes and more", ""])
  func saysThatAFileHasChanged(_ text: String) throws {
    let site = try site()
    let asset = try #require(site.read().content?.assets.last)
    try site.write(Array(text.utf8), to: "guides/minutes.pdf")
    let fault = #expect(throws: DiagnosticFound.self) { try asset.bytes() }
    #expect(fault?.diagnostic.code == .unreadableFile)
    #expect(fault?.diagnostic.message == "a file stays as it is while the site is built, and this one has changed")
    #expect(fault?.diagnostic.range.file.path == "site-content/guides/minutes.pdf")
  }

  @Test func saysThatAFileHasGone() throws {
    let site = try site()
    let asset = try #require(site.read().content?.assets.last)
    try FileManager.default.removeItem(atPath: site.location(of: "guides/minutes.pdf"))
    let fault = #expect(throws: DiagnosticFound.self) { try asset.bytes() }
    #expect(fault?.diagnostic.message == "the file can be read")
  }

  @Test func readsAFileAgainWhereItHasChanged() throws {
    let site = try site()
    var memory = ReadingMemory()
    func size() -> Int? {
      readContent(in: site.contentFolder, shownAs: "site-content", jobs: 1, memory: &memory).content?.assets.last?.size
    }
    #expect(size() == 7)
    try site.write(Array("More minutes".utf8), to: "guides/minutes.pdf")
    #expect(size() == 12)
  }

  @Test(arguments: [
    "guides/~$notes.docx", "guides/a.md.orig", "guides/Thumbs.db", "guides/.DS_Store", "guides/b.md~", "guides/#b.md#",
    "guides/budget.xlsx", "raw.html", "guides/.#lock.md", "guides/b.md.bak", ".obsidian/app.json", "files/Thumbs.db",
  ])
  func namesAFileThatNobodyNames(_ path: String) throws {
    let site = try site()
    try site.write([1], to: path)
    let shown = path.hasPrefix(".obsidian") ? ".obsidian" : path
    let content = site.read().content
    #expect(content?.strays.map(\.path) == [shown])
    #expect(content?.assets.map(\.path) == ["guides/hall.png", "guides/minutes.pdf"])
  }

  @Test func publishesWhatTheHubDeclares() throws {
    let site = try site()
    for path in ["CNAME", ".well-known/security.txt", "_headers", "humans.md"] {
      try site.write([1], to: "files/\(path)")
    }
    #expect(site.readFaults() == [])
    let declared = try #require(site.read().content).assets.filter(\.isDeclared)
    #expect(declared.map(\.path) == [".well-known/security.txt", "CNAME", "_headers", "humans.md"])
  }

  @Test func keepsTheFolderOfDeclaredFilesForThem() throws {
    let hub = SiteFixture.hub.replacing("folder: essays", with: "folder: files")
    let site = try SiteFixture("-- hub.yaml --\n\(hub)")
    #expect(site.read().diagnostics.map(\.code) == [.duplicateID])
  }

  @Test func placesWhatIsActiveInADrawing() throws {
    let site = try site()
    try site.write(Array("---\ntitle: A\n---\n![A](a.svg) ![B](a.svg)\n".utf8), to: "guides/a.md")
    try site.write(Array("<svg>\n  <g onclick=\"a\"/>\n</svg>\n".utf8), to: "guides/a.svg")
    let diagnostics = site.link().diagnostics.filter { $0.severity == .error }
    #expect(site.faults(diagnostics) == ["guides/a.svg 2:6 active-picture"])
  }

  /// A host may hand it out unpacked, and nobody has looked into it.
  @Test func refusesADrawingThatIsPacked() throws {
    let site = try site()
    try site.write(Array("---\ntitle: A\n---\n![A](a.svgz)\n".utf8), to: "guides/a.md")
    try site.write([0x1F, 0x8B, 8], to: "guides/a.svgz")
    let diagnostics = site.link().diagnostics.filter { $0.severity == .error }
    #expect(diagnostics.map(\.code) == [.activePicture])
  }

  @Test func refusesADrawingThatIsNoText() throws {
    let site = try site()
    try site.write(Array("---\ntitle: A\n---\n![A](a.svg)\n".utf8), to: "guides/a.md")
    try site.write([0xFF, 0xFE] + Array("<\0s\0v\0g\0".utf8), to: "guides/a.svg")
    #expect(site.link().diagnostics.filter { $0.severity == .error }.map(\.code) == [.invalidEncoding])
  }
}
