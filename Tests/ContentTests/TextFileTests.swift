import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

private func diagnostics(ofFile bytes: [UInt8], at path: String = "guides/a.md") throws -> [Diagnostic] {
  let site = try SiteFixture("")
  try site.write(bytes, to: path)
  return site.read().diagnostics
}

private let start = Array("---\ntitle: é\n---\nÉ text\n".utf8)

@Test(
  arguments: [
    ([0xFF], 1), ([0xC3], 1), ([0xC3, 0x28], 1), ([0xE2, 0x82], 1), ([0xF0, 0x9F, 0x98], 1), ([0xED, 0xA0, 0x80], 1),
    ([0xC0, 0x80], 1),
    ([0x80], 1), (Array("é b ".utf8) + [0xFE], 5), ([0xF5, 0x80, 0x80, 0x80], 1),
  ] as [([UInt8], Int)])
func namesTheLineAndColumnThatAreNotUTF8(_ bytes: [UInt8], column: Int) throws {
  for after in ["", "\n", " and more é\n\nlast"] {
    let found = try diagnostics(ofFile: start + bytes + Array(after.utf8))
    #expect(found.map(\.code) == [.invalidEncoding])
    #expect(found.first?.range.start == SourcePosition(line: 5, column: column))
  }
}

@Test(arguments: [
  ("\0", "U+0000"), ("\u{7}", "U+0007"), ("\u{1B}", "U+001B"), ("\u{7F}", "U+007F"), ("\u{85}", "U+0085"),
  ("\u{9F}", "U+009F"),
  ("\u{FFFE}", "U+FFFE"), ("\u{FFFF}", "U+FFFF"), ("\u{C}", "U+000C"),
])
func refusesControlCharacters(_ sign: String, name: String) throws {
  for padding in [0, 1, 30, 31, 32, 33, 200] {
    let text = Array((String(repeating: "é", count: padding) + sign + "b\n").utf8)
    let found = try diagnostics(ofFile: start + text)
    #expect(found.map(\.message) == ["a text holds no control characters, and this is \(name)"])
    #expect(found.first?.range.start == SourcePosition(line: 5, column: padding + 1))
  }
}

@Test(arguments: ["\t", "\r\n", "\u{A0}", "«»", "\u{FEFF}", "\u{FFFD}", "ﬁ", "👩🏽‍🚀", "\u{200F}", "日本"])
func takesEveryOtherSign(_ sign: String) throws {
  #expect(try diagnostics(ofFile: start + Array(sign.utf8)).isEmpty)
}

@Test func refusesATextThatIsTooLarge() throws {
  let comment = [UInt8(ascii: "#")] + [UInt8](repeating: UInt8(ascii: "x"), count: 1_999_999)
  #expect(try diagnostics(ofFile: comment, at: "issues/all.yaml").isEmpty)
  let found = try diagnostics(ofFile: comment + [UInt8(ascii: "x")], at: "issues/all.yaml")
  #expect(found.map(\.message) == ["a text holds at most 2 megabytes, and this has 2000001 bytes"])
  #expect(found.map(\.code) == [.fileTooLarge])
}

@Test(.timeLimit(.minutes(15))) func refusesFiftyMegabytesAtOnce() throws {
  let site = try SiteFixture("")
  try site.write([], to: "guides/a.md")
  // A file with a hole: as large as it says, and no byte of it on disk.
  let file = try #require(FileHandle(forWritingAtPath: site.location(of: "guides/a.md")))
  try file.truncate(atOffset: 50_000_000)
  try file.close()
  let clock = ContinuousClock()
  let time = clock.measure { #expect(site.readFaults() == ["guides/a.md 1:1 file-too-large"]) }
  #expect(time < .seconds(1))
}

@Test(.enabled(if: geteuid() != 0, "root can read every file")) func reportsAnUnreadableFile() throws {
  let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n")
  try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: site.location(of: "guides/a.md"))
  #expect(site.readFaults() == ["guides/a.md 1:1 unreadable-file"])
}

@Test func readsWhatIsThereOfAFileThatShrank() throws {
  let site = try SiteFixture("-- guides/a.md --\nabc\n")
  let location = site.location(of: "guides/a.md")
  #expect(try readText(location, size: 1_000, shownAs: "a").get().text == "abc\n")
  #expect(try readText(location, size: 2, shownAs: "a").get().text == "ab")
  #expect(throws: DiagnosticFound.self) { try readText(location + "x", size: 2, shownAs: "a").get() }
  #expect(throws: DiagnosticFound.self) { try readText(site.root, size: 2, shownAs: "a").get() }
}
