import CivilTime
import Content

/// A meeting as a calendar or a table gives it, before it is a record.
struct ImportedMeeting {
  /// By the names of the fields of a meeting.
  var fields: [String: RecordValue] = [:]
  /// What the source knows it by; nil where it has no such name.
  var uid: String?
  /// What its source knows the series by, of which it is one meeting.
  var series: String?
  var revision = MeetingRevision()
  /// Of a message that a meeting is cancelled, which says nothing else: the title or the UID by which it names it.
  var cancelled: String?
  /// Whether its record has another UID from an earlier copy.
  var isRenamed = false
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

  /// What it is called in messages.
  var name: String { text("title") ?? cancelled ?? "" }

  var isCancellation: Bool { cancelled != nil }

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

/// What a calendar or a table gives, and what it says of meetings that it does not give.
struct ImportedCopy {
  let noun: String
  var meetings: [ImportedMeeting] = []
  var remarks: [ImportRemark] = []
  var skipped = 0
  /// Whether this is all that the source has, and no message on single meetings.
  var isWhole = true
  /// Why a meeting, or all of a series, is not shown, by its UID.
  var hidden: [String: String] = [:]
  /// The days of which a series gives meetings, where those are not all that it has, by its UID.
  var windows: [String: ClosedRange<CivilDate>] = [:]
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
