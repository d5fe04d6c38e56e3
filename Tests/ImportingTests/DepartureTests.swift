import Importing
import TestSupport
import Testing

/// Records that their calendar gives no more, gives under another name, or has cancelled.
struct DepartureTests {
  private static let path = NewerCopyTests.path
  private static let way = "delete it, write 'status: cancelled', or move it to another file to keep it"
  private static let series = "UID:a\nSUMMARY:A\nDTSTART;TZID=Europe/Zurich:20310507T090000\nRRULE:FREQ=WEEKLY;COUNT="
  private static let other = "UID:b\nSUMMARY:B\nDTSTART;VALUE=DATE:20310601"

  /// What a second copy says of the records of a first, and the hub after it; importing it again changes nothing.
  private static func renewed(
    _ first: String, _ second: String, _ method: String = "", on day: String = ImportedHub.today
  ) throws -> (hub: ImportedHub, words: [String], departed: Int) {
    let hub = try ImportedHub()
    try hub.add(calendar(first), type: "group", on: day)
    let result = try hub.add(calendar(second, method), type: "group", on: day)
    #expect(try hub.add(calendar(second, method), type: "group", on: day).files.isEmpty)
    try hub.expectPlaces(of: result)
    return (hub, result.remarks.map { ($0.path.map { "\($0):" } ?? "") + "\($0.line): \($0.text)" }, result.departed)
  }

  @Test func namesWhatLeftTheCalendar() throws {
    let a = "UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20310507"
    let (hub, words, departed) = try Self.renewed(event(a) + "\n" + event(Self.other), event(Self.other))
    #expect(words == ["\(Self.path):3: 'A' is no longer in the calendar: \(Self.way)"])
    #expect(hub.times() == ["2031-05-07", "2031-06-01"])
    #expect(departed == 1)
    // Each of the ways ends the warning.
    try hub.folder.edit(Self.path, "  title: A\n", "  title: A\n  status: cancelled\n")
    #expect(try hub.add(calendar(event(Self.other)), type: "group").remarks == [])
    let text = try hub.folder.text(Self.path)
    let entries = text.split(separator: "\n\n").map { String($0) + "\n" }
    try hub.folder.write(Self.path, entries[1])
    try hub.folder.write("site-content/meetings/own.yaml", entries[0].replacing("  status: cancelled\n", with: ""))
    #expect(hub.times() == ["2031-05-07", "2031-06-01"])
    #expect(try hub.add(calendar(event(Self.other)), type: "group").remarks == [])
  }

