import Content

/// A meeting as a calendar or a table gives it, before it is a record.
struct ImportedMeeting {
  /// By the names of the fields of a meeting.
  var fields: [String: RecordValue] = [:]
  /// What the source knows it by; nil where it has no such name.
  var uid: String?
  /// The id that it had in the hub it came from.
  var id: String?
  /// Whether the source says nothing of where its facts come from, so that it stands for that itself.
  var isItsOwnSource = false
  /// The line on which it begins.
  let line: Int

  init(line: Int) {
    self.line = line
  }

  func text(_ field: String) -> String? {
    if case .text(let text)? = fields[field] { text } else { nil }
  }

  mutating func set(_ field: String, _ text: String?) {
    fields[field] = text.flatMap { $0.isEmpty ? nil : .text($0) }
  }

  /// In the order of the kind's fields.
  var record: Record {
    Record(
      fields: Meeting.kind.fields.compactMap { field in
        fields[field.name].map { Record.Field(name: field.name, value: $0) }
      })
  }
}

/// Something that an import has to say about a line of its source.
package struct ImportRemark: Sendable, Equatable {
  package let line: Int
  package let text: String

  package init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}
