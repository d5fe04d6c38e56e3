import Authoring
import Content
import Diagnostics
import Formats

/// A calendar or a table from elsewhere, and the hub that its meetings are for.
package struct ImportRequest: Sendable {
  package let hub: String
  /// The file as its owner knows it, for messages and for the name of the file that is made of it.
  package let file: String
  package let bytes: [UInt8]
  /// The type of meetings that say nothing of it; nil is the first that `hub.yaml` declares.
  package let type: String?
  package let jobs: Int

  package init(hub: String, file: String, bytes: [UInt8], type: String? = nil, jobs: Int = 1) {
    self.hub = hub
    self.file = file
    self.bytes = bytes
    self.type = type
    self.jobs = jobs
  }
}

/// What an import found, and the file of records that it makes; nothing is written yet.
package struct ImportResult: Sendable {
  /// The file of records, relative to the hub's folder.
  package var path = ""
  /// Nil where the file need not be written, or nothing could be imported.
  package var text: String?
  package var added = 0
  package var updated = 0
  package var unchanged = 0
  package var skipped = 0
  /// In the order of the source's lines.
  package var remarks: [ImportRemark] = []
  /// Faults of the hub or of the source as a whole, for which nothing is imported.
  package var diagnostics: [Diagnostic] = []
}

/// Turns a calendar or a table into a file of meetings of its own, or brings that file up to date; other files are never touched.
package func importMeetings(_ request: ImportRequest) -> ImportResult {
  var result = ImportResult()
  let (content, faults) = readContent(in: "\(request.hub)/site-content", shownAs: "site-content", jobs: request.jobs)
  guard let content, !faults.containsError else {
    result.diagnostics = faults
    return result
  }
  let name = request.file.split(separator: "/").last.map(String.init) ?? request.file
  result.path = "site-content/meetings/imported-\(identifier(of: name.stem)).yaml"
  let meetings: [ImportedMeeting]
  switch read(request, name: name, hub: content.hub) {
  case .failure(let fault):
    let source = SourceFile(path: request.file, text: String(decoding: request.bytes, as: UTF8.self))
    let position = SourcePosition(line: fault.line, column: 1)
    result.diagnostics = [
      Diagnostic(
        .unreadableSource, fault.message, at: SourceRange(file: source, start: position, end: position),
        help: "Correct the line, or export the file again")
    ]
    return result
  case .success(let reading):
    meetings = reading.meetings
    result.remarks = reading.remarks
    result.skipped = reading.skipped
  }
  var records = MeetingRecords(content: content, path: result.path, type: request.type)
  records.add(meetings)
  result.added = records.added
  result.updated = records.updated
  result.unchanged = records.unchanged
  result.skipped += records.skipped
  result.text = records.changedText
  result.remarks = (result.remarks + records.remarks).enumerated()
    .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  return result
}

private typealias Reading = (meetings: [ImportedMeeting], remarks: [ImportRemark], skipped: Int)

/// A file is a table where its name says so, and else a calendar.
private func read(_ request: ImportRequest, name: String, hub: HubDescription) -> Result<Reading, CalendarFault> {
  if name.lowercased().hasSuffix(".csv") {
    return readTable(request.bytes).map { table in
      let reading = TableMeetings(table, sourceName: name)
      return (reading.meetings, reading.remarks, reading.skippedCount)
    }
  }
  return readCalendars(request.bytes).map { calendars in
    let reading = CalendarMeetings(calendars, sourceName: name, hubZone: hub.timeZone)
    return (reading.meetings, reading.remarks, reading.skippedCount)
  }
}

/// An id made of any text.
func identifier(of text: String) -> String { identifier(ofTitle: text) ?? "meeting" }

extension String {
  /// A file's name without what follows its last dot.
  fileprivate var stem: String {
    lastIndex(of: ".").map { String(self[..<$0]) } ?? self
  }
}
