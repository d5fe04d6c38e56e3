/// A case of advocacy, told on one template so that cases can be compared.
package final class CaseStudy: DocumentFields {
  package static let kind = Kind(
    "case-study", of: CaseStudy.self, noun: "a case study",
    headings: [
      "Background", "Structure and decision-making", "Remit", "What was at stake", "Before", "During", "After",
      "Tactics", "What worked", "Lessons",
    ],
    occasion: CaseStudy.meeting.identity, isFoundByLinks: true)

  package static let meeting = ReferenceField<CaseStudy, Meeting>("meeting", meaning: "The meeting it is about.")

  package let series: SeriesPart?
  package let eventDate: Moment?
  package let meeting: Reference<Meeting>
  package let mechanism: String

  package init?(reading fields: inout FieldReader) {
    series = fields.seriesPart()
    eventDate = fields.eventDate()
    let meeting = fields.reference(Self.meeting, required: true)
    let mechanism = fields.text("mechanism", required: true, "What type of mechanism it was.")
    guard let meeting, let mechanism else { return nil }
    self.meeting = meeting
    self.mechanism = mechanism
  }
}
