import Content
import Importing
import TestSupport
import Testing

/// What records of an import become when a newer copy of its calendar is imported.
struct NewerCopyTests {
  static let path = "site-content/meetings/imported-events.yaml"

  private static let first =
    "UID:a\nSUMMARY:Talks\nDTSTART;TZID=Europe/Zurich:20310507T090000\nDTEND;TZID=Europe/Zurich:20310507T170000\nLOCATION:Mill\nURL:https://x.example/"

  /// A hub that has imported a calendar.
  private static func hub(_ events: String...) throws -> ImportedHub {
    let hub = try ImportedHub()
    try hub.add(calendar(events.map(event).joined(separator: "\n")), type: "group")
    return hub
  }

  /// The second import of a copy leaves each file as it is.
  @discardableResult
  private static func renew(
    _ hub: ImportedHub, _ text: String, on day: String = ImportedHub.today
  ) throws -> ImportResult {
    let result = try hub.add(text, type: "group", on: day)
    #expect(try hub.add(text, type: "group", on: day).files.isEmpty)
    return result
  }

  private static func words(_ result: ImportResult) -> [String] {
    result.remarks.map { ($0.path.map { "\($0):" } ?? "") + "\($0.line): \($0.text)" }
  }

  // MARK: What follows the calendar

  @Test func leavesOutWhatTheCalendarLeavesOut() throws {
    let hub = try Self.hub(Self.first)
    let copy = calendar(event("UID:a\nSUMMARY:Talks\nDTSTART;TZID=Europe/Zurich:20310507T090000"))
    let result = try Self.renew(hub, copy)
    #expect(
      hub.meetings()["talks-2031-05-07"]?.fields.map(\.name) == [
        "title", "sources", "type", "start", "time_zone", "uid",
      ])
    #expect(Self.words(result) == ["4: 'Talks' has no end, venue, url any more"])
    #expect((result.added, result.updated, result.departed) == (0, 1, 0))
  }

  private static let times: [(from: String, to: String, wanted: String)] = [
    (
      "DTSTART;TZID=Europe/Zurich:20310507T090000\nDTEND;TZID=Europe/Zurich:20310507T170000",
      "DTSTART;VALUE=DATE:20310508", "2031-05-08"
    ),
    (
      "DTSTART;VALUE=DATE:20310508\nDTEND;VALUE=DATE:20310511", "DTSTART;TZID=Asia/Tokyo:20310508T090000",
      "2031-05-08T09:00 Asia/Tokyo"
    ),
    (
      "DTSTART;TZID=Europe/Zurich:20310507T233000", "DTSTART:20310507T213000Z", "2031-05-07T21:30 UTC"
    ),
    (
      "DTSTART;TZID=Europe/Zurich:20310507T233000", "DTSTART;TZID=Asia/Tokyo:20310508T063000",
      "2031-05-08T06:30 Asia/Tokyo"
    ),
  ]

  @Test(arguments: times)
  func takesOtherTimes(_ from: String, _ to: String, _ wanted: String) throws {
    let hub = try Self.hub("UID:a\nSUMMARY:Talks\n\(from)")
    let ids = hub.meetings().keys.sorted()
    try Self.renew(hub, calendar(event("UID:a\nSUMMARY:Talks\n\(to)")))
    #expect(hub.times() == [wanted])
    #expect(hub.meetings().keys.sorted() == ids)
  }

  // MARK: What stays

  @Test func keepsWhatAHandWrote() throws {
    let hub = try Self.hub(Self.first)
    try hub.folder.edit(Self.path, "  venue: Mill\n", "  # The mill is closed.\n  venue: Barn\n  civil_society: Ask.\n")
    try hub.folder.edit(Self.path, "  end: 2031-05-07T17:00\n", "")
    try hub.folder.edit(Self.path, "  title: Talks\n", "  title: 'Talks'   # as it is called\n")
    try hub.folder.edit(Self.path, "  type: group\n", "  type: conference\n")
    let copy = calendar(
      event(
        Self.first.replacing("Mill", with: "Hall").replacing("T1700", with: "T1800").replacing("T0900", with: "T1000")
          + "\nDESCRIPTION:New."))
    let result = try Self.renew(hub, copy)
    #expect(
      try hub.yaml() == """
        - id: talks-2031-05-07
          title: 'Talks'   # as it is called
          summary: New.
          sources:
            - title: events.ics
              url: https://x.example/
          type: conference
          start: 2031-05-07T10:00
          time_zone: Europe/Zurich
          # The mill is closed.
          venue: Barn
          civil_society: Ask.
          url: https://x.example/
          uid: a

        """)
    #expect(
      Self.words(result) == [
        "4: 'Talks' has a new summary, start",
        "4: 'Talks' keeps its 'end' in \(Self.path), which was written by hand; the calendar now has '2031-05-07T18:00'",
        "4: 'Talks' keeps its 'venue' in \(Self.path), which was written by hand; the calendar now has 'Hall'",
      ])
    let gone = calendar(event("UID:a\nSUMMARY:Talks\nDTSTART;TZID=Europe/Zurich:20310507T090000"))
    #expect(
      Self.words(try Self.renew(hub, gone)) == [
        "4: 'Talks' has a new start, and has no summary, url any more",
        "4: 'Talks' keeps its 'venue' in \(Self.path), which was written by hand; the calendar now has none",
      ])
  }

  /// What a hand and the calendar made the same is the calendar's again.
  @Test func followsWhereBothAgree() throws {
    let hub = try Self.hub(Self.first)
    try hub.folder.edit(Self.path, "venue: Mill", "venue: Hall")
    let copy = calendar(event(Self.first.replacing("Mill", with: "Hall")))
    let result = try Self.renew(hub, copy)
    #expect((result.updated, result.unchanged, result.remarks) == (0, 1, []))
    try Self.renew(hub, calendar(event(Self.first.replacing("Mill", with: "Barn"))))
    #expect(hub.meetings()["talks-2031-05-07"]?.text("venue") == "Barn")
  }

  @Test func namesTimesThatDoNotGoTogether() throws {
    let hub = try Self.hub("UID:a\nSUMMARY:Talks\nDTSTART;VALUE=DATE:20310507")
    try hub.folder.edit(Self.path, "  start: 2031-05-07\n", "  start: 2031-05-07\n  end: 2031-05-08\n")
    let text = try hub.folder.text(Self.path)
    let result = try hub.add(calendar(event("UID:a\nSUMMARY:Talks\nDTSTART;VALUE=DATE:20310601")), type: "group")
    #expect(result.skipped == 1)
    #expect(Self.words(result).first?.hasPrefix("4: 'Talks' is skipped: ") == true, "\(Self.words(result))")
    #expect(try hub.folder.text(Self.path) == text)
  }

  /// Whatever YAML needs quotes for is known again.
  @Test func knowsEachValueAgain() throws {
    let text = "'Tis: \\\"so\\\" # \\n\\n- x \\, y;  \u{E9} e\u{301} \u{200B}日\\n"
    let hub = try Self.hub(
      "UID:a\nSUMMARY:S\nDTSTART;VALUE=DATE:20310507\nDESCRIPTION:\(text)\nCATEGORIES:x: y,#z,true,12")
    #expect(hub.meetings()["s-2031-05-07"]?.text("summary") != nil)
    try Self.renew(hub, calendar(event("UID:a\nSUMMARY:S\nDTSTART;VALUE=DATE:20310507")))
    #expect(hub.meetings()["s-2031-05-07"]?.fields.map(\.name) == ["title", "sources", "type", "start", "uid"])
  }

  /// However a hand wrote a record, it can be renewed.
  @Test(arguments: [
    "- {id: a-2031-05-07, title: A, type: group, start: 2031-05-07, uid: a, city: Alder} # mine\n",
    "- title: A\n  id: a-2031-05-07\n  type: group\n  city: Alder\n  start: 2031-05-07\n  tags:\n  - one\n  uid: a\n",
    "-   id: a-2031-05-07\n    title: >-\n      A\n    type: group\n    start: 2031-05-07\n    uid: a\n    city: Alder\n",
    "# Ours\n\n- id: a-2031-05-07\r\n  title: A\r\n  type: group\r\n  start: 2031-05-07\r\n  uid: a\r\n  city: Alder\r\n",
  ])
  func renewsWhatAHandRewrote(_ text: String) throws {
    let hub = try ImportedHub()
    try hub.folder.write(Self.path, text)
    try Self.renew(hub, calendar(event("UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20310507\nLOCATION:Mill")))
    try Self.renew(hub, calendar(event("UID:a\nSUMMARY:B\nDTSTART;VALUE=DATE:20310508")))
    let record = hub.meetings()["a-2031-05-07"]
    #expect(["title", "start", "city", "venue"].map { record?.text($0) } == ["B", "2031-05-08", "Alder", nil])
  }

  // MARK: Older copies

  private static let revisions: [(first: String, second: String, isOlder: Bool)] = [
    ("SEQUENCE:2", "SEQUENCE:1", true), ("SEQUENCE:2", "SEQUENCE:2", false), ("SEQUENCE:1", "SEQUENCE:2", false),
    ("SEQUENCE:1\nLAST-MODIFIED:20310102T000000Z", "SEQUENCE:1\nLAST-MODIFIED:20310101T000000Z", true),
    ("SEQUENCE:1\nLAST-MODIFIED:20310101T000000Z", "SEQUENCE:1\nLAST-MODIFIED:20310102T000000Z", false),
    ("SEQUENCE:1\nLAST-MODIFIED:20310102T000000Z", "SEQUENCE:2\nLAST-MODIFIED:20310101T000000Z", false),
    ("DTSTAMP:20310102T000000Z", "DTSTAMP:20310101T000000Z", true), ("DTSTAMP:20310102T000000Z", "", false),
    (
      "LAST-MODIFIED:20310101T000000Z\nDTSTAMP:20310105T000000Z",
      "LAST-MODIFIED:20310102T000000Z\nDTSTAMP:20310104T000000Z", false
    ),
  ]

  @Test(arguments: revisions)
  func keepsTheNewer(_ first: String, _ second: String, _ isOlder: Bool) throws {
    let hub = try Self.hub(
      "UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20310507\n\(first)", "UID:b\nSUMMARY:B\nDTSTART;VALUE=DATE:20310601")
    let text = try hub.folder.text(Self.path)
    let result = try Self.renew(
      hub, calendar(event("UID:a\nSUMMARY:New\nDTSTART;VALUE=DATE:20310508\n\(second)")))
    #expect(hub.times() == [isOlder ? "2031-05-07" : "2031-05-08", "2031-06-01"])
    guard isOlder else { return }
    #expect(Self.words(result) == ["4: 'New' is left as it is: what was imported before is newer"])
    #expect(try hub.folder.text(Self.path) == text)
  }

  /// An older copy brings back no meeting of a series that the newer has not.
  @Test func keepsANewerSeries() throws {
    let series = "UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20310507\nRRULE:FREQ=WEEKLY;COUNT="
    let hub = try Self.hub("\(series)2\nSEQUENCE:2")
    let result = try Self.renew(hub, calendar(event("\(series)4\nSEQUENCE:1")))
    #expect(hub.times() == ["2031-05-07", "2031-05-14"])
    #expect(Self.words(result) == ["4: 'A' is left as it is: what was imported before is newer"])
    #expect(result.skipped == 4)
  }

  /// A newer stamp alone, as each export gives some calendars, is nothing new.
  @Test func writesNothingForAStamp() throws {
    let hub = try Self.hub("\(Self.first)\nDTSTAMP:20310101T000000Z")
    #expect(try hub.add(calendar(event("\(Self.first)\nDTSTAMP:20310102T000000Z")), type: "group").files.isEmpty)
  }

  // MARK: Files of an earlier version

  /// Without marks, the calendar's values hold once, and what it does not give stays; from then on there are marks.
  @Test func takesFilesWithoutMarks() throws {
    let hub = try Self.hub(
      Self.first, "UID:b\nSUMMARY:B\nDTSTART;VALUE=DATE:20310601", "UID:c\nSUMMARY:C\nDTSTART;VALUE=DATE:20310602")
    let marked = try hub.folder.text(Self.path)
    let unmarked = marked.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("  # imported")
    }
    .joined(separator: "\n")
    try hub.folder.write(Self.path, unmarked)
    try hub.folder.edit(Self.path, "  title: B\n", "  title: B # the second\n")
    try hub.folder.edit(Self.path, "  venue: Mill\n", "  venue: Mill\n  city: Alder\n")
    let b = event("UID:b\nSUMMARY:B\nDTSTART;VALUE=DATE:20310601")
    let copy = calendar(event("UID:a\nSUMMARY:Talks\nDTSTART;VALUE=DATE:20310508") + "\n" + b)
    let result = try Self.renew(hub, copy)
    let record = try #require(hub.meetings()["talks-2031-05-07"])
    #expect(
      ["start", "end", "time_zone", "venue", "city"].map { record.text($0) } == [
        "2031-05-08", nil, nil, "Mill", "Alder",
      ])
    #expect(try hub.folder.text(Self.path).contains("  title: B # the second\n"))
    #expect(try hub.folder.text(Self.path).split(separator: "\n").count { $0.hasPrefix("  # imported: ") } == 2)
    #expect(
      Self.words(result) == [
        "4: 'Talks' has a new start, and has no end, time_zone any more",
        "4: \(Self.path) does not say yet what came from the calendar: for this once, what it gives is taken, and what it does not give is kept",
        "\(Self.path):25: 'C' is no longer in the calendar: delete it, write 'status: cancelled', or move it to another file to keep it",
      ])
    try Self.renew(hub, calendar(event("UID:a\nSUMMARY:Talks\nDTSTART;TZID=UTC:20310508T090000") + "\n" + b))
    try Self.renew(hub, calendar(event("UID:a\nSUMMARY:Talks\nDTSTART;VALUE=DATE:20310508") + "\n" + b))
    #expect(hub.times() == ["2031-05-08", "2031-06-01", "2031-06-02"])
  }
}
