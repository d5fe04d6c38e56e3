import Content

/// A meeting as a calendar or a table gives it, before it is a record.
struct ImportedMeeting {
  /// By the names of the fields of a meeting.
  var fields: [String: RecordValue] = [:]
  /// What the source knows it by; nil where it has no such name.
  var uid: String?
  /// What its source knows the series by, of which it is one meeting.
  var series: String?
  /// The number of its revision; nil where the source counts none.
  var sequence: Int?
  /// The id that it had in the hub it came from.
  var id: String?
  /// Whether the source says nothing of where its facts come from, so that it stands for that itself.
  var isItsOwnSource = false
  /// What is to be said of this meeting alone.
  private(set) var remarks: [ImportRemark] = []
  /// The line on which it begins.
  let line: Int

  init(line: Int) {
    self.line = line
  }

  mutating func remark(_ text: String) { remarks.append(ImportRemark(line: line, text: text)) }

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

/// Something that an import has to say about a line of its source, or of a file of the hub.
package struct ImportRemark: Sendable, Equatable {
  /// Of a file of the hub; nil is the source.
  package let path: String?
  package let line: Int
  package let text: String

  package init(path: String? = nil, line: Int, text: String) {
    self.path = path
    self.line = line
    self.text = text
  }
}
