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
    ("2031-03-01", ""), ("2031-03-02", "2031-03-02"), ("2031-03-09", "2031-03-02"), ("2031-03-10", "2031-03-10"),
  ])
  func tellsOfNoChangeThatIsLaterThanTheDayOfTheBuild(_ day: String, _ changed: String) throws {
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

  @Test func saysSoWhereNothingIsKnown() throws {
    let site = try BuiltSite("-- site-content/pages/about.md --\n---\ntitle: About\n---")
    let main = try site.main("index.html")
    #expect(
      main.elements("<p class=\"empty\">", "</p>") == ["No coming meeting is known.", "No coming deadline is known."])
    #expect(!main.contains("Start here"))
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
    #expect(changes.elements("<div><p>", "</p>") == ["B updated", "L published", "A published"])
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
