import TestSupport
import Testing

/// Which calendars there are, and what they hold.
@Suite struct CalendarFeedTests {
  private static let hub = """
    -- site-content/countries/c.yaml --
    - {id: aa, title: Aland, region: north}
    - {id: bb, title: Bland, region: south}
    -- site-content/bodies/b.yaml --
    - {id: assembly, title: The assembly}
    - {id: idle, title: A body that never meets}
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical, meetings: [open-day]}
    - {id: salt, title: Salt, stance: technical}
    -- site-content/meetings/m.yaml --
    - id: open-day
      title: Open day
      short: OD
      type: group
      organ: assembly
      start: 2031-05-07T09:00
      end: 2031-05-07T17:30
      time_zone: Europe/Zurich
      city: Alder
      country: aa
      venue: Mill
      position: 46.2217, -6.1372
      openness: open
      sequence: 2
      updated: 2031-02-03
      issues: [salt]
      tags: [walks]
      confidence: memory
      deadlines:
        - {title: Register, rule: 2 weeks before the opening, basis: Rule 4}
        - {id: papers, title: Send papers, date: 2031-05-01T18:00, confidence: inferred}
        - {title: Some day, date: 2031-04}
      sessions:
        - {title: Keynote, type: keynote, start: 2031-05-07T09:00, end: 2031-05-07T09:30, summary: A start.}
        - {title: Coffee, type: break, start: 2031-05-07T09:30}
        - {title: Later, start: 2031-05-07}
    - {id: far, title: Far, type: group, start: 2031-06-01, status: postponed, confidence: memory, country: bb, deadlines: [{title: Ask, date: 2031-05-02}]}
    - {id: month, title: Some month, type: group, start: 2031-04, organ: assembly, confidence: memory}
    """

