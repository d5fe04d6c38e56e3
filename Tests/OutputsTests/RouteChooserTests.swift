import TestSupport
import Testing

/// The comparison of routes, and the questions that lead to one.
@Suite struct RouteChooserTests {
  private static let hub =
    "-- site-content/hub.yaml --\n" + BuiltSite.hub + """
      questions:
        - id: aim
          title: What for?
          answers: [{id: speak, title: To speak, summary: In the room.}, {id: watch, title: To watch}, {id: vote, title: To vote}]
        - id: means
          title: How much?
          answers: [{id: little, title: Little}, {id: much, title: Much}]
      -- site-content/routes/r.yaml --
      - {id: a, title: Delegate, rank: 1, suits: [speak, much], cost: {text: "100", as_of: 2030, sources: [{title: Rules}]}}
      - {id: b, title: Observe, rank: 2, suits: [watch, much], cost: {text: Some, confidence: memory}}
      - {id: c, title: Read, rank: 3, suits: [watch, little, much]}
      - {id: d, title: Write, rank: 4, suits: [speak, watch, little, much]}
      - {id: e, title: Anybody, rank: 5}
      - {id: f, title: Listen, rank: 6, suits: [watch, much]}
      """

  @Test func asksUntilFewRoutesAreLeft() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      site.paths.filter { $0.hasPrefix("routes/choose") }.sorted() == [
        "routes/choose-speak.html", "routes/choose-vote.html", "routes/choose-watch--little.html",
        "routes/choose-watch--much.html", "routes/choose-watch.html", "routes/choose.html",
      ])
    let start = try site.section("question", of: "routes/choose.html")
    #expect(start.contains("What for?</h2>"))
    #expect(start.links == ["choose-speak.html", "choose-watch.html", "choose-vote.html"])
    #expect(start.contains("In the room. 3 ways in") && start.contains("1 way in"))
    // Three are few enough to compare.
    #expect(try site.section("question", of: "routes/choose-speak.html") == "")
  }

  @Test func showsWhatFitsTheAnswers() throws {
    let site = try BuiltSite(Self.hub)
    func rows(_ path: String) throws -> [String] {
      try site.section("found", of: path).pieces(between: "<th scope=\"row\"><a href=\"", and: "\"")
    }
    #expect(try rows("routes/choose.html") == ["a.html", "b.html", "c.html", "d.html", "e.html", "f.html"])
    #expect(try rows("routes/choose-speak.html") == ["a.html", "d.html", "e.html"])
    #expect(try rows("routes/choose-watch--little.html") == ["c.html", "d.html", "e.html"])
    #expect(try rows("routes/choose-vote.html") == ["e.html"])
  }

  @Test func leadsBackToEachQuestion() throws {
    let main = try BuiltSite(Self.hub).main("routes/choose-watch--little.html")
    let answers = main.pieces(between: "<nav class=\"answers\"", and: "</nav>").first ?? ""
    #expect(answers.links == ["choose.html", "choose-watch.html", "choose.html"])
    #expect(answers.contains(">To watch</a>") && answers.contains(">Little</a>"))
  }

  @Test func givesTheScriptWhatEachRouteSuits() throws {
    let main = try BuiltSite(Self.hub).main("routes/choose.html")
    #expect(
      main.pieces(between: "<tr data-suits=\"", and: "\"") == [
        "speak much", "watch much", "watch little much", "speak watch little much", "speak watch vote little much",
        "watch much",
      ])
    #expect(main.contains("<form class=\"choose\" hidden"))
    #expect(main.contains("<input type=\"radio\" name=\"means\" value=\"much\">"))
  }

  @Test func showsEachCostWithItsDateItsSourceOrThatItIsNotConfirmed() throws {
    let site = try BuiltSite(Self.hub)
    let main = try site.main("routes/index.html")
    #expect(
      main.elements("<td data-label=\"Cost\">", "</td>") == [
        "100 (as of 2030) 1", "Some not confirmed", "", "", "", "",
      ])
    #expect(main.contains("<a href=\"#source-1\"") && main.contains("<cite>Rules</cite>"))
    #expect(main.contains("<a href=\"choose.html\">Find your way in</a>"))
    #expect(try site.main("routes/a.html").contains("<dt>Cost</dt><dd>100 <span class=\"quiet\">(as of 2030)</span>"))
  }

  @Test func asksNothingWhereTheHubHasNoQuestions() throws {
    let site = try BuiltSite("-- site-content/routes/r.yaml --\n- {id: a, title: Delegate}")
    #expect(site.paths.filter { $0.contains("choose") && $0.hasSuffix(".html") } == [])
    #expect(try !site.main("routes/index.html").contains("choose.html"))
  }

  @Test func leadsNoFurtherThanNamesOfFilesReach() throws {
    let long = String(repeating: "x", count: 150)
    let site = try BuiltSite(Self.hub.replacing("little", with: long).replacing("watch", with: "y\(long.dropLast())"))
    #expect(site.paths.contains("routes/choose-y\(long.dropLast()).html"))
    #expect(!site.paths.contains { $0.contains("--x") })
    #expect(site.paths.contains { $0.hasSuffix("--much.html") })
  }
}
