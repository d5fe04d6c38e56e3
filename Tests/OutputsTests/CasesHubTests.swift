import Diagnostics
import Foundation
import TestSupport
import Testing

/// The hub of all that once went wrong in one; the audit holds what is built of it to other people's readers.
@Suite struct CasesHubTests {
  private static func site(asOf day: String, _ change: (HubFolder) throws -> Void = { _ in }) throws -> BuiltSite {
    let folder = try HubFolder()
    for part in ["site-content", "templates"] {
      try FileManager.default.copyItem(
        atPath: fixture("cases-hub/\(part)").path, toPath: "\(folder.path)/\(part)")
    }
    try change(folder)
    return try BuiltSite(in: folder, asOf: day)
  }

  /// A page that comes or goes, and a meeting that begins or ends, breaks no build of that day.
  @Test(arguments: ["2026-11-30", "2026-12-15", "2027-04-01", "2027-05-11", "2027-05-16", "2027-06-17", "2030-01-01"])
  func buildsOnAnyDay(_ day: String) throws {
    let site = try Self.site(asOf: day)
    #expect(site.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    #expect(site.paths.contains("index.html"))
  }

  @Test func publishesWhatPagesNameAndWhatTheHubDeclares() throws {
    let site = try Self.site(asOf: "2026-11-30") { folder in
      for name in ["~$notes.docx", "a.md.orig", "Thumbs.db", "raw.html"] {
        try folder.write("site-content/guides/\(name)", "x")
      }
    }
    let files: Set = [
      "river & lake.png", "explainers/img/my pic (1).png", "explainers/img/100% & more.png",
      "explainers/img/plain.png", "guides/img/draw.svg", "CNAME", "_headers", ".well-known/security.txt",
    ]
    #expect(files.isSubset(of: site.paths))
    #expect(site.paths.filter { $0.contains("notes.docx") || $0.hasSuffix(".orig") || $0.contains("Thumbs") } == [])
    #expect(!site.paths.contains("guides/raw.html"))
    let old: Set = ["2019/05/one/index.html", "old/ün.html", "old/first.html", "rss.xml", "old/feed.xml"]
    #expect(old.isSubset(of: site.paths))
  }

  @Test func namesNoPageThatReadersMayNotSee() throws {
    let site = try Self.site(asOf: "2026-11-30")
    for (path, bytes) in try site.files {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(
        !text.contains("under embargo") && !text.contains("taken down") && !text.contains("Secret plan"), "\(path)")
    }
    #expect(try site.text("next-change.json").contains("2026-12-1"))
  }

  @Test func givesEachHeadingAnIDOfItsOwn() throws {
    let site = try Self.site(asOf: "2026-11-30")
    for path in site.paths where path.hasSuffix(".html") {
      let ids = try site.text(path).pieces(between: " id=\"", and: "\"")
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }
}
