import Testing

/// Trackers, matrices and the lists that narrow proposals down.
@Suite struct TrackerPageTests {
  private static let hub = """
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical}
    - {id: data, title: Data, stance: technical}
    -- site-content/bodies/b.yaml --
    - {id: parties, title: Parties}
    -- site-content/resolutions/r.yaml --
    - {id: r9, title: Nine, organ: parties, number: 9}
    - {id: r10, title: Ten, organ: parties, number: 10}
    -- site-content/meetings/m.yaml --
    - {id: old, title: Old, type: conference, start: 2029-05-01, end: 2029-05-03, confidence: memory}
    - {id: now, title: Now, type: conference, start: 2031-03-14, end: 2031-03-20, confidence: memory}
    -- site-content/actors/a.yaml --
    - {id: hills, title: The Hills, short: Hills, type: bloc}
    -- site-content/countries/c.yaml --
    - {id: xa, title: Alderland, slug: alderland}
    -- site-content/proposals/p.yaml --
    - {id: a, issue: flow, meeting: old, proposers: [hills], touches: [r10], asks: A., confidence: memory, outcome: adopted, outcome_confidence: inferred}
    - {id: b, issue: flow, meeting: old, proposers: [hills, xa], touches: [r10, r9], asks: B., confidence: memory}
    - {id: c, issue: flow, meeting: old, proposers: [xa], form: amendment, asks: C., confidence: memory}
    - {id: d, issue: data, meeting: old, asks: D., confidence: memory, outcome: rejected, outcome_confidence: memory}
    - {id: e, issue: data, meeting: now, proposers: [hills], asks: E., confidence: memory}

    """

