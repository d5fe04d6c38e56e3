import CivilTime
import Content
import Diagnostics
import Importing
import TestSupport
import Testing

/// What an import says of what it does not take, and what it never does.
struct ImportFaultTests {
  @Test(arguments: [
    ("UID:a\nDTSTART:20310507T090000Z", "it has no SUMMARY, which would be its title"),
    ("UID:a\nSUMMARY:S", "it has no DTSTART"),
    ("UID:a\nSUMMARY:S\nDTSTART:tomorrow", "its DTSTART is no date or time"),
    ("UID:a\nSUMMARY:S\nDTSTART;VALUE=DATE:20310507\nDTEND:20310508T090000Z", "it starts on a day and ends at a time"),
    ("UID:a\nSUMMARY:S\nDTSTART:20310507T090000Z\nDURATION:P", "its DURATION is none"),
    (
      "UID:a\nSUMMARY:S\nDTSTART;TZID=Nowhere:20310507T090000",
      "the zone 'Nowhere' is not known, nor does the calendar give rules for it that are read"
    ),
    ("UID:a\nSUMMARY:S\nDTSTART:20310507T090000Z\nRECURRENCE-ID:x", "its RECURRENCE-ID is no date or time"),
  ])
  func skipsWhatCannotBeAMeeting(_ properties: String, _ reason: String) throws {
    let hub = try ImportedHub()
    let result = try hub.add(calendar(event(properties)))
    let title = properties.contains("SUMMARY") ? " 'S'" : ""
    #expect(result.remarks.map { "\($0.line): \($0.text)" } == ["4: VEVENT\(title) is skipped: \(reason)"])
    #expect(result.files.isEmpty)
    #expect(result.skipped == 1)
  }

  @Test func refusesAFileThatIsNoCalendar() throws {
    let result = try ImportedHub().add("BEGIN:VCALENDAR\nVERSION:2.0\nDTSTART\nEND:VCALENDAR\n")
    #expect(result.diagnostics.map(\.range.start.line) == [3])
    #expect(result.diagnostics.map(\.code) == [.unreadableSource])
    #expect(result.files.isEmpty)
  }

  @Test func importsNothingIntoAHubWithErrors() throws {
    let hub = try ImportedHub("-- site-content/meetings/m.yaml --\n- {id: m, titel: M, type: group}\n")
    let result = try hub.add(calendar(event("UID:a\nSUMMARY:S\nDTSTART:20310507T090000Z")))
    #expect(result.diagnostics.containsError)
    #expect(result.files.isEmpty)
  }

