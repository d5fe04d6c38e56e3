import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

@Test func findsTextsAndOtherFilesInTheOrderOfTheirPaths() throws {
  let site = try SiteFixture(
    """
    -- guides/b.md --
    -- guides/a.md --
    -- guides/a/picture.png --
    -- guides-2/a.txt --
    -- zoo.yaml --
    -- issues/list.yml --
    -- .hidden/a.md --
    -- guides/.a.md.swp --
    -- guides/a.md~ --
    """)
  let (folder, diagnostics) = ContentFolder.find(in: site.contentFolder, shownAs: "site-content")
  #expect(diagnostics.isEmpty)
  #expect(folder.texts.map(\.path) == ["guides/a.md", "guides/b.md", "hub.yaml", "issues/list.yml", "zoo.yaml"])
  #expect(folder.assets.map(\.path) == ["guides-2/a.txt", "guides/a/picture.png"])
  #expect(folder.assets.first?.shownPath == "site-content/guides-2/a.txt")
}

@Test func takesAnEmptyFolderForAHubWithoutItsFile() throws {
  let site = try SiteFixture("", addsHubFile: false)
  let (content, diagnostics) = site.read()
  #expect(content == nil)
  #expect(site.faults(diagnostics) == ["hub.yaml 1:1 missing-hub-file"])
}

@Test func reportsAFolderThatIsNotThere() throws {
  let (content, diagnostics) = readContent(in: "/nowhere/at/all", shownAs: "site-content", jobs: 1)
  #expect(content == nil)
  #expect(diagnostics.map(\.code) == [.unreadableFile, .missingHubFile])
}

@Test func reportsLinksThatLeadNowhereOrBack() throws {
  let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n")
  try site.link("guides/gone.md", to: "/nowhere/at/all.md")
  try site.link("guides/self.md", to: "self.md")
  try site.link("loop", to: "..")
  try site.link("a-guides", to: "guides")
  try site.link("guides/up", to: "../guides")
  #expect(
    site.readFaults() == [
      "a-guides 1:1 unreadable-file", "guides/gone.md 1:1 unreadable-file", "guides/self.md 1:1 unreadable-file",
      "guides/up 1:1 unreadable-file", "loop/site-content 1:1 unreadable-file",
    ])
}

@Test func followsALinkToAFolderElsewhere() throws {
  let other = try SiteFixture("-- a.md --\n---\ntitle: A\n---\n", addsHubFile: false)
  let site = try SiteFixture("")
  try site.link("guides", to: other.contentFolder)
  let (content, diagnostics) = site.read()
  #expect(diagnostics.isEmpty)
  #expect(content?.documents.map(\.id.description) == ["guides/a"])
}

@Test func refusesFoldersWithoutEnd() throws {
  let site = try SiteFixture("")
  try site.makeFolder(Array(repeating: "a", count: 30).joined(separator: "/"))
  #expect(site.readFaults() == [Array(repeating: "a", count: 21).joined(separator: "/") + " 1:1 unreadable-file"])
}

@Test func refusesWhatIsNeitherFileNorFolder() throws {
  let site = try SiteFixture("")
  try site.makeFolder("guides")
  #expect(mkfifo(site.location(of: "guides/pipe.md"), 0o600) == 0)
  #expect(site.readFaults() == ["guides/pipe.md 1:1 unreadable-file"])
}

// MARK: Names of files and folders

@Test func reportsAFolderOfNoKindOnce() throws {
  let site = try SiteFixture(
    """
    -- isues/a.md --
    -- isues/b.md --
    -- isues/list.yaml --
    -- notes/a.md --
    -- readme.md --
    -- guides/deep/a.md --
    -- notes/picture.png --
    """)
  let diagnostics = site.read().diagnostics.sorted(by: Diagnostic.inReadingOrder)
  #expect(
    diagnostics.map { "\($0.range.file.path): \($0.message)" } == [
      "site-content/guides/deep/a.md: documents stand in a folder of their kind, and no deeper",
      "site-content/isues/a.md: no kind of document belongs into a folder 'isues'",
      "site-content/notes/a.md: no kind of document belongs into a folder 'notes'",
      "site-content/readme.md: documents stand in a folder of their kind, and no deeper",
    ])
  #expect(diagnostics.allSatisfy { $0.code == .unknownFolder })
  #expect(diagnostics[1].help == "Rename the folder to 'issues', or declare it under 'sections' in hub.yaml")
  #expect(diagnostics[2].help == "Declare it under 'sections' in hub.yaml")
}

@Test(arguments: [
  ("guides/Join.md", "invalid-file-name"), ("guides/join us.md", "invalid-file-name"), ("guides/-join.md", "invalid-file-name"),
  ("guides/join.v2.fr.md", "invalid-file-name"), ("guides/é.md", "invalid-file-name"), ("guides/.md.md", nil),
  ("guides/join.de.md", "unknown-language"), ("guides/join.FR.md", "unknown-language"), ("guides/join..md", "unknown-language"),
  ("guides/list.yaml", "wrong-type"), ("guides/join.MD", "invalid-file-name"), ("guides/join.markdown", "invalid-file-name"),
  ("issues/list.YAML", "invalid-file-name"), ("issues/list.de.yaml", "unknown-language"), ("issues/a.b.c.yaml", "invalid-file-name"),
  ("issues/My list.yaml", nil), ("hub.yml", "unknown-folder"), ("guides/notes.txt", nil),
] as [(String, String?)])
func checksTheNamesOfFiles(_ path: String, code: String?) throws {
  let site = try SiteFixture("")
  try site.write([], to: path)
  #expect(site.readFaults() == (code.map { ["\(path) 1:1 \($0)"] } ?? []))
}

@Test func suggestsTheLanguageThatIsMeant() throws {
  let diagnostics = try SiteFixture("-- guides/a.f.md --\n").read().diagnostics
  #expect(diagnostics.first?.message == "the hub has no language 'f'")
  #expect(diagnostics.first?.help == "Rename it to 'a.fr.md', or add it under 'languages' in hub.yaml")
}
