/// An article before a meeting: its issues, and who wants what.
package final class Briefing: DocumentFields, MeetingArticle {
  package static let kind = Kind(
    "briefing", of: Briefing.self, noun: "a briefing", occasion: Briefing.meeting.identity, isNews: true)

  package static let meeting = ReferenceField<Briefing, Meeting>("meeting", meaning: "The meeting it is about.")

  package let subject: MeetingSubject

  package init?(reading fields: inout FieldReader) {
    guard let subject = fields.meetingSubject(Self.meeting) else { return nil }
    self.subject = subject
  }
}
