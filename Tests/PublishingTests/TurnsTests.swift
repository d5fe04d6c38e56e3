import CivilTime
import Diagnostics
import Foundation
import Linking
import OutputFiles
import Outputs
import Publishing
import TestSupport
import Testing

/// Files that are made of others, and what is wrong with finished files.
struct TurnsTests {
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
    Ask.
    """

  private func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(scratch.site)/\(name)")))
  }

  private func plan(_ site: SiteFixture) throws -> OutputPlan {
    let result = buildSite(BuildRequest(hub: site.root, asOf: nil, today: { _ in .first }, jobs: 1))
    return try #require(result.plan)
  }

  @Test(arguments: [1, 4])
  func packsTheSiteWhenItsFilesAreMade(_ jobs: Int) throws {
    let plan = try plan(SiteFixture(Self.hub))
    _ = try writeSite(plan, to: scratch.site, jobs: jobs)
    let zip = try UnpackedZip(bytes("downloads/offline-copy.zip"))
    let folder = "offline-copy-0001-01-01/"
    let differing = ["404.html", "SHA256SUMS", "downloads/index.html", "downloads/offline-copy.zip"]
    let paths = plan.files.map(\.path.text)
    #expect(Set(zip.paths) == Set(paths.filter { $0 != "downloads/offline-copy.zip" }.map { folder + $0 }))
    for entry in zip.entries {
      let path = String(entry.path.dropFirst(folder.count))
      #expect(entry.bytes == (try bytes("\(path)")) || differing.contains(path), "\(path)")
    }
  }

  @Test func writesTheSameArchiveOnAnyNumberOfThreads() throws {
    let plan = try plan(SiteFixture(Self.hub))
    _ = try writeSite(plan, to: scratch.site, jobs: 1)
    let first = try bytes("downloads/offline-copy.zip")
    #expect(try writeSite(plan, to: scratch.site, jobs: 8).writtenPaths == [])
    #expect(try bytes("downloads/offline-copy.zip") == first)
  }

  @Test func tellsTheSizeOfTheArchiveOnTheSiteAndNotInTheCopy() throws {
    let plan = try plan(SiteFixture(Self.hub))
    _ = try writeSite(plan, to: scratch.site, jobs: 2)
    let page = try String(decoding: bytes("downloads/index.html"), as: UTF8.self)
    let size = (try bytes("downloads/offline-copy.zip").count + 500) / 1_000
    #expect(page.contains("<span class=\"quiet\">ZIP · \(size) kB · "), "\(page)")
    let zip = try UnpackedZip(bytes("downloads/offline-copy.zip"))
    let copied = zip.text("offline-copy-0001-01-01/downloads/index.html")
    #expect(!copied.contains("offline-copy.zip"))
    #expect(copied.contains("<a href=\"https://hub.example/downloads/\" rel=\"external\">"))
  }

  @Test func leavesTheCopyOutWhereTheHubSaysSo() throws {
    let hub = Self.hub.replacing("time_zone: UTC", with: "time_zone: UTC\ndownloads: {copy: false, books: false}")
    #expect(try plan(SiteFixture(hub)).files.allSatisfy { !$0.path.text.hasPrefix("downloads/") })
  }

  @Test func leavesTheSiteAsItWasWhereFindingsAreRefused() throws {
    _ = try writeSite(plan(SiteFixture(Self.hub)), to: scratch.site, jobs: 1)
    let before = try scratch.snapshot()
    let hub = Self.hub.replacing("Ask.", with: "Ask twice.")
      .replacing("time_zone: UTC", with: "time_zone: UTC\nbudget: {page: 1}")
    var told: [String] = []
    let summary = try writeSite(
      plan(SiteFixture(hub)), to: scratch.site, jobs: 2,
      refuses: {
        told = $0.map { "\($0.range.file.path) \($0.code.rawValue)" }
        return true
      })
    #expect(told == ["site-content/guides/join.md over-budget"])
    #expect(summary.writtenPaths == [])
    #expect(try scratch.snapshot() == before)
  }
}
