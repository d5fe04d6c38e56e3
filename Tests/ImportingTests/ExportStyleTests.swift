import Content
import Importing
import TestSupport
import Testing

/// Calendars in the styles of three programs, written for these tests.
struct ExportStyleTests {
  /// Times in UTC, the calendar's zone and name in properties of its own, everything escaped, empty properties.
  private static let google = """
    BEGIN:VCALENDAR
    PRODID:-//Google Inc//Google Calendar 70.9054//EN
    VERSION:2.0
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    X-WR-CALNAME:River talks
    X-WR-TIMEZONE:Europe/Vienna
    BEGIN:VEVENT
    DTSTART:20310507T070000Z
    DTEND:20310507T153000Z
    DTSTAMP:20310101T120000Z
    UID:0abc@google.com
    CREATED:20301201T080000Z
    DESCRIPTION:How the delta is shared\\, and who decides.
    LAST-MODIFIED:20310203T101500Z
    LOCATION:Mill House\\, 3 River Street\\, Vienna
    SEQUENCE:1
    STATUS:CONFIRMED
    SUMMARY:Talks on the delta
    TRANSP:OPAQUE
    END:VEVENT
    BEGIN:VEVENT
    DTSTART;VALUE=DATE:20310601
    DTEND;VALUE=DATE:20310604
    DTSTAMP:20310101T120000Z
    UID:1def@google.com
    DESCRIPTION:
    LOCATION:
    STATUS:TENTATIVE
    SUMMARY:Summer school
    END:VEVENT
    END:VCALENDAR
    """

