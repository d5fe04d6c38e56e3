import Diagnostics
import Testing

/// Pages and records keep up with meetings that are over.
struct MeetingUpkeepTests {
  private func hub(_ meeting: String, folder: String = "guides", _ fields: String) -> String {
    """
    -- meetings/m.yaml --
    - id: first
      title: First
      type: conference
      sources: [{ title: Calendar, consulted: 2026-11-20 }]
      \(meeting)
    -- people/p.yaml --
    - { id: ada, title: Ada }
    -- \(folder)/a.md --
    ---
    title: A
    \(fields)
    ---

    Text.
    """
  }

  private static let may = "start: 2026-05-04\n  end: 2026-05-08"

  @Test(arguments: [
    (may, "updated: 2026-05-07", "2026-05-09", true), (may, "date: 2026-01-01", "2026-05-09", true),
    (may, "date: 2026-01-01\nupdated: 2026-05-08", "2026-05-09", false),
    // On its last day it is not over.
    (may, "updated: 2026-05-07", "2026-05-08", false),
    (may + "\n  status: cancelled", "updated: 2026-05-07", "2026-05-09", false),
    // Of a meeting in May nobody knows whether a page of May was written before its end.
    ("start: 2026-05", "updated: 2026-05-07", "2026-06-01", false),
    ("start: 2026-05", "updated: 2026-04-30", "2026-06-01", true),
    ("start: 2026-05", "updated: 2026-04-30", "2026-05-31", false),
    ("city: Bern", "updated: 2026-04-30", "2026-06-01", false),
    (may, "summary: Of no day.", "2026-05-09", false),
  ])
  func warnsOfAMeetingThatIsOverSinceThePageChanged(_ meeting: String, _ fields: String, _ day: String, _ isFound: Bool)
    throws
  {
    let found = try findings(
      in: hub(meeting, fields + "\nmeetings: [1️⃣first]"), today: day, of: .meetingToldAsComing, .notReviewedSinceMeeting)
    #expect(found == (isFound ? ["guides/a.md 1️⃣ meeting-told-as-coming"] : []))
  }

  @Test func leavesReportsOfOneDayAlone() throws {
    let report = "date: 2026-05-05\nauthors: [ada]\nrole: observer\nmeeting: first\nmeetings: [first]"
    #expect(try findings(in: hub(Self.may, folder: "dispatches", report), of: .meetingToldAsComing) == [])
  }

  @Test(arguments: [
    ("[{ title: A, consulted: 2026-05-07 }]", true), ("[{ title: A, consulted: 2026-05-08 }]", false),
    ("[{ title: A, consulted: 2026-05-07 }, { title: B, consulted: 2026-06-01 }]", false),
    // A printed report has no day on which it was read.
    ("[{ title: A, consulted: 2026-05-07 }, { document: Final Acts }]", false),
  ])
  func asksWhoReportedOfAMeeting(_ sources: String, _ isFound: Bool) throws {
    let site = """
      -- meetings/m.yaml --
      - id: first
        title: First
        type: conference
        start: 2026-05-04
        end: 2026-05-08
        1️⃣evidence: reported
        sources: \(sources)
      """
    #expect(
      try findings(in: site, of: .reportedBeforeEnd) == (isFound ? ["meetings/m.yaml 1️⃣ reported-before-end"] : []))
  }
}
