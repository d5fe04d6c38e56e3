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
}
