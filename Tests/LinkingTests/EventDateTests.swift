import Content
import Diagnostics
import Linking
import TestSupport
import Testing

/// What articles tell of has its own day, and what is known of a meeting follows from its sources.
struct EventDateTests {
  @Test func takesTheDayOfAnArticleOrOfItsMeeting() throws {
    let site = try SiteFixture(
      """
      -- meetings/m.yaml --
      - { id: first, title: First, type: conference, start: 2022-09-26, end: 2022-10-14, confidence: memory }
      - { id: second, title: Second, type: conference }
      -- takeaways/a.md --
      ---
      title: A
      date: 2026-01-01
      meeting: first
      ---
      -- takeaways/b.md --
      ---
      title: B
      meeting: first
      event_date: 2022-10
      ---
      -- briefings/c.md --
      ---
      title: C
      date: 2026-01-01
      meeting: second
      ---
      -- guides/d.md --
      ---
      title: D
      date: 2026-01-01
      meetings: [first]
      ---
      """)
    let (linked, diagnostics) = site.link()
    let graph = try #require(linked)
    #expect(diagnostics.map(\.message) == [])
    let articles = graph.pages.filter { $0.document.kind.isArticle }
    #expect(
      articles.map { "\($0.id.name) \(graph.eventDate(of: $0)?.isoText ?? "-")" }
        == ["c -", "d -", "a 2022-09-26", "b 2022-10"])
  }

  @Test func refusesADayThatIsNone() throws {
    let site = try SiteFixture(
      "-- meetings/m.yaml --\n- { id: first, title: First, type: conference }\n"
        + "-- takeaways/a.md --\n---\ntitle: A\nmeeting: first\nevent_date: 1️⃣May 2022\n---\n")
    #expect(site.allFaults() == ["takeaways/a.md 1️⃣ invalid-date"])
  }

  @Test(arguments: [
    ("sources: [{ title: A, consulted: 2026-05-07 }]", Meeting.Evidence.announced),
    ("sources: [{ title: A, consulted: 2026-05-08 }]", nil), ("sources: [{ title: A }]", nil),
    ("sources: [{ title: A, consulted: 2026-05-07 }, { title: B, consulted: 2026-06-01 }]", nil),
    ("confidence: memory", nil), ("evidence: announced\n  sources: [{ title: A, consulted: 2026-06-07 }]", .announced),
    ("evidence: reported\n  sources: [{ title: A, consulted: 2026-05-07 }]", .reported),
  ])
  func knowsWhetherAMeetingWasOnlyAnnounced(_ fields: String, _ evidence: Meeting.Evidence?) throws {
    let site = try SiteFixture(
      "-- meetings/m.yaml --\n- id: first\n  title: First\n  type: conference\n  start: 2026-05-04\n  end: 2026-05-08\n  \(fields)\n"
    )
    let meeting = try #require(site.link().graph?.pages(of: Meeting.self).first)
    #expect(meeting.fields.evidence(by: meeting.document.common.sources) == evidence)
  }
}
