import Foundation
import TestSupport
import Testing

/// What the commands print, where, and with which status they end.
struct CommandTests {
  private let hub = """
    -- site-content/hub.yaml --
    title: A hub
    address: https://hub.example.org/
    language: en
    time_zone: UTC
    sections:
      - {folder: guides, kind: guide, title: Guides}
    -- site-content/guides/a.md --
    ---
    title: A
    ---

    See [here](https://a.example.org/x).
    """

  @Test func checkWritesNothingAndShowsWarningsAndHints() throws {
    let hub = try HubFolder(hub)
    let before = try hub.files()
    let run = try Program.run("check", hub.path, "--format", "concise")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        site-content/guides/a.md:1:1: hint[orphan-page]: nothing but lists leads to 'guides/a'
        site-content/guides/a.md:5:6: warning[vague-link]: the words of a link say where it leads, and 'here' does not
        site-content/hub.yaml:2:1: hint[unreplaced-placeholder]: the hub's address is where readers find it, and 'hub.example.org' is reserved for examples
        1 warning and 2 hints in 1 document

        """)
    #expect(try hub.files() == before)
    #expect(try Program.run("check", hub.path, "--strict").status == 1)
  }

  @Test func aRuleIsSwitchedWithAReason() throws {
    let hub = try HubFolder(hub)
    let text = try hub.text("site-content/hub.yaml")
    try hub.write(
      "site-content/hub.yaml",
      text
        + "checks:\n  - {rule: vague-link, is: error, because: we mean it}\n  - {rule: orphan-page, is: off, because: one page}\n  - {rule: unreplaced-placeholder, is: off, because: a test}\n"
    )
    let run = try Program.run("check", hub.path, "--format", "concise")
    #expect(run.status == 1)
    #expect(run.output.hasSuffix("1 error in 1 document\n"))
  }

  @Test func buildShowsNoHintsAndKeepsItsReportAlone() throws {
    let hub = try HubFolder(hub)
    let run = try Program.run("build", hub.path, "--format", "json")
    #expect(run.status == 0)
    let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect((report?["faults"] as? [Any])?.count == 0)
    #expect(run.errors.contains(" files for 1 documents: "))
  }

  @Test func checkCountsTheDraftsThatItPassedOver() throws {
    let hub = try HubFolder(hub)
    try hub.write("site-content/guides/b.md", "---\ntitle: B\ndraft: true\n---\n")
    let one = try Program.run("check", hub.path, "--format", "concise").output
    #expect(one.hasSuffix(" in 1 document; 1 draft was not checked, --drafts checks it\n"))
    try hub.write("site-content/guides/c.md", "---\ntitle:\ndraft: true\n---\n")
    let two = try Program.run("check", hub.path, "--format", "concise").output
    #expect(two.hasSuffix(" in 1 document; 2 drafts were not checked, --drafts checks them\n"))
    let all = try Program.run("check", hub.path, "--format", "concise", "--drafts")
    #expect(all.status == 1)
    #expect(all.output.hasSuffix(" in 2 documents\n"))
  }

  @Test func buildNamesWhatIsStillToBeReplaced() throws {
    let hub = try HubFolder(hub)
    let run = try Program.run("build", hub.path)
    #expect(
      run.output.contains(
        "\nStill to be replaced, site-content/hub.yaml:2: the hub's address is where readers find it, and 'hub.example.org' is reserved for examples.\n"
      ))
    try hub.edit("site-content/hub.yaml", "hub.example.org", "hub.ch")
    #expect(try !Program.run("build", hub.path).output.contains("Still to be replaced"))
  }

  @Test func namesTheFolderThatWasTried() throws {
    let run = try Program.run("build", "/nohub")
    #expect(run.status == 1)
    #expect(run.errors.contains("Name the hub's folder, since '/nohub/site-content' was tried, or write"))
  }

  @Test func coloursWhereItIsForcedAndNotWhereItIsForbidden() throws {
    let hub = try HubFolder(hub)
    let plain = try Program.run("check", hub.path, environment: ["CLICOLOR_FORCE": "", "NO_COLOR": ""])
    #expect(!plain.output.contains("\u{1B}"))
    let forced = try Program.run("check", hub.path, environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": ""])
    #expect(forced.output.contains("\u{1B}[33;1mwarning[vague-link]"))
    let forbidden = try Program.run("check", hub.path, environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"])
    #expect(!forbidden.output.contains("\u{1B}"))
  }

  @Test func fixesOnceAndShowsWithoutWritingOnRequest() throws {
    let hub = try HubFolder(hub)
    try hub.edit("site-content/guides/a.md", "title: A", "title: A\nsumary: B")
    let dry = try Program.run("check", hub.path, "--fix", "--dry-run")
    #expect(dry.output.contains("+summary: B\n"))
    #expect(dry.output.contains("1 fault can be mended; nothing was written."))
    #expect(try hub.text("site-content/guides/a.md").contains("sumary"))
    // What was mended is not named any more.
    let mended = try Program.run("check", hub.path, "--fix")
    #expect(mended.output.contains("1 fault in 1 file mended.") && !mended.output.contains("error["))
    #expect(mended.status == 0)
    #expect(try Program.run("check", hub.path, "--fix").output.hasPrefix("No fault has a mend that is safe.\n"))
    #expect(try hub.text("site-content/guides/a.md").contains("\nsummary: B\n"))
  }

  @Test func explainsWithTheNearestName() throws {
    let run = try Program.run("explain", "metting")
    #expect(run.status == 64)
    #expect(run.errors == "hubwright: nothing is called 'metting'; did you mean 'meeting'?\n")
    #expect(try Program.run("explain").status == 64)
  }

  @Test(arguments: [
    ("https://a.example", true), ("http://a.example/b/", true), ("ftp://a.example", false), ("a.example", false),
    ("https:///b", false), ("https://a.example/?q", false), ("https://a.example/#f", false), ("https://", false),
  ])
  func takesTheAddressOfASiteAlone(_ address: String, _ isTaken: Bool) throws {
    let folder = try HubFolder(hub)
    let run = try Program.run("build", folder.path, "--address", address)
    #expect(run.status == (isTaken ? 0 : 64))
    guard isTaken else { return #expect(run.errors.contains("An address begins with https:// and names a host.")) }
    let page = address + (address.hasSuffix("/") ? "" : "/") + "guides/a.html"
    #expect(try folder.text("public/sitemap.xml").contains("<loc>\(page)</loc>"))
  }

  @Test func beginsALanguageOnce() throws {
    let hub = try HubFolder(hub)
    let declare = "Add 'fr' under 'languages' in site-content/hub.yaml.\n"
    let known = try Program.run("new", "language", "fr", "--hub", hub.path)
    #expect(
      known.output == """
        templates/strings/fr.yaml
        Hubwright has all words in this language; the file shows them, for you to change some.
        \(declare)
        """)
    let text = try hub.text("templates/strings/fr.yaml")
    #expect(
      try Program.run("new", "language", "fr", "--hub", hub.path).output
        == "templates/strings/fr.yaml has every word.\n")
    #expect(try hub.text("templates/strings/fr.yaml") == text)
    let new = try Program.run("new", "language", "uk", "--hub", hub.path)
    #expect(new.output.contains(" words are to be filled in; what stays empty is shown in another language.\n"))
    // What is still empty is not asked for twice.
    let empty = try hub.text("templates/strings/uk.yaml")
    let again = try Program.run("new", "language", "uk", "--hub", hub.path).output
    #expect(
      again.matches(of: /^templates\/strings\/uk\.yaml has every word; \d+ are still to be filled in\.\n$/).count == 1)
    #expect(try hub.text("templates/strings/uk.yaml") == empty)
    #expect(try Program.run("new", "language", "--hub", hub.path).errors.contains("Name the language"))
  }

  /// What editors and file managers leave beside the files of a folder is not built into the program.
  @Test func embedsTheFilesOfAFolder() throws {
    let folder = try HubFolder()
    for name in ["b/a.txt", "c.md", ".ci/run", "b/.DS_Store", "b/a.txt~", ".c.md.swp", "b/.#a.txt", "x~/d.txt"] {
      try folder.write("in/\(name)", "It has \(name).")
    }
    let run = try Program.embedFiles("\(folder.path)/in", "Words", "\(folder.path)/out.swift")
    #expect(run.status == 0 && run.errors == "")
    let files = [".ci/run", "b/a.txt", "c.md", "x~/d.txt"].map {
      "    (\"\($0)\", ####\"\"\"\nIt has \($0).\n\"\"\"####),\n"
    }
    #expect(
      try folder.text("out.swift") == """
        /// Every file of a folder with its path there.
        enum Words {
          static let files: [(path: String, text: String)] = [
        \(files.joined())  ]
        }

        """)
    #expect(try Program.embedFiles(folder.path).status == 64)
  }

  @Test func writesSchemasForEditors() throws {
    let folder = try HubFolder()
    #expect(try Program.run("explain", "--schemas", "\(folder.path)/s").status == 0)
    #expect(try Program.run("explain", "--schemas", "\(folder.path)/s").status == 0)
    let refused = try Program.run("explain", "--schemas", folder.path)
    #expect(refused.status == 64 && refused.errors.contains("holds other files than schemas"))
    let names = try folder.files(below: "s").keys
    #expect(names.contains("hub.json") && names.contains("meeting.json") && names.contains("meeting-list.json"))
    #expect(
      names.contains("case-study.json") && !names.contains("case-study-list.json") && names.contains("report.json"))
  }
}
