import CivilTime
import Formats
import Testing

struct ICalendarTests {
  @Test func writesAWholeCalendar() throws {
    var details = ICalendar.Details()
    details.sequence = 2
    details.lastModified = instant("2026-11-02T08:30:00Z")
    details.description = "First line\nSecond; with, signs \\"
    details.location = "Doha, Qatar"
    details.position = ICalendar.Position(latitude: 25.285447, longitude: 51.53104)
    details.address = "https://example.org/é.html"
    details.categories = ["policy", "a,b"]
    details.organizer = ICalendar.Organizer(name: "Union: the \"main\" one", address: "mailto:a@example.org")
    details.alarms = [ICalendar.Alarm(description: "Soon", minutesBefore: 1530)]
    details.isTransparent = true
    details.parent = "m-0@example.org"
    details.extensions = [
      ICalendar.Extension(name: "X-OF-OURS", text: "a,b"), ICalendar.Extension(name: "X:Y\r\n", text: "never"),
    ]
    let event = ICalendar.Event(
      uid: "m-1@example.org", stamp: instant("2026-11-01T00:00:00Z"),
      span: .days(first: date("2026-11-09"), last: date("2026-11-27")), summary: "Conference", status: .tentative,
      details: details)
    let calendar = ICalendar(
      productID: "-//Example//Calendar 1.0//EN", name: "Meetings", description: "All of them",
      address: "https://example.org/",
      selfAddress: "https://example.org/meetings.ics", events: [event.encoded()])
    #expect(
      linesOf(calendar) == """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Example//Calendar 1.0//EN
        CALSCALE:GREGORIAN
        NAME:Meetings
        X-WR-CALNAME:Meetings
        DESCRIPTION:All of them
        X-WR-CALDESC:All of them
        REFRESH-INTERVAL;VALUE=DURATION:P1D
        X-PUBLISHED-TTL:P1D
        URL:https://example.org/
        SOURCE;VALUE=URI:https://example.org/meetings.ics
        BEGIN:VEVENT
        UID:m-1@example.org
        DTSTAMP:20261101T000000Z
        DTSTART;VALUE=DATE:20261109
        DTEND;VALUE=DATE:20261128
        SUMMARY:Conference
        STATUS:TENTATIVE
        SEQUENCE:2
        LAST-MODIFIED:20261102T083000Z
        DESCRIPTION:First line\\nSecond\\; with\\, signs \\\\
        LOCATION:Doha\\, Qatar
        GEO:25.285447;51.531040
        URL:https://example.org/%C3%A9.html
        CATEGORIES:policy,a\\,b
        ORGANIZER;CN="Union: the 'main' one":mailto:a@example.org
        TRANSP:TRANSPARENT
        RELATED-TO:m-0@example.org
        X-OF-OURS:a\\,b
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:Soon
        TRIGGER:-P1DT1H30M
        END:VALARM
        END:VEVENT
        END:VCALENDAR

        """)
  }

  @Test func writesAnEmptyCalendar() {
    let calendar = ICalendar(productID: "p", name: "n", refreshHours: 6, events: [])
    #expect(
      linesOf(calendar) == """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:p
        CALSCALE:GREGORIAN
        NAME:n
        X-WR-CALNAME:n
        REFRESH-INTERVAL;VALUE=DURATION:PT6H
        X-PUBLISHED-TTL:PT6H
        END:VCALENDAR

        """)
  }

  @Test(arguments: [
    (
      ICalendar.Span.days(first: date("2026-12-31"), last: date("2026-12-31")),
      ["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101"]
    ),
    (
      .days(first: date("2026-02-28"), last: date("2026-01-01")),
      ["DTSTART;VALUE=DATE:20260228", "DTEND;VALUE=DATE:20260301"]
    ),
    (.days(first: date("9999-12-31"), last: date("9999-12-31")), ["DTSTART;VALUE=DATE:99991231"]),
    (
      .instants(start: instant("2026-11-09T10:00:00+03:00"), end: instant("2026-11-09T12:30:00+03:00")),
      ["DTSTART:20261109T070000Z", "DTEND:20261109T093000Z"]
    ),
    (.instants(start: instant("2026-11-09T10:00:00Z"), end: nil), ["DTSTART:20261109T100000Z"]),
    (
      .instants(start: instant("2026-11-09T10:00:00Z"), end: instant("2026-11-09T10:00:00Z")),
      ["DTSTART:20261109T100000Z"]
    ),
    (
      .local(start: local("2026-11-09T10:00"), end: local("2026-11-09T11:00"), zone: doha),
      ["DTSTART;TZID=Asia/Qatar:20261109T100000", "DTEND;TZID=Asia/Qatar:20261109T110000"]
    ),
    (
      .local(start: local("2026-11-09T10:00"), end: local("2026-11-09T09:00"), zone: doha),
      ["DTSTART;TZID=Asia/Qatar:20261109T100000"]
    ),
  ])
  func writesWhenAnEventTakesPlace(span: ICalendar.Span, lines: [String]) {
    let written = linesOf(calendar(of: [event(span: span)]))
    let inEvent = written.split(separator: "\n").drop { $0 != "BEGIN:VEVENT" }
    #expect(inEvent.filter { $0.hasPrefix("DTSTART") || $0.hasPrefix("DTEND") }.map(String.init) == lines)
  }

  @Test(arguments: [
    (ICalendar.Status.confirmed, "STATUS:CONFIRMED"), (.tentative, "STATUS:TENTATIVE"),
    (.cancelled, "STATUS:CANCELLED"),
  ])
  func writesTheStatus(status: ICalendar.Status, line: String) {
    let event = ICalendar.Event(
      uid: "u", stamp: Timestamp(secondsSince1970: 0), span: .today, summary: "s", status: status)
    #expect(linesOf(calendar(of: [event])).contains("\n\(line)\n"))
  }

  @Test(arguments: [
    (0, "PT0M"), (1, "-PT1M"), (60, "-PT1H"), (61, "-PT1H1M"), (1440, "-P1D"), (1441, "-P1DT1M"), (-15, "PT15M"),
    (20_160, "-P14D"),
  ])
  func triggersAlarmsBeforeTheStart(minutes: Int, duration: String) {
    var details = ICalendar.Details()
    details.alarms = [ICalendar.Alarm(description: "a", minutesBefore: minutes)]
    #expect(linesOf(calendar(of: [event(details: details)])).contains("\nTRIGGER:\(duration)\n"))
  }

  @Test(arguments: [Int.min, Int.max])
  func survivesAnyNumber(number: Int) {
    var details = ICalendar.Details()
    details.alarms = [ICalendar.Alarm(description: "a", minutesBefore: number)]
    details.sequence = number
    let written = ICalendar(
      productID: "p", name: "n", refreshHours: number, events: [event(details: details).encoded()])
    #expect(!written.encoded().isEmpty)
  }

  @Test(arguments: [(91.0, 0.0), (0.0, 181.0), (.nan, 0.0), (0.0, .infinity)])
  func refusesPlacesOutsideTheGlobe(latitude: Double, longitude: Double) {
    #expect(ICalendar.Position(latitude: latitude, longitude: longitude) == nil)
  }

  @Test(arguments: [
    (-0.0000004, 0.5, "0.000000;0.500000"), (-90.0, -180.0, "-90.000000;-180.000000"),
    (-0.25, 7.4474469999, "-0.250000;7.447447"),
  ])
  func writesSixDigitsOfADegree(latitude: Double, longitude: Double, written: String) {
    var details = ICalendar.Details()
    details.position = ICalendar.Position(latitude: latitude, longitude: longitude)
    #expect(linesOf(calendar(of: [event(details: details)])).contains("\nGEO:\(written)\n"))
  }
}

extension ICalendar.Span {
  static let today = ICalendar.Span.days(first: date("2026-11-09"), last: date("2026-11-09"))
}

let doha = TimeZoneRules(id: "Asia/Qatar", base: TimeZoneRules.Observance(offset: 10_800, name: "+03"))

func event(
  summary: String = "s", span: ICalendar.Span = .today, details: ICalendar.Details = ICalendar.Details()
) -> ICalendar.Event {
  ICalendar.Event(uid: "u", stamp: Timestamp(secondsSince1970: 0), span: span, summary: summary, details: details)
}

func calendar(of events: [ICalendar.Event]) -> ICalendar {
  ICalendar(productID: "p", name: "n", events: events.map { $0.encoded() })
}

/// The calendar's lines with simple line ends; long ones stay folded.
func linesOf(_ calendar: ICalendar) -> String {
  text(of: calendar.encoded().filter { $0 != UInt8(ascii: "\r") })
}
