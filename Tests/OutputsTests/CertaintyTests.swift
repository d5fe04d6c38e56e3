import Testing

/// What is sure, what is inferred, and what nobody knows: readers can always tell.
@Suite struct CertaintyTests {
  private static func proposal(_ outcome: String) -> String {
    """
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical}
    -- site-content/meetings/m.yaml --
    - {id: m, title: M, type: group, start: 2030-01-01, confidence: memory}
    -- site-content/actors/a.yaml --
    - {id: hills, title: Hills, type: bloc}
    -- site-content/proposals/p.yaml --
    - {id: p, issue: flow, meeting: m, proposers: [hills], asks: A., sources: [{title: Paper 1}], \(outcome)}
    """
  }

  private static let pages = ["issues/flow.html", "meetings/m.html", "actors/hills.html", "proposals/m.html"]

  @Test(arguments: ["adopted", "adopted-with-changes", "rejected", "withdrawn", "no-consensus"])
  func neverShowsAnInferredOutcomeAsAFact(_ outcome: String) throws {
    let site = try BuiltSite(Self.proposal("outcome: \(outcome), outcome_confidence: inferred"))
    for page in Self.pages {
      let main = try site.main(page)
      #expect(
        main.pieces(between: "<div class=\"result\">", and: "</div>").allSatisfy { !$0.contains("<strong>") }, "\(page)"
      )
      #expect(main.contains("</em> <span class=\"certainty\">inferred from a wider statement</span>"), "\(page)")
    }
  }

  @Test func marksAnOutcomeThatIsOnlyRemembered() throws {
    let site = try BuiltSite(Self.proposal("outcome: adopted, outcome_confidence: memory"))
    for page in Self.pages {
      #expect(
        try site.main(page).contains("<em>Adopted</em> <span class=\"certainty\">not confirmed</span>"), "\(page)")
    }
  }

  @Test func statesAnOutcomeThatASourceReportsWithItsSource() throws {
    let site = try BuiltSite(
      Self.proposal("outcome: adopted, outcome_confidence: sourced, outcome_sources: [{title: Record}]"))
    for page in Self.pages {
      let main = try site.main(page)
      #expect(
        main.contains(
          "<strong>Adopted</strong> <span class=\"certainty\">reported by a source</span> <span class=\"citations\"><a href=\"#source-2\""
        ), "\(page)")
      #expect(main.elements("<li id=\"source-", "</li>") == ["Paper 1", "Record"], "\(page)")
    }
  }

  @Test(arguments: [
    "", "outcome: unknown", "outcome: unknown, outcome_confidence: sourced",
    "outcome: unknown, outcome_confidence: memory",
  ])
  func saysThatAnOutcomeIsNotKnown(_ outcome: String) throws {
    let site = try BuiltSite(Self.proposal(outcome))
    for page in Self.pages {
      let main = try site.main(page)
      // What a meeting's page folds, it counts once.
      let isFolded = page.hasPrefix("meetings/")
      #expect(main.contains("<span class=\"label\">Result</span> <em>Not known</em> </p>") != isFolded, "\(page)")
      if isFolded { #expect(main.contains("1 proposal: 1 not known"), "\(page)") }
      #expect(!main.contains("class=\"certainty\""), "\(page)")
    }
  }

  private static let mark = "<span class=\"unconfirmed\">not confirmed</span>"

  @Test func marksWhateverIsNotConfirmedWhereverItIsShown() throws {
    let site = try BuiltSite(
      """
      -- site-content/bodies/b.yaml --
      - {id: parties, title: Parties, confidence: memory}
      -- site-content/issues/i.yaml --
      - {id: flow, title: Flow, stance: technical, meetings: [m]}
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: group, start: 2031-04-01, confidence: memory}
      -- site-content/outcomes/o.yaml --
      - {id: o, title: Done, meeting: m, status: adopted, issues: [flow], summary: It is., confidence: inferred, sources: [{title: Record}]}
      -- site-content/elections/e.yaml --
      - {id: e, meeting: m, post: Chair, elected: Ada, confidence: memory}
      -- site-content/countries/c.yaml --
      - {id: xa, title: Alderland, administration: {name: Office, confidence: memory}, regulator: {name: Bureau, confidence: memory}}
      -- site-content/library/l.yaml --
      - {id: l, title: Leaflet, confidence: memory}
      -- site-content/glossary/g.yaml --
      - {id: g, title: gauge, meaning: A scale., confidence: memory}
      -- site-content/routes/r.yaml --
      - {id: r, title: Observe, confidence: memory}
      """)
    #expect(try site.main("meetings/m.html").contains("<span>1 April 2031 \(Self.mark)</span>"))
    #expect(try site.section("next", of: "issues/flow.html").contains(Self.mark))
    #expect(try site.section("outcomes", of: "issues/flow.html").contains("<p>It is. \(Self.mark)"))
    #expect(try site.section("elections", of: "meetings/m.html").contains(Self.mark))
    #expect(try site.main("countries/xa.html").contains("<strong>Office</strong> \(Self.mark)"))
    #expect(try site.main("countries/xa.html").contains("Bureau \(Self.mark)"))
    #expect(try site.main("library/index.html").contains("Leaflet</cite> \(Self.mark)"))
    #expect(try site.main("glossary/index.html").contains("A scale. \(Self.mark)"))
    #expect(try site.main("routes/index.html").contains(Self.mark))
    #expect(try site.main("bodies/parties.html").contains(Self.mark))
  }

  @Test func warnsOnThePageOfWhatIsOnlyGenerallyKnown() throws {
    let site = try BuiltSite(
      "-- site-content/notes/n.md --\n---\ntitle: N\nconfidence: memory\nnote: Take care.\n---\n")
    #expect(
      try site.main("notes/n.html").elements("role=\"note\">", "</div>") == [
        "Not confirmed. This page rests on general knowledge and has no source yet. Check it before you rely on it.",
        "Please note. Take care.",
      ])
  }

  @Test func marksAnOutcomeThatIsInferredInTheTimelineToo() throws {
    let site = try BuiltSite(
      """
      -- site-content/issues/i.yaml --
      - {id: flow, title: Flow, stance: technical}
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: group, start: 2030-04-01, sources: [{title: Paper}]}
      -- site-content/outcomes/o.yaml --
      - {id: o, title: Done, meeting: m, status: adopted, issues: [flow], confidence: inferred, sources: [{title: Record}]}
      """)
    #expect(try site.section("timeline", of: "issues/flow.html").contains(Self.mark))
  }

  @Test func numbersASourceOnceAndKeepsDifferentPapersApart() throws {
    let site = try BuiltSite(
      """
      -- site-content/library/l.yaml --
      - {id: report, title: The report, publisher_name: Press, date: 2030-05, confidence: memory}
      -- site-content/issues/i.yaml --
      - {id: flow, title: Flow, stance: technical}
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: group, start: 2030-01-01, confidence: memory}
      -- site-content/proposals/p.yaml --
      - {id: a, issue: flow, meeting: m, asks: A., sources: [{url: "https://x.example/docs", document: Paper 1}, {library: report}]}
      - {id: b, issue: flow, meeting: m, asks: B., sources: [{url: "https://x.example/docs", document: Paper 2}, {library: report}]}
      - {id: c, issue: flow, meeting: m, asks: C., sources: [{url: "https://x.example/docs", document: Paper 1, consulted: 2031-01-01}, {title: report}]}
      """)
    let main = try site.main("issues/flow.html")
    #expect(
      main.elements("<li id=\"source-", "</li>") == [
        "x.example, Paper 1", "The report, Press, May 2030", "x.example, Paper 2", "report",
      ])
    #expect(
      main.pieces(between: "<span class=\"citations\">", and: "</span>").map { $0.links } == [
        ["#source-1", "#source-2"], ["#source-3", "#source-2"], ["#source-1", "#source-4"],
      ])
  }
}
