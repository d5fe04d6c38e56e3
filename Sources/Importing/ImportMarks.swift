import Content
import Formats

/// What the last import gave to an entry: a mark of each value, by the name of its field, which tells whether it was changed since by
/// hand or by the calendar.
///
/// They stand in a comment of the entry, `# imported: title=1f3a09bc start=5e0cd211`.
struct ImportMarks: Equatable {
  private static let beginning = "  # imported:"

  private let marks: [String: String]

  /// Of what a calendar or a table gives; a UID is how both know a record, and nothing that follows them.
  init(of fields: [String: RecordValue]) {
    marks = fields.filter { $0.key != "uid" }.mapValues(Self.mark)
  }

  /// Nil where the entry has no such comment, as one that was added by hand.
  init?(entry: String) {
    let line = entry.split(separator: "\n").first { $0.hasPrefix(Self.beginning) }
    guard let line else { return nil }
    var marks: [String: String] = [:]
    for pair in line.dropFirst(Self.beginning.count).split(separator: " ") {
      let sides = pair.split(separator: "=")
      if sides.count == 2 { marks[String(sides[0])] = String(sides[1]) }
    }
    self.marks = marks
  }

  /// In the order of the kind's fields.
  var line: String {
    let pairs = Meeting.kind.fields.compactMap { field in marks[field.name].map { " \(field.name)=\($0)" } }
    return Self.beginning + pairs.joined() + "\n"
  }

  /// The entry with these marks in place of its own.
  func replaced(in entry: String) -> String {
    var lines = entry.split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeAll { $0.hasPrefix(Self.beginning) }
    lines.insert(line.dropLast(), at: min(1, lines.count))
    return lines.joined(separator: "\n")
  }

  /// Whether the last import gave this value to a field; nil is no value.
  func has(_ value: RecordValue?, as name: String) -> Bool { marks[name] == value.map(Self.mark) }

  /// A digest of the value as YAML.
  private static func mark(_ value: RecordValue) -> String {
    let text = Record(fields: [.init(name: "x", value: value)]).listEntry(id: "")
    return UInt32(truncatingIfNeeded: fnv1a(text.utf8)).hexadecimal(digits: 8)
  }
}
