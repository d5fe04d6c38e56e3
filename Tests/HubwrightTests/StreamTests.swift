import Foundation
import TestSupport
import Testing

/// How the command ends where nobody can read what it says.
struct StreamTests {
  let hub: HubFolder

  init() throws {
    hub = try HubFolder(
      """
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
      """)
  }

  @Test(arguments: [
    ("build 2>/dev/full", 0), ("build 2>&-", 0), ("build >/dev/full", 74), ("build >&-", 74), ("build 0<&- 2>&-", 0),
    ("build --strict 2>&-", 0), ("check >/dev/full", 74), ("check 2>&- >&-", 74),
    ("check --format json >/dev/full", 74),
    ("record 2>&-", 0),
  ])
  func endsWithACodeOfItsOwn(_ line: String, _ status: Int32) throws {
    let words = line.split(separator: " ", maxSplits: 1)
    let run = try Program.runInShell("\"$hubwright\" \(words[0]) '\(hub.path)' \(words.dropFirst().joined())")
    #expect(run.status == status, "\(run.output) \(run.errors)")
  }

  @Test func endsWhenItsReaderHasGone() throws {
    let run = try Program.runInShell("{ sleep 0.3; \"$hubwright\" check '\(hub.path)'; echo $? >&2; } | true")
    #expect(run.errors == "hubwright: Broken pipe: the result could not be written.\n74\n")
  }

  @Test func writesNothingThatIsSaidIntoTheSite() throws {
    try hub.edit("site-content/hub.yaml", "time_zone: UTC", "time_zone: UTC\nbudget: {page: 1}")
    #expect(try Program.runInShell("\"$hubwright\" build '\(hub.path)' 2>&-").status == 0)
    for (path, bytes) in try hub.files(below: "public") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("over-budget"), "\(path)")
    }
  }
}

extension StreamTests {
  @Test func saysThatFilesMayNotBecomeSoLarge() throws {
    let before = try hub.files().keys
    let run = try Program.runInShell("ulimit -f 4; \"$hubwright\" build '\(hub.path)'")
    #expect(run.status == 74, "\(run.output) \(run.errors)")
    #expect(run.errors.contains("File too large"), "\(run.errors)")
    #expect(try Set(hub.files().keys).subtracting(before) == ["public/.hubwright-lock"])
  }

  @Test func saysThatTooFewFilesMayBeOpen() throws {
    let run = try Program.runInShell("ulimit -n 12; \"$hubwright\" build /nowhere")
    #expect(run.status == 74)
    #expect(
      run.errors
        == "hubwright: the system lets a program open 12 files at once, and a build needs 64; allow more with 'ulimit -n 256'.\n"
    )
  }

  @Test func buildsWithFewFiles() throws {
    #expect(try Program.runInShell("ulimit -n 64; \"$hubwright\" build '\(hub.path)'").status == 0)
  }

  @Test func refusesToWriteAmongTheSources() throws {
    let before = try hub.files()
    for output in ["\(hub.path)/site-content/x", hub.path] {
      let run = try Program.run("build", hub.path, "--output", output)
      #expect(run.status == 64)
      #expect(run.errors.contains("name another folder with --output."))
    }
    #expect(try hub.files() == before)
  }

  @Test func replacesOthersFilesWithForceAlone() throws {
    try hub.write("public/index.html", "mine")
    #expect(try Program.run("build", hub.path).status == 74)
    #expect(try hub.text("public/index.html") == "mine")
    #expect(try Program.run("build", hub.path, "--force").status == 0)
  }
}
