import CivilTime
import Diagnostics
import Editions
import Formats
import Foundation
import Linking
import Outputs
import Publishing
import TestSupport
import Testing

/// A written site, its copies, and what is said of them once they were touched.
struct VerifyCopyTests {
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

  /// A hub with its site in `public`.
  private static func built(signedBy key: String? = nil, _ more: String = "") throws -> HubFolder {
    let folder = try HubFolder(hub)
    if !more.isEmpty { try folder.write("site-content/hub.yaml", try folder.text("site-content/hub.yaml") + more) }
    let day = try #require(CivilDate(isoText: "2031-03-15"))
    var request = BuildRequest(hub: folder.path, asOf: day, today: { _ in day }, jobs: 2)
    request.signer = try key.map { try sshSigner(key: $0) }
    let result = buildSite(request)
    #expect(result.diagnostics.map(\.message) == [])
    _ = try writeSite(try #require(result.plan), to: "\(folder.path)/public", jobs: 2)
    return folder
  }

  private func verify(_ hub: HubFolder, _ name: String = "public", signers: String? = nil) throws -> Verification {
    try verifyCopy(at: CopyPlace("\(hub.path)/\(name)"), signers: signers, jobs: 2)
  }

  @Test func listsEveryFileOfTheSite() throws {
    let hub = try Self.built()
    let manifest = try EditionManifest(decoding: Array(try hub.text("public/SHA256SUMS").utf8))
    let files = try hub.files(below: "public").keys.filter { !$0.hasPrefix(".hubwright") && $0 != "SHA256SUMS" }
    #expect(manifest.files.map(\.path.text) == files.sorted())
    #expect(manifest.day == "2031-03-15")
    let page = try hub.text("public/downloads/index.html")
    #expect(page.contains("<a href=\"../SHA256SUMS\">SHA256SUMS</a>"))
    #expect(page.contains("The list is not signed."))
    #expect(try verify(hub).difference.isNone)
    #expect(editionName(inFolder: "\(hub.path)/public") == EditionName(ofManifest: manifest.encoded()))
  }

  @Test func listsNothingWhereTheHubWantsNone() throws {
    let hub = try Self.built("checksums: false\n")
    #expect(try hub.files(below: "public")["SHA256SUMS"] == nil)
    #expect(!(try hub.text("public/downloads/index.html")).contains("SHA256SUMS"))
    #expect(throws: NoEdition.self) { try verify(hub) }
  }

  @Test func namesWhatWasTouchedInAFolder() throws {
    let hub = try Self.built()
    try hub.edit("public/guides/a.html", "Words.", "Swords.")
    try hub.remove("public/feed.xml")
    try hub.write("public/evil.html", "x")
    try FileManager.default.removeItem(atPath: "\(hub.path)/public/feed.json")
    try FileManager.default.createSymbolicLink(
      atPath: "\(hub.path)/public/feed.json", withDestinationPath: "/etc/passwd")
    let difference = try verify(hub).difference
    #expect(difference.changed == ["guides/a.html"])
    #expect(difference.missing == ["feed.xml"])
    #expect(difference.added == ["evil.html"])
    #expect(difference.unreadable == ["feed.json is a symbolic link, and was not followed"])
  }

  @Test(.timeLimit(.minutes(1))) func readsNoPipe() throws {
    let hub = try Self.built()
    try hub.remove("public/feed.xml")
    #expect(mkfifo("\(hub.path)/public/feed.xml", 0o600) == 0)
    #expect(try verify(hub).difference.unreadable == ["feed.xml is no file that can be read"])
  }

  @Test func saysNothingOfFilesBesideADamagedList() throws {
    let hub = try Self.built()
    try hub.edit("public/SHA256SUMS", "# Hub: A hub", "# Hub: B hub")
    let refusal = #expect(throws: NoEdition.self) { try verify(hub) }
    #expect(refusal?.sentence.contains("SHA256SUMS is damaged") == true)
  }

  // MARK: The offline copy

  @Test func holdsTheOfflineCopyAgainstItsOwnList() throws {
    let hub = try Self.built()
    let found = try verify(hub, "public/downloads/offline-copy.zip")
    #expect(found.difference.isNone)
    #expect(found.remarks == [])
    #expect(found.manifest.files.contains { $0.path.text == "index.html" })
    #expect(!found.manifest.files.contains { $0.path.text == "downloads/offline-copy.zip" })
  }

  /// As another program packs the folder anew, with what its system puts beside it.
  @Test func findsTheListInAnyArchive() throws {
    let hub = try Self.built()
    let files = try hub.files(below: "public").filter { !$0.key.hasPrefix(".hubwright") }
    var entries = files.map { ZipArchive.Entry(path: "a/b/\($0.key)", PackedBytes(storing: $0.value)) }
    try hub.write("packed.zip", bytes: try ZipArchive(entries: entries).encoded())
    #expect(try verify(hub, "packed.zip").difference.isNone)
    entries.append(ZipArchive.Entry(path: "evil.html", PackedBytes(storing: [])))
    try hub.write("packed.zip", bytes: try ZipArchive(entries: entries).encoded())
    #expect(try verify(hub, "packed.zip").difference.added == ["evil.html"])
  }

  /// Of two files of one name, one program unpacks the first and another the last.
  @Test(arguments: ["a/feed.xml", "a/SHA256SUMS"])
  func takesNoFileThatStandsThereTwice(_ name: String) throws {
    let hub = try Self.built()
    let files = try hub.files(below: "public").filter { !$0.key.hasPrefix(".hubwright") }
    var entries = files.map { ZipArchive.Entry(path: "a/\($0.key)", PackedBytes(storing: $0.value)) }
    let other = String(name.dropLast()) + "~"
    entries.append(ZipArchive.Entry(path: other, PackedBytes(storing: Array("evil".utf8))))
    var archive = try ZipArchive(entries: entries).encoded()
    for start in archive.indices where archive[start...].starts(with: other.utf8) {
      archive.replaceSubrange(start..<(start + other.utf8.count), with: name.utf8)
    }
    try hub.write("twice.zip", bytes: archive)
    if name == "a/SHA256SUMS" {
      let refusal = #expect(throws: NoEdition.self) { try verify(hub, "twice.zip") }
      #expect(refusal?.sentence.contains("holds SHA256SUMS twice") == true)
    } else {
      #expect(try verify(hub, "twice.zip").difference.unreadable == ["feed.xml stands there twice"])
    }
  }

  /// Whatever bit of the archive changes, something is named: a file, the list, or the archive itself.
  @Test func noticesBitsOfTheOfflineCopy() throws {
    let hub = try Self.built()
    let archive = try #require(try hub.files(below: "public")["downloads/offline-copy.zip"])
    var generator = SeededGenerator(seed: 7)
    // Among the heads of entries, their contents, the directory and its end.
    let places =
      (0..<60).map { _ in Int.random(in: archive.indices, using: &generator) } + Array(0..<40)
      + Array((archive.count - 60)..<archive.count)
    for place in places {
      var touched = archive
      touched[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try hub.write("touched.zip", bytes: touched)
      do {
        let found = try verify(hub, "touched.zip")
        #expect(!found.difference.isNone || !found.remarks.isEmpty, "octet \(place)")
      } catch let refusal as NoEdition {
        #expect(!refusal.isOfMachine)
      }
    }
  }

  @Test(arguments: ["", "no archive at all, but a text that is long enough", "PK\u{5}\u{6}"])
  func refusesWhatIsNoArchive(_ text: String) throws {
    let hub = try HubFolder()
    try hub.write("x.zip", text)
    let refusal = #expect(throws: NoEdition.self) { try verify(hub, "x.zip") }
    #expect(refusal?.sentence.contains("has no directory") == true)
  }

  // MARK: Signatures

  /// A key of ssh-keygen without a passphrase, and the line by which others trust it.
  private static func key(_ name: String, in folder: HubFolder) throws -> (path: String, trusted: String) {
    let path = "\(folder.path)/\(name)"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path]
    try process.run()
    process.waitUntilExit()
    let key = try folder.text("\(name).pub").split(separator: " ").prefix(2).joined(separator: " ")
    return (path, "\(name)@hub.example namespaces=\"hubwright\" \(key)\n")
  }

  @Test func callsTrustedOnlyWhoIs() throws {
    let keys = try HubFolder()
    let ana = try Self.key("ana", in: keys)
    let eve = try Self.key("eve", in: keys)
    try keys.write("trusted", ana.trusted)
    try keys.write("others", eve.trusted)
    try keys.write("elsewhere", ana.trusted.replacing("hubwright", with: "git"))
    let hub = try Self.built(signedBy: ana.path)
    let signer = try sshSigner(key: ana.path)
    #expect(signer.key.hasPrefix("SHA256:"))
    #expect(try hub.text("public/downloads/index.html").contains(signer.key))
    for copy in ["public", "public/downloads/offline-copy.zip"] {
      func state(_ signers: String?) throws -> SignatureState {
        try verify(hub, copy, signers: signers.map { "\(keys.path)/\($0)" }).signature
      }
      #expect(try state("trusted") == .trusted(key: signer.key, signers: ["ana@hub.example"]))
      #expect(try state("others") == .untrusted(key: signer.key))
      #expect(try state("elsewhere") == .untrusted(key: signer.key))
      #expect(try state(nil) == .untrusted(key: signer.key))
    }
  }

  @Test func knowsASignatureOfAnotherList() throws {
    let keys = try HubFolder()
    let ana = try Self.key("ana", in: keys)
    let hub = try Self.built(signedBy: ana.path)
    let other = try Self.built()
    try FileManager.default.copyItem(
      atPath: "\(hub.path)/public/SHA256SUMS.sig", toPath: "\(other.path)/public/SHA256SUMS.sig")
    guard case .invalid = try verify(other).signature else {
      Issue.record("a signature of another list is called one of this")
      return
    }
    #expect(try verify(hub).difference.isNone)
  }

  @Test func signsTheSameBytesEachTime() throws {
    let keys = try HubFolder()
    let ana = try Self.key("ana", in: keys)
    let one = try Self.built(signedBy: ana.path).files(below: "public")
    let other = try Self.built(signedBy: ana.path).files(below: "public")
    #expect(one == other)
  }

  @Test func refusesWhatIsNoKey() throws {
    let folder = try HubFolder()
    try folder.write("text", "no key")
    #expect(throws: SigningFailure.self) { try sshSigner(key: "\(folder.path)/text") }
    #expect(throws: SigningFailure.self) { try sshSigner(key: "\(folder.path)/none") }
  }
}
