/// An article before a meeting: its issues, and who wants what.
package final class Briefing: DocumentFields {
  package static let kind = Kind(
    "briefing", of: Briefing.self, noun: "a briefing", occasion: Briefing.meeting.identity)

  package static let meeting = ReferenceField<Briefing, Meeting>("meeting", meaning: "The meeting it is about.")

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
