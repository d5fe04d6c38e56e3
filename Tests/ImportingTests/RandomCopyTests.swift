import CivilTime
import Importing
import TestSupport
import Testing

/// Copy after copy of a calendar that somebody changes at random, with a hand that writes into its records in between.
struct RandomCopyTests {
  /// An event of a calendar as it is changed.
  private struct Event {
    let uid: String
    var sequence = 0
    var title: String
    var day = 7
    var form = 0
    var rule: String?
    var others: [String] = []

    var text: String {
      let date = "203105\(day < 10 ? "0" : "")\(day)"
      let times = [
        "DTSTART;VALUE=DATE:\(date)", "DTSTART:\(date)T090000Z\nDTEND:\(date)T100000Z",
        "DTSTART;TZID=Europe/Zurich:\(date)T233000\nDURATION:PT1H", "DTSTART;TZID=Asia/Tokyo:\(date)T083000",
      ]
      let lines = ["UID:\(uid)", "SUMMARY:\(title)", "SEQUENCE:\(sequence)", times[form], rule ?? ""] + others
      return event(lines.filter { !$0.isEmpty }.joined(separator: "\n"))
    }

    mutating func change(_ numbers: inout SeededNumbers) {
      sequence += Int.random(in: 0...1, using: &numbers)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: title = ["Talks", "Board", "Week"].randomElement(using: &numbers) ?? title
      case 1: day = Int.random(in: 1...28, using: &numbers)
      case 2: form = Int.random(in: 0..<4, using: &numbers)
      case 3:
        rule =
          [nil, "RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:FREQ=DAILY;UNTIL=20310515"].randomElement(using: &numbers) ?? nil
      default:
        others = [
          "LOCATION:Mill", "URL:https://x.example/", "STATUS:CANCELLED", "CLASS:PRIVATE", "EXDATE;VALUE=DATE:20310514",
        ]
        .filter { _ in Int.random(in: 0..<3, using: &numbers) == 0 }
      }
    }
  }

  @Test(arguments: 0..<4)
  func keepsWhatItPromises(_ seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let hub = try ImportedHub()
    let path = "site-content/meetings/imported-events.yaml"
    var events = (0..<4).map { Event(uid: "u\($0)", title: "Talks") }
    try hub.add(calendar(events.map(\.text).joined(separator: "\n")), type: "group")
    for _ in 0..<12 {
      let before = hub.meetings()
      let id = try #require(before.keys.sorted().randomElement(using: &numbers))
      try hub.folder.edit(path, "- id: \(id)\n", "- id: \(id)\n  # By hand.\n  city: Alder\n")
      for position in events.indices where Bool.random(using: &numbers) { events[position].change(&numbers) }
      let shown = events.filter { _ in Int.random(in: 0..<6, using: &numbers) > 0 }.shuffled(using: &numbers)
      let text = calendar(shown.map(\.text).joined(separator: "\n"))
      let result = try hub.add(text, type: "group")
      #expect(result.diagnostics.isEmpty)
      let after = hub.meetings()
      #expect(Set(before.keys).isSubset(of: after.keys))
      #expect(after[id]?.text("city") == "Alder")
      #expect(try hub.folder.text(path).contains("  # By hand.\n  city: Alder\n"))
      #expect(after.count == before.count + result.added)
      #expect(try hub.add(text, type: "group").files.isEmpty)
      #expect(hub.meetings() == after)
      try hub.folder.edit(path, "  # By hand.\n  city: Alder\n", "")
    }
  }
}
