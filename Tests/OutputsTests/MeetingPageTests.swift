import Foundation
import Testing

@Suite struct MeetingPageTests {
  private static let hub = """
    -- site-content/bodies/b.yaml --
    - {id: parties, title: Parties}
    -- site-content/actors/a.yaml --
    - {id: hills, title: Hills, type: bloc}
    - {id: coasts, title: Coasts, type: bloc}
    -- site-content/countries/c.yaml --
    - {id: xa, title: Alderland}
    -- site-content/people/p.yaml --
    - {id: ada, title: Ada}
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical}
    - {id: data, title: Data, stance: technical}
    -- site-content/routes/r.yaml --
    - {id: observe, title: Observe, lead_time: Two weeks}
    - {id: delegate, title: Join a delegation, rank: 1}
    -- site-content/meetings/m.yaml --
    - {id: before, title: Before, type: conference, organ: parties, start: 2029-01-10, confidence: memory}
    - id: now
      title: Now
      type: conference
      organ: parties
      start: 2031-03-31
      end: 2031-04-09
      city: Alder
      country: xa
      venue: Old mill
      url: https://www.now.example/
      attend: [Parties, Observers]
      civil_society: By letter.
      invitation: Ask early.
      documents:
        - {title: Agenda, url: "https://now.example/a.pdf"}
        - {title: Rules}
      deadlines:
        - {title: Far, rule: 2 weeks after the close}
        - {title: Month before, rule: 1 month before the opening}
        - {title: Day of the build, date: 2031-03-15, basis: Rule 1, note: Names only.}
        - {title: Some time, date: 2031-04, confidence: memory}
        - {title: Days, rule: 14 days before the opening}
      confidence: memory
    - {id: after, title: After, type: conference, organ: parties, start: 2033-05, confidence: memory}
    - {id: never, title: Never dated, type: conference}
    - {id: part-b, title: Part B, type: group, part_of: now, start: 2031-04-02, confidence: memory}
    - {id: part-a, title: Part A, type: group, part_of: now, start: 2031-04-01, confidence: memory}
    -- site-content/proposals/p.yaml --
    - {id: a, issue: flow, meeting: now, proposers: [hills], asks: A., confidence: memory}
    - {id: b, issue: data, meeting: now, proposers: [hills, coasts], asks: B., confidence: memory}
    - {id: c, issue: flow, meeting: before, proposers: [coasts], asks: C., confidence: memory}
    -- site-content/outcomes/o.yaml --
    - {id: o, title: Done, meeting: now, status: in-progress, issues: [flow], confidence: memory}
    -- site-content/elections/e.yaml --
    - {id: e, meeting: now, post: Chair, elected: Ada, status: held, confidence: memory}
    - {id: d, meeting: now, post: Treasurer, elected: Bo, status: held, confidence: memory}
    -- site-content/elections/b.yaml --
    - {id: c, meeting: now, post: Scribe, elected: Cy, status: held, confidence: memory}
    -- site-content/briefings/x.md --
    ---
    title: The briefing
    meeting: now
    date: 2031-01-01
    ---
    -- site-content/notes/x.md --
    ---
    title: A table only
    ---
    ```{positions}
    meeting: now
    ```
    -- site-content/notes/y.md --
    ---
    title: A note about it
    meetings: [now]
    date: 2031-02-01
    ---
    -- site-content/dispatches/x.md --
    ---
    title: From the floor
    meeting: now
    role: Guest
    date: 2031-03-31
    authors: [ada]
    ---
    -- site-content/takeaways/x.md --
    ---
    title: The takeaways
    meeting: now
    date: 2031-05-01
    ---
    """

  /// Coming: what to do by when; under way: the programme; closed: what was decided, then how it came about.
  @Test(arguments: [("2031-03-15", ["deadlines", "parts"]), ("2031-04-20", ["outcomes", "proposals"])])
  func beginsWithWhatItsPhaseAsksFor(_ day: String, _ first: [String]) throws {
    let site = try BuiltSite(Self.hub, asOf: day)
    let main = try site.main("meetings/now.html")
    let sections = main.pieces(between: "<h2 id=\"", and: "\"")
    #expect(sections.first == first.first)
    let contents = main.pieces(between: "<nav class=\"contents\"", and: "</nav>").first ?? ""
    #expect(contents.pieces(between: "href=\"#", and: "\"") == sections.filter { $0 != "sources" && $0 != "cited" })
  }

  /// What is folded says how much there is, and keeps the address of each part.
  @Test func foldsWhatWasProposedByIssueWithCounts() throws {
    let proposals = try BuiltSite(Self.hub).section("proposals", of: "meetings/now.html")
    #expect(proposals.pieces(between: "<details class=\"group\"", and: ">").count == 2)
    #expect(proposals.elements("<span class=\"group-title\">", "</span>") == ["Data", "Flow"])
  }

