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
    -- files/.well-known/security.txt --
    -- files/notes.md --
    -- files/.DS_Store --
    -- files/.gitkeep --
    """)
  let (folder, diagnostics) = ContentFolder.find(in: site.contentFolder, shownAs: "site-content")
  #expect(diagnostics.isEmpty)
  #expect(folder.texts.map(\.path) == ["guides/a.md", "guides/b.md", "hub.yaml", "issues/list.yml", "zoo.yaml"])
  #expect(folder.assets.map(\.path) == ["guides-2/a.txt", "guides/a/picture.png"])
  #expect(folder.declared.map(\.path) == ["files/.well-known/security.txt", "files/notes.md"])
  #expect(folder.passedOver.map(\.path) == ["files/.DS_Store", ".hidden", "guides/.a.md.swp", "guides/a.md~"].sorted())
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
  #expect(diagnostics.map(\.code) == [.missingHubFile])
  #expect(diagnostics.first?.help?.contains("since '/nowhere/at/all' was tried") == true)
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

@Test(arguments: ["guides", "guides/a.md", "guides/hall.png", "files", "files/CNAME"])
func refusesALinkThatLeadsOutOfTheHub(_ path: String) throws {
  let other = try SiteFixture("-- a.md --\n---\ntitle: A\n---\n", addsHubFile: false)
  let site = try SiteFixture("-- pages/p.md --\n---\ntitle: P\n---\n")
  if path.contains("/") { try site.makeFolder(path.split(separator: "/").dropLast().joined()) }
  try site.link(path, to: path.contains("/") ? "\(other.contentFolder)/a.md" : other.contentFolder)
  let (content, diagnostics) = site.read()
  #expect(site.faults(diagnostics) == ["\(path) 1:1 unreadable-file"])
  #expect(diagnostics.first?.message == "what is published lies in the hub, and this link leads out of it")
  #expect(content?.documents.map(\.id.description) == ["pages/p"])
  #expect(content?.assets.isEmpty == true)
}

/// A link within the hub shows no secrets of git or of a system, and no source as it is written.
@Test(arguments: [
  ("guides/config.txt", "../../.git/config"), ("files/config", "../../.git/config"), ("files/git", "../../.git"),
  ("guides/git", "../../.git"), ("guides/env.txt", ".env"), ("files/env.txt", "../../.env"),
  ("files/copy.docx", "../guides/~$copy.docx"), ("files/hub.txt", "../hub.yaml"), ("files/hub.yaml", "../hub.yaml"),
  ("guides/draft.txt", "../pages/draft.md"), ("guides/twice.txt", "../middle"),
])
func refusesALinkToWhatIsKeptBack(_ path: String, _ target: String) throws {
  let site = try SiteFixture(
    """
    -- /.git/config --
    token = secret
    -- /.env --
    secret
    -- guides/.env --
    secret
    -- guides/~$copy.docx --
    -- pages/draft.md --
    ---
    title: D
    draft: true
    ---
    """)
  try site.makeFolder("files")
  try site.link("/middle", to: ".git/config")
  if target == "../middle" { try site.link("middle", to: "../middle") }
  try site.link(path, to: target)
  let (content, diagnostics) = site.read()
  #expect(
    site.faults(diagnostics) == (target == "../middle" ? [path, "middle"] : [path]).map { "\($0) 1:1 unreadable-file" })
  #expect(diagnostics.first?.message.hasSuffix("this link leads to what is kept back") == true)
  #expect(content?.assets.isEmpty == true)
}

/// What the hub declares may be dotted, and be named from elsewhere in the hub.
@Test func followsALinkToADeclaredFile() throws {
  let site = try SiteFixture("-- files/.well-known/security.txt --\nx\n-- guides/a.md --\n---\ntitle: A\n---\n")
  try site.link("files/security.txt", to: ".well-known/security.txt")
  let (content, diagnostics) = site.read()
  #expect(site.faults(diagnostics) == [])
  #expect(content?.assets.map(\.path) == [".well-known/security.txt", "security.txt"])
}

@Test func refusesAContentFolderThatLiesElsewhere() throws {
  let other = try SiteFixture("")
  let site = try SiteFixture("", addsHubFile: false)
  try FileManager.default.removeItem(atPath: site.contentFolder)
  try site.link("/site-content", to: other.contentFolder)
  #expect(site.read().diagnostics.map(\.code) == [.unreadableFile, .missingHubFile])
}

@Test func followsLinksWithinTheHub() throws {
  let site = try SiteFixture(
    """
    -- /common/texts/a.md --
    ---
    title: A
    ---
    ![Hall](hall.png)
    -- /common/hall.png --
    """)
  try site.link("guides", to: "../common/texts")
  try site.link("/common/texts/hall.png", to: "../hall.png")
  let (content, diagnostics) = site.read()
  #expect(site.faults(diagnostics) == [])
  #expect(content?.documents.map(\.id.description) == ["guides/a"])
  #expect(content?.assets.map(\.path) == ["guides/hall.png"])
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

@Test(
  arguments: [
    ("guides/Join.md", "invalid-file-name"), ("guides/join us.md", "invalid-file-name"),
    ("guides/-join.md", "invalid-file-name"),
    ("guides/join.v2.fr.md", "invalid-file-name"), ("guides/é.md", "invalid-file-name"),
    ("guides/.md.md", nil),
    ("guides/join.de.md", "unknown-language"), ("guides/join.FR.md", "unknown-language"),
    ("guides/join..md", "unknown-language"),
    ("guides/list.yaml", "wrong-type"), ("guides/join.MD", "invalid-file-name"),
    ("guides/join.markdown", "invalid-file-name"),
    ("issues/list.YAML", "invalid-file-name"), ("issues/list.de.yaml", "unknown-language"),
    ("issues/a.b.c.yaml", "invalid-file-name"),
    ("issues/My list.yaml", nil), ("hub.yml", "unknown-folder"), ("guides/notes.txt", nil),
    ("guides/con.md", "invalid-file-name"), ("guides/lpt1.fr.md", "invalid-file-name"),
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
