import Testing

@Suite struct HomePageTests {
  @Test func leadsWithTheNextMeetingAndTheNextDeadline() throws {
    let hub = """
      -- site-content/meetings/m.yaml --
      - {id: closed, title: Closed one, type: group, start: 2031-03-01, confidence: memory}
      - {id: late, title: Late one, type: group, start: 2031-06-01, confidence: memory, deadlines: [{title: Early paper, date: 2031-04-01}]}
      - {id: soon, title: Soon one, type: group, start: 2031-05-01, confidence: memory, deadlines: [{title: Late paper, date: 2031-04-20}]}
      """
    let main = try BuiltSite(hub).main("index.html")
    #expect(main.elements("<p class=\"headline\">", "</p>") == ["Soon one"])
    #expect(
      main.contains(
        "<p class=\"headline due\" data-due=\"2031-04-02T00:00+00:00\"><time datetime=\"2031-04-01\">1 April 2031</time></p>\n<p>Early paper, <a href=\"meetings/late.html\">Late one</a>"
      ))
    #expect(
      try BuiltSite(hub).section("meetings", of: "index.html").pieces(between: "<li id=\"", and: "\"") == ["late"])
  }

  /// The strip has the month of the build and the eleven after it, and what is over shows no more.
  @Test func drawsTheNextTwelveMonths() throws {
    let hub = """
      -- site-content/meetings/m.yaml --
      - {id: over, title: Over, type: group, start: 2031-03-01, end: 2031-03-02, confidence: memory}
      - {id: next, title: The next one, short: N-1, type: group, start: 2031-05-04, confidence: memory, deadlines: [{title: Paper, date: 2031-04-01}]}
      - {id: vague, title: Vague one, type: group, start: 2031-07, confidence: memory}
      - {id: last, title: Last one, type: group, start: 2032-02-28, confidence: memory}
      - {id: later, title: Later one, type: group, start: 2032-03-01, confidence: memory}
      """
    let year = try BuiltSite(hub).section("year", of: "index.html")
    let months = year.elements("<p class=\"label\">", "</p>")
    #expect(months.count == 12 && months.first == "March 2031" && months.last == "February 2032")
    #expect(year.elements("<li class=\"due\">", "</li>") == ["1 Paper, N-1"])
    #expect(year.contains("<span class=\"day\">4</span> <a href=\"meetings/next.html\">N-1</a>"))
    #expect(year.contains("<li><a href=\"meetings/vague.html\">Vague one</a></li>") && year.contains("Last one"))
    #expect(!year.contains("Over") && !year.contains("Later one"))
    #expect(year.contains("<a href=\"calendar/2031-05.html\">May 2031</a>"))
  }

  @Test func hasNoStripOfEmptyMonths() throws {
    let hub = """
      -- site-content/meetings/m.yaml --
      - {id: later, title: Later one, type: group, start: 2032-03-01, confidence: memory}
      """
    #expect(try !BuiltSite(hub).main("index.html").contains("id=\"year\""))
  }

  /// A year alone says nothing of the next six months.
  @Test(arguments: [("2031-09-15", false), ("2031-03-14", false), ("2031-03-15", true)])
  func listsWhatComesWithinHalfAYear(_ day: String, _ isListed: Bool) throws {
    let hub = """
      -- site-content/meetings/m.yaml --
      - {id: lead, title: The lead, type: group, start: 2031-03-20, end: 2031-10-01, confidence: memory}
      - {id: year, title: Some time, type: group, start: 2032, confidence: memory}
      - {id: autumn, title: In autumn, type: group, start: 2031-09-15, end: 2031-09-15, status: \(day == "2031-09-15" ? "cancelled" : "confirmed"), confidence: memory}
      """
    let main = try BuiltSite(hub, asOf: day).section("meetings", of: "index.html")
    #expect(main.contains("In autumn") == isListed && !main.contains("Some time"))
  }

  @Test func offersThreeVerbsAsFarAsTheyLeadSomewhere() throws {
    let hub = """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)
      headline: Get a say
      why: It is decided here.
      -- site-content/countries/c.yaml --
      - {id: xa, title: Alderland}
      """
    let main = try BuiltSite(hub).main("index.html")
    #expect(main.elements("<p class=\"promise\">", "</p>") == ["Get a say"])
    #expect(main.elements("<p class=\"purpose\">", "</p>") == ["It is decided here."])
    #expect(main.pieces(between: "<p class=\"what\"><a href=\"", and: "\"") == ["countries/index.html"])
  }

  @Test func showsTheBlocksThatTheHubNamesInItsOrder() throws {
    let hub = """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)
      home: [changes, issues]
      -- site-content/issues/i.yaml --
      - {id: flow, title: Flow, stance: to-watch}
      - {id: data, title: Data, stance: controversial}
      -- site-content/explainers/a.md --
      ---
      title: A
      date: 2031-01-03
      ---
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: group, start: 2031-06-01, confidence: memory}
      """
    let main = try BuiltSite(hub).main("index.html")
    #expect(main.pieces(between: "<h2 id=\"", and: "\"") == ["changes", "issues"])
    #expect(main.elements("<h3>", "</h3>") == ["Controversial", "To watch"])
    #expect(main.contains("<p class=\"quiet\">There is no open dispute yet, but one may come.</p>"))
    #expect(!main.contains("<form"))
  }

  /// For 60 days, and only of a meeting of which there is something to tell.
  @Test(arguments: [
    ("2031-03-20", "Coming one"), ("2031-03-21", "With results, Coming one"),
    ("2031-05-19", "With results, Coming one"),
    ("2031-05-20", "Coming one"),
  ])
  func tellsOfTheMeetingThatHasJustEnded(_ day: String, _ headlines: String) throws {
    let hub = """
      -- site-content/meetings/m.yaml --
      - {id: results, title: With results, type: group, start: 2031-03-10, end: 2031-03-20, confidence: memory}
      - {id: empty, title: Without results, type: group, start: 2031-03-19, end: 2031-03-20, confidence: memory}
      - {id: called-off, title: Called off, type: group, start: 2031-03-19, status: cancelled, confidence: memory}
      - {id: coming, title: Coming one, type: group, start: 2031-09-01, confidence: memory}
      -- site-content/outcomes/o.yaml --
      - {id: o, title: An outcome, meeting: results, confidence: memory}
      - {id: p, title: Another, meeting: called-off, confidence: memory}
      """
    let found = try BuiltSite(hub, asOf: day).main("index.html").elements("<p class=\"headline\">", "</p>")
    #expect(found.joined(separator: ", ") == (day == "2031-03-20" ? "With results" : headlines))
  }

  @Test(arguments: [
    ("2031-03-01", ""), ("2031-03-02", "2031-03-02"), ("2031-03-10", "2031-03-02"), ("2032-03-01", "2031-03-02"),
    ("2032-03-02", ""),
  ])
  func tellsOfAnEventOnItsDayAndForAYear(_ day: String, _ changed: String) throws {
    let hub = """
      -- site-content/dispatches/a.md --
      ---
      title: A dispatch
      meeting: m
      role: observer
      authors: [ada]
      date: 2031-03-02
      updated: 2031-03-10
      ---

      Text.
      -- site-content/people/p.yaml --
      - {id: ada, title: Ada}
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: group, start: 2031-01-01, confidence: memory}
      """
    let site = try BuiltSite("-- site-content/hub.yaml --\n\(BuiltSite.hub)" + "\n" + hub, asOf: day)
    let section = try site.section("changes", of: "index.html")
    #expect(section.pieces(between: "datetime=\"", and: "\"").joined() == changed)
    #expect(try site.main("index.html").contains("id=\"latest\"") == !changed.isEmpty)
  }

  @Test func countsAMeetingUnderWayAsTheNext() throws {
    let hub = """
      -- site-content/meetings/m.yaml --
      - {id: a, title: Going on, type: group, start: 2031-03-01, end: 2031-03-30, confidence: memory}
      - {id: b, title: To come, type: group, start: 2031-03-16, confidence: memory}
      """
    let main = try BuiltSite(hub).main("index.html")
    #expect(
      main.contains(
        ">Under way</span></h2>\n<p class=\"headline\"><a href=\"meetings/a.html\">Going on</a>"))
  }

  @Test(arguments: [
    ("2031-03-15", "Today"), ("2031-03-16", "Tomorrow"), ("2031-03-17", "After the meeting"), ("2031-05-01", nil),
  ])
  func takesADeadlineForPassedOnlyAfterItsDay(_ day: String, _ title: String?) throws {
    let hub = """
      -- site-content/meetings/m.yaml --
      - id: m
        title: M
        type: group
        start: 2031-03-16
        confidence: memory
        deadlines:
          - {title: After the meeting, date: 2031-04-01}
          - {title: Tomorrow, date: 2031-03-16}
          - {title: Today, date: 2031-03-15}
          - {title: Some day, date: 2031-05}
      """
    let deadline = try BuiltSite(hub, asOf: day).main("index.html").pieces(between: "</time></p>\n<p>", and: ",").first
    #expect(deadline == title)
  }

  @Test(arguments: ["cancelled", "postponed"])
  func holdsNobodyToTheDeadlinesOfAMeetingThatDoesNotTakePlace(_ status: String) throws {
    let hub = """
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: group, status: \(status), start: 2031-06-01, confidence: memory, deadlines: [{title: Paper, date: 2031-04-01}]}
      """
    let main = try BuiltSite(hub).main("index.html")
    #expect(main.contains("No coming meeting is known.") && main.contains("No coming deadline is known."))
  }

  @Test func isWholeWhereAHubHasOnePage() throws {
    let site = try BuiltSite("-- site-content/pages/about.md --\n---\ntitle: About\n---")
    let main = try site.main("index.html")
    #expect(main.elements("<h2", "</h2>") == [] && !main.contains("class=\"empty\""))
  }

  private static let articles = """
    -- site-content/hub.yaml --
    \(BuiltSite.hub)
    start_here: [b, a]
    -- site-content/explainers/a.md --
    ---
    title: A
    date: 2031-01-03
    summary: About a.
    ---
    -- site-content/explainers/b.md --
    ---
    title: B
    date: 2031-01-01
    updated: 2031-03-01
    ---
    -- site-content/letters/l.md --
    ---
    title: L
    date: 2031-02-01
    ---
    -- site-content/pages/p.md --
    ---
    title: P
    date: 2031-03-10
    ---
    -- site-content/notes/undated.md --
    ---
    title: Undated
    ---
    -- site-content/notes/hidden.md --
    ---
    title: Hidden
    date: 2031-03-11
    draft: true
    ---
    """

  @Test func tellsNewcomersWhereToStartInTheWritersOrder() throws {
    #expect(
      try BuiltSite(Self.articles).section("start-here", of: "index.html").elements("<li>", "</li>") == [
        "B", "A About a.",
      ])
  }

  @Test func listsWhatChangedTheNewestFirst() throws {
    let changes = try BuiltSite(Self.articles).section("changes", of: "index.html")
    #expect(changes.elements("<div><p>", "</p>") == ["B updated", "L Statement", "A published"])
    #expect(changes.pieces(between: "datetime=\"", and: "\"") == ["2031-03-01", "2031-02-01", "2031-01-03"])
  }

  @Test func showsDraftsOnlyWhenAsked() throws {
    #expect(try !BuiltSite(Self.articles).paths.contains("notes/hidden.html"))
    let drafts = try BuiltSite(Self.articles, drafts: true)
    #expect(
      try drafts.main("notes/hidden.html").contains(
        "<strong>Draft.</strong> This page is not finished and not published."))
    #expect(try drafts.section("changes", of: "index.html").elements("<div><p>", "</p>").first == "Hidden published")
  }
}