  @Test func makesACalendarOfEachGroupOfMeetings() throws {
    #expect(
      try BuiltSite(Self.hub).paths.filter { $0.hasSuffix(".ics") }.sorted() == [
        "calendars/body-assembly.ics", "calendars/deadlines.ics", "calendars/issue-flow.ics",
        "calendars/issue-salt.ics", "calendars/open.ics", "calendars/region-north.ics", "calendars/region-south.ics",
        "meetings.ics", "meetings/far.ics", "meetings/open-day.ics",
      ])
  }

  @Test(arguments: [
    ("meetings.ics", ["far", "deadline", "open-day", "deadline", "deadline"]),
    ("calendars/body-assembly.ics", ["open-day", "deadline", "deadline"]),
    ("calendars/issue-flow.ics", ["open-day", "deadline", "deadline"]),
    ("calendars/issue-salt.ics", ["open-day", "deadline", "deadline"]),
    ("calendars/open.ics", ["open-day", "deadline", "deadline"]), ("calendars/region-south.ics", ["far", "deadline"]),
    ("calendars/deadlines.ics", ["deadline", "deadline", "deadline"]),
    ("meetings/open-day.ics", ["open-day", "deadline", "deadline", "session"]),
    ("meetings/far.ics", ["far", "deadline"]),
  ])
  func holdsMeetingsWithTheirDeadlines(_ path: String, _ names: [String]) throws {
    let uids = try BuiltSite(Self.hub).text(path).events("UID")
    #expect(uids.map { $0.prefix { $0 != "." && $0 != "@" } }.map(String.init) == names)
    #expect(Set(uids).count == uids.count)
  }

  @Test func putsNoDayOnAMeetingOfSomeMonth() throws {
    let text = try BuiltSite(Self.hub).text("meetings.ics")
    let journal = text.pieces(between: "BEGIN:VJOURNAL\r\n", and: "END:VJOURNAL")
    #expect(journal.count == 1)
    #expect(journal.first?.contains("UID:month@hub.example\r\n") == true)
    #expect(journal.first?.contains("DTSTART") == false)
    #expect(!(try BuiltSite(Self.hub).text("calendars/body-assembly.ics").contains("month")))
  }

  @Test func saysAllThatIsKnownOfAMeeting() throws {
    let text = try BuiltSite(Self.hub).text("calendars/open.ics").replacing("\r\n ", with: "")
    let event = try #require(text.pieces(between: "BEGIN:VEVENT\r\n", and: "X-HUBWRIGHT").first)
    #expect(
      event.replacing("\r\n", with: "\n") == """
        UID:open-day@hub.example
        DTSTAMP:20310203T000000Z
        DTSTART;TZID=Europe/Zurich:20310507T090000
        DTEND;TZID=Europe/Zurich:20310507T173000
        SUMMARY:Open day
        SEQUENCE:2
        LAST-MODIFIED:20310203T000000Z
        DESCRIPTION:not confirmed\\n\\nhttps://hub.example/meetings/open-day.html
        LOCATION:Mill\\, Alder\\, Aland
        GEO:46.221700;-6.137200
        URL:https://hub.example/meetings/open-day.html
        CATEGORIES:Group,Salt,walks
        TRANSP:TRANSPARENT

        """)
    #expect(text.pieces(between: "BEGIN:VTIMEZONE", and: "END:VTIMEZONE").count == 1)
    #expect(text.contains("TZNAME:CEST"))
    #expect(text.contains("NAME:A hub: Open to civil society\r\n"))
  }

  @Test func remindsOfDeadlinesAtNineInTheMorning() throws {
    let text = try BuiltSite(Self.hub).text("calendars/deadlines.ics")
    #expect(
      text.events("SUMMARY") == [
        "Postponed: Deadline: Ask (Far)", "Deadline: Register (OD)", "Deadline: Send papers (OD)",
      ])
    #expect(text.events("DTSTART") == ["20310502", "20310423", "20310501T180000"])
    #expect(
      text.pieces(between: "TRIGGER:", and: "\r\n") == ["-P13DT15H", "-PT15H", "-P13DT15H", "-PT15H", "-P14D", "-P1D"])
    #expect(text.events("RELATED-TO") == ["far@hub.example", "open-day@hub.example", "open-day@hub.example"])
    #expect(
      text.events("DESCRIPTION")[1]
        == "Rule 4\\n\\nnot confirmed\\n\\nhttps://hub.example/meetings/open-day.html#deadlines")
    #expect(text.events("UID")[2] == "deadline.papers.open-day@hub.example")
  }

  /// Programs that hide what is cancelled must not show the old day, and those that show it must say why.
  @Test func holdsTheStepsOfRoutesThatLeadToAMeeting() throws {
    let site = try BuiltSite(
      """
      -- site-content/routes/r.yaml --
      - id: guest
        title: Come as a guest
        meeting_types: [group]
        confidence: memory
        steps:
          - {title: Write a letter, rule: 4 weeks before the opening, basis: Rule 9}
          - {title: Say thanks}
      -- site-content/meetings/m.yaml --
      - {id: day, title: The day, type: group, start: 2031-05-07, confidence: memory}
      - {id: month, title: Some month, type: group, start: 2031-04, confidence: memory}
      """)
    let calendar = try site.text("meetings/day.ics")
    let steps = calendar.pieces(between: "UID:step.", and: "END:VEVENT")
    #expect(steps.count == 1)
    #expect(steps.first?.hasPrefix("guest.") == true)
    for line in [
      "DTSTART;VALUE=DATE:20310409", "SUMMARY:Step: Write a letter (The day)",
      "DESCRIPTION:Come as a guest\\n\\nRule 9",
    ] {
      #expect(steps.first?.contains(line) == true, "\(line)")
    }
    #expect(!calendar.contains("VALARM"))
    #expect(try !site.text("meetings.ics").contains("step."))
  }

  @Test func takesAPostponedMeetingOffItsDay() throws {
    let text = try BuiltSite(Self.hub).text("meetings/far.ics")
    #expect(text.events("STATUS") == ["CANCELLED", "CANCELLED"])
    #expect(text.events("SUMMARY")[0] == "Postponed: Far")
  }

  @Test func keepsUIDsWhateverTitlesAndAddressesBecome() throws {
    let uids = try BuiltSite(Self.hub).text("meetings/open-day.ics").events("UID")
    let moved = Self.hub.replacing("title: Open day", with: "title: Another name\n  slug: elsewhere")
      .replacing("title: Send papers, date: 2031-05-01T18:00", with: "title: Papers, date: 2031-05-02")
    let reordered = moved.replacing("{title: Some day, date: 2031-04}", with: "{title: Earlier, date: 2031-01-02}")
    let other = try BuiltSite(reordered, address: "https://elsewhere.example/").text("meetings/open-day.ics")
    #expect(uids.filter { !other.events("UID").contains($0) } == [])
    #expect(other.contains("URL:https://elsewhere.example/meetings/elsewhere.html"))
  }

  @Test func takesUIDsThatRecordsGive() throws {
    let hub = """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)uid_domain: first.example
      -- site-content/meetings/m.yaml --
      - {id: own, title: Own, type: group, start: 2031-06-01, uid: "abc,1", confidence: memory}
      - {id: made, title: Made, type: group, start: 2031-06-01, confidence: memory}
      """
    #expect(try BuiltSite(hub).text("meetings.ics").events("UID") == ["made@first.example", "abc\\,1"])
  }

  @Test func offersCalendarsWhereTheirMeetingsAre() throws {
    let site = try BuiltSite(Self.hub)
    let meeting = try site.text("meetings/open-day.html").links.filter { $0.hasSuffix(".ics") }
    #expect(meeting.contains("webcal://hub.example/meetings/open-day.ics") && meeting.contains("open-day.ics"))
    #expect(!(try site.text("meetings/month.html").contains("meetings/month.ics")))
    #expect(try site.text("bodies/assembly.html").links.contains("../calendars/body-assembly.ics"))
    #expect(!(try site.text("bodies/idle.html").contains("webcal:")))
    #expect(try site.text("issues/salt.html").links.contains("webcal://hub.example/calendars/issue-salt.ics"))
    #expect(try site.text("countries/bb.html").links.contains("../calendars/region-south.ics"))
    let index = try site.text("meetings/index.html").links.filter { $0.hasPrefix("webcal:") }
    #expect(
      index.map { $0.dropFirst("webcal://hub.example/".count) } == [
        "meetings.ics", "calendars/open.ics", "calendars/deadlines.ics", "calendars/region-north.ics",
        "calendars/region-south.ics",
      ])
  }
}
