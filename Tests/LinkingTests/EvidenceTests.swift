import CivilTime
import Content
import Diagnostics
import Linking
import TestSupport
import Testing

/// What is stated as fact has a source.
@Suite struct EvidenceTests {
  private func faults(in records: String) throws -> [String] {
    let hub = try HubFolder(
      """
      -- site-content/hub.yaml --
      title: Test
      address: https://example.org/
      language: en
      time_zone: Europe/Zurich
      meeting_types: [{id: session, title: Session}]
      -- site-content/issues/water.md --
      ---
      title: Water
      stance: technical
      ---
      -- site-content/countries/states.yaml --
      - id: aa
        title: A
      - id: bb
        title: B
      -- site-content/meetings/first.md --
      ---
      title: First session
      type: session
      ---
      \(records)
      """)
    let (content, reading) = readContent(in: "\(hub.path)/site-content", shownAs: "site-content", jobs: 1)
    let today = try #require(CivilDate(isoText: "2026-11-22"))
    let linking = try linkDocuments(#require(content), options: LinkingOptions(today: today)).diagnostics
    return (reading + linking).filter { $0.severity == .error }.map { "\($0.code.rawValue) \($0.range.file.path):\($0.range.start.line)" }
  }

  @Test func asksForTheSourceOfAPosition() throws {
    let found = try faults(
      in: """
        -- site-content/proposals/first.yaml --
        - id: one
          issue: water
          meeting: first
          asks: Something.
        - id: two
          issue: water
          meeting: first
          asks: Something else.
          confidence: memory
        - id: three
          issue: water
          meeting: first
          asks: Something more.
          sources: [{document: Paper 3}]
        """)
    #expect(found == ["unsourced-fact site-content/proposals/first.yaml:1"])
  }

  @Test func asksForASourceOfTheOutcomeItself() throws {
    let found = try faults(
      in: """
        -- site-content/proposals/first.yaml --
        - id: one
          issue: water
          meeting: first
          asks: Something.
          sources: [{document: Paper 1}]
          outcome: adopted
          outcome_confidence: sourced
        - id: two
          issue: water
          meeting: first
          asks: Something else.
          sources: [{document: Paper 2}]
          outcome: rejected
        - id: three
          issue: water
          meeting: first
          asks: Something more.
          sources: [{document: Paper 3}]
          outcome: adopted
          outcome_confidence: sourced
          outcome_sources: [{document: Final acts}]
        """)
    #expect(
      found == [
        "unsourced-outcome site-content/proposals/first.yaml:1", "unsourced-outcome site-content/proposals/first.yaml:8",
      ])
  }

  @Test func asksForTheSourceOfADateAndOfADecision() throws {
    let found = try faults(
      in: """
        -- site-content/meetings/list.yaml --
        - id: second
          title: Second session
          type: session
          start: 2026-12
        -- site-content/outcomes/first.yaml --
        - id: decided
          title: Decided
          meeting: first
          summary: Something.
        """)
    #expect(
      found.sorted() == ["unsourced-fact site-content/meetings/list.yaml:1", "unsourced-fact site-content/outcomes/first.yaml:1"])
  }

  @Test(arguments: [(3, []), (2, ["too-many-votes site-content/elections/first.yaml:1"])])
  func refusesMoreVotesThanThosePresent(present: Int, expected: [String]) throws {
    let found = try faults(
      in: """
        -- site-content/elections/first.yaml --
        - id: chair
          meeting: first
          post: Chair
          sources: [{document: Minutes}]
          rounds:
            - round: 1
              present: \(present)
              candidates: [{name: X, country: aa, votes: 2}, {name: Y, country: bb, votes: 1}]
        """)
    #expect(found == expected)
  }

  @Test func asksForProposersAndTextsThatAreRecords() throws {
    let found = try faults(
      in: """
        -- site-content/proposals/first.yaml --
        - id: one
          issue: water
          meeting: first
          proposers: [nobody]
          touches: [resolution-7]
          asks: Something.
          sources: [{document: Paper 1}]
        """)
    #expect(
      found == [
        "unresolved-reference site-content/proposals/first.yaml:4", "unresolved-reference site-content/proposals/first.yaml:5",
      ])
  }
}
