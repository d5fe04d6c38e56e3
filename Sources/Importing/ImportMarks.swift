import Content
import Formats

/// What the last import gave to a record: a mark of each value, by the name of its field, which tells whether the value was changed
/// since by hand, and how new the calendar's entry was.
///
/// They stand in a comment of the record, `# imported: revision=2@2031-05-01T09:00:00 title=1f3a09bc start=5e0cd211`.
struct ImportMarks: Equatable {
  static let beginning = "  # imported:"

  /// Digests of the values.
  private(set) var values: [String: String] = [:]
  private(set) var revision: MeetingRevision

  /// What a meeting gives; a message that says only that it is cancelled leaves all else as it was.
  init(of meeting: ImportedMeeting, since last: ImportMarks?) {
    revision = meeting.revision
    if meeting.isCancellation, let last {
      (values, revision) = (last.values, revision.completed(by: last.revision))
    }
    // A UID is how both know the record, and nothing that follows the calendar.
    for (name, value) in meeting.fields where name != "uid" { values[name] = Self.mark(value) }
  }

  /// Nil for a record without such a comment: one that was added by hand, or by an import before there were marks.
  init?(entry: String) {
    let line = entry.split(separator: "\n").first { $0.hasPrefix(Self.beginning) }
    guard let line else { return nil }
    revision = MeetingRevision()
    for pair in line.dropFirst(Self.beginning.count).split(separator: " ") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      switch sides[0] {
      case "revision": revision.entry = Revision(text: sides[1])
      case "change": revision.change = Revision(text: sides[1])
      default: values[String(sides[0])] = String(sides[1])
      }
    }
  }

  /// The comment, with its line end; the marks in the order of the kind's fields.
  var line: String {
    let revisions = [("revision", revision.entry), ("change", revision.change)]
    let pairs =
      revisions.compactMap { name, revision in revision.map { " \(name)=\($0.text)" } }
      + Meeting.kind.fields.compactMap { field in values[field.name].map { " \(field.name)=\($0)" } }
    return Self.beginning + pairs.joined() + "\n"
  }

  /// Whether the last import gave this value to a field; nil is no value.
  func has(_ value: RecordValue?, as name: String) -> Bool { values[name] == value.map(Self.mark) }

  private static func mark(_ value: RecordValue) -> String {
    let text = Record(fields: [.init(name: "value", value: value)]).yamlLines
    return UInt32(truncatingIfNeeded: fnv1a(text.utf8)).hexadecimal(digits: 8)
  }
}
