import Content

/// The meetings that are of one kind: those of a series that their records name, else those of a type that one body holds.
///
/// The type alone does not make them so: two conferences of different hosts have nothing to do with each other.
package enum MeetingSeries: Sendable, Hashable {
  case named(String)
  case held(organ: String, type: String)

  /// Nil where the record names neither, so that nothing says what the next of its kind would be.
  package init?(of meeting: Meeting) {
    if let name = meeting.seriesName {
      self = .named(name)
    } else if let organ = meeting.organ {
      self = .held(organ: organ.target, type: meeting.type.id)
    } else {
      return nil
    }
  }
}
