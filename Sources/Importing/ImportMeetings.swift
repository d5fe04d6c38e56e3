import Authoring
import CivilTime
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
  /// The day from which on series without an end give meetings, told the hub's time zone.
  package let today: @Sendable (String) -> CivilDate
  package let jobs: Int

  package init(
    hub: String, file: String, bytes: [UInt8], type: String? = nil, today: @escaping @Sendable (String) -> CivilDate,
    jobs: Int = 1
  ) {
    self.today = today
    self.hub = hub
    self.file = file
    self.bytes = bytes
    self.type = type
    self.jobs = jobs
  }
}

/// What an import found, and the files of records that it makes; nothing is written yet.
package struct ImportResult: Sendable {
  /// The files of records that are to be written, by their paths relative to the hub's folder; none where nothing is new.
  package var files: [(path: String, text: String)] = []
  package var added = 0
  package var updated = 0
  package var unchanged = 0
  package var skipped = 0
  /// How many records the source gave before and gives no more; they stay.
  package var departed = 0
  /// In the order of the source's lines; then those on records of the hub that it gives no more.
  package var remarks: [ImportRemark] = []
  /// Faults of the hub or of the source as a whole, for which nothing is imported.
  package var diagnostics: [Diagnostic] = []
}

/// Turns a calendar or a table into a file of meetings of its own, several where it is large, or brings them up to date; other files
/// are never touched.
package func importMeetings(_ request: ImportRequest) -> ImportResult {
  var result = ImportResult()
  let (content, faults) = readContent(in: "\(request.hub)/site-content", shownAs: "site-content", jobs: request.jobs)
  guard let content, !faults.containsError else {
    result.diagnostics = faults
    return result
  }
  let name = request.file.split(separator: "/").last.map(String.init) ?? request.file
  let path = "site-content/meetings/imported-\(identifier(of: name.stem)).yaml"
  let copy: ImportedCopy
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
  case .success(let reading): copy = reading
  }
  var records = MeetingRecords(
    content: content, path: path, type: request.type, today: request.today(content.hub.timeZone))
  records.add(copy)
  result.diagnostics = records.takeBackWhatDoesNotLink(in: content, request)
  guard result.diagnostics.isEmpty else { return result }
  result.added = records.added
  result.updated = records.updated
  result.unchanged = records.unchanged
  result.skipped = copy.skipped + records.skipped
  result.files = records.files.changed
  let departures = records.departures(from: copy)
  result.departed = departures.count
  result.remarks =
    (copy.remarks + records.remarks).enumerated()
    .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element) + departures.remarks
  return result
}

/// A file is a table where its name says so, and else a calendar.
private func read(_ request: ImportRequest, name: String, hub: HubDescription) -> Result<ImportedCopy, CalendarFault> {
  if name.lowercased().hasSuffix(".csv") {
    do throws(CalendarFault) {
      return .success(
        try TableMeetings(try readTable(request.bytes).get(), sourceName: name, hubZone: hub.timeZone).copy)
    } catch {
      return .failure(error)
    }
  }
  return readCalendars(request.bytes).map { file in
    CalendarMeetings(file, sourceName: name, hubZone: hub.timeZone, today: request.today(hub.timeZone)).copy
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
