import Content
import Importing
import Testing

/// Of several entries of a calendar for one event, only the newest holds, and the others are named.
struct RevisionTests {
  private static func entry(_ title: String, sequence: String?) -> String {
    event("UID:a\nSUMMARY:\(title)\nDTSTART;VALUE=DATE:20310507" + (sequence.map { "\nSEQUENCE:\($0)" } ?? ""))
  }

  /// The titles of the meetings that come of some entries, and what is said of the rest.
  private static func imported(_ entries: String...) throws -> (titles: [String], remarks: [String]) {
    let hub = try ImportedHub()
    let result = try hub.add(calendar(entries.joined(separator: "\n")))
    let titles = hub.meetings().values.compactMap { record -> String? in
      guard case .text(let title)? = record.value(at: ["title"]) else { return nil }
      return title
    }
    return (titles.sorted(), result.remarks.map { "\($0.line): \($0.text)" })
  }

  private static let sequences: [(older: String?, newer: String?)] = [
    ("1", "2"), (nil, "1"), ("9", "10"), ("x", "1"), ("-1", nil),
  ]

  @Test(arguments: sequences)
  func takesTheHigherSequenceWhereverItStands(_ older: String?, _ newer: String?) throws {
    let below = try Self.imported(Self.entry("Old", sequence: older), Self.entry("New", sequence: newer))
    #expect(below.titles == ["New"])
    #expect(below.remarks.contains("4: VEVENT 'Old' is skipped: a newer event has the UID 'a'"))
    let above = try Self.imported(Self.entry("New", sequence: newer), Self.entry("Old", sequence: older))
    #expect(above.titles == ["New"])
    #expect(above.remarks.filter { $0.hasSuffix("VEVENT 'Old' is skipped: a newer event has the UID 'a'") }.count == 1)
  }

  @Test func takesTheLastOfThoseWithOneSequence() throws {
    let three = try Self.imported(
      Self.entry("First", sequence: "1"), Self.entry("Second", sequence: "1"), Self.entry("Older", sequence: "0"))
    #expect(three.titles == ["Second"])
    #expect(three.remarks.count { $0.contains("is skipped: a newer event has the UID 'a'") } == 2)
    #expect(
      try Self.imported(Self.entry("First", sequence: nil), Self.entry("Second", sequence: "0")).titles == ["Second"])
  }

  @Test func keepsEventsWithOtherNames() throws {
    let others = [
      event("UID:b\nSUMMARY:B\nDTSTART;VALUE=DATE:20310507\nSEQUENCE:1"),
      event("UID:c\nSUMMARY:C\nDTSTART;VALUE=DATE:20310507"), event("SUMMARY:D\nDTSTART;VALUE=DATE:20310507"),
      event("SUMMARY:E\nDTSTART;VALUE=DATE:20310507\nSEQUENCE:1"),
    ]
    #expect(try Self.imported(others.joined(separator: "\n")).titles == ["B", "C", "D", "E"])
  }
}
