import Testing

@Suite struct CalendarPageTests {
  private static let hub = """
    -- site-content/bodies/b.yaml --
    - {id: parties, title: Parties, region: north}
    -- site-content/countries/c.yaml --
    - {id: xa, title: Alderland, region: south}
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical, meetings: [over]}
    - {id: data, title: Data, stance: technical}
    -- site-content/meetings/m.yaml --
    - {id: over, title: Over, type: group, start: 2031-02-27, end: 2031-03-02, openness: closed, confidence: memory}
    - id: now
      title: Going on
      short: Now
      type: conference
      organ: parties
      issues: [flow]
      start: 2031-03-10
      end: 2031-03-20
      openness: delegation
      confidence: memory
      deadlines: [{title: Paper, date: 2031-03-17}, {title: Old paper, date: 2031-01-05}, {title: Some time, date: 2031-05}]
    - {id: soon, title: Soon, type: group, status: tentative, start: 2031-04-01, country: xa, openness: open, confidence: memory}
    - id: off
      title: Called off
      type: group
      status: cancelled
      start: 2031-04-02
      confidence: memory
      deadlines: [{title: Nobody waits, date: 2031-03-30}]
    - {id: moved, title: Moved, type: group, status: postponed, start: 2031-04-03, confidence: memory}
    - {id: month, title: Some day in May, type: group, start: 2031-05, confidence: memory}
    - {id: year, title: Some day in the year, type: group, start: 2031, confidence: memory}
    - {id: never, title: Without a date, type: group, organ: parties}
    -- site-content/proposals/p.yaml --
    - {id: p, issue: data, meeting: now, asks: A., confidence: memory}
    """

  private static func rows(_ section: String) -> [String] { section.elements("<span class=\"what\">", "</span>") }

  @Test func listsWhatIsToComeWithDeadlinesFromTheDayOfTheBuild() throws {
    let section = try BuiltSite(Self.hub).section("coming", of: "calendar/index.html")
    #expect(Self.rows(section) == ["Going on", "Paper", "Soon"])
    let line = try #require(section.firstRange(of: "today-line"))
    #expect(section[..<line.lowerBound].contains("Going on") && !section[..<line.lowerBound].contains("Paper"))
    #expect(section.contains("<time datetime=\"2031-03-15\">15 March 2031</time>"))
  }

  /// On the front page, and on that of a group.
  @Test(arguments: ["calendar/index.html", "calendar/openness-closed.html"])
  func saysThatNoMeetingIsToCome(_ path: String) throws {
    let sentence = "No coming meeting is known."
    #expect(try BuiltSite(Self.hub, asOf: "2031-02-01").main(path).contains(sentence) == false)
    #expect(try BuiltSite(Self.hub, asOf: "2032-01-01").main(path).contains(sentence))
  }

  @Test func namesTheLastEightMeetingsThatAreOver() throws {
    let meetings = (1...10).map {
      "- {id: m\($0), title: Meeting \($0), type: group, start: 2031-01-\($0 + 10), confidence: memory, "
        + "deadlines: [{title: Paper, date: 2031-01-0\($0 % 9 + 1)}]}\n"
    }
    let site = try BuiltSite("-- site-content/meetings/m.yaml --\n" + meetings.joined())
    let over = try site.section("over", of: "calendar/index.html")
    #expect(over.matches(of: /meetings\/m(\d+)\.html/).map { Int($0.1) } == [10, 9, 8, 7, 6, 5, 4, 3])
    #expect(try BuiltSite(Self.hub, asOf: "2031-01-01").section("over", of: "calendar/index.html") == "")
  }

  @Test func movesTheLineWithTheDay() throws {
    let section = try BuiltSite(Self.hub, asOf: "2031-04-02").section("coming", of: "calendar/index.html")
    #expect(Self.rows(section) == [])
    let year = try BuiltSite(Self.hub, asOf: "2031-04-02").main("calendar/2031.html")
    let before = try #require(year.firstRange(of: "today-line"))
    #expect(year[..<before.lowerBound].contains("Called off") && !year[..<before.lowerBound].contains("Moved</a>"))
  }

