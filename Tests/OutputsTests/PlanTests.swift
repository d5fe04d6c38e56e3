import Testing

@Suite struct PlanTests {
  private static let hub = """
    -- site-content/bodies/b.yaml --
    - {id: parties, title: Parties}
    -- site-content/routes/r.yaml --
    - id: delegate
      title: Join a delegation
      rank: 1
      for: Citizens
      lead_time: Half a year
      cost: Travel
      meeting_types: [conference]
      steps:
        - Agree on rules
        - {title: Find the ministry, rule: 6 months before the opening, basis: The guide, confidence: inferred}
        - {title: Ask again, rule: 1 month before the opening, note: Politely., confidence: memory}
      sources: [{title: The guide}]
    - {id: observe, title: Observe, leads_to: [parties], steps: [Write]}
    - {id: watch, title: Watch, steps: [{title: Charge the phone, rule: 1 day before the opening}]}
    -- site-content/meetings/m.yaml --
    - id: now
      title: The conference
      short: Conf
      type: conference
      start: 2031-06-30
      end: 2031-07-04
      confidence: memory
      deadlines: [{title: Paper, rule: 1 month before the opening, basis: Rule 40}, {title: Badge, date: 2031-01-15}]
    - {id: undated, title: No day yet, type: conference, deadlines: [{title: Report, rule: 2 weeks after the close}]}
    - {id: month, title: Some day, type: conference, start: 2031-10, confidence: memory}
    - {id: group, title: Group, type: group, organ: parties, start: 2031-05-01, confidence: memory}
    - {id: prep-b, title: Prep B, type: group, meetings: [now], start: 2031-05-02, confidence: memory}
    - {id: prep-a, title: Prep A, type: group, meetings: [now], start: 2030-05-02, confidence: memory}
    - {id: beside, title: Beside, type: group, meetings: [now], start: 2031-07-01, confidence: memory}
    """

  private static func titles(_ section: String) -> [String] { section.elements("<span class=\"what\">", "</span>") }

