import Foundation
import TestSupport
import Testing

/// `hubwright publish` as a person runs it, killed and run again.
struct PublishTests {
  private static let places = [
    "folder": "folder: there", "git": "git: there", "rsync": "rsync: there", "rclone": "rclone: \":local:there\"",
  ]

  /// Relative places are those of the folder in which the command runs, so each is told whole.
  private func hub(_ place: String) throws -> HubFolder {
    let hub = try HubFolder(
      """
      -- site-content/hub.yaml --
      title: A hub
      address: http://127.0.0.1:9/
      language: en
      time_zone: UTC
      publish: [{ id: web, PLACE }]
      sections:
        - {folder: guides, kind: guide, title: Guides}
      -- site-content/guides/a.md --
      ---
      title: A
      ---

      Words.

      """)
    try hub.edit("site-content/hub.yaml", "PLACE", place.replacing("there", with: "\(hub.path)/there"))
    return hub
  }

  private func sees(_ hub: HubFolder, _ engine: String) throws -> Bool {
    // The list of the edition names every file, and its reader says what differs.
    var folder = "\(hub.path)/there"
    if engine == "git" {
      folder = "\(hub.path)/seen"
      let clone = try Program.runInShell(
        "rm -rf '\(folder)' && git clone --quiet --branch pages '\(hub.path)/there' '\(folder)' && rm -rf '\(folder)/.git'"
      )
      if clone.status != 0 { return false }
    }
    let run = try Program.run("verify", folder)
    return run.status == 0
  }

  @Test(arguments: ["folder", "git", "rsync", "rclone"])
  func isWholeAfterItWasKilled(_ engine: String) throws {
    guard try Program.runInShell("command -v \(engine == "folder" ? "sh" : engine)").status == 0 else { return }
    let hub = try hub(Self.places[engine] ?? "")
    if engine == "git" { _ = try Program.runInShell("git init --quiet --bare '\(hub.path)/there'") }
    let first = try Program.run("publish", "--hub", hub.path)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains(" sent to 'web', 0 removed; it holds the edition "))
    #expect(try sees(hub, engine))
    for round in 1...6 {
      try hub.write("site-content/guides/a.md", "---\ntitle: A\n---\n\nWords \(round).\n")
      if round.isMultiple(of: 2) {
        try hub.write("site-content/guides/b\(round).md", "---\ntitle: B\n---\n\nWords.\n")
      } else if round > 2 {
        try hub.remove("site-content/guides/b\(round - 1).md")
      }
      _ = try Program.run("build", hub.path)
      // A moment that differs from round to round.
      _ = try Program.runInShell(
        "timeout --signal KILL 0.\(round)5 \"$hubwright\" publish --built --hub '\(hub.path)' >/dev/null 2>&1")
      let again = try Program.run("publish", "--built", "--hub", hub.path)
      #expect(again.status == 0, "\(again.errors)")
      #expect(try sees(hub, engine))
    }
  }

  @Test func showsWhatItWouldSend() throws {
    let hub = try hub("folder: there")
    let run = try Program.run("publish", "web", "--dry-run", "--hub", hub.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("send    guides/a.html\n"))
    #expect(run.output.hasSuffix(" would be sent to 'web', 0 removed. Nothing was changed.\n"))
    #expect(!FileManager.default.fileExists(atPath: "\(hub.path)/there"))
  }

  @Test func saysWhatReadersGet() throws {
    let hub = try hub("folder: there")
    let run = try withExtendedLifetime(hub) { try Program.run("publish", "--hub", hub.path) }
    #expect(
      run.output.contains("\nWhat readers get could not be asked: http://127.0.0.1:9/SHA256SUMS could not be fetched"))
  }

  @Test func namesTheTargetsThatThereAre() throws {
    let hub = try hub("folder: there")
    let run = try withExtendedLifetime(hub) { try Program.run("publish", "other", "--hub", hub.path) }
    #expect(run.status == 64)
    #expect(run.errors.hasSuffix("hubwright: hub.yaml names no target 'other'; there are web.\n"))
  }
}