  @Test func neverPutsOnADayWhatIsKnownOnlyInPart() throws {
    let site = try BuiltSite(Self.hub)
    let partly = try site.section("partly-known", of: "calendar/index.html")
    #expect(Self.rows(partly) == ["Some day in the year", "Some day in May", "Some time", "Moved", "Without a date"])
    #expect(
      partly.elements("<p class=\"when\">", "</p>") == [
        "2031", "May 2031", "May 2031", "3 April 2031", "Dates not known",
      ])
    #expect(
      try Self.rows(site.section("partly-known", of: "calendar/2031-05.html")) == ["Some day in May", "Some time"])
    #expect(try !site.main("calendar/2031-05.html").contains("month-grid"))
    #expect(
      try Self.rows(site.section("partly-known", of: "calendar/2031.html")) == [
        "Some day in the year", "Some day in May", "Some time",
      ])
  }

  @Test func hasAPageForEachMonthInWhichSomethingIs() throws {
    let pages = try BuiltSite(Self.hub).paths.filter { $0.hasPrefix("calendar/2") }
    #expect(
      pages.sorted() == [
        "calendar/2031-01.html", "calendar/2031-02.html", "calendar/2031-03.html", "calendar/2031-04.html",
        "calendar/2031-05.html", "calendar/2031.html",
      ])
  }

  @Test func spansTheDaysOfAMonthsGrid() throws {
    let main = try BuiltSite(Self.hub).main("calendar/2031-03.html")
    #expect(
      main.elements("<th scope=\"col\">", "</th>") == [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
      ])
    // 10 March 2031 is a Monday: the whole of one week and four days of the next; the paper stands below it.
    let lanes = main.pieces(between: "<tr class=\"lane\">", and: "</tr>")
    #expect(lanes.count == 4)
    #expect(lanes[1].contains("<td colspan=\"7\"><div class=\"bar under-way\">"))
    #expect(lanes[2].contains("<td colspan=\"4\"><div class=\"bar under-way continues\">"))
    #expect(lanes[3].hasPrefix("\n<td><div class=\"bar deadline\"><span class=\"due\">Deadline</span> Paper, <a"))
    #expect(main.contains("<td class=\"now\" data-day=\"2031-03-15\">"))
    #expect(main.contains("<a href=\"../meetings/now.html\" title=\"Going on\">Now</a>"))
  }

  @Test func saysTheStatusOfWhatIsNotSure() throws {
    let main = try BuiltSite(Self.hub).main("calendar/2031-04.html")
    #expect(main.contains("bar unsure") && main.contains(">Tentative</span>"))
    #expect(main.pieces(between: "bar called-off", and: "</div>").count == 2)
    #expect(main.contains(">Cancelled</span>") && main.contains(">Postponed</span>"))
    #expect(!main.contains("Nobody waits"))
  }

  @Test(arguments: [
    ("body-parties", ["now", "never"]), ("issue-flow", ["over", "now"]), ("issue-data", ["now"]),
    ("region-north", ["now", "never"]), ("region-south", ["soon"]), ("openness-open", ["soon"]),
    ("openness-delegation", ["now"]), ("openness-closed", ["over"]),
  ])
  func groupsMeetingsByWhatTheyHaveInCommon(_ name: String, _ meetings: [String]) throws {
    let main = try BuiltSite(Self.hub).main("calendar/\(name).html")
    for id in ["over", "now", "soon", "off", "moved", "month", "year", "never"] {
      #expect(main.contains("href=\"../meetings/\(id).html\"") == meetings.contains(id), "\(id)")
    }
  }

  @Test func linksItsViewsToEachOther() throws {
    let site = try BuiltSite(Self.hub)
    let front = try site.main("calendar/index.html")
    for target in ["2031.html", "body-parties.html", "issue-flow.html", "region-south.html", "openness-open.html"] {
      #expect(front.contains("href=\"\(target)\""))
    }
    let month = try site.main("calendar/2031-03.html")
    #expect(month.contains("Earlier</span> <a href=\"2031-02.html\">February 2031</a>"))
    #expect(month.contains("Later</span> <a href=\"2031-04.html\">April 2031</a>"))
    #expect(month.contains("<a href=\"index.html#by-body\">By body</a>"))
    #expect(month.contains("<a href=\"../meetings/index.html\">All meetings</a>"))
    #expect(try site.text("index.html").contains("<a href=\"calendar/index.html\">Calendar</a>"))
  }

  @Test func leadsWithTheNextMeetingThatIsNotClosedToOthers() throws {
    let hub = """
      -- site-content/meetings/m.yaml --
      - {id: vague, title: Some day, type: group, start: 2031, confidence: memory}
      - {id: closed, title: Behind doors, type: group, start: 2031-03-20, openness: closed, confidence: memory}
      - {id: open, title: With doors, type: group, start: 2031-04-20, confidence: memory}
      """
    for page in ["index.html", "calendar/index.html"] {
      #expect(try BuiltSite(hub).main(page).elements("<p class=\"headline\">", "</p>") == ["With doors"])
    }
    // What may begin in December is not among what begins within half a year.
    #expect(
      try BuiltSite(hub).section("meetings", of: "index.html").pieces(between: "<li id=\"", and: "\"") == ["closed"])
  }

  @Test func statesTheDayOfTheBuildAndGivesTheScriptItsWords() throws {
    for page in [
      "index.html", "calendar/index.html", "calendar/2031-03.html", "meetings/now.html", "meetings/index.html",
    ] {
      let text = try BuiltSite(Self.hub).text(page)
      #expect(
        text.contains("What is coming and what has passed: as of <time datetime=\"2031-03-15\">15 March 2031</time>"),
        "\(page)")
      #expect(text.contains("data-built=\"2031-03-15\" data-locale=\"en-GB\""), "\(page)")
      #expect(text.contains("assets/today.js\"></script>"), "\(page)")
    }
    let main = try BuiltSite(Self.hub).main("meetings/soon.html")
    #expect(
      main.contains(
        "<span data-opens=\"2031-04-01T00:00+00:00\" data-closes=\"2031-04-02T00:00+00:00\" data-before=\"Tentative\">Tentative"
      ))
    #expect(try !BuiltSite(Self.hub).main("meetings/off.html").contains("data-closes"))
    #expect(try !BuiltSite(Self.hub).main("meetings/month.html").contains("data-opens"))
  }

  @Test func beginsTheWeekAsTheLanguageWants() throws {
    let site = try BuiltSite(in: SampleHubTests.folder(), asOf: SampleHubTests.day)
    #expect(try site.main("fr/calendar/2031-03.html").elements("<th scope=\"col\">", "</th>").first == "lundi")
    #expect(try site.main("ar/calendar/2031-03.html").elements("<th scope=\"col\">", "</th>").first == "السبت")
  }

  @Test func hasTheSamePagesInEveryLanguage() throws {
    let paths = try BuiltSite(in: SampleHubTests.folder(), asOf: SampleHubTests.day).paths
    let main = paths.filter { $0.hasPrefix("calendar/") }
    for language in ["fr", "ar"] {
      #expect(Set(paths.filter { $0.hasPrefix("\(language)/calendar/") }) == Set(main.map { "\(language)/\($0)" }))
    }
  }

  @Test func hasNoCalendarWithoutMeetings() throws {
    let site = try BuiltSite("-- site-content/pages/about.md --\n---\ntitle: About\n---")
    #expect(site.paths.filter { $0.hasPrefix("calendar/") } == [])
  }
}