  @Test func importsGooglesStyle() throws {
    let hub = try ImportedHub()
    let result = try hub.add(Self.google.replacing("\n", with: "\r\n"))
    #expect(
      try hub.yaml() == """
        - id: talks-on-the-delta-2031-05-07
          title: Talks on the delta
          summary: How the delta is shared, and who decides.
          updated: 2031-02-03
          sources:
            - title: River talks
          type: conference
          start: 2031-05-07T07:00
          end: 2031-05-07T15:30
          time_zone: UTC
          venue: Mill House, 3 River Street, Vienna
          uid: 0abc@google.com
          sequence: 1

        - id: summer-school-2031-06-01
          title: Summer school
          sources:
            - title: River talks
          type: conference
          status: tentative
          start: 2031-06-01
          end: 2031-06-03
          uid: 1def@google.com

        """)
    #expect(
      result.remarks.map { "\($0.line): \($0.text)" } == [
        "8: meetings that say nothing of their type get 'conference', the first in hub.yaml; --type names another"
      ])
  }

  /// Zones by the names of Windows with rules of their own, properties of the program, attendees, reminders, private events.
  private static let outlook = """
    BEGIN:VCALENDAR
    PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
    VERSION:2.0
    METHOD:PUBLISH
    BEGIN:VTIMEZONE
    TZID:W. Europe Standard Time
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
    BEGIN:VEVENT
    ATTENDEE;CN="Somebody";RSVP=TRUE:mailto:somebody@example.org
    ATTENDEE;CN="Another":mailto:another@example.org
    CATEGORIES:Working group,Delta
    CLASS:PUBLIC
    DTEND;TZID="W. Europe Standard Time":20310329T180000
    DTSTART;TZID="W. Europe Standard Time":20310329T090000
    LOCATION:https://calls.example.org/room
    PRIORITY:5
    SUMMARY;LANGUAGE=en-gb:Working group
    UID:040000008200E00074C5B7101A82E008
    X-MICROSOFT-CDO-BUSYSTATUS:BUSY
    BEGIN:VALARM
    TRIGGER:-PT15M
    ACTION:DISPLAY
    DESCRIPTION:Reminder
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    CLASS:PRIVATE
    DTSTART;VALUE=DATE:20310402
    SUMMARY:Dentist
    UID:2
    END:VEVENT
    END:VCALENDAR
    """

  @Test func importsOutlooksStyle() throws {
    let hub = try ImportedHub()
    let result = try hub.add(Self.outlook)
    #expect(
      try hub.yaml() == """
        - id: working-group-2031-03-29
          title: Working group
          tags:
            - Working group
            - Delta
          sources:
            - title: events.ics
              url: https://calls.example.org/room
          type: group
          start: 2031-03-29T09:00
          end: 2031-03-29T18:00
          time_zone: Europe/Berlin
          format: online
          url: https://calls.example.org/room
          uid: 040000008200E00074C5B7101A82E008

        """)
    #expect(
      result.remarks.map { "\($0.line): \($0.text)" } == [
        "21: ATTENDEE (and 1 more) is left out: addresses of people are not published",
        "28: PRIORITY is left out: a meeting has no field for it",
        "31: X-MICROSOFT-CDO-BUSYSTATUS is left out: a meeting has no field for it",
        "32: VALARM is left out: reminders are the reader's own",
        "38: VEVENT 'Dentist' is skipped: it is not public (CLASS:PRIVATE)",
      ])
    #expect(result.skipped == 1)
  }

  /// LF alone, a zone with a program's prefix, a series with an exception and a changed part, a task.
  private static let nextcloud = """
    BEGIN:VCALENDAR
    CALSCALE:GREGORIAN
    VERSION:2.0
    PRODID:-//IDN nextcloud.com//Calendar app 4.7.16//EN
    X-WR-CALNAME:Forum
    X-APPLE-CALENDAR-COLOR:#0082c9
    BEGIN:VEVENT
    CREATED:20310101T120000Z
    DTSTAMP:20310101T120000Z
    LAST-MODIFIED:20310102T120000Z
    SEQUENCE:2
    UID:b6a7-4d3e
    DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Kathmandu:20310507T100000
    DURATION:PT1H30M
    RRULE:FREQ=WEEKLY;COUNT=4
    EXDATE;TZID=/freeassociation.sourceforge.net/Asia/Kathmandu:20310514T100000
    SUMMARY:Open call
    GEO:27.717200;85.324000
    END:VEVENT
    BEGIN:VEVENT
    DTSTAMP:20310101T120000Z
    UID:b6a7-4d3e
    RECURRENCE-ID;TZID=Asia/Kathmandu:20310521T100000
    DTSTART;TZID=Asia/Kathmandu:20310522T110000
    DTEND;TZID=Asia/Kathmandu:20310522T120000
    SUMMARY:Open call\\, moved
    END:VEVENT
    BEGIN:VTODO
    UID:todo
    DTSTAMP:20310101T120000Z
    SUMMARY:Write minutes
    END:VTODO
    END:VCALENDAR
    """

  @Test func importsNextcloudsStyle() throws {
    let hub = try ImportedHub()
    let result = try hub.add(Self.nextcloud, type: "group")
    let meetings = hub.meetings()
    #expect(
      meetings.keys.sorted() == ["open-call-2031-05-07", "open-call-2031-05-28", "open-call-moved-2031-05-22"])
    let first = try #require(meetings["open-call-2031-05-07"])
    #expect(first.value(at: ["end"]) == .text("2031-05-07T11:30"))
    #expect(first.value(at: ["time_zone"]) == .text("Asia/Kathmandu"))
    #expect(first.value(at: ["position"]) == .text("27.717200, 85.324000"))
    #expect(first.value(at: ["uid"]) == .text("b6a7-4d3e/2031-05-07"))
    #expect(meetings["open-call-moved-2031-05-22"]?.value(at: ["uid"]) == .text("b6a7-4d3e/2031-05-21"))
    #expect(
      result.remarks.map { "\($0.line): \($0.text)" } == ["28: VTODO 'Write minutes' is skipped: a task is no meeting"])
    #expect(try hub.add(Self.nextcloud, type: "group").unchanged == 3)
  }
}