  @Test func keepsElectionsInTheOrderInWhichTheRecordsDeclareThem() throws {
    let elections = try BuiltSite(Self.hub).section("elections", of: "meetings/now.html")
    let places = ["Scribe", "Chair", "Treasurer"].map { elections.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test(arguments: [
    ("unknown", "2031-03-30", "To be held"), ("pending", "2031-03-30", "To be held"),
    ("unknown", "2031-03-31", "Result not known"), ("pending", "2031-04-09", "To be held"),
    ("pending", "2031-04-10", "Result not known"), ("held", "2031-03-30", "Held"), ("held", "2031-04-10", "Held"),
  ])
  func saysOfAnElectionWhatItsMeetingAllows(_ status: String, _ day: String, _ label: String) throws {
    let hub = Self.hub.replacing("elected: Ada, status: held", with: "candidates: [{name: Ada}], status: \(status)")
    let elections = try BuiltSite(hub, asOf: day).section("elections", of: "meetings/now.html")
    #expect(elections.contains("<strong>Chair</strong> <span class=\"label\">\(label)</span>"))
  }

  @Test func putsDeadlinesInOrderOfTimeByDateOrRule() throws {
    let deadlines = try BuiltSite(Self.hub).section("deadlines", of: "meetings/now.html")
    #expect(
      deadlines.elements("<span class=\"what\">", "</span>") == [
        "Month before", "Day of the build", "Days", "Some time", "Far",
      ])
    #expect(
      deadlines.pieces(between: "datetime=\"", and: "\"") == [
        "2031-02-28", "2031-03-15", "2031-03-17", "2031-04", "2031-04-23",
      ])
  }

