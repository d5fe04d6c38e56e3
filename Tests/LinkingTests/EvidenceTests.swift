import Content
import Diagnostics
import Linking
import TestSupport
import Testing

@Test func asksForTheSourceOfWhatIsStatedAsFact() throws {
  let site = try SiteFixture(
    """
    -- issues/all.yaml --
    - { id: itrs, title: The ITRs, stance: technical }
    -- meetings/all.yaml --
    - { id: pp-22, title: PP-22, type: conference }
    - { id: 1️⃣pp-26, title: PP-26, type: conference, start: 2026-11-09 }
    - { id: pp-30, title: PP-30, type: conference, start: 2030, confidence: memory }
    - { id: pp-18, title: PP-18, type: conference, start: 2018, sources: [{ title: S }] }
    -- proposals/all.yaml --
    - { id: 1️⃣a, issue: itrs, meeting: pp-22, asks: A }
    - { id: b, issue: itrs, meeting: pp-22, asks: B, sources: [{ title: S }] }
    - { id: 2️⃣c, issue: itrs, meeting: pp-22, asks: C, sources: [{ title: S }], outcome: adopted, outcome_confidence: sourced }
    - { id: 3️⃣d, issue: itrs, meeting: pp-22, asks: D, sources: [{ title: S }], outcome: rejected }
    - { id: e, issue: itrs, meeting: pp-22, asks: E, sources: [{ title: S }], outcome: adopted, outcome_confidence: inferred }
    - id: f
      issue: itrs
      meeting: pp-22
      asks: F
      sources: [{ title: S }]
      outcome: adopted
      outcome_confidence: sourced
      outcome_sources: [{ title: S }]
    -- outcomes/all.yaml --
    - { id: 1️⃣o, title: O, meeting: pp-22, confidence: inferred }
    -- elections/all.yaml --
    - { id: 1️⃣p, post: P, meeting: pp-22 }
    - id: 2️⃣q
      post: Q
      meeting: pp-22
      confidence: memory
      rounds:
        - { round: 1, present: 10, candidates: [{ name: A, votes: 6 }, { name: B, votes: 5 }] }
        - { round: 2, present: 10, candidates: [{ name: A, votes: 5 }, { name: B, votes: 5 }, { name: C }] }
        - { round: 3, candidates: [{ name: A, votes: 999999999 }, { name: B, votes: 999999999 }] }
    """)
  #expect(
    site.allFaults() == [
      "elections/all.yaml 1️⃣ unsourced-fact", "elections/all.yaml 2️⃣ too-many-votes",
      "meetings/all.yaml 1️⃣ unsourced-fact",
      "outcomes/all.yaml 1️⃣ unsourced-fact", "proposals/all.yaml 1️⃣ unsourced-fact",
      "proposals/all.yaml 2️⃣ unsourced-outcome",
      "proposals/all.yaml 3️⃣ unsourced-outcome",
    ])
}
