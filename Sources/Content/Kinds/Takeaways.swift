/// An article after a meeting: what was decided, and what it means.
package final class Takeaways: DocumentFields {
  package static let kind = Kind(
    "takeaways", of: Takeaways.self, noun: "takeaways", occasion: Takeaways.meeting.identity)

  package static let meeting = ReferenceField<Takeaways, Meeting>("meeting", meaning: "The meeting it is about.")

  package let series: SeriesPart?
  package let eventDate: Moment?
  package let meeting: Reference<Meeting>

  package init?(reading fields: inout FieldReader) {
    series = fields.seriesPart()
    eventDate = fields.eventDate()
    guard let meeting = fields.reference(Self.meeting, required: true) else { return nil }
    self.meeting = meeting
  }
}
