import Testing

/// Texts, bodies and ways to take part.
@Suite struct ResolutionPageTests {
  private static let hub =
    "-- site-content/hub.yaml --\n" + BuiltSite.hub + """
      citations:
        - {write: "Decision {number}", organ: parties, form: decision}
        - {write: "Dec. {number}", organ: parties, form: decision}
      -- site-content/bodies/b.yaml --
      - {id: parties, title: Parties, abbreviation: COP, openness: open, meets: Yearly}
      - {id: bureau, title: Bureau, parent: parties}
      - {id: desk, title: Desk, parent: bureau}
      -- site-content/resolutions/r.yaml --
      - id: d2
        title: On flows
        organ: parties
        form: decision
        number: 2
        topic: Flow
        title_confidence: memory
        sources: [{title: Record}]
        replaced_by: d10
        revisions:
          - {place: Doha, year: 2031, confidence: inferred}
          - {place: Alder, year: 2027, adopted: true}
      - {id: d10, title: On floods, organ: parties, form: decision, number: 10}
      - {id: r1, title: On seats, organ: parties, number: 1}
      - {id: o1, title: On desks, organ: desk, form: opinion, number: 1-A}
      -- site-content/issues/i.yaml --
      - {id: flow, title: Flow, stance: technical, resolutions: [d2]}
      - {id: data, title: Data, stance: technical, resolutions_unconfirmed: [d2]}
      -- site-content/meetings/m.yaml --
      - {id: old, title: Old, type: conference, organ: parties, start: 2029-05-01, confidence: memory}
      - {id: new, title: New, type: conference, organ: parties, start: 2030-05-01, confidence: memory}
      - {id: undated, title: Undated, type: group, organ: parties}
      -- site-content/proposals/p.yaml --
      - {id: a, issue: flow, meeting: old, asks: A., touches: [d2, r1], touches_other: [Annex <B>], confidence: memory}
      -- site-content/outcomes/o.yaml --
      - {id: o, title: Done, meeting: old, resolution: d2, status: adopted, confidence: memory}
      -- site-content/notes/n.md --
      ---
      title: A note
      ---
      See [[d2]].
      -- site-content/routes/r.yaml --
      - id: delegate
        title: Delegate
        rights: {attend: "Yes", vote: "No"}
        steps: [Ask., Wait.]
        pros: [Near.]
        cons: [Far.]
      -- site-content/guides/g.md --
      ---
      title: A guide
      route: delegate
      ---
      """

  @Test func tellsTheHistoryOfATextFromItsAdoption() throws {
    let history = try BuiltSite(Self.hub).section("history", of: "resolutions/d2.html")
    #expect(
      history.elements("<li>", "</li>") == [
        "2027 Adopted in Alder", "2029 Old 1 proposal: 1 not known", "2031 Revised in Doha not confirmed",
      ])
    #expect(history.links == ["../meetings/old.html", "#at-old"])
  }

  @Test func namesATextAsTheHubCitesIt() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      try site.main("resolutions/d2.html").contains("<span>Decision</span> <span class=\"symbol\">Decision 2</span>"))
    #expect(try site.main("resolutions/r1.html").contains("<span class=\"symbol\">Resolution 1</span>"))
    #expect(try site.main("resolutions/o1.html").contains("<span class=\"symbol\">Opinion 1-A</span>"))
  }

  @Test func saysWhatATextReplacesAndWhatReplacedIt() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      try site.main("resolutions/d2.html").contains("<dt>Replaced by</dt><dd><a href=\"d10.html\">Decision 10</a></dd>")
    )
    #expect(
      try site.main("resolutions/d10.html").contains(
        "<dt>Replaces</dt><dd><ul><li><a href=\"d2.html\">Decision 2</a></li></ul></dd>"))
  }

  @Test func showsWhatTouchedAText() throws {
    let site = try BuiltSite(Self.hub)
    #expect(try site.section("positions", of: "resolutions/d2.html").contains("<p>A."))
    #expect(try site.section("outcomes", of: "resolutions/d2.html").contains("Done"))
    #expect(try site.section("read-more", of: "resolutions/d2.html").links == ["../notes/n.html"])
    #expect(
      try site.main("resolutions/d2.html").contains(
        "<li><a href=\"../issues/data.html\">Data</a></li><li><a href=\"../issues/flow.html\">Flow</a></li>"))
    #expect(
      try site.main("issues/flow.html").contains(
        "<span><a href=\"../resolutions/d2.html\">Decision 2</a></span><span><a href=\"../resolutions/r1.html\">Resolution 1</a></span><span>Annex &lt;B&gt;</span>"
      ))
  }

  @Test func saysThatATitleIsNotConfirmed() throws {
    let note = "The wording of this title is not confirmed by a source."
    #expect(try BuiltSite(Self.hub).main("resolutions/d2.html").contains(note))
    #expect(try !BuiltSite(Self.hub).main("resolutions/d10.html").contains(note))
  }

  @Test func listsTextsByBodyAndNumber() throws {
    let main = try BuiltSite(Self.hub).main("resolutions/index.html")
    #expect(main.pieces(between: "<h2 id=\"", and: "\"") == ["parties", "desk"])
    #expect(
      main.elements("<p class=\"when\">", "</p>") == ["Decision 2", "Decision 10", "Resolution 1", "Opinion 1-A"])
  }

  @Test func drawsTheTreeOfBodies() throws {
    let site = try BuiltSite(Self.hub)
    let tree = try site.main("bodies/index.html")
    #expect(
      tree.pieces(between: "<p class=\"what\"><a href=\"", and: "\"") == ["parties.html", "bureau.html", "desk.html"])
    #expect(tree.components("<ul").count == tree.components("</ul>").count)
    #expect(try site.section("bodies", of: "bodies/parties.html").links == ["bureau.html", "desk.html"])
    #expect(
      try site.main("bodies/desk.html").contains("<dt>Belongs to</dt><dd><a href=\"bureau.html\">Bureau</a></dd>"))
  }

  @Test func listsTheMeetingsOfABodyByYearTheNewestFirst() throws {
    let main = try BuiltSite(Self.hub).main("bodies/parties.html")
    #expect(main.pieces(between: "<h3 id=\"", and: "\"") == ["year-2030", "year-2029"])
    let coming = try BuiltSite(Self.hub).section("coming", of: "bodies/parties.html")
    #expect(coming.contains("Dates not known"))
  }

  @Test func showsWhatARouteAllowsAndTheGuidesToIt() throws {
    let site = try BuiltSite(Self.hub)
    let main = try site.main("routes/delegate.html")
    #expect(main.contains("<dt>Attend</dt><dd>Yes</dd>") && main.contains("<dt>Vote</dt><dd>No</dd>"))
    #expect(!main.contains("<dt>Speak</dt>"))
    #expect(try site.section("steps", of: "routes/delegate.html").elements("<li>", "</li>") == ["Ask.", "Wait."])
    #expect(try site.section("read-more", of: "routes/delegate.html").links == ["../guides/g.html"])
  }
}

extension String {
  fileprivate func components(_ mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
