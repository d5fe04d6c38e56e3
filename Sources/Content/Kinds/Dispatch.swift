/// A report from the floor, by somebody who says in which role they attend.
package final class Dispatch: DocumentFields, MeetingArticle {
  package static let kind = Kind(
    "dispatch", of: Dispatch.self, noun: "a dispatch", occasion: Dispatch.meeting.identity, needsDate: true,
    needsAuthors: true, course: .during, isNews: true)

  package static let meeting = ReferenceField<Dispatch, Meeting>("meeting", meaning: "The meeting it reports from.")

  package let subject: MeetingSubject
  package let role: String

  package init?(reading fields: inout FieldReader) {
    let subject = fields.meetingSubject(Self.meeting)
    let role = fields.text("role", required: true, "In which role the author attends.")
    guard let subject, let role else { return nil }
    self.subject = subject
    self.role = role
  }
}
