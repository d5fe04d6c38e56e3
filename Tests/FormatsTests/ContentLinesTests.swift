import CivilTime
import Formats
import TestSupport
import Testing

struct ContentLinesTests {
  @Test(arguments: [
    ("a\\b", "a\\\\b"), ("a;b,c", "a\\;b\\,c"), ("a\nb", "a\\nb"), ("a\r\nb", "a\\nb"), ("a\rb", "a\\nb"),
    ("a\n\r\nb", "a\\n\\nb"), ("a\r\r\nb", "a\\n\\nb"), ("a\tb", "a\tb"), ("a\0\u{7}\u{1B}\u{7F}b", "ab"),
    ("\"q\": é日", "\"q\": é日"), ("END:VEVENT\r\nBEGIN:VEVENT", "END:VEVENT\\nBEGIN:VEVENT"),
  ])
  func escapesTexts(written: String, escaped: String) {
    #expect(linesOf(calendar(of: [event(summary: written)])).contains("\nSUMMARY:\(escaped)\n"))
  }

  @Test(arguments: [
    ("plain", "plain"), ("a, b", "\"a, b\""), ("a:b;c", "\"a:b;c\""), ("a\"b", "a'b"), ("a\r\nb\u{7F}", "a  b "),
    ("", ""), ("é", "é"),
  ])
  func quotesParameters(written: String, quoted: String) {
    var details = ICalendar.Details()
    details.organizer = ICalendar.Organizer(name: written, address: "mailto:a@example.org")
    let lines = linesOf(calendar(of: [event(details: details)]))
    #expect(lines.contains("\nORGANIZER;CN=\(quoted):mailto:a@example.org\n"))
  }

  @Test func letsNoAddressBeginALine() {
    var details = ICalendar.Details()
    details.address = "https://example.org/\r\nSUMMARY:x"
    let lines = linesOf(calendar(of: [event(details: details)]))
    #expect(lines.contains("\nURL:https://example.org/%0D%0ASUMMARY:x\n"))
  }

  @Test(arguments: [
    (67, ["SUMMARY:" + String(repeating: "a", count: 67)]),
    (68, ["SUMMARY:" + String(repeating: "a", count: 67), " a"]),
    (
      67 + 74 + 1,
      ["SUMMARY:" + String(repeating: "a", count: 67), " " + String(repeating: "a", count: 74), " a"]
    ),
  ])
  func foldsAtSeventyFiveOctets(length: Int, lines: [String]) {
    let written = linesOf(calendar(of: [event(summary: String(repeating: "a", count: length))]))
    let folded = written.split(separator: "\n").drop { !$0.hasPrefix("SUMMARY") }.prefix(lines.count)
    #expect(folded.map(String.init) == lines)
  }

  @Test func cutsBeforeACharacterThatWouldNotFit() {
    let start = String(repeating: "a", count: 65)
    let written = linesOf(calendar(of: [event(summary: start + "日本")]))
    #expect(written.contains("\nSUMMARY:\(start)\n 日本\n"))
  }

  @Test(.timeLimit(.minutes(15)))
  func foldsMegabytesInOnePass() {
    let bytes = calendar(of: [event(summary: String(repeating: "日", count: 300_000))]).encoded()
    // A continued line holds 24 characters of three octets each, the first one 22 after the property's name.
    #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 17 + (300_000 - 22 + 23) / 24)
  }

  /// Any text comes back whole, in lines that are short, valid UTF-8 each and never begin a property of their own.
  @Test func foldsAnyTextWithoutCuttingACharacter() throws {
    var generator = SeededGenerator(seed: 5545)
    for _ in 0..<400 {
      let summary = generator.text(upTo: 150)
      let bytes = calendar(of: [event(summary: summary)]).encoded()
      let lines = bytes.split(separator: UInt8(ascii: "\n"))
      #expect(lines.allSatisfy { $0.last == UInt8(ascii: "\r") && $0.count <= 76 })
      #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
      let unfolded = unfold(bytes)
      let line = try #require(unfolded.first { $0.starts(with: Array("SUMMARY:".utf8)) })
      // Nine lines of the calendar and eight of the event.
      #expect(unfolded.count == 9 + 8)
      #expect(unescape(line.dropFirst(8)) == plainText(summary))
    }
  }

  private func unfold(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: " "), var last = lines.popLast() {
        last.append(contentsOf: line.dropFirst().dropLast())
        lines.append(last)
      } else {
        lines.append(Array(line.dropLast()))
      }
    }
    return lines
  }

  private func unescape(_ value: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in value {
      if isEscaped {
        bytes.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return text(of: bytes)
  }

  /// With one kind of line end and without controls, which is all that iCalendar can carry.
  private func plainText(_ text: String) -> String {
    var plain: [Unicode.Scalar] = []
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        plain.append("\n")
      } else if scalar == "\n" {
        if previous != "\r" { plain.append("\n") }
      } else if scalar == "\t" || (scalar.value >= 0x20 && scalar.value != 0x7F) {
        plain.append(scalar)
      }
      previous = scalar
    }
    return plain.map(String.init).joined()
  }
}
