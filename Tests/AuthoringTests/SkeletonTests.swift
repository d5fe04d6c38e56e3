import Authoring
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

/// What a writer begins with is right from the first.
struct SkeletonTests {
  private let today: @Sendable (String) -> CivilDate = { _ in CivilDate(isoText: "2026-11-22") ?? .first }

  private func build(_ hub: String, drafts: Bool = false) -> BuildResult {
    buildSite(
      BuildRequest(hub: hub, asOf: nil, today: today, address: nil, includesDrafts: drafts, jobs: 1))
  }

  @Test(arguments: Kind.allCases) func buildsEveryKind(_ kind: Kind) throws {
    let hub = try HubFolder("-- site-content/hub.yaml --\n" + SiteFixture.hub)
    let path = try writeNewDocument(kind.rawValue, title: "On: the “first” Çay, 2", id: nil, in: hub.path, today: today)
    #expect(path.hasSuffix("/on-the-first-cay-2.md"))
    let result = build(hub.path)
    #expect(result.diagnostics.map(\.message) == [])
    #expect(result.plan != nil)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for field in kind.fields where field.name != "draft" {
      let lines = text.split(separator: "\n").filter {
        $0.hasPrefix("\(field.name):") || $0.hasPrefix("# \(field.name):")
      }
      #expect(lines.count == 1 && lines[0].hasPrefix("#") != field.isRequired, "\(field.name)")
    }
  }

  /// What only the writer knows is left empty, and asked for where drafts are.
  @Test func leavesEmptyWhatOnlyItsWriterKnows() throws {
    let hub = try HubFolder(
      "-- site-content/hub.yaml --\n\(SiteFixture.hub)-- site-content/meetings/m.yaml --\n- { id: first, title: First, type: conference }\n"
    )
    let path = try writeNewDocument("dispatch", title: "From the floor", id: nil, in: hub.path, today: today)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\ntitle: From the floor\n"))
    #expect(text.contains("\ndate: 2026-11-22  # The day it was published."))
    for field in ["authors", "meeting", "role"] { #expect(text.contains("\n\(field):  # "), "\(field)") }
    #expect(build(hub.path).diagnostics.map(\.message) == [])
    #expect(
      build(hub.path, drafts: true).diagnostics.map(\.message)
        == ["authors", "meeting", "role"].map { "a dispatch has the field '\($0)', and here it is empty" })
  }

  /// The text begins with the headings that its kind has, or with what stands in their place.
  @Test(arguments: [
    ("guide", "\n---\n\nTo be written. Headings in the text begin with two number signs.\n"),
    ("issue", "\n---\n\nTo be written, or left out.\n"),
    (
      "case-study",
      "\n## Tactics\n\nTo be written.\n\n## What worked\n\nTo be written.\n\n## Lessons\n\nTo be written.\n"
    ),
  ])
  func beginsTheTextOfItsKind(_ kind: String, _ end: String) throws {
    let hub = try HubFolder("-- site-content/hub.yaml --\n" + SiteFixture.hub)
    let path = try writeNewDocument(kind, title: "A", id: nil, in: hub.path, today: today)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasSuffix(end))
    #expect(text.contains("\n## ") == (kind == "case-study"))
  }

  @Test func goesIntoTheFolderThatIsNamed() throws {
    let hub = try HubFolder("-- site-content/hub.yaml --\n" + SiteFixture.hub)
    let path = try writeNewDocument("essays", title: nil, id: nil, in: hub.path, today: today)
    #expect(path == "\(hub.path)/site-content/essays/new-article.md")
  }

  @Test func writesNothingOver() throws {
    let hub = try HubFolder("-- site-content/hub.yaml --\n" + SiteFixture.hub)
    let path = try writeNewDocument("guide", title: "A", id: nil, in: hub.path, today: today)
    try "mine".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: CommandRefusal.self) {
      try writeNewDocument("guide", title: "A", id: nil, in: hub.path, today: today)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
  }

  @Test(arguments: ["con", "COM1", "lpt9"])
  func refusesTheNamesOfDevices(_ title: String) throws {
    let hub = try HubFolder("-- site-content/hub.yaml --\n" + SiteFixture.hub)
    #expect(throws: CommandRefusal.self) {
      try writeNewDocument("guide", title: title, id: nil, in: hub.path, today: today)
    }
    #expect(try hub.files().keys.sorted() == ["site-content/hub.yaml"])
  }

  @Test(arguments: [("gide", "A"), ("hub.yaml", "A"), ("guide", "…"), ("guide", "日本")])
  func refusesWhatItCannotName(_ word: String, _ title: String) throws {
    let hub = try HubFolder("-- site-content/hub.yaml --\n" + SiteFixture.hub)
    if title == "日本" {
      #expect(identifier(ofTitle: title) == "ri-ben")
    } else {
      #expect(throws: CommandRefusal.self) {
        try writeNewDocument(word, title: title, id: nil, in: hub.path, today: today)
      }
    }
  }

  @Test(arguments: [
    ("What is at stake?", "what-is-at-stake"), ("  L’été à Genève  ", "lete-a-geneve"),
    ("WSIS+20: don't", "wsis-20-dont"),
    ("Встреча", "vstreca"), ("!!!", nil),
  ])
  func makesAnIdOfATitle(_ title: String, _ id: String?) {
    #expect(identifier(ofTitle: title) == id)
  }

  private static let release = HubSkeleton.Release(
    address: "https://releases.example/hubwright.tar.gz", digest: String(repeating: "a", count: 64))

  @Test func beginsAHubThatBuildsWithoutAFault() throws {
    let folder = try HubFolder()
    let day = try #require(CivilDate(isoText: "2026-11-22"))
    let paths = try writeNewHub(to: "\(folder.path)/hub", today: day, release: Self.release)
    #expect(paths.contains("site-content/hub.yaml"))
    #expect(paths.contains(".gitlab-ci.yml"))
    #expect(try Self.marks(in: paths.filter { !$0.hasSuffix("/") }, of: "\(folder.path)/hub") == [])
    #expect(FileManager.default.isExecutableFile(atPath: "\(folder.path)/hub/.ci/hubwright"))
    for name in [".ci/due"] { #expect(FileManager.default.isExecutableFile(atPath: "\(folder.path)/hub/\(name)")) }
    for name in [".github/workflows/hub.yml", ".gitlab-ci.yml", ".woodpecker/hub.yaml"] {
      let text = try String(contentsOfFile: "\(folder.path)/hub/\(name)", encoding: .utf8)
      #expect(text.contains("HUBWRIGHT_RELEASE: https://releases.example/hubwright.tar.gz\n"))
      #expect(text.contains("HUBWRIGHT_DIGEST: \(Self.release.digest)\n"))
    }
    let result = build("\(folder.path)/hub")
    #expect(result.diagnostics.map(\.message) == [])
    #expect(result.pages == 6)
    #expect(try Self.unknownSchemas(named: paths.filter { !$0.hasSuffix("/") }, in: "\(folder.path)/hub") == [])
    #expect(throws: CommandRefusal.self) {
      try writeNewHub(to: "\(folder.path)/hub", today: day, release: Self.release)
    }
  }

  /// What stands in the skeleton for a value, and was not filled in.
  private static func marks(in paths: [String], of hub: String) throws -> [String] {
    try paths.flatMap { path in
      try String(contentsOfFile: "\(hub)/\(path)", encoding: .utf8).matches(of: /<<[a-z]+>>/).map {
        "\(path): \($0.output)"
      }
    }
  }

  /// The schemas that files name and that are not there; some file must name one.
  private static func unknownSchemas(named paths: [String], in hub: String) throws -> [String] {
    let named = try paths.flatMap { path in
      try String(contentsOfFile: "\(hub)/\(path)", encoding: .utf8).matches(of: /\.hubwright\/schemas\/[a-z-]+\.json/)
        .map { String($0.output) }
    }
    #expect(named.count > 20)
    return named.filter { !FileManager.default.fileExists(atPath: "\(hub)/\($0)") }
  }
}
