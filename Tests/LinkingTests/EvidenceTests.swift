import Content
import Diagnostics
import Linking
import TestSupport
import Testing

/// What the hub states as fact has a source, or says that it is not confirmed.
@Suite struct EvidenceTests {
  private static let around = """
    -- issues/all.yaml --
    - { id: itrs, title: The ITRs, stance: technical }
    -- bodies/all.yaml --
    - { id: pp, title: PP }
    -- meetings/undated.yaml --
    - { id: pp-22, title: PP-22, type: conference }

    """

  private func faults(_ records: String) throws -> [String] {
    try SiteFixture(Self.around + records).allFaults()
  }

  @Test func asksForTheSourceOfAPosition() throws {
    #expect(
      try faults(
        """
        -- proposals/all.yaml --
        - { id: 1️⃣a, issue: itrs, meeting: pp-22, asks: A }
        - { id: b, issue: itrs, meeting: pp-22, asks: B, sources: [{ title: S }] }
        - { id: c, issue: itrs, meeting: pp-22, asks: C, confidence: memory }
        """) == ["proposals/all.yaml 1️⃣ unsourced-fact"])
  }

  @Test func asksForTheSourceOfAnOutcome() throws {
    #expect(
      try faults(
        """
        -- outcomes/all.yaml --
        - { id: 1️⃣o, title: O, meeting: pp-22, confidence: inferred }
        - { id: q, title: Q, meeting: pp-22, confidence: memory }
        """) == ["outcomes/all.yaml 1️⃣ unsourced-fact"])
  }

  @Test func asksForTheSourceOfADate() throws {
    #expect(
      try faults(
        """
        -- meetings/all.yaml --
        - { id: 1️⃣pp-26, title: PP-26, type: conference, start: 2026-11-09 }
        - { id: pp-30, title: PP-30, type: conference, start: 2030, confidence: memory }
        - { id: pp-18, title: PP-18, type: conference, start: 2018, sources: [{ title: S }] }
        - { id: 2️⃣pp-14, title: PP-14, type: conference, deadlines: [{ title: Register, date: 2014-05-01 }] }
        - { id: pp-34, title: PP-34, type: conference, deadlines: [{ title: Register, rule: 4 weeks before the opening }] }
        -- resolutions/all.yaml --
        - { id: 1️⃣r, title: R, organ: pp, number: 1, revisions: [{ place: Doha, year: 2026 }] }
        - { id: s, title: S, organ: pp, number: 2, revisions: [{ place: Doha, year: 2026, confidence: memory }] }
        - { id: t, title: T, organ: pp, number: 3 }
        """) == [
          "meetings/all.yaml 1️⃣ unsourced-fact", "meetings/all.yaml 2️⃣ unsourced-fact",
          "resolutions/all.yaml 1️⃣ unsourced-fact",
        ])
  }

  @Test func asksForTheSourceOfVotes() throws {
    #expect(
      try faults(
        """
        -- elections/all.yaml --
        - { id: 1️⃣p, post: P, meeting: pp-22, rounds: [{ candidates: [{ name: A, votes: 6 }] }] }
        - { id: q, post: Q, meeting: pp-22, confidence: memory }
        """) == ["elections/all.yaml 1️⃣ unsourced-fact"])
  }

  @Test func asksForTheSourceOfAnOutcomeThatIsMarkedSourced() throws {
    let start = "issue: itrs, meeting: pp-22, asks: A, sources: [{ title: S }], outcome:"
    #expect(
      try faults(
        """
        -- proposals/all.yaml --
        - { id: c, \(start) 1️⃣adopted, outcome_confidence: sourced }
        - { id: d, \(start) 2️⃣rejected }
        - { id: e, \(start) adopted, outcome_confidence: inferred }
        - { id: f, \(start) adopted, outcome_confidence: sourced, outcome_sources: [{ title: S }] }
        - { id: g, \(start) unknown, outcome_confidence: sourced }
        - { id: h, \(start) withdrawn, outcome_confidence: memory }
        """) == ["proposals/all.yaml 1️⃣ unsourced-outcome", "proposals/all.yaml 2️⃣ unsourced-outcome"])
  }

  @Test func refusesAProposerThatIsNoActorOrState() throws {
    let site = try SiteFixture(
      Self.around + """
        -- people/all.yaml --
        - { id: ada, title: Ada }
        -- proposals/all.yaml --
        - { id: a, issue: itrs, meeting: pp-22, asks: A, proposers: [1️⃣ada], confidence: memory }
        """)
    #expect(site.allFaults() == ["proposals/all.yaml 1️⃣ unresolved-reference"])
    #expect(site.onlyFault()?.message == "'proposers' holds the id of an actor or a country, and there is none 'ada'")
  }

  @Test func refusesAProposalForATextThatIsNotInTheRecords() throws {
    #expect(
      try faults(
        """
        -- proposals/all.yaml --
        - { id: a, issue: itrs, meeting: pp-22, asks: A, touches: [1️⃣resolution-999], confidence: memory }
        - { id: b, issue: itrs, meeting: pp-22, asks: B, touches_other: [Resolution 999], confidence: memory }
        """) == ["proposals/all.yaml 1️⃣ unresolved-reference"])
  }

  @Test func refusesMoreVotesThanWerePresent() throws {
    let site = try SiteFixture(
      Self.around + """
        -- elections/all.yaml --
        - id: q
          post: Q
          meeting: pp-22
          confidence: memory
          rounds:
            - 1️⃣{ round: 1, present: 10, candidates: [{ name: A, votes: 6 }, { name: B, votes: 5 }] }
            - { round: 2, present: 10, candidates: [{ name: A, votes: 5 }, { name: B, votes: 5 }, { name: C }] }
            - { round: 3, candidates: [{ name: A, votes: 999999999 }, { name: B, votes: 999999999 }] }
        """)
    #expect(site.allFaults() == ["elections/all.yaml 1️⃣ too-many-votes"])
    #expect(site.onlyFault()?.message == "the votes of a round, 11, are at most those present, 10")
  }
}
