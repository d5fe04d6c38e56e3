import Testing

@Suite struct IssuePageTests {
  private static let hub = """
    -- site-content/bodies/b.yaml --
    - {id: parties, title: Parties}
    -- site-content/actors/a.yaml --
    - {id: hills, title: Hills, type: bloc}
    - {id: coasts, title: Coasts, type: bloc}
    -- site-content/meetings/m.yaml --
    - {id: old, title: Old meeting, type: conference, start: 2029-05-01, confidence: memory}
    - {id: recent, title: Recent meeting, type: conference, start: 2030-05-01, confidence: memory}
    - id: next
      title: Next meeting
      type: conference
      start: 2031-04-01
      confidence: memory
      deadlines:
        - {title: Passed, date: 2031-03-14}
        - {title: Today, date: 2031-03-15}
    - {id: later, title: Later meeting, type: conference, start: 2031-05-01, confidence: memory}
    - {id: other, title: Other meeting, type: conference, start: 2031-03-20, confidence: memory}
    -- site-content/resolutions/r.yaml --
    - {id: d1, title: On flows, organ: parties, form: decision, number: 1}
    - {id: d2, title: On floods, organ: parties, form: decision, number: 2}
    -- site-content/issues/flow.md --
    ---
    title: Flow
    stance: controversial
    key_questions: [Who pays?, Who measures?]
    meetings: [later, next, old]
    resolutions: [d1]
    resolutions_unconfirmed: [d2]
    related: [data]
    ---
    -- site-content/issues/data.md --
    ---
    title: Data
    stance: technical
    ---
    -- site-content/issues/quiet.md --
    ---
    title: Quiet
    stance: to-watch
    ---
    -- site-content/proposals/p.yaml --
    - {id: a, issue: flow, meeting: old, proposers: [hills], asks: Keep it., confidence: memory}
    - {id: b, issue: flow, meeting: recent, proposers: [hills], asks: Raise it., confidence: memory}
    - {id: c, issue: flow, meeting: recent, proposers: [coasts], asks: Lower it., confidence: memory, opposes: [b]}
    - {id: d, issue: flow, meeting: recent, asks: Think., confidence: memory}
    - {id: e, issue: data, meeting: recent, proposers: [coasts], asks: Publish., confidence: memory}
    -- site-content/outcomes/o.yaml --
    - {id: done, title: A figure, meeting: old, status: adopted, issues: [flow], summary: Named., confidence: memory}
    - {id: left, title: No table, meeting: recent, status: not-adopted, issues: [flow, data], confidence: memory}
    -- site-content/notes/first.md --
    ---
    title: First note
    date: 2031-01-01
    issues: [flow]
    ---
    -- site-content/notes/second.md --
    ---
    title: Second note
    date: 2031-02-01
    issues: [flow, data]
    ---
    -- site-content/library/l.yaml --
    - {id: early, title: Early book, date: 1999, issues: [flow], confidence: memory}
    - {id: late, title: Late book, date: 2001-02, issues: [flow], confidence: memory}
    """

