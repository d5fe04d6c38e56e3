/// A case of advocacy, told on one template so that cases can be compared.
package final class CaseStudy: DocumentFields, MeetingArticle {
  package static let kind = Kind(
    "case-study", of: CaseStudy.self, noun: "a case study",
    headings: [
      "Background", "Structure and decision-making", "Remit", "What was at stake", "Before", "During", "After",
      "Tactics", "What worked", "Lessons",
    ],
    occasion: CaseStudy.meeting.identity, isFoundByLinks: true, course: .after)

  package static let meeting = ReferenceField<CaseStudy, Meeting>("meeting", meaning: "The meeting it is about.")

  package let subject: MeetingSubject
  package let mechanism: String

  package init?(reading fields: inout FieldReader) {
    let subject = fields.meetingSubject(Self.meeting)
    let mechanism = fields.text("mechanism", required: true, "What type of mechanism it was.")
    guard let subject, let mechanism else { return nil }
    self.subject = subject
    self.mechanism = mechanism
  }
}
