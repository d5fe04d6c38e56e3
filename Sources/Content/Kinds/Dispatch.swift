/// A report from the floor, by somebody who says in which role they attend.
package final class Dispatch: DocumentFields {
  package static let kind = Kind(
    "dispatch", of: Dispatch.self, noun: "a dispatch", occasion: Dispatch.meeting.identity, needsDate: true,
    needsAuthors: true)

  package static let meeting = ReferenceField<Dispatch, Meeting>("meeting", meaning: "The meeting it reports from.")

  package let series: SeriesPart?
  package let eventDate: Moment?
  package let meeting: Reference<Meeting>
  package let role: String

  package init?(reading fields: inout FieldReader) {
    series = fields.seriesPart()
    eventDate = fields.eventDate()
    let meeting = fields.reference(Self.meeting, required: true)
    let role = fields.text("role", required: true, "In which role the author attends.")
    guard let meeting, let role else { return nil }
    self.meeting = meeting
    self.role = role
  }
}
