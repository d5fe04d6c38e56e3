import Foundation
import TestSupport
import Testing

/// What `verify` says to people, and with which status it ends.
struct VerifyTests {
  private static let hub = """
    -- site-content/hub.yaml --
    title: A hub
    address: https://hub.example/
    language: en
    time_zone: UTC
    sections:
      - {folder: guides, kind: guide, title: Guides}
    -- site-content/guides/a.md --
    ---
    title: A
    ---

    Words.

    """

  private func built() throws -> (hub: HubFolder, edition: String) {
    let hub = try HubFolder(Self.hub)
    let run = try Program.run("build", hub.path, "--as-of", "2031-03-15")
    #expect(run.status == 0, "\(run.errors)")
    let edition = try #require(run.output.firstMatch(of: /\nEdition ([0-9a-f-]{14})\.\n/)).1
    return (hub, String(edition))
  }

  @Test func saysThatACopyIsWhole() throws {
    let (hub, edition) = try built()
    let run = try Program.run("verify", "\(hub.path)/public", "--edition", edition)
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == "Edition \(edition) of 2031-03-15: A hub, https://hub.example/")
    #expect(lines.dropFirst().first?.hasPrefix("Not signed: ") == true)
    #expect(lines.last?.wholeMatch(of: /Whole: \d+ files, each as the list says\./) != nil)
  }

  @Test func namesWhatDiffersWithoutObeyingIt() throws {
    let (hub, _) = try built()
    try hub.edit("public/guides/a.html", "Words.", "Swords.")
    try hub.write("public/\u{1B}[2Jx.html", "x")
    let run = try Program.run("verify", "\(hub.path)/public")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("changed     guides/a.html\nadded       "))
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.output.contains("\nNot whole: 1 changed, 1 added of "))
  }

  @Test func refusesAnotherEditionThanWasAskedFor() throws {
    let (hub, _) = try built()
    let run = try Program.run("verify", "\(hub.path)/public", "--edition", "0000-0000-0000")
    #expect(run.status == 1)
    #expect(run.output.contains("\nThis is not the edition 0000-0000-0000 that was asked for.\n"))
  }

  @Test func callsNobodyTrustedWhoIsNot() throws {
    let (hub, _) = try built()
    let key = "\(hub.path)/key"
    let made = Process()
    made.executableURL = URL(filePath: "/usr/bin/env")
    made.arguments = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key]
    try made.run()
    made.waitUntilExit()
    try hub.write("signers", "")
    let built = try Program.run("build", hub.path, "--as-of", "2031-03-15", "--sign", key)
    #expect(built.status == 0, "\(built.errors)")
    #expect(built.output.contains(", signed.\n"))
    let site = "\(hub.path)/public"
    #expect(try Program.run("verify", site).status == 0)
    let distrusted = try Program.run("verify", site, "--signers", "\(hub.path)/signers")
    #expect(distrusted.status == 1)
    #expect(distrusted.output.contains("NOT TRUSTED"))
    let names = try hub.text("key.pub").split(separator: " ").prefix(2).joined(separator: " ")
    try hub.write("signers", "ana@hub.example namespaces=\"hubwright\" \(names)")
    let trusted = try Program.run("verify", "\(site)/downloads/offline-copy.zip", "--signers", "\(hub.path)/signers")
    #expect(trusted.status == 0)
    #expect(trusted.output.contains("\nSigned by ana@hub.example, whom you trust, with the key SHA256:"))
    // An edition that is built without a key has no signature of an earlier one.
    #expect(try Program.run("build", hub.path, "--as-of", "2031-03-15").status == 0)
    #expect(try Program.run("verify", site, "--signers", "\(hub.path)/signers").status == 1)
  }

  @Test func endsAsTheMachineDidWhereThereIsNothing() throws {
    #expect(try Program.run("verify", "/nowhere/at/all").status == 74)
    let hub = try HubFolder(Self.hub)
    #expect(try Program.run("verify", hub.path).status == 1)
    #expect(try Program.run("build", hub.path, "--sign", "/nowhere/key").status == 64)
  }
}
