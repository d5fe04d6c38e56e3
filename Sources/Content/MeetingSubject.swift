/// What every article about one meeting has: its place in a series, the day of what it tells of, and the meeting.
package struct MeetingSubject: Sendable {
  package let series: SeriesPart?
  package let eventDate: Moment?
  package let meeting: Reference<Meeting>
}

/// The fields of an article about one meeting.
package protocol MeetingArticle: DocumentFields {
  var subject: MeetingSubject { get }
}

extension MeetingArticle {
  package var series: SeriesPart? { subject.series }
  package var eventDate: Moment? { subject.eventDate }
  package var meeting: Reference<Meeting> { subject.meeting }
}

extension FieldReader {
  /// Nil where the meeting is missing, which is reported.
  mutating func meetingSubject<Fields>(_ field: ReferenceField<Fields, Meeting>) -> MeetingSubject? {
    let (series, day) = (seriesPart(), eventDate())
    guard let meeting = reference(field, required: true) else { return nil }
    return MeetingSubject(series: series, eventDate: day, meeting: meeting)
  }
}