  @Test func leavesOtherFilesAlone() throws {
    let hub = try ImportedHub(
      """
      -- site-content/meetings/m.yaml --
      - {id: m, title: Mine, type: group, start: 2031-05-07, uid: a, confidence: memory}
      """)
    let own = try hub.folder.text("site-content/meetings/m.yaml")
    let result = try hub.add(calendar(event("UID:a\nSUMMARY:Theirs\nDTSTART;VALUE=DATE:20310508")))
    #expect(try hub.folder.text("site-content/meetings/m.yaml") == own)
    #expect(result.files.isEmpty)
    #expect(
      result.remarks.map(\.text) == [
        "'Theirs' is kept as it stands in site-content/meetings/m.yaml, which differs in title, start"
      ])
  }

  @Test func renewsItsOwnFileAndKeepsWhatWasAdded() throws {
    let hub = try ImportedHub()
    let second = event("UID:b\nSUMMARY:B\nDTSTART;VALUE=DATE:20310601")
    try hub.add(calendar(event("UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20310507\nLOCATION:Mill") + "\n" + second))
    let path = "site-content/meetings/imported-events.yaml"
    try hub.folder.edit(path, "  venue: Mill\n", "  venue: Mill\n  civil_society: Ask at the door.\n")
    try hub.folder.edit(path, "  title: B\n", "  title: B # the second\n")
    let moved = event("UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20310509\nLOCATION:Mill\nSEQUENCE:1")
    let result = try hub.add(calendar(moved + "\n" + second))
    #expect((result.added, result.updated, result.unchanged) == (0, 1, 1))
    #expect(result.remarks.map(\.text).contains("'A' has a new start, sequence"))
    let text = try hub.yaml()
    #expect(text.contains("start: 2031-05-09\n  venue: Mill\n  civil_society: Ask at the door.\n"))
    #expect(text.contains("title: B # the second"))
    #expect(text.contains("- id: a-2031-05-07\n"))
    #expect(try hub.add(calendar(moved + "\n" + second)).files.isEmpty)
  }

  @Test func leavesOutReferencesToNothing() throws {
    let hub = try ImportedHub()
    let carried =
      "X-HUBWRIGHT-ID:m\nX-HUBWRIGHT-TYPE:group\nX-HUBWRIGHT-ORGAN:nobody\nX-HUBWRIGHT-ISSUES:[\"flow\"]\nX-HUBWRIGHT-CONFIDENCE:memory"
    let result = try hub.add(calendar(event("UID:a\nSUMMARY:S\nDTSTART;VALUE=DATE:20310507\n\(carried)")))
    #expect(
      result.remarks.map(\.text) == [
        "'issues' leaves out 'flow', which this hub does not have",
        "'organ' leaves out 'nobody', which this hub does not have",
      ])
    #expect(hub.meetings()["m"]?.fields.map(\.name) == ["title", "confidence", "type", "start", "uid"])
  }

  @Test(arguments: [
    ("FREQ=WEEKLY", 53, "the series is long or has no end; its 53 meetings from 2031-05-07 to 2032-05-06 are taken"),
    ("FREQ=MINUTELY;COUNT=9", 1, "the rule 'FREQ=MINUTELY;COUNT=9' is not read; only the first meeting is taken"),
    (
      "FREQ=DAILY;COUNT=500", 366,
      "the series is long or has no end; its 366 meetings from 2031-05-07 to 2032-05-06 are taken"
    ),
    ("FREQ=DAILY;UNTIL=20310509", 3, nil), ("FREQ=DAILY;COUNT=366", 366, nil),
  ])
  func takesASeriesApart(_ rule: String, _ count: Int, _ remark: String?) throws {
    let hub = try ImportedHub()
    let result = try hub.add(
      calendar(event("UID:a\nSUMMARY:S\nDTSTART;VALUE=DATE:20310507\nRRULE:\(rule)")), type: "group")
    #expect(result.added == count)
    #expect(result.remarks.map(\.text) == [remark].compactMap { $0 })
  }

  /// A zone of the calendar's own, whose rules it gives, becomes times in UTC.
  @Test(arguments: [("20310329T120000", "2031-03-29T11:00"), ("20310331T120000", "2031-03-31T10:00")])
  func readsZonesThatNobodyElseKnows(_ start: String, _ expected: String) throws {
    let zone = """
      BEGIN:VTIMEZONE
      TZID:Customized Time Zone
      BEGIN:STANDARD
      DTSTART:16011028T030000
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010325T020000
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      END:DAYLIGHT
      END:VTIMEZONE
      """
    let hub = try ImportedHub()
    try hub.add(calendar(zone + "\n" + event("UID:a\nSUMMARY:S\nDTSTART;TZID=Customized Time Zone:\(start)")))
    #expect(hub.meetings().values.first?.value(at: ["start"]) == .text(expected))
    #expect(hub.meetings().values.first?.value(at: ["time_zone"]) == .text("UTC"))
  }

  /// Damaged calendars: each is imported, or refused with one error at one line.
  @Test func survivesDamagedCalendars() throws {
    let hub = try ImportedHub()
    let original = Array(
      calendar(
        event(
          "UID:a\nSUMMARY:S\\, t\nDTSTART;TZID=Europe/Zurich:20310507T090000\nDTEND:20310507T100000Z\nRRULE:FREQ=WEEKLY;COUNT=3"
        )
          + "\n"
          + event(
            "UID:b\nSUMMARY:T\nDTSTART;VALUE=DATE:20310507\nX-HUBWRIGHT-ID:b\nX-HUBWRIGHT-SOURCES:[{\"title\":\"x\"}]")
      ).utf8)
    var numbers = SeededNumbers(seed: 4)
    for _ in 0..<300 {
      var bytes = original
      for _ in 0..<3 {
        let position = Int.random(in: 0..<bytes.count, using: &numbers)
        if Bool.random(using: &numbers) {
          bytes[position] = UInt8.random(in: 10...126, using: &numbers)
        } else {
          bytes.removeSubrange(position..<min(bytes.count - 1, position + Int.random(in: 1...20, using: &numbers)))
        }
      }
      let result = importMeetings(
        ImportRequest(hub: hub.folder.path, file: "e.ics", bytes: bytes, today: { _ in .first }))
      #expect(result.diagnostics.count <= 1)
      #expect(result.diagnostics.isEmpty || result.files.isEmpty)
    }
  }
}
