import Content
import Importing
import TestSupport
import Testing

/// Which meetings a series becomes, and when each is.
struct SeriesTests {
  private static func series(_ properties: String, _ more: String = "", _ head: String = "") -> String {
    calendar(event("UID:a\nSUMMARY:S\n\(properties)") + (more.isEmpty ? "" : "\n\(more)"), head)
  }

  private static func change(_ properties: String) -> String { event("UID:a\nSUMMARY:Changed\n\(properties)") }

  /// Times in UTC are instants: in Auckland the day is another than in UTC.
  @Test(arguments: [
    // An end in UTC.
    (
      "DTSTART;TZID=Pacific/Auckland:20310506T080000\nRRULE:FREQ=DAILY;UNTIL=20310507T200000Z",
      ["2031-05-06T08:00", "2031-05-07T08:00", "2031-05-08T08:00"]
    ),
    // An exception and an addition in UTC.
    (
      "DTSTART;TZID=Pacific/Auckland:20310506T080000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20310506T200000Z\nRDATE:20310509T213000Z",
      ["2031-05-06T08:00", "2031-05-08T08:00", "2031-05-10T09:30"]
    ),
    // An exception at another hour takes nothing out, one of a day all of the day.
    (
      "DTSTART;TZID=Pacific/Auckland:20310506T080000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Pacific/Auckland:20310507T090000\nEXDATE;VALUE=DATE:20310508",
      ["2031-05-06T08:00", "2031-05-07T08:00"]
    ),
    // Several rules add up, and one of exceptions takes out.
    (
      "DTSTART;TZID=Pacific/Auckland:20310506T080000\nRRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=3\nEXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2",
      ["2031-05-07T08:00", "2031-05-13T08:00"]
    ),
    // A start that the rule does not match, and one that is taken out with all that follow.
    (
      "DTSTART;TZID=Pacific/Auckland:20310506T080000\nRRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=2",
      ["2031-05-06T08:00", "2031-05-08T08:00", "2031-05-15T08:00"]
    ),
    // Two hours of a day.
    (
      "DTSTART;TZID=Pacific/Auckland:20310506T080000\nRRULE:FREQ=DAILY;BYHOUR=8,14;COUNT=3",
      ["2031-05-06T08:00", "2031-05-06T14:00", "2031-05-07T08:00"]
    ),
  ])
  func comparesInstants(_ properties: String, _ starts: [String]) throws {
    let hub = try ImportedHub()
    try hub.add(Self.series(properties), type: "group")
    #expect(hub.times() == starts.map { "\($0) Pacific/Auckland" })
  }

