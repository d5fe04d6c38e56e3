import Content

/// The meetings that are of one kind: those of a type that one body holds.
///
/// The type alone does not make them so: two conferences of different hosts have nothing to do with each other.
struct MeetingSeries: Sendable, Hashable {
  private let type: String
  private let organ: String

  /// Nil where the record names no body, so that nothing says what the next of its kind would be.
  init?(of meeting: Meeting) {
    guard let organ = meeting.organ else { return nil }
    type = meeting.type.id
    self.organ = organ.target
  }
}
