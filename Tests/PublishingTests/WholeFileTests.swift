import CivilTime
import Content
import Diagnostics
import Foundation
import Linking
import OutputFiles
import Outputs
import Publishing
import TestSupport
import Testing

/// A file of the site is whole, or the build says why not.
struct WholeFileTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let hub = """
    -- /site-content/hub.yaml --
    title: A hub
    address: https://hub.example/
    language: en
    time_zone: UTC
    sections:
      - {folder: guides, kind: guide, title: Guides}
    -- guides/join.md --
    ---
    title: Join
    ---
    ![Photo](<img/Photo 1 (final).png>) ![Sign](img/100%25.png)
    -- guides/img/Photo 1 (final).png --
    -- guides/img/100%.png --
    -- files/CNAME --
    hub.example
    """

  private func result(_ site: SiteFixture) -> BuildResult {
    buildSite(BuildRequest(hub: site.root, asOf: nil, today: { _ in .first }, jobs: 1))
  }

  @Test(arguments: [1, 3])
  func leavesTheSiteAsItWasWhereAFileHasChanged(_ jobs: Int) throws {
    let site = try SiteFixture(Self.hub)
    _ = try writeSite(#require(result(site).plan), to: scratch.site, jobs: 1)
    let before = try scratch.snapshot()
    let plan = try #require(result(site).plan)
    try site.write([1, 2, 3], to: "guides/img/100%.png")
    let summary = try writeSite(plan, to: scratch.site, jobs: jobs)
    let place = "site-content/guides/img/100%.png"
    // Said once, although two books hold the picture, too.
    #expect(summary.findings.map { $0.range.file.path } == [place])
    #expect(summary.findings.allSatisfy { $0.code == .unreadableFile && $0.severity == .error })
    #expect(summary.writtenPaths == [] && summary.removedPaths == [])
    #expect(try scratch.snapshot() == before)
  }

  @Test func writesNothingIntoAnEmptyFolderWhereAFileHasChanged() throws {
    let site = try SiteFixture(Self.hub)
    let plan = try #require(result(site).plan)
    try site.write([1, 2, 3], to: "files/CNAME")
    #expect(try writeSite(plan, to: scratch.site, jobs: 2).findings.map(\.code) == [.unreadableFile])
    #expect(try scratch.pages() == [:])
  }

  @Test func putsPicturesIntoBooksUnderNamesThatOldReadersTake() throws {
    let site = try SiteFixture(Self.hub)
    _ = try writeSite(#require(result(site).plan), to: scratch.site, jobs: 1)
    let epub = try Data(contentsOf: URL(filePath: "\(scratch.site)/downloads/guide-join.epub"))
    let book = try UnpackedZip([UInt8](epub))
    let pictures = book.paths.filter { $0.hasPrefix("book/pictures/") }
    #expect(
      pictures == ["book/pictures/guides/img/100_25.png", "book/pictures/guides/img/Photo_201_20_28final_29.png"])
    let package = book.text("book/package.opf")
    #expect(package.contains("href=\"pictures/guides/img/Photo_201_20_28final_29.png\""))
    #expect(package.contains("href=\"pictures/guides/img/100_25.png\""))
    #expect(book.text("book/c1.xhtml").contains("src=\"pictures/guides/img/100_25.png\""))
  }

  @Test func copiesWhatTheHubDeclaresToTheRoot() throws {
    let site = try SiteFixture(Self.hub)
    _ = try writeSite(#require(result(site).plan), to: scratch.site, jobs: 1)
    #expect(scratch.text("CNAME") == "hub.example\n")
  }

  @Test(arguments: ["index.html", "sitemap.xml", "downloads/offline-copy.zip", "assets/hub.css"])
  func refusesADeclaredFileInThePlaceOfOneThatEverySiteHas(_ path: String) throws {
    let site = try SiteFixture(Self.hub)
    let taken =
      try #require(result(site).plan).contains(PageAddress.path(path)) ? [DiagnosticCode.duplicateAddress] : []
    try site.write([1], to: "files/\(path)")
    #expect(result(site).diagnostics.filter { $0.severity == .error }.map(\.code) == taken)
  }

  @Test(arguments: ["assets/con.png", "assets/a:b.png", "assets/x.svg"])
  func holdsTheThemeToWhatTheContentIs(_ path: String) throws {
    let site = try SiteFixture(Self.hub)
    try site.write(Array("<svg onload='a'/>".utf8), to: "/templates/\(path)")
    let found = result(site).diagnostics
    #expect(found.map { $0.range.file.path } == ["templates/\(path)"])
    #expect(found.map(\.code) == [path.hasSuffix("svg") ? .activePicture : .invalidFileName])
  }

  @Test func followsNoLinkOfTheThemeOutOfTheHub() throws {
    let site = try SiteFixture(Self.hub)
    try site.makeFolder("/templates/assets")
    try site.link("/templates/assets/a.png", to: "/proc/self/environ")
    #expect(
      result(site).diagnostics.map { "\($0.range.file.path) \($0.code.rawValue)" } == [
        "templates/assets/a.png unreadable-file"
      ])
    let other = try SiteFixture(Self.hub)
    try other.link("/templates", to: scratch.path)
    #expect(
      result(other).diagnostics.map { "\($0.range.file.path) \($0.code.rawValue)" } == ["templates unreadable-file"])
  }
}