  @Test func countsTheStepsOfTheRoutesThatLeadThereBackFromTheOpening() throws {
    let section = try BuiltSite(Self.hub).section("deadlines", of: "meetings/now.html")
    #expect(Self.titles(section) == ["Find the ministry", "Badge", "Paper", "Ask again", "Charge the phone"])
    #expect(
      section.pieces(between: "datetime=\"", and: "\"") == [
        "2030-12-30", "2031-01-15", "2031-05-30", "2031-05-30", "2031-06-29",
      ])
    #expect(section.contains("Way in: <a href=\"../routes/delegate.html\">Join a delegation</a>"))
    #expect(section.contains("6 months before the opening · The guide"))
    #expect(section.contains("1 month before the opening · Rule 40"))
    #expect(section.contains("Find the ministry</span> <span class=\"certainty\">inferred</span>"))
    #expect(section.elements("<p class=\"when due\">", "</p>") == ["30 May 2031", "30 May 2031"])
  }

  @Test func leavesTheStepsAwayOnceTheMeetingHasOpened() throws {
    for day in ["2031-06-30", "2031-08-01"] {
      let section = try BuiltSite(Self.hub, asOf: day).section("deadlines", of: "meetings/now.html")
      #expect(Self.titles(section) == ["Badge", "Paper"])
      #expect(section.pieces(between: "<span class=\"quiet\">", and: "</span>") == ["passed", "passed"])
    }
  }

  @Test func saysOfARuleThatItsDayIsNotKnownYet() throws {
    let section = try BuiltSite(Self.hub).section("deadlines", of: "meetings/undated.html")
    #expect(section.contains("2 weeks after the close; the day of the close is not known yet"))
    #expect(section.contains("6 months before the opening; the day of the opening is not known yet"))
    #expect(section.elements("<p class=\"when\">", "</p>") == Array(repeating: "Day not known", count: 4))
    #expect(!section.contains("passed"))
  }

  @Test func countsMonthsFromAMonthAndNoDays() throws {
    let section = try BuiltSite(Self.hub).section("deadlines", of: "meetings/month.html")
    #expect(Self.titles(section) == ["Find the ministry", "Ask again", "Charge the phone"])
    #expect(section.elements("<p class=\"when", "</p>") == ["April 2031", "September 2031", "Day not known"])
    #expect(section.contains("6 months before the opening; the day of the opening is not known yet"))
  }

  @Test func listsOnlyTheRoutesThatLeadThere() throws {
    let site = try BuiltSite(Self.hub)
    func routes(_ id: String) throws -> [String] {
      try site.section("take-part", of: "meetings/\(id).html").elements("<p class=\"what\">", "</p>")
    }
    #expect(try routes("now") == ["Join a delegation", "Watch"])
    #expect(try routes("group") == ["Observe", "Watch"])
    #expect(try routes("beside") == ["Watch"])
  }

  @Test func namesTheMeetingsOnTheWayAndThoseBeside() throws {
    let site = try BuiltSite(Self.hub)
    #expect(try Self.titles(site.section("preparation", of: "meetings/now.html")) == ["Prep A", "Prep B"])
    #expect(try Self.titles(site.section("connected", of: "meetings/now.html")) == ["Beside"])
  }

  @Test func makesOneDocumentToPrint() throws {
    let site = try BuiltSite(Self.hub)
    #expect(try site.main("meetings/now.html").contains("<a href=\"now-plan.html\">The whole plan, to print</a>"))
    let plan = try site.main("meetings/now-plan.html")
    #expect(plan.contains("<h1>Plan for Conf</h1>"))
    #expect(try Self.titles(site.section("deadlines", of: "meetings/now-plan.html")) == ["Badge", "Paper"])
    #expect(try Self.titles(site.section("preparation", of: "meetings/now-plan.html")) == ["Prep A", "Prep B"])
    let routes = try site.section("take-part", of: "meetings/now-plan.html")
    #expect(routes.elements("<h3>", "</h3>") == ["Join a delegation", "Watch"])
    #expect(Self.titles(routes) == ["Agree on rules", "Find the ministry", "Ask again", "Charge the phone"])
    #expect(routes.contains("30 December 2030</time> <span class=\"quiet\">passed</span>"))
    #expect(
      plan.pieces(between: "<p class=\"tick\" aria-hidden=\"true\">", and: "</p>") == Array(repeating: "[ ]", count: 8))
    #expect(plan.contains("The guide"))
  }

  @Test func keepsThePlanOfAMeetingThatIsOver() throws {
    let paths = try BuiltSite(Self.hub, asOf: "2040-01-01").paths.filter { $0.hasSuffix("-plan.html") }
    let all = ["now", "undated", "month", "group", "prep-a", "prep-b", "beside"].map { "meetings/\($0)-plan.html" }
    #expect(paths == Set(all))
    #expect(try BuiltSite(Self.hub).paths.filter { $0.hasSuffix("-plan.html") } == Set(all))
  }

  @Test func hasNoPlanWhereNothingIsDue() throws {
    let site = try BuiltSite(
      "-- site-content/meetings/m.yaml --\n- {id: m, title: M, type: group, start: 2031-05-01, confidence: memory}")
    #expect(!site.paths.contains("meetings/m-plan.html"))
    #expect(try !site.main("meetings/m.html").contains("-plan.html"))
  }

  @Test func showsTheStepsOfARouteWithTheirRules() throws {
    let steps = try BuiltSite(Self.hub).section("steps", of: "routes/delegate.html")
    #expect(
      steps.elements("<li>", "</li>") == [
        "Agree on rules", "Find the ministry inferred 6 months before the opening · The guide",
        "Ask again not confirmed 1 month before the opening Politely.",
      ])
  }

  @Test func tellsOfTheNextStepWhereNoMeetingHasADeadline() throws {
    let hub = Self.hub.replacing(
      "deadlines: [{title: Paper, rule: 1 month before the opening, basis: Rule 40}, {title: Badge, date: 2031-01-15}]",
      with: "")
    let main = try BuiltSite(hub).section("lead-deadline", of: "index.html")
    #expect(main.contains("<time datetime=\"2031-04-30\">30 April 2031</time>"))
    #expect(main.contains("Charge the phone, <a href=\"meetings/group.html\">Group</a>"))
    #expect(main.contains("Way in: <a href=\"routes/watch.html\">Watch</a>"))
  }
}