  @Test func listsEveryProposalOfAMeetingByIssueWithCountsThatAddUp() throws {
    let main = try BuiltSite(Self.hub).main("proposals/old.html")
    #expect(main.elements("<p class=\"group-title\">", "</p>") == ["Data", "Flow"])
    #expect(main.elements("<div class=\"asks\">\n<p>", "</p>").map { $0.prefix(2) } == ["D.", "A.", "B.", "C."])
    #expect(
      main.pieces(between: "<table class=\"counts\">", and: "</table>").first?.elements(
        "<tr><th scope=\"row\">", "</tr>")
        == ["Adopted11", "Not accepted11", "Not known2", "Total114"])
    #expect(main.contains("Most outcomes cannot be tied to one proposal"))
  }

  @Test func saysWhatIsNotKnownYetOfAMeeting() throws {
    let before = "Coming The meeting has not begun. These are the proposals on record so far; nothing is decided."
    let during =
      "Under way These are the proposals on record so far; what became of them is recorded when a source reports it."
    let after =
      "Closed. This meeting was to end on 20 March 2031. No source that we know of reports yet what became of these proposals."
    func notices(_ path: String, asOf day: String) throws -> [String] {
      try BuiltSite(Self.hub, asOf: day).main(path).elements("role=\"note\">", "</div>")
    }
    for path in ["proposals/now.html", "proposals/now-matrix.html"] {
      #expect(try notices(path, asOf: "2031-01-01") == [before], "\(path)")
      #expect(try notices(path, asOf: "2031-03-15") == [during], "\(path)")
      #expect(try notices(path, asOf: "2031-03-21") == [after], "\(path)")
    }
    #expect(try notices("proposals/old.html", asOf: "2031-03-21") == [])
  }

  @Test func offersOnlyChoicesThatNarrowTheListDown() throws {
    let main = try BuiltSite(Self.hub).main("proposals/old.html")
    #expect(main.pieces(between: "<select name=\"", and: "\"") == ["issue", "actor", "text", "form", "outcome"])
    #expect(
      main.pieces(between: "<select name=\"actor\">", and: "</select>").first?.elements("<option value=\"", "</option>")
        == ["All", "Alderland (2)", "The Hills (2)", "Proposer not named by the source (1)"])
    #expect(
      main.pieces(between: "<li data-issue=\"", and: ">") == [
        "data\" data-meeting=\"old\" data-actor=\"-\" data-text=\"\" data-form=\"position\" data-outcome=\"rejected\"",
        "flow\" data-meeting=\"old\" data-actor=\"hills\" data-text=\"r10\" data-form=\"position\" data-outcome=\"adopted\"",
        "flow\" data-meeting=\"old\" data-actor=\"hills xa\" data-text=\"r10 r9\" data-form=\"position\" data-outcome=\"unknown\"",
        "flow\" data-meeting=\"old\" data-actor=\"xa\" data-text=\"\" data-form=\"amendment\" data-outcome=\"unknown\"",
      ])
    #expect(try !BuiltSite(Self.hub).main("proposals/now.html").contains("filter.js"))
  }

  @Test func countsIssuesByActorsAndSaysWhatTheAsksCameTo() throws {
    let matrix = try BuiltSite(Self.hub).main("proposals/old-matrix.html")
    #expect(
      matrix.elements("<th scope=\"col\"", "</th>") == [
        "Issue", "Total", "Alderland", "Hills", "Proposer not named by the source",
      ])
    #expect(
      matrix.elements("<tr data-key=\"", "</tr>") == [
        "Data 1 not accepted (not confirmed) 1 not accepted (not confirmed)",
        "Flow 3 1 adopted (inferred), 2 not known 2 not known 2 1 adopted (inferred), 1 not known",
      ])
    #expect(
      matrix.elements("<tfoot>", "</tfoot>") == [
        "Total 4 1 adopted (inferred), 1 not accepted (not confirmed), 2 not known 2 not known "
          + "2 1 adopted (inferred), 1 not known 1 not accepted (not confirmed)"
      ])
  }

  @Test func leadsFromACellToItsRows() throws {
    let site = try BuiltSite(Self.hub)
    func links(_ path: String) throws -> [String] {
      try site.main(path).pieces(between: "<td data-column=\"", and: "</td>").flatMap(\.links)
    }
    #expect(
      try links("proposals/old-matrix.html") == [
        "old.html?issue=data#issue-data", "old.html?issue=data&amp;actor=-#issue-data",
        "old.html?issue=flow#issue-flow",
        "old.html?issue=flow&amp;actor=xa#issue-flow", "old.html?issue=flow&amp;actor=hills#issue-flow",
      ])
    #expect(try site.main("proposals/old.html").contains("<div class=\"group\" id=\"issue-flow\">"))
    #expect(
      try links("proposals/old-texts.html").prefix(2) == [
        "../resolutions/r9.html?meeting=old#at-old", "../resolutions/r9.html?meeting=old&amp;actor=hills#at-old",
      ])
    #expect(try site.main("resolutions/r9.html").contains("<div class=\"group\" id=\"at-old\">"))
    #expect(
      try links("proposals/all-matrix.html").prefix(2) == [
        "../issues/data.html#positions", "../issues/data.html?actor=hills#positions",
      ])
  }

  @Test func sortsTextsByNumber() throws {
    let matrix = try BuiltSite(Self.hub).main("proposals/old-texts.html")
    #expect(matrix.pieces(between: "<tr data-key=\"", and: "\"") == ["r9", "r10"])
  }

  @Test func tellsTheScriptOfEveryProposal() throws {
    let page = try BuiltSite(Self.hub).text("proposals/all-matrix.html")
    #expect(
      page.pieces(between: "id=\"asks\">", and: "</script>") == [
        "{\"states\":[{\"outcome\":\"adopted\",\"text\":\"adopted (inferred)\"},"
          + "{\"outcome\":\"rejected\",\"text\":\"not accepted (not confirmed)\"},"
          + "{\"outcome\":\"unknown\",\"text\":\"not known\"}],\"meeting\":[\"old\",\"now\"],"
          + "\"form\":[\"new-resolution\",\"amendment\",\"position\"],"
          + "\"asks\":[[[0],[2],1,0,2],[[0],[0],2,1,2],[[1],[0],0,0,2],[[1],[1],2,0,1],[[1],[0,1],2,0,2]]}"
      ])
  }

  @Test func leadsToEveryProposalByEachDimension() throws {
    let site = try BuiltSite(Self.hub)
    let index = try site.main("proposals/index.html")
    func entries(_ id: String) throws -> [String] {
      try site.section(id, of: "proposals/index.html").elements("<li>", "</li>")
    }
    #expect(try entries("by-issue") == ["Data 2", "Flow 3"])
    #expect(try entries("by-proposer") == ["Alderland 2", "The Hills 3"])
    #expect(try entries("by-form") == ["Amendment 1", "Position 4"])
    #expect(index.contains("<a href=\"../countries/alderland.html#positions\">"))
    #expect(
      try site.section("by-meeting", of: "proposals/index.html").elements("<p class=\"sum\">", "</p>") == [
        "1 proposal: 1 not known",
        "4 proposals: 1 adopted (inferred), 1 not accepted (not confirmed), 2 not known",
      ])
    #expect(index.contains("<a href=\"outcome-adopted.html\">Adopted</a>"))
    #expect(site.paths.isSuperset(of: ["proposals/outcome-unknown.html", "proposals/form-amendment.html"]))
    #expect(
      try site.main("proposals/form-amendment.html").elements("<div class=\"asks\">\n<p>", "</p>") == [
        "C. not confirmed"
      ])
  }

  @Test func correctsEveryPageWithOneRecord() throws {
    let briefing = """
      -- site-content/briefings/b.md --
      ---
      title: B
      meeting: old
      ---
      ```{positions}
      issue: flow
      meeting: old
      ```

      """
    let pages = [
      "briefings/b.html", "issues/flow.html", "meetings/old.html", "proposals/old.html", "actors/hills.html",
      "resolutions/r10.html", "proposals/outcome-withdrawn.html", "data/proposals.json", "data/proposals.csv",
    ]
    let corrected = Self.hub.replacing("asks: A.", with: "asks: Z.").replacing(
      "outcome: adopted", with: "outcome: withdrawn")
    let (before, after) = (try BuiltSite(Self.hub + briefing), try BuiltSite(corrected + briefing))
    for page in pages {
      if before.paths.contains(page) { #expect(try !before.text(page).contains("Z."), "\(page)") }
      #expect(try after.text(page).contains("Z."), "\(page)")
    }
    #expect(try after.main("proposals/old-matrix.html").contains("1 withdrawn (inferred), 1 not known"))
    #expect(!after.paths.contains("proposals/outcome-adopted.html"))
  }
}
