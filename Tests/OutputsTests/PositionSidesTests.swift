import Content
import Linking
import TestSupport
import Testing

@testable import Pages

/// Who agrees and who disagrees with whom.
@Suite struct PositionSidesTests {
  /// The ids on each side, those that are alike, and the others, of proposals written as "a: opposes b c; alike d".
  private func sides(_ proposals: [String: String]) throws -> (debates: [[[String]]], alike: [[String]], rest: [String])
  {
    let records = proposals.keys.sorted().map { id in
      "- {id: \(id), issue: flow, meeting: m, asks: A., confidence: memory\(proposals[id] ?? "")}"
    }.joined(separator: "\n")
    let site = try SiteFixture(
      """
      -- issues/i.yaml --
      - {id: flow, title: Flow, stance: technical}
      -- meetings/m.yaml --
      - {id: m, title: M, type: conference}
      -- proposals/p.yaml --
      \(records)
      """)
    let graph = try #require(site.link().graph)
    let sides = PositionSides(graph.pages(of: Proposal.self)) { graph.page($0, in: "en") }
    func ids(_ pages: [PageOf<Proposal>]) -> [String] { pages.map(\.document.id.name) }
    return (sides.debates.map { [ids($0.one), ids($0.other)] }, sides.alike.map(ids), ids(sides.rest))
  }

  @Test func leavesProposalsWithoutTiesInTheirOrder() throws {
    let sides = try sides(["a": "", "b": ""])
    #expect(sides.debates.isEmpty && sides.alike.isEmpty)
    #expect(sides.rest == ["a", "b"])
  }

  @Test func setsSeveralOnEachSide() throws {
    let sides = try sides(["a": ", opposes: [b]", "b": "", "c": ", opposes: [b]", "d": ", alike: [b]", "e": ""])
    #expect(sides.debates == [[["a", "c"], ["b", "d"]]])
    #expect(sides.rest == ["e"])
  }

  @Test func keepsDebatesApart() throws {
    let sides = try sides(["a": ", opposes: [d]", "b": ", opposes: [c]", "c": "", "d": ", opposes: [a]"])
    #expect(sides.debates == [[["a"], ["d"]], [["b"], ["c"]]])
  }

  @Test func gathersWhatAsksForTheSame() throws {
    let sides = try sides(["a": "", "b": ", alike: [d]", "c": "", "d": ", alike: [b]"])
    #expect(sides.alike == [["b", "d"]])
    #expect(sides.rest == ["a", "c"])
  }

  @Test func placesEachProposalOnceWhereOppositionGoesRoundInACircle() throws {
    let sides = try sides(["a": ", opposes: [b]", "b": ", opposes: [c]", "c": ", opposes: [a, c]"])
    #expect(sides.debates.flatMap { $0 }.flatMap { $0 }.sorted() == ["a", "b", "c"])
  }

  @Test func leavesOutAnOpponentThatStandsElsewhere() throws {
    let site = try BuiltSite(
      """
      -- site-content/issues/i.yaml --
      - {id: flow, title: Flow, stance: technical}
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: conference}
      - {id: n, title: N, type: conference}
      -- site-content/proposals/p.yaml --
      - {id: a, issue: flow, meeting: m, asks: A., confidence: memory, opposes: [b]}
      - {id: b, issue: flow, meeting: n, asks: B., confidence: memory}
      """)
    #expect(try !site.main("issues/flow.html").contains("class=\"debate\""))
  }
}