  @Test func listsItsKeyQuestions() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      try site.section("key-questions", of: "issues/flow.html").elements("<li>", "</li>") == [
        "Who pays?", "Who measures?",
      ])
    #expect(try site.section("key-questions", of: "issues/data.html") == "")
  }

  @Test func groupsPositionsByMeetingTheNewestFirst() throws {
    let positions = try BuiltSite(Self.hub).section("positions", of: "issues/flow.html")
    #expect(
      positions.elements("<p class=\"group-title\">", "</p>") == [
        "Recent meeting 1 May 2030 (not confirmed)", "Old meeting 1 May 2029 (not confirmed)",
      ])
    #expect(
      positions.elements("<p class=\"who\">", "</p>") == [
        "Hills", "Coasts", "Proposer not named by the source", "Hills",
      ])
    #expect(positions.pieces(between: "<li id=\"", and: "\"") == ["b", "c", "d", "a"])
  }

  @Test func setsOpposedPositionsSideBySide() throws {
    let positions = try BuiltSite(Self.hub).section("positions", of: "issues/flow.html")
    let sides = positions.pieces(between: "<div class=\"side\">", and: "</ul>\n</div>")
    #expect(sides.map { $0.elements("<p class=\"label\">", "</p>") } == [["One side"], ["The other side"]])
    #expect(sides.map { $0.pieces(between: "<li id=\"", and: "\"") } == [["b"], ["c"]])
    #expect(positions.elements("<div class=\"set\">", "</p>").first == "Also asked for")
  }

  @Test func saysHowManyProposalsThereAreAndWhatTheyCameTo() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      try site.section("positions", of: "issues/flow.html").elements("<p class=\"sum\">", "</p>") == [
        "4 proposals: 4 not known", "3 proposals: 3 not known",
      ])
    #expect(
      try site.section("positions", of: "issues/data.html").elements("<p class=\"sum\">", "</p>") == [
        "1 proposal: 1 not known"
      ])
  }

  @Test func saysThatProposalsAreNoAgreedText() throws {
    let site = try BuiltSite(Self.hub)
    let caveat = "These are proposals as their authors put them forward, not agreed text."
    #expect(try site.section("positions", of: "issues/flow.html").contains(caveat))
    #expect(try !site.section("positions", of: "issues/quiet.html").contains(caveat))
  }

  @Test func listsOutcomesByMeetingTheNewestFirst() throws {
    let outcomes = try BuiltSite(Self.hub).section("outcomes", of: "issues/flow.html")
    #expect(
      outcomes.elements("<p class=\"decision-title\">", "</p>") == ["No table Not adopted", "A figure Adopted"])
  }

  @Test func listsMeetingsToComeThatItNamesTheNextFirst() throws {
    let next = try BuiltSite(Self.hub).section("next", of: "issues/flow.html")
    #expect(next.elements("<span class=\"what\"><a", "</a>").count == 2)
    #expect(next.pieces(between: "<li id=\"", and: "\"") == ["next", "later"])
  }

  @Test func listsTheDeadlinesOfMeetingsToComeThatHaveNotPassed() throws {
    let next = try BuiltSite(Self.hub).section("next", of: "issues/flow.html")
    #expect(next.contains(">Today</span>") && !next.contains("Passed"))
  }

  @Test func namesTheNextMeetingAmongItsFacts() throws {
    let main = try BuiltSite(Self.hub).main("issues/flow.html")
    #expect(main.contains("<dt>Next meeting</dt><dd><a href=\"../meetings/next.html\">Next meeting</a>"))
  }

  @Test func drawsItsTimelineFromMeetingsProposalsAndOutcomes() throws {
    let timeline = try BuiltSite(Self.hub).section("timeline", of: "issues/flow.html")
    let titles = timeline.pieces(between: "<a href=\"../meetings/", and: ".html\"")
    #expect(titles == ["old", "recent", "next", "later"])
  }

  @Test func marksTextsThatAreNotConfirmed() throws {
    let texts = try BuiltSite(Self.hub).section("resolutions", of: "issues/flow.html").elements("<p>", "</p>")
    #expect(texts == ["On flows", "On floods not confirmed"])
  }

  @Test func listsArticlesTheNewestFirst() throws {
    let articles = try BuiltSite(Self.hub).section("read-more", of: "issues/flow.html")
    #expect(articles.elements("<p class=\"what\">", "</p>") == ["Second note", "First note"])
  }

  @Test func listsPublicationsTheNewestFirstWithAsMuchOfTheirDateAsIsKnown() throws {
    let library = try BuiltSite(Self.hub).section("library", of: "issues/flow.html")
    #expect(library.elements("<p class=\"when\">", "</p>") == ["February 2001", "1999"])
    #expect(library.pieces(between: "datetime=\"", and: "\"") == ["2001-02", "1999"])
  }

  @Test func relatesIssuesInBothDirections() throws {
    let site = try BuiltSite(Self.hub)
    #expect(try site.section("related", of: "issues/flow.html").links == ["data.html"])
    #expect(try site.section("related", of: "issues/data.html").links == ["flow.html"])
  }

  @Test func saysSoWhereNothingIsKnown() throws {
    let main = try BuiltSite(Self.hub).main("issues/quiet.html")
    #expect(
      main.elements("<p class=\"empty\">", "</p>") == [
        "No position on record. If you know of a proposal and its source, tell us.",
        "No outcome on record. Nothing that we found says what was decided.", "No coming meeting is known.",
      ])
    for id in ["key-questions", "timeline", "resolutions", "read-more", "library", "related"] {
      #expect(!main.contains("id=\"\(id)\""))
    }
  }

  @Test func listsTheSectionsThatAreThereInItsContents() throws {
    let contents = try BuiltSite(Self.hub).main("issues/data.html").pieces(between: "<li><a href=\"#", and: "\"")
    #expect(contents == ["positions", "outcomes", "next", "timeline", "read-more", "related"])
  }

  @Test func groupsIssuesByStanceInTheirIndex() throws {
    let main = try BuiltSite(Self.hub).main("issues/index.html")
    #expect(main.pieces(between: "<h2 id=\"", and: "\"") == ["controversial", "to-watch", "technical"])
  }
}
