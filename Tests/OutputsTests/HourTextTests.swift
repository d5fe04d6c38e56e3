import Testing

/// Hours, with their zone and its distance from UTC, wherever the day of a meeting or a deadline stands.
@Suite struct HourTextTests {
  private static func meeting(_ fields: String) -> String {
    """
    -- site-content/bodies/b.yaml --
    - {id: board, title: Board}
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical, meetings: [m]}
    -- site-content/meetings/m.yaml --
    - {id: m, title: Call, type: group, organ: board, confidence: memory, \(fields)}
    """
  }

  /// What the page of a meeting says of its days.
  private static func dates(_ fields: String) throws -> String {
    let line = try BuiltSite(meeting(fields)).main("meetings/m.html").elements("<p class=\"dateline\">", "</p>").first
    let words = (line ?? "").replacing(" not confirmed", with: "").split(separator: " ").drop { $0 == "Coming" }
    return words.joined(separator: " ")
  }

  private static let newYork = "format: online, time_zone: America/New_York"

  @Test(arguments: [
    ("start: 2031-05-15T18:00, end: 2031-05-15T19:30", "15 May 2031, 18:00 to 19:30 in New York (UTC−4)"),
    ("start: 2031-11-18T18:00", "18 November 2031, 18:00 in New York (UTC−5)"),
    ("start: 2031-11-18T18:00, end: 2031-11-18T18:00", "18 November 2031, 18:00 in New York (UTC−5)"),
    // One of the two with an hour alone keeps it.
    ("start: 2031-05-15T18:00, end: 2031-05-15", "15 May 2031, 18:00 in New York (UTC−4)"),
    ("start: 2031-05-15T18:00, end: 2031-05-17", "15 May 2031, 18:00 in New York (UTC−4) to 17 May 2031"),
    ("start: 2031-05-15, end: 2031-05-15T19:30", "15 May 2031, until 19:30 in New York (UTC−4)"),
    ("start: 2031-05-15, end: 2031-05-17T19:30", "15 May 2031 to 17 May 2031, 19:30 in New York (UTC−4)"),
    ("start: 2031-05, end: 2031-05-17T19:30", "May 2031 to 17 May 2031, 19:30 in New York (UTC−4)"),
    ("start: 2031-05-15T18:00, end: 2031-06", "15 May 2031, 18:00 in New York (UTC−4) to June 2031"),
    ("start: 2031-05-15T18:00, end: 2031-05-17T12:00", "15 May 2031, 18:00 to 17 May 2031, 12:00 in New York (UTC−4)"),
    // Clocks go back on 2 November.
    (
      "start: 2031-11-01T18:00, end: 2031-11-03T12:00",
      "1 November 2031, 18:00 in New York (UTC−4) to 3 November 2031, 12:00 in New York (UTC−5)"
    ),
    ("start: 2031-05-15, end: 2031-05-17", "15 to 17 May 2031"),
  ])
  func saysTheHourWhereItIsKnown(_ times: String, _ text: String) throws {
    #expect(try Self.dates("\(times), \(Self.newYork)") == "Online \(text)")
  }

  @Test(arguments: [
    ("time_zone: Asia/Kathmandu", "18:00 in Kathmandu (UTC+5:45)"), ("time_zone: UTC", "18:00 UTC"),
    ("time_zone: Europe/London", "18:00 in London (UTC+1)"),
    // Geneva has the clocks that are named for Zurich, and the meeting is not there.
    ("time_zone: Europe/Zurich, city: Geneva", "Geneva 15 May 2031, 18:00 Zurich time (UTC+2)"),
    ("time_zone: Europe/Zurich, city: Zurich", "Zurich 15 May 2031, 18:00 in Zurich (UTC+2)"),
  ])
  func namesTheClocks(_ place: String, _ text: String) throws {
    let text = text.contains("2031") ? text : "15 May 2031, \(text)"
    #expect(try Self.dates("start: 2031-05-15T18:00, \(place)") == text)
  }