  @Test func saysWhichDeadlinesHavePassedAndWhichIsNext() throws {
    let deadlines = try BuiltSite(Self.hub).section("deadlines", of: "meetings/now.html")
    #expect(
      deadlines.pieces(between: "<p class=\"when", and: ">") == ["\"", " due\"", "\"", "\"", "\""])
    #expect(deadlines.contains("28 February 2031</time> <span class=\"quiet\">passed</span>"))
    #expect(
      deadlines.pieces(between: "<li", and: ">") == [
        " class=\"passed\" data-due=\"2031-03-01T00:00+00:00\"", " data-due=\"2031-03-16T00:00+00:00\"",
        " data-due=\"2031-03-18T00:00+00:00\"",
        " data-due=\"2031-05-01T00:00+00:00\"", " data-due=\"2031-04-24T00:00+00:00\"",
      ])
  }

  @Test(arguments: [
    ("2031-03-15", "2031-03-15"), ("2031-03-16", "2031-03-17"), ("2031-04-01", "2031-04"), ("2031-05-01", nil),
  ])
  func movesTheNextDeadlineWithTheDay(_ day: String, _ next: String?) throws {
    let deadlines = try BuiltSite(Self.hub, asOf: day).section("deadlines", of: "meetings/now.html")
    #expect(deadlines.pieces(between: "<p class=\"when due\"><time datetime=\"", and: "\"").first == next)
  }

  @Test func showsTheBasisAndTheCaveatOfADeadline() throws {
    let deadlines = try BuiltSite(Self.hub).section("deadlines", of: "meetings/now.html")
    #expect(
      deadlines.elements("<p class=\"quiet\">", "</p>") == [
        "1 month before the opening", "Rule 1", "Names only.", "14 days before the opening", "2 weeks after the close",
      ])
    #expect(deadlines.contains("Some time</span> <span class=\"unconfirmed\">not confirmed</span>"))
  }

  @Test func listsItsFacts() throws {
    let main = try BuiltSite(Self.hub).main("meetings/now.html")
    #expect(main.contains("<span>Alder, Alderland</span> <span>31 March to 9 April 2031"))
    #expect(main.contains("<dt>Place</dt><dd>Old mill, Alder, Alderland</dd>"))
    #expect(main.contains("<dt>Body</dt><dd><a href=\"../bodies/parties.html\">Parties</a></dd>"))
    #expect(main.contains("<dt>Civil society</dt><dd>By letter.</dd>"))
    #expect(main.contains("<a href=\"https://www.now.example/\">now.example</a>"))
    #expect(main.contains("<span class=\"names\"><span>Parties</span><span>Observers</span></span>"))
  }

  @Test func listsTheWaysInOnlyWhileThereIsStillTime() throws {
    #expect(
      try BuiltSite(Self.hub).section("take-part", of: "meetings/now.html").links == [
        "../routes/delegate.html", "../routes/observe.html",
      ])
    #expect(try BuiltSite(Self.hub, asOf: "2031-04-10").section("take-part", of: "meetings/now.html") == "")
  }

  @Test func listsProposalsByIssueAndByActorWithTheirNumbers() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      try site.section("proposals", of: "meetings/now.html").elements("<span class=\"group-title\">", "</span>") == [
        "Data", "Flow",
      ])
    #expect(
      try site.section("proposers", of: "meetings/now.html").elements("<li>", "</li>") == [
        "Hills 2 proposals", "Coasts 1 proposal",
      ])
  }

  @Test func keepsThePlaceOfAProposalOnThePageOfItsIssue() throws {
    let site = try BuiltSite(Self.hub)
    #expect(try !site.main("meetings/now.html").contains("id=\"a\""))
    #expect(try site.main("issues/flow.html").contains("<li id=\"a\">"))
    #expect(try site.main("actors/hills.html").contains("href=\"../issues/flow.html#a\""))
  }

  @Test func keepsThePlacesOfItsOutcomesAndElections() throws {
    let main = try BuiltSite(Self.hub).main("meetings/now.html")
    #expect(main.contains("<li id=\"o\">") && main.contains("<table class=\"election\" id=\"e\">"))
  }

  @Test func listsCoverageByWhenItBelongs() throws {
    let coverage = try BuiltSite(Self.hub).section("coverage", of: "meetings/now.html")
    #expect(coverage.elements("<summary>", "</summary>") == ["Before: 2", "During: 1", "After: 1"])
    #expect(
      coverage.elements("<p class=\"what\">", "</p>") == [
        "A note about it", "The briefing", "From the floor", "The takeaways",
      ])
  }

  @Test func namesTheMeetingsBeforeAndAfterOfItsType() throws {
    let main = try BuiltSite(Self.hub).main("meetings/now.html")
    let sequence = main.pieces(between: "<nav class=\"sequence\"", and: "</nav>").first ?? ""
    #expect(
      sequence.elements("<li>", "</li>") == [
        "Calendar March 2031", "Previous Before 10 January 2029 (not confirmed)",
        "Next meeting After May 2033 (not confirmed)",
      ])
    // One of another body is none of the kind.
    #expect(try !BuiltSite(Self.hub).main("meetings/never.html").contains("<nav class=\"sequence\""))
  }

  @Test func leadsFromThePartsToTheWholeAndBack() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      try site.section("parts", of: "meetings/now.html").pieces(between: "<li id=\"", and: "\"") == [
        "part-a", "part-b",
      ])
    #expect(try site.main("meetings/part-a.html").contains("Part of</span> <a href=\"now.html\">Now</a>"))
  }

  @Test func listsItsPapersWithOrWithoutAnAddress() throws {
    let papers = try BuiltSite(Self.hub).section("documents", of: "meetings/now.html")
    #expect(papers.elements("<li>", "</li>") == ["Agenda", "Rules"])
    #expect(papers.links == ["https://now.example/a.pdf"])
  }

  @Test func putsMeetingsToComeFirstInTheIndexThenTheNewestYears() throws {
    let main = try BuiltSite(Self.hub).main("meetings/index.html")
    #expect(main.pieces(between: "<h2 id=\"", and: "\"") == ["coming", "undated", "year-2029"])
    #expect(
      main.pieces(between: "<li id=\"", and: "\"") == ["now", "part-a", "part-b", "after", "never", "before"])
  }

  @Test func ordersTheProgrammeByDayAndTime() throws {
    let hub = """
      -- site-content/people/p.yaml --
      - {id: ada, title: Ada}
      -- site-content/meetings/m.yaml --
      - id: m
        title: M
        type: group
        start: 2031-05-07T09:00
        end: 2031-05-08T10:00
        time_zone: America/New_York
        confidence: memory
        sessions:
          - {title: Undated}
          - {title: Second day, start: 2031-05-08T09:00}
          - {title: Late, start: 2031-05-07T11:00, end: "2031-05-07T12:30", speakers: [{person: ada, role: chair}, {name: Ben}]}
          - {title: Early, type: break, start: 2031-05-07T09:00}
      """
    let programme = try BuiltSite(hub).section("programme", of: "meetings/m.html")
    #expect(programme.elements("<p class=\"group-title\">", "</p>") == ["7 May 2031", "8 May 2031"])
    #expect(programme.elements("<span class=\"what\">", "</span>") == ["Early", "Late", "Second day", "Undated"])
    #expect(programme.elements("<p class=\"when\">", "</p>") == ["09:00", "11:00 to 12:30", "09:00", ""])
    #expect(programme.contains("Times in New York (UTC−4)"))
    #expect(
      programme.contains(
        "<li><a href=\"../people/ada.html\">Ada</a>, <span class=\"quiet\">chair</span></li>\n<li>Ben</li>"))
  }
}