  @Test func keepsTheHoursAndPeriodsOfAddedDates() throws {
    let hub = try ImportedHub()
    let dates = "RDATE;VALUE=PERIOD:20310508T120000Z/PT3H,20310509T120000Z/20310509T130000Z\nRDATE:20310510T150000Z"
    try hub.add(Self.series("DTSTART:20310507T090000Z\nDTEND:20310507T100000Z\n\(dates)"), type: "group")
    #expect(
      hub.times() == [
        "2031-05-07T09:00 2031-05-07T10:00 UTC", "2031-05-08T12:00 2031-05-08T15:00 UTC",
        "2031-05-09T12:00 2031-05-09T13:00 UTC", "2031-05-10T15:00 2031-05-10T16:00 UTC",
      ])
  }

  @Test func placesChangesByTheirInstants() throws {
    let hub = try ImportedHub()
    let first = Self.change("RECURRENCE-ID:20310506T200000Z\nDTSTART;TZID=Pacific/Auckland:20310507T110000")
    let day = Self.change("RECURRENCE-ID;VALUE=DATE:20310508\nDTSTART;TZID=Pacific/Auckland:20310508T120000")
    let second = Self.change(
      "RECURRENCE-ID:20310506T200000Z\nSEQUENCE:1\nDTSTART;TZID=Pacific/Auckland:20310507T130000")
    let other = Self.change("RECURRENCE-ID:20310506T210000Z\nDTSTART;TZID=Pacific/Auckland:20310507T150000")
    try hub.add(
      Self.series(
        "DTSTART;TZID=Pacific/Auckland:20310506T080000\nRRULE:FREQ=DAILY;COUNT=3",
        [second, first, day, other].joined(separator: "\n")), type: "group")
    #expect(
      hub.times() == ["06T08", "07T13", "07T15", "08T12"].map { "2031-05-\($0):00 Pacific/Auckland" })
    let uids = hub.meetings().values.compactMap { $0.text("uid") }.sorted()
    #expect(uids == ["a/2031-05-06", "a/2031-05-07", "a/2031-05-07T09:00", "a/2031-05-08"])
  }

  @Test func changesAllThatFollow() throws {
    let hub = try ImportedHub()
    let change = Self.change(
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20310509T090000Z\nDTSTART:20310509T113000Z\nDTEND:20310509T123000Z")
    try hub.add(
      Self.series("DTSTART:20310507T090000Z\nDTEND:20310507T110000Z\nRRULE:FREQ=DAILY;COUNT=4", change), type: "group")
    #expect(
      hub.times() == [
        "2031-05-07T09:00 2031-05-07T11:00 UTC", "2031-05-08T09:00 2031-05-08T11:00 UTC",
        "2031-05-09T11:30 2031-05-09T12:30 UTC", "2031-05-10T11:30 2031-05-10T12:30 UTC",
      ])
    #expect(hub.meetings().values.count { $0.text("title") == "Changed" } == 2)
  }

  /// What is private about a public series is neither imported as it is nor as it was.
  @Test(arguments: ["PRIVATE", "CONFIDENTIAL", "private", "X-STAFF"])
  func leavesOutAChangeThatIsNotPublic(_ visibility: String) throws {
    let hub = try ImportedHub()
    let change = Self.change("RECURRENCE-ID:20310508T090000Z\nDTSTART:20310508T100000Z\nCLASS:\(visibility)")
    let result = try hub.add(Self.series("DTSTART:20310507T090000Z\nRRULE:FREQ=DAILY;COUNT=3", change), type: "group")
    #expect(hub.times() == ["2031-05-07T09:00 UTC", "2031-05-09T09:00 UTC"])
    #expect(
      result.remarks.map(\.text) == [
        "VEVENT 'Changed' is skipped: it is not public (CLASS:\(visibility.uppercased()))"
      ])
  }

  @Test func leavesOutTheChangesOfASeriesThatIsNotPublic() throws {
    let hub = try ImportedHub()
    let change = Self.change("RECURRENCE-ID:20310508T090000Z\nDTSTART:20310508T100000Z\nCLASS:PUBLIC")
    let result = try hub.add(
      Self.series("DTSTART:20310507T090000Z\nRRULE:FREQ=DAILY;COUNT=3\nCLASS:CONFIDENTIAL", change), type: "group")
    #expect(result.files.isEmpty)
    #expect(result.skipped == 2)
  }

  @Test func readsAnEndInAnotherZone() throws {
    let hub = try ImportedHub()
    try hub.add(
      Self.series("DTSTART;TZID=Europe/Vienna:20310507T090000\nDTEND;TZID=America/New_York:20310507T060000"),
      type: "group")
    #expect(hub.times() == ["2031-05-07T09:00 2031-05-07T12:00 Europe/Vienna"])
  }

  /// A zone by rules of Lotus, with minutes and hours, and by ones that begin on a day.
  @Test(arguments: [
    (";BYMINUTE=0;BYHOUR=2", "19700329T020000", "19701025T030000"), ("", "19700329", "19701025"),
  ])
  func keepsTheHoursOfAZoneThatOnlyTheCalendarKnows(_ more: String, _ summer: String, _ winter: String) throws {
    let zone = """
      BEGIN:VTIMEZONE
      TZID:Our office
      BEGIN:STANDARD
      DTSTART:\(winter)
      RRULE:FREQ=YEARLY\(more.replacing("2", with: "3"));BYDAY=-1SU;BYMONTH=10
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:\(summer)
      RRULE:FREQ=YEARLY\(more);BYDAY=-1SU;BYMONTH=3
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      END:DAYLIGHT
      END:VTIMEZONE
      """
    let hub = try ImportedHub()
    try hub.add(
      Self.series("DTSTART;TZID=Our office:20310328T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2", zone),
      type: "group")
    #expect(hub.times() == ["2031-03-28T09:00 2031-03-28T10:00 UTC", "2031-04-04T08:00 2031-04-04T09:00 UTC"])
  }

  /// A series in UTC keeps its hours where the calendar names its zone.
  @Test func keepsTheHoursOfTheCalendarsZone() throws {
    let hub = try ImportedHub()
    try hub.add(
      Self.series("DTSTART:20310328T090000Z\nRRULE:FREQ=WEEKLY;COUNT=2", "", "X-WR-TIMEZONE:Europe/Vienna"),
      type: "group")
    #expect(hub.times() == ["2031-03-28T10:00 Europe/Vienna", "2031-04-04T10:00 Europe/Vienna"])
  }

  @Test func givesTheYearToComeOfASeriesWithoutAnEnd() throws {
    let hub = try ImportedHub()
    let text = Self.series("DTSTART:20010103T090000Z\nRRULE:FREQ=MONTHLY;INTERVAL=3")
    let result = try hub.add(text, type: "group", on: "2031-02-01")
    #expect(hub.times() == ["2031-04", "2031-07", "2031-10", "2032-01"].map { "\($0)-03T09:00 UTC" })
    #expect(
      result.remarks.map(\.text) == [
        "the series is long or has no end; its 4 meetings from 2031-02-01 to 2032-01-31 are taken"
      ])
    #expect(try hub.add(text, type: "group", on: "2031-02-01").files.isEmpty)
    #expect(try hub.add(text, type: "group", on: "2031-05-01").added == 1)
  }

  @Test func skipsASeriesThatEndsBeforeItStarts() throws {
    let result = try ImportedHub().add(
      Self.series("DTSTART:20310507T090000Z\nRRULE:FREQ=DAILY;UNTIL=20310506T090000Z"), type: "group")
    #expect(result.remarks.map(\.text) == ["VEVENT 'S' is skipped: its series has no meeting that is taken"])
  }

  /// No VERSION, an empty UID, CLASS and RRULE, and the rest of a text that was not folded.
  @Test func takesWhatProgramsForget() throws {
    let hub = try ImportedHub()
    let text = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:
      CLASS:
      RRULE:
      SUMMARY:S
      DESCRIPTION:One
      two
      DTSTART:20310507T090000Z
      END:VEVENT
      BEGIN:VJOURNAL
      SUMMARY:Notes
      DTSTART:20310507T090000Z
      END:VJOURNAL
      END:VCALENDAR
      """
    let result = try hub.add(text, type: "group")
    #expect(hub.times() == ["2031-05-07T09:00 UTC"])
    #expect(
      result.remarks.map { "\($0.line): \($0.text)" } == [
        "8: the line is left out: a line consists of a name, a colon and a value, not 'two'",
        "11: VJOURNAL 'Notes' is skipped: a journal is no meeting",
      ])
  }
}