  @Test(arguments: ["PRIVATE", "CONFIDENTIAL"])
  func namesWhatBecamePrivate(_ word: String) throws {
    let a = "UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20300507"
    let (hub, words, _) = try Self.renewed(event(a), event("\(a)\nCLASS:\(word)"))
    #expect(
      words == [
        "4: VEVENT 'A' is skipped: it is not public (CLASS:\(word))",
        "\(Self.path):3: 'A' is published, but in the calendar it is not public (CLASS:\(word)): delete it here, or write 'draft: true'; a build then names the links to it",
      ])
    try hub.folder.edit(Self.path, "  title: A\n", "  title: A\n  draft: true\n")
    #expect(try hub.add(calendar(event("\(a)\nCLASS:\(word)"))).remarks.map(\.path) == [nil])
  }

  /// Also where the calendar is another hub's, whose records need no UID.
  @Test func namesARecordOfAHubThatBecamePrivate() throws {
    let a = "UID:m@hub.example\nX-HUBWRIGHT-ID:m\nX-HUBWRIGHT-CONFIDENCE:memory\nSUMMARY:A\nDTSTART;VALUE=DATE:20310507"
    let (hub, words, _) = try Self.renewed(event(a), event("\(a)\nCLASS:PRIVATE"))
    #expect(hub.meetings()["m"]?.text("uid") == nil)
    #expect(words.last?.hasPrefix("\(Self.path):3: 'A' is published, but in the calendar it is not public") == true)
  }

  @Test func namesAPartThatBecamePrivate() throws {
    let part =
      "UID:a\nSUMMARY:A\nDTSTART;TZID=Europe/Zurich:20310514T090000\nRECURRENCE-ID:20310514T070000Z\nCLASS:PRIVATE"
    let (hub, words, _) = try Self.renewed(event(Self.series + "3"), event(Self.series + "3") + "\n" + event(part))
    #expect(hub.meetings().count == 3)
    #expect(words.last?.contains("yaml:13: 'A' is published, but in the calendar it is not public") == true, "\(words)")
  }

  @Test(arguments: [
    "3\nEXDATE;TZID=Europe/Zurich:20310521T090000", "2", "9;UNTIL=20310515T000000Z", "2\nRDATE:20310604T070000Z",
  ])
  func namesWhatLeftItsSeries(_ rule: String) throws {
    let rule = rule.contains("UNTIL") ? String(rule.dropFirst(2)) : rule
    let copy = event(Self.series.replacing(rule.hasPrefix("UNTIL") ? "COUNT=" : "none", with: "") + rule)
    let (hub, words, _) = try Self.renewed(event(Self.series + "3"), copy)
    let suspicion =
      rule.contains("RDATE") ? ". Line 4 of the calendar, 'A' on 2031-06-04T09:00, may be the same meeting" : ""
    #expect(words == ["\(Self.path):23: 'A' is no longer one of the meetings of its series: \(Self.way)\(suspicion)"])
    #expect(hub.times().contains("2031-05-21T09:00 Europe/Zurich"))
  }

  /// Months pass, and a calendar or a series without an end shows others days.
  @Test func countsWhatIsOver() throws {
    let hub = try ImportedHub()
    let endless = event("UID:e\nSUMMARY:E\nDTSTART;VALUE=DATE:20310107\nRRULE:FREQ=MONTHLY")
    let past = (1...3).map { event("UID:p\($0)\nSUMMARY:P\($0)\nDTSTART;VALUE=DATE:2031010\($0)") }
    try hub.add(calendar(([endless] + past).joined(separator: "\n")), type: "group")
    let result = try hub.add(calendar(endless), type: "group", on: "2031-03-01")
    #expect(
      result.remarks.filter { !$0.text.contains("has no end") } == [
        ImportRemark(line: 1, text: "3 meetings that are over are no longer in the calendar, and stay in the hub")
      ])
    #expect((result.added, result.departed, hub.meetings().count) == (2, 3, 17))
  }

  // MARK: Cancelled

  @Test func takesCancelledMeetings() throws {
    let a = "UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20310507"
    let (hub, words, _) = try Self.renewed(event(a), event("\(a)\nSTATUS:CANCELLED\nSEQUENCE:1"))
    #expect(hub.meetings()["a-2031-05-07"]?.text("status") == "cancelled")
    #expect(words == ["4: 'A' is now cancelled, and has a new sequence"])
    try hub.add(calendar(event("\(a)\nSTATUS:CONFIRMED\nSEQUENCE:2")))
    #expect(hub.meetings()["a-2031-05-07"]?.text("status") == nil)
  }

  @Test(arguments: ["", "\nSUMMARY:A\nDTSTART;VALUE=DATE:20310507\nSTATUS:CANCELLED"])
  func takesMessagesThatCancel(_ rest: String) throws {
    let a = "UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20310507\nLOCATION:Mill"
    let (hub, words, _) = try Self.renewed(
      event(a) + "\n" + event(Self.other), event("UID:a\nSEQUENCE:1\(rest)"), "METHOD:CANCEL")
    let record = hub.meetings()["a-2031-05-07"]
    #expect([record?.text("status"), record?.text("venue")] == ["cancelled", "Mill"])
    #expect(words == ["5: '\(rest.isEmpty ? "a" : "A")' is now cancelled, and has a new sequence"])
    // The calendar as it was before does not undo it; a newer one does.
    try hub.add(calendar(event(a)))
    #expect(hub.meetings()["a-2031-05-07"]?.text("status") == "cancelled")
    try hub.add(calendar(event("\(a)\nSEQUENCE:2")))
    #expect(hub.meetings()["a-2031-05-07"]?.text("status") == nil)
  }

  @Test func takesMessagesThatCancelASeriesOrAPartOfIt() throws {
    let part = "UID:a\nRECURRENCE-ID;TZID=Europe/Zurich:20310514T090000\nSEQUENCE:1"
    let one = try Self.renewed(event(Self.series + "3"), event(part), "METHOD:CANCEL").hub
    #expect(one.meetings().values.compactMap { $0.text("status") } == ["cancelled"])
    #expect(one.meetings()["a-2031-05-14"]?.text("status") == "cancelled")
    let all = try Self.renewed(event(Self.series + "3"), event("UID:a\nSEQUENCE:1"), "METHOD:CANCEL").hub
    #expect(all.meetings().values.compactMap { $0.text("status") }.count == 3)
    let nobody = try Self.renewed(event(Self.other), event("UID:x"), "METHOD:CANCEL")
    #expect(nobody.words == ["5: 'x' is skipped: the message that it is cancelled means no meeting of this hub"])
  }

  @Test func touchesNoOtherFileForAMessage() throws {
    let hub = try ImportedHub()
    try hub.add(calendar(event(Self.other)), type: "group")
    let result = try hub.add(calendar(event("UID:b\nSUMMARY:B"), "METHOD:CANCEL"), "mail.ics")
    #expect(result.files.isEmpty)
    #expect(result.remarks.map(\.text) == ["'B' is cancelled: write 'status: cancelled' in \(Self.path)"])
  }

  /// A file may hold both what was announced and the message that it is cancelled.
  @Test func takesMessagesOfTheSameFile() throws {
    let hub = try ImportedHub()
    let text = calendar(event(Self.series + "2")) + calendar(event("UID:a\nSEQUENCE:1"), "METHOD:CANCEL")
    try hub.add(text, type: "group")
    #expect(hub.meetings().values.compactMap { $0.text("status") } == ["cancelled", "cancelled"])
    #expect(try hub.add(text, type: "group").files.isEmpty)
  }

  // MARK: Other names

  private static let single = "UID:a\nSUMMARY:A\nDTSTART;TZID=Europe/Zurich:20310507T090000"
  private static let moves: [(first: String, second: String, ids: [String], times: [String])] = [
    (single, series + "2", ["a-2031-05-07", "a-2031-05-14"], ["05-07T09:00", "05-14T09:00"]),
    (series + "2", single, ["a-2031-05-07", "a-2031-05-14"], ["05-07T09:00", "05-14T09:00"]),
    (
      series + "2", single.replacing("20310507", with: "20310514"), ["a-2031-05-07", "a-2031-05-14"],
      ["05-07T09:00", "05-14T09:00"]
    ),
    // Another hour, another day of the week, another UID.
    (
      series + "2", (series + "2").replacing("T09", with: "T10"), ["a-2031-05-07", "a-2031-05-14"],
      ["05-07T10:00", "05-14T10:00"]
    ),
    (
      series + "2", (series + "2").replacing("0507T", with: "0508T"), ["a-2031-05-07", "a-2031-05-14"],
      ["05-08T09:00", "05-15T09:00"]
    ),
    (
      series + "2", (series + "2").replacing(";TZID=Europe/Zurich:20310507T090000", with: ":20310507T070000Z"),
      ["a-2031-05-07", "a-2031-05-14"], ["05-07T07:00", "05-14T07:00"]
    ),
    (
      series + "2", (series + "2").replacing(";TZID=Europe/Zurich:20310507T090000", with: ";VALUE=DATE:20310507"),
      ["a-2031-05-07", "a-2031-05-14"], ["05-07", "05-14"]
    ),
    (
      series + "2", (series + "2").replacing("UID:a", with: "UID:z"), ["a-2031-05-07", "a-2031-05-14"],
      ["05-07T09:00", "05-14T09:00"]
    ),
    (single, single.replacing("UID:a", with: "UID:z"), ["a-2031-05-07"], ["05-07T09:00"]),
  ]

  @Test(arguments: moves)
  func goesOnUnderAnotherName(_ first: String, _ second: String, _ ids: [String], _ times: [String]) throws {
    let (hub, words, departed) = try Self.renewed(event(first), event(second))
    #expect(hub.meetings().keys.sorted() == ids)
    #expect(hub.times().map { $0.prefix { $0 != " " } } == times.map { "2031-\($0)" })
    #expect(departed == (first.contains("RRULE") && !second.contains("RRULE") ? 1 : 0), "\(words)")
  }

  /// What follows in a series that was cut in two goes on, and what its rule has no more is named.
  @Test func goesOnInASeriesThatWasCut() throws {
    let rest = "UID:a2\nSUMMARY:A\nDTSTART;TZID=Europe/Zurich:20310514T140000\nRRULE:FREQ=WEEKLY;COUNT=2"
    let (hub, words, departed) = try Self.renewed(
      event(Self.series + "3"), event(Self.series + "1") + "\n" + event(rest))
    #expect(hub.meetings().keys.sorted() == ["a-2031-05-07", "a-2031-05-14", "a-2031-05-21"])
    #expect(hub.times().map { $0.prefix(16) } == ["2031-05-07T09:00", "2031-05-14T14:00", "2031-05-21T14:00"])
    #expect(departed == 0, "\(words)")
  }

  /// One meeting of a series follows its own entry, and its series once that entry is gone.
  @Test func followsThePartOfASeries() throws {
    let part = { (venue: String, number: Int) in
      event(
        "UID:a\nSUMMARY:A\nDTSTART;TZID=Europe/Zurich:20310515T110000\nRECURRENCE-ID:20310514T070000Z\nLOCATION:\(venue)\nSEQUENCE:\(number)"
      )
    }
    let hub = try ImportedHub()
    let main = event(Self.series + "2")
    try hub.add(calendar(main + "\n" + part("Mill", 3)), type: "group")
    #expect(hub.meetings()["a-2031-05-15"]?.text("venue") == "Mill")
    try hub.add(calendar(main + "\n" + part("Hall", 4)), type: "group")
    #expect(hub.meetings()["a-2031-05-15"]?.text("venue") == "Hall")
    let older = try hub.add(calendar(main + "\n" + part("Mill", 3)), type: "group")
    #expect(older.remarks.map(\.text) == ["'A' is left as it is: what was imported before is newer"])
    #expect(older.files.isEmpty)
    try hub.add(calendar(main), type: "group")
    #expect(hub.times() == ["2031-05-07T09:00 Europe/Zurich", "2031-05-14T09:00 Europe/Zurich"])
    #expect(hub.meetings()["a-2031-05-15"]?.text("venue") == nil)
  }

  /// What another calendar or a hand wrote is not this calendar's.
  @Test func keepsOtherRecordsApart() throws {
    let hub = try ImportedHub()
    try hub.add(calendar(event("UID:z\nSUMMARY:A\nDTSTART;VALUE=DATE:20310507")), "other.ics", type: "group")
    try hub.add(calendar(event(Self.other)), type: "group")
    let text = try hub.folder.text(Self.path)
    try hub.folder.write(
      Self.path, text + "\n- {id: own, title: A, type: group, start: 2031-05-07, confidence: memory}\n")
    let result = try hub.add(calendar(event(Self.other) + "\n" + event(Self.single)), type: "group")
    #expect((result.added, result.departed, result.remarks.filter { $0.path != nil }) == (1, 0, []))
    #expect(hub.meetings().keys.sorted() == ["a-2031-05-07", "a-2031-05-07-2", "b-2031-06-01", "own"])
    #expect(hub.meetings()["own"]?.text("uid") == nil)
  }
}