  private static let call =
    meeting(
      """
      \(newYork), start: 2031-05-15T18:00, end: 2031-05-15T19:30, city: Albany, country: us,
          deadlines: [{title: Register, date: 2031-05-10T17:00}], openness: open
      """) + """

      -- site-content/countries/us.yaml --
      - {id: us, title: United States, alpha3: USA, region: north}
      -- site-content/people/p.yaml --
      - {id: ada, title: Ada}
      -- site-content/outcomes/o.yaml --
      - {id: o, title: Done, meeting: m, status: adopted, confidence: memory, issues: [flow]}
      -- site-content/proposals/p.yaml --
      - {id: p, meeting: m, issue: flow, asks: More, confidence: memory}
      -- site-content/routes/r.md --
      ---
      title: Write
      leads_to: [board]
      meeting_types: [group]
      letter: "For {meeting} on {dates} in {country}"
      ---
      -- site-content/briefings/before.md --
      ---
      title: Before
      meeting: m
      date: 2031-01-01
      ---

      ```{meeting}
      meeting: m
      ```

      ```{deadlines}
      meeting: m
      ```

      """

  private static let hours = "15 May 2031, 18:00 to 19:30 in New York (UTC−4)"
  private static let due = "10 May 2031, 17:00 in New York (UTC−4)"

  @Test func saysTheHourWhereverTheDayOfTheMeetingStands() throws {
    let site = try BuiltSite(Self.call)
    for path in [
      "index.html", "meetings/index.html", "meetings/m.html", "meetings/m-plan.html", "calendar/index.html",
      "calendar/2031.html", "calendar/2031-05.html", "calendar/openness-open.html", "calendar/body-board.html",
      "calendar/issue-flow.html", "bodies/board.html", "issues/flow.html", "proposals/index.html", "proposals/m.html",
      "briefings/before.html", "downloads/pack-m.html", "countries/us.html",
    ] {
      #expect(try site.text(path).contains(Self.hours), "\(path)")
    }
    #expect(
      try site.text("countries/us-letter.txt")
        == "For Call on 15 May 2031, 18:00 in New York (UTC−4) (not confirmed) in United States")
    let index = try site.paths.filter { $0.hasPrefix("assets/search/") || $0.hasPrefix("search/") }
      .contains { try site.text($0).contains(Self.hours) }
    #expect(index, "\(site.paths.sorted())")
  }

  @Test func saysTheHourWhereverTheDayOfADeadlineStands() throws {
    let site = try BuiltSite(Self.call)
    for path in [
      "index.html", "meetings/m.html", "meetings/m-plan.html", "calendar/index.html", "calendar/2031-05.html",
      "issues/flow.html", "briefings/before.html", "downloads/pack-m.html",
    ] {
      #expect(try site.text(path).contains("<time datetime=\"2031-05-10T17:00-04:00\">\(Self.due)</time>"), "\(path)")
    }
  }

  @Test func givesTheInstantInElementsOfTime() throws {
    let site = try BuiltSite(Self.call)
    for path in ["index.html", "meetings/m.html", "meetings/index.html", "calendar/2031.html", "downloads/pack-m.html"]
    {
      #expect(
        try path.hasPrefix("downloads")
          || site.text(path).contains("<time datetime=\"2031-05-15T18:00-04:00\">\(Self.hours)</time>"), "\(path)")
    }
    #expect(
      try !BuiltSite(Self.meeting("start: 2031-05-15")).main("meetings/m.html").contains("<time datetime=\"2031-05"))
  }

  @Test func keepsTheHourInCalendars() throws {
    func event(_ times: String) throws -> [String?] {
      let text = try BuiltSite(Self.meeting("\(times), \(Self.newYork)")).text("meetings.ics")
      return ["DTSTART", "DTEND", "DESCRIPTION"].map { text.events($0).first }
    }
    let both = try event("start: 2031-05-15T18:00, end: 2031-05-17")
    #expect(both[0] == "20310515T180000")
    #expect(both[1] == "20310518T000000")
    #expect(both[2]?.hasPrefix("15 May 2031\\, 18:00 in New York (UTC−4) to 17 May 2031\\n\\n") == true)
    let end = try event("start: 2031-05-15, end: 2031-05-17T19:30")
    #expect(end[0] == "20310515")
    #expect(end[1] == "20310518")
    #expect(end[2]?.hasPrefix("15 May 2031 to 17 May 2031\\, 19:30 in New York (UTC−4)\\n\\n") == true)
  }
}
