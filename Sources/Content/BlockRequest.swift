import Diagnostics

/// A derived block of a text, with its parameters read: what to show, and about what.
package struct BlockRequest: Sendable {
  package let name: BlockName
  package let issue: Reference?
  package let meeting: Reference?
  package let only: [Reference]
  package let stance: IssueFields.Stance?
  package let section: String?
}

/// The tables and lists that a text can ask for.
package enum BlockName: String, Sendable, CaseIterable {
  case positions
  case outcomes
  case meeting
  case deadlines
  case timeline
  case routes
  case resolutions
  case elections
  case programme
  case issues
  case forumMap = "forum-map"
  case countries
  case library
  case articles
}

extension BlockRequest {
  init(_ name: BlockName, reading fields: inout FieldReader) {
    self.name = name
    let needsMeeting = [.meeting, .deadlines, .elections, .programme].contains(name)
    let needsIssue = [.timeline, .resolutions].contains(name)
    issue =
      [.positions, .outcomes, .timeline, .resolutions, .library, .articles].contains(name)
      ? fields.reference("issue", .issue, required: needsIssue, meaning: "The issue to show.") : nil
    meeting =
      needsMeeting || [.positions, .outcomes, .issues, .library].contains(name)
      ? fields.reference("meeting", .meeting, required: needsMeeting, meaning: "The meeting to show.") : nil
    only = name == .routes ? fields.references("only", .route, meaning: "The routes to show, where not all.") : []
    stance = name == .issues ? fields.choice("stance", IssueFields.Stance.self, "The stance to show.") : nil
    section = name == .articles ? fields.text("section", "The folder of the articles to show.") : nil
  }
}
