import CivilTime
import Diagnostics
import Foundation
import Publishing
import Testing

/// The documents of the repository speak of what is there.
struct DocumentTests {
  private static let documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]

  @Test(arguments: documents)
  func namesOnlyPathsThatExist(_ name: String) throws {
    let document = try #require(Repository.file(name))
    let pattern = /`((?:Sources|Tests|Plugins|templates|docs|\.ci)\/[\w.\/+-]*)`/
    let paths = document.text.matches(of: pattern).map { String($0.1) }
    #expect(paths.filter { !Repository.contains($0) } == [])
  }

  @Test(arguments: documents)
  func linksOnlyToFilesThatExist(_ name: String) throws {
    let document = try #require(Repository.file(name))
    // Code shows links of others.
    let prose = document.text.replacing(/(?s)(````?)\w*\n.*?\n\1/, with: "").replacing(/`[^`\n]+`/, with: "")
    let links = prose.matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/).map { String($0.1) }
    #expect(links.filter { !Repository.contains($0) } == [])
  }

  @Test func describesEveryTarget() throws {
    let document = try #require(Repository.file("ARCHITECTURE.md"))
    let targets = Set(Repository.files(below: "Sources").map(\.target))
    #expect(targets.filter { !document.text.contains("`\($0)`") } == [])
  }

  @Test func buildsTheHubOfTheReadme() throws {
    let readme = try #require(Repository.file("README.md")).text
    let yaml = readme.matches(of: /(?s)\n```yaml\n(.*?)```/).map { String($0.1) }
    let article = try #require(readme.firstMatch(of: /(?s)\n```markdown\n(---.*?)```/)).1
    let block = try #require(readme.firstMatch(of: /(?s)\n````markdown\n(.*?)````/)).1
    try #require(yaml.count >= 2)
    let files = [
      "hub.yaml": yaml[0], "meetings/sessions.yaml": yaml[1], "guides/speak.md": String(article),
      "guides/deadlines.md": "---\ntitle: Deadlines\n---\n\n\(block)",
      "issues/fisheries.md": "---\ntitle: Fisheries\nstance: to-watch\n---\n",
    ]
    let hub = FileManager.default.temporaryDirectory.appending(path: "hubwright-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: hub) }
    for (path, text) in files {
      let file = hub.appending(path: "site-content/\(path)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let day = try #require(CivilDate(isoText: "2026-11-22"))
    let result = buildSite(BuildRequest(hub: hub.path, asOf: day, today: { _ in day }, jobs: 1))
    #expect(result.diagnostics.map(\.message) == [])
    #expect(result.plan != nil)
  }
}
