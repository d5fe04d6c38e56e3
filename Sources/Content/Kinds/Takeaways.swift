/// An article after a meeting: what was decided, and what it means.
package final class Takeaways: DocumentFields, MeetingArticle {
  package static let kind = Kind(
    "takeaways", of: Takeaways.self, noun: "takeaways", occasion: Takeaways.meeting.identity, course: .after,
    isNews: true)

  package static let meeting = ReferenceField<Takeaways, Meeting>("meeting", meaning: "The meeting it is about.")

  package let subject: MeetingSubject

  package init?(reading fields: inout FieldReader) {
    guard let subject = fields.meetingSubject(Self.meeting) else { return nil }
    self.subject = subject
  }
}
