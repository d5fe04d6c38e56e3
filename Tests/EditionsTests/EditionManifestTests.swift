import Digests
import Editions
import Linking
import Testing

/// The list of an edition's files is what other programs read, and nothing that was touched is taken for one.
struct EditionManifestTests {
  static func manifest(_ files: [String: String] = ["a.html": "abc", "b/ü.html": ""]) throws -> EditionManifest {
    EditionManifest(
      title: "A hub", address: "https://hub.example/", day: "2031-03-15",
      files: try files.map { path, text in
        EditionManifest.File(path: try #require(OutputPath(path)), digest: FileDigest(of: [Array(text.utf8)]))
      })
  }

  /// The examples of FIPS 180-4 that NIST publishes.
  @Test(arguments: [
    (["abc"], "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ([""], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (
      ["abcdbcdecdefdefgefgh", "fghighijhijkijkljklmklmnlmnomnopnopq"],
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digestsAsTheStandardSays(_ pieces: [String], _ digest: String) {
    #expect(FileDigest(of: pieces.map { Array($0.utf8) }).hexadecimal == digest)
    #expect(FileDigest(hexadecimal: Array(digest.utf8))?.hexadecimal == digest)
    #expect(FileDigest(hexadecimal: Array(digest.uppercased().utf8).dropLast()) == nil)
  }

  @Test func writesLinesThatSha256sumReads() throws {
    let text = String(decoding: try Self.manifest().encoded(), as: UTF8.self)
    #expect(
      text.split(separator: "\n").dropLast().map(String.init) == [
        "# Checksums (SHA-256) of every other file of this edition", "# Hub: A hub", "# Address: https://hub.example/",
        "# Day: 2031-03-15", "# Check a copy of it: sha256sum --check SHA256SUMS, or hubwright verify FOLDER",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.html",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b/ü.html",
      ])
  }

  @Test func readsWhatItWrote() throws {
    let manifest = try Self.manifest()
    let bytes = manifest.encoded()
    #expect(try EditionManifest(decoding: bytes) == manifest)
    let name = try #require(EditionName(ofManifest: bytes))
    #expect(name.short.wholeMatch(of: /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/) != nil)
    #expect(name.isMeant(by: name.short.uppercased()))
    #expect(name.isMeant(by: name.digest.hexadecimal))
    #expect(!name.isMeant(by: String(name.short.dropLast())))
    #expect(!name.isMeant(by: "0000-0000-0000"))
  }

  @Test func noticesEveryBit() throws {
    let bytes = try Self.manifest().encoded()
    var taken: [String] = []
    for place in bytes.indices {
      for bit in 0..<8 {
        var touched = bytes
        touched[place] ^= 1 << UInt8(bit)
        if (try? EditionManifest(decoding: touched)) != nil { taken.append("bit \(bit) of octet \(place)") }
      }
    }
    #expect(taken == [])
    for length in bytes.indices { #expect((try? EditionManifest(decoding: Array(bytes[..<length]))) == nil) }
    #expect((try? EditionManifest(decoding: bytes + [10])) == nil)
  }

  private static let targetMark = "# Next, an old address, at which hosts may answer with "

  @Test func saysWhereOldAddressesLead() throws {
    let (page, old) = (try #require(OutputPath("b.html")), try #require(OutputPath("a/old.html")))
    let digest = FileDigest(of: [])
    let manifest = EditionManifest(
      title: "", address: "", day: "",
      files: [
        .init(path: page, digest: digest), .init(path: old, digest: FileDigest(of: [[1]]), target: page),
      ])
    let bytes = manifest.encoded()
    #expect(String(decoding: bytes, as: UTF8.self).contains("\n\(Self.targetMark)b.html\n"))
    #expect(try EditionManifest(decoding: bytes) == manifest)
    let led: [String: FoundCopy.File] = ["b.html": .whole(digest), "a/old.html": .whole(digest)]
    #expect(EditionDifference(of: FoundCopy(files: led, isListed: false), from: manifest).isNone)
    #expect(EditionDifference(of: FoundCopy(files: led), from: manifest).changed == ["a/old.html"])
    let touched = FoundCopy.File.whole(FileDigest(of: [[2]]))
    func changed(_ files: [String: FoundCopy.File]) -> [String] {
      EditionDifference(of: FoundCopy(files: files, isListed: false), from: manifest).changed
    }
    #expect(changed(["b.html": touched, "a/old.html": touched]) == ["b.html"])
    #expect(changed(["b.html": .whole(digest), "a/old.html": touched]) == ["a/old.html"])
  }

  /// Lines that an edition's list has, in an order that it never has.
  @Test(arguments: ["b.html", "../b", nil])
  func refusesStrayLines(_ target: String?) throws {
    var lines = String(decoding: try Self.manifest().encoded(), as: UTF8.self).split(separator: "\n").dropLast()
    lines.append((target.map { Self.targetMark + $0 } ?? "# more")[...])
    let text = lines.map { $0 + "\n" }.joined()
    let bytes = Array((text + "# Edition: " + FileDigest(of: [Array(text.utf8)]).hexadecimal + "\n").utf8)
    #expect(throws: EditionManifest.Damage.self) { try EditionManifest(decoding: bytes) }
  }

  @Test func keepsTitlesInOneLine() throws {
    let manifest = EditionManifest(title: "A\n0  x", address: "https://hub.example/", day: "2031-03-15", files: [])
    #expect(manifest.title == "A 0  x")
    #expect(try EditionManifest(decoding: manifest.encoded()) == manifest)
  }

  @Test func namesEachDifference() throws {
    let manifest = try Self.manifest(["a.html": "a", "b.html": "b", "c.html": "c", ".htaccess": "d"])
    func whole(_ text: String) -> FoundCopy.File { .whole(FileDigest(of: [Array(text.utf8)])) }
    let files: [String: FoundCopy.File] = [
      "a.html": whole("a"), "b.html": whole("x"), "evil.html": whole("a"), "c.html": .unreadable("is damaged"),
      ".DS_Store": whole(""), "System Volume Information/x": whole(""), "SHA256SUMS": whole(""),
      "SHA256SUMS.sig": whole(""), ".hubwright-manifest": whole(""),
    ]
    let onDisk = EditionDifference(of: FoundCopy(files: files), from: manifest)
    #expect(onDisk.changed == ["b.html"])
    #expect(onDisk.missing == [".htaccess"])
    #expect(onDisk.added == ["evil.html"])
    #expect(onDisk.unreadable == ["c.html is damaged"])
    #expect(onDisk.leftBySystems == [".DS_Store", "System Volume Information/x"])
    #expect(!onDisk.isNone)
    let onHost = EditionDifference(of: FoundCopy(files: files, isListed: false), from: manifest)
    #expect(onHost.missing == [])
    #expect(onHost.keptByHost == [".htaccess"])
  }
}
