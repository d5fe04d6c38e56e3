import Linking
import Outputs
import Testing

@Suite struct OutputPathTests {
  @Test(arguments: [
    "index.html", "issues/itrs.html", "fr/issues/itrs.html", ".nojekyll", ".well-known/x", "a b/c&d.html", "é/漢字.html",
    "...", "..a", "a..", "a.", "-", "~", "hubwright", ".hubwrigh", "a.hubwright", "100%.html", "a:b", "\u{A0}",
    String(repeating: "x", count: 200), String(repeating: "x/", count: 39) + "x", "مرحبا.html",
    [100, 200, 200, 200, 200, 95].map { String(repeating: "x", count: $0) }.joined(separator: "/"),
  ])
  func takesPlainRelativePaths(_ text: String) throws {
    #expect(try text.outputPath().text == text)
  }

  @Test(arguments: [
    "", "/", "/a", "a/", "a//b", ".", "..", "./a", "a/.", "../a", "a/../b", "a/..", "a\\b", "a\0b", "a\nb", "a\u{7F}",
    "a\u{80}", "a\u{9F}b", "\u{1}", ".hubwright", ".hubwright-lock", "a/.hubwright-manifest", ".hubwrightx/a",
    ".HUBWRIGHT-lock", "a/.HubWright-new-1/b", String(repeating: "x", count: 201),
    String(repeating: "é", count: 101), "a/" + String(repeating: "x", count: 201) + "/b",
    String(repeating: "x/", count: 40) + "x",
    [100, 200, 200, 200, 200, 96].map { String(repeating: "x", count: $0) }.joined(separator: "/"),
  ])
  func refusesWhatIsNoPlainRelativePath(_ text: String) {
    #expect(OutputPath(text) == nil)
  }

  @Test(arguments: [[0x61, 0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xC3]] as [[UInt8]])
  func refusesBytesThatAreNotUTF8(_ bytes: [UInt8]) {
    #expect(OutputPath(utf8: bytes[...]) == nil)
  }

  @Test func readsBytesThatAreUTF8() throws {
    #expect(OutputPath(utf8: Array("é/a.html".utf8)[...]) == (try "é/a.html".outputPath()))
  }

  @Test func knowsItsFoldersAndItsName() throws {
    let path = try "a/é/c.html".outputPath()
    #expect(path.name == "c.html")
    #expect(path.folder == (try "a/é".outputPath()))
    #expect(path.folder?.name == "é")
    #expect(path.folders.map(\.text) == ["a/é", "a"])
    #expect(try "c.html".outputPath().folder == nil)
    #expect(try "c.html".outputPath().name == "c.html")
  }

  @Test(arguments: [
    ("a/b", "a", true), ("a/b/c", "a", true), ("a/b/c", "a/b", true), ("ab/c", "a", false), ("a", "a", false),
    ("a", "a/b", false), ("é/b", "é", true), ("b/a", "a", false),
  ])
  func knowsWhetherItIsInsideAFolder(_ path: String, _ folder: String, _ isInside: Bool) throws {
    #expect(try path.outputPath().isInside(try folder.outputPath()) == isInside)
  }

  @Test func sortsByBytes() throws {
    let texts = ["a", "a-b", "a/b", "a/b/c", "ab", "z", "é", "Z", "a.b", "漢", "e\u{301}"]
    let sorted = try texts.map { try $0.outputPath() }.sorted().map(\.text)
    #expect(sorted.map { Array($0.utf8) } == texts.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func tellsTextsApartThatSwiftHoldsEqual() throws {
    let composed = try "caf\u{E9}".outputPath()
    let decomposed = try "cafe\u{301}".outputPath()
    #expect(composed != decomposed)
    #expect(composed.keyIgnoringCase == decomposed.keyIgnoringCase)
    #expect(Set([composed, decomposed, composed]).count == 2)
  }

  @Test(arguments: [
    ("index.html", "index.html", "index.html"),
    ("index.html", "issues/itrs.html", "issues/itrs.html"),
    ("meetings/pp-26.html", "issues/itrs.html", "../issues/itrs.html"),
    ("meetings/pp-26.html", "meetings/pp-22.html", "pp-22.html"),
    ("meetings/pp-26.html", "index.html", "../index.html"),
    ("fr/meetings/pp-26.html", "meetings/pp-26.html", "../../meetings/pp-26.html"),
    ("fr/meetings/pp-26.html", "fr/issues/itrs.html", "../issues/itrs.html"),
    ("ab/c.html", "abc/d.html", "../abc/d.html"),
    ("abc/c.html", "ab/d.html", "../ab/d.html"),
    ("a", "a/b", "a/b"),
    ("a/b/c/d", "a/b", "../../b"),
    ("index.html", "a b.html", "a%20b.html"),
    ("index.html", "mailto:x", "mailto%3Ax"),
    ("é/a.html", "é/b&c'(d).html", "b%26c%27%28d%29.html"),
    ("a.html", "é.html", "%C3%A9.html"),
    ("a.html", "100%.html", "100%25.html"),
    ("a.html", "a?b#c.html", "a%3Fb%23c.html"),
    ("é/a.html", "ê/a.html", "../%C3%AA/a.html"),
  ])
  func linksRelatively(_ page: String, _ target: String, _ link: String) throws {
    #expect(OutputPath.relativeLink(from: try page.outputPath(), to: try target.outputPath()) == link)
  }

  /// Resolved as a browser does (RFC 3986 §5.2), every link leads to its target.
  @Test func linksLeadToTheirTargets() throws {
    var random = SeededGenerator(seed: 1)
    let parts = ["a", "b", "ab", "é", "e\u{301}", "a b", "x.html", "..a", "%2e", "c:d", "?#", "~-_."]
    for _ in 0..<5_000 {
      let (page, target) = (try randomPath(of: parts, &random), try randomPath(of: parts, &random))
      let link = OutputPath.relativeLink(from: page, to: target)
      #expect(link.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: ":") })
      #expect(resolve(link, on: page.text) == Array(target.text.utf8), "\(link) on \(page)")
    }
  }

  private func randomPath(of parts: [String], _ random: inout SeededGenerator) throws -> OutputPath {
    let count = Int.random(in: 1...4, using: &random)
    return try (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }
      .joined(separator: "/").outputPath()
  }

  private func resolve(_ link: String, on page: String) -> [UInt8] {
    var way = page.split(separator: "/").dropLast().map { Array($0.utf8) }
    for part in link.split(separator: "/") {
      if part == ".." { way.removeLast() } else { way.append(decoded(part)) }
    }
    return Array(way.joined(separator: [UInt8(ascii: "/")]))
  }

  private func decoded(_ part: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = part[...]
    while let first = rest.popFirst() {
      if first == "%", let byte = UInt8(rest.prefix(2), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(2)
      } else {
        bytes += Array(String(first).utf8)
      }
    }
    return bytes
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine, so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
