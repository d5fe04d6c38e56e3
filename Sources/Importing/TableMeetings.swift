import Content
import Formats

/// Turns the rows of a table into meetings: the columns are named as the fields are, as in a hub's own `data/meetings.csv`.
struct TableMeetings {
  private(set) var copy = ImportedCopy(noun: "table")

  private let descriptions = Dictionary(uniqueKeysWithValues: Meeting.kind.fields.map { ($0.name, $0) })
  private let hubZone: String

  init(_ table: ReadTable, sourceName: String, hubZone: String) throws(CalendarFault) {
    self.hubZone = hubZone
    let descriptions = descriptions
    // The address of the page it had is the hub's to give.
    let heads = TableHeads(
      table.header, isField: { $0 == "id" || $0 == "address" || Self.shape(of: $0, in: descriptions) != nil },
      names: descriptions.keys.sorted())
    try check(heads, of: table)
    let dates = dates(of: table, heads)
    var namesZone = true
    for row in table.rows {
      guard row.cells.count <= table.header.count else {
        skip(row.line, "it has \(row.cells.count) cells, and the header \(table.header.count)")
        continue
      }
      var meeting = ImportedMeeting(line: row.line)
      do throws(EventFault) {
        for (column, cell) in row.cells.enumerated() where !cell.trimmed.isEmpty {
          guard let name = heads.fields[column] else { continue }
          let isDate = Self.isDate(name, in: descriptions)
          set(name, isDate ? try Self.date(cell, dates[column], name) : cell, in: &meeting)
        }
      } catch {
        skip(row.line, error.message)
        continue
      }
      guard meeting.text("title") != nil else {
        skip(row.line, "it has no title")
        continue
      }
      if meeting.text("time_zone") == nil, [meeting.text("start"), meeting.text("end")].contains(where: Self.hasHour) {
        meeting.set("time_zone", hubZone)
        if namesZone {
          copy.remarks.append(
            ImportRemark(line: row.line, text: "hours of rows without a 'time_zone' are read in the hub's, \(hubZone)"))
        }
        namesZone = false
      }
      if meeting.fields["sources"] == nil, meeting.text("confidence") == nil {
        meeting.fields["sources"] = .list([.group(Record(fields: [.init(name: "title", value: .text(sourceName))]))])
        meeting.isItsOwnSource = true
      }
      copy.meetings.append(meeting)
    }
  }

  /// A table without titles is none of meetings; columns that are not read are said.
  private mutating func check(_ heads: TableHeads, of table: ReadTable) throws(CalendarFault) {
    let names = heads.fields.compactMap { $0 }
    guard names.contains("title") else {
      let meant = table.header.first { heads.suggestions[$0] == "title" }
      throw CalendarFault(
        line: table.line,
        message: "a table of meetings has a column 'title'"
          + (meant.map { "; write it in place of '\($0.trimmed)'" } ?? ""))
    }
    guard Set(names).count == names.count else {
      throw CalendarFault(line: table.line, message: "each column of a table has a name of its own")
    }
    for (head, field) in zip(table.header, heads.fields) where field == nil {
      let meant = heads.suggestions[head].map { "; if '\($0)' is meant, write that" } ?? ""
      copy.remarks.append(
        ImportRemark(
          line: table.line,
          text: "the column '\(head.trimmed)' is left out: a meeting has no field of that name\(meant)"))
    }
  }

  /// A table was written by one hand: where it has the day first in one place and the month first in another, no cell tells of others.
  private mutating func dates(of table: ReadTable, _ heads: TableHeads) -> [TableDates] {
    let dates = table.header.indices.map { column in
      TableDates(Self.isDate(heads.fields[column], in: descriptions) ? table.rows.map { $0.cells[safely: column] } : [])
    }
    func proof(_ order: TableDates.Order) -> String? {
      for (column, dates) in dates.enumerated() {
        guard let row = dates.proofs[order].map({ table.rows[$0] }) else { continue }
        return "'\(table.header[column].trimmed)' holds '\(row.cells[safely: column].trimmed)' on line \(row.line)"
      }
      return nil
    }
    guard let dayFirst = proof(.dayFirst), let monthFirst = proof(.monthFirst) else { return dates }
    copy.remarks.append(
      ImportRemark(
        line: table.line,
        text: "\(dayFirst), with the day first, but \(monthFirst), with the month first; rows with dates that may be "
          + "two days are skipped: write all dates as 2026-11-09"))
    return dates.map(\.withoutOrder)
  }

  private static func hasHour(_ text: String?) -> Bool { text?.contains("T") ?? false }

  private static func isDate(_ name: String?, in descriptions: [String: FieldDescription]) -> Bool {
    switch name.flatMap({ shape(of: $0, in: descriptions) }) {
    case .date, .moment: true
    default: false
    }
  }

  /// In the form of records; what is no date is left to the hub's own reader to refuse.
  private static func date(_ cell: String, _ dates: TableDates, _ name: String) throws(EventFault) -> String {
    switch dates.reading(of: cell) {
    case .certain(let text): return text
    case .other: return cell.trimmed
    case .ambiguous(let days):
      throw EventFault(
        message:
          "'\(name)' holds '\(cell.trimmed)', which may be \(days.joined(separator: " or ")); write it in that form")
    }
  }

  private mutating func skip(_ line: Int, _ reason: String) {
    copy.skipped += 1
    copy.remarks.append(ImportRemark(line: line, text: "the row is skipped: \(reason)"))
  }

  private mutating func set(_ name: String, _ cell: String, in meeting: inout ImportedMeeting) {
    if name == "id" {
      meeting.id = cell
      return
    }
    guard let shape = Self.shape(of: name, in: descriptions) else { return }
    guard let value = Self.value(cell, as: shape) else {
      copy.remarks.append(
        ImportRemark(line: meeting.line, text: "'\(name)' is left out: it does not hold \(shape.words)"))
      return
    }
    let path = name.split(separator: ".").map(String.init)
    guard path.count == 2 else {
      if name == "uid" { meeting.uid = cell }
      meeting.fields[name] = value
      return
    }
    var fields: [Record.Field] = []
    if case .group(let group)? = meeting.fields[path[0]] { fields = group.fields }
    meeting.fields[path[0]] = .group(Record(fields: fields + [Record.Field(name: path[1], value: value)]))
  }

  private static func shape(of column: String, in descriptions: [String: FieldDescription]) -> FieldShape? {
    let path = column.split(separator: ".").map(String.init)
    guard let first = path.first, let shape = descriptions[first]?.shape else { return nil }
    guard path.count == 2 else { return path.count == 1 ? shape : nil }
    guard case .group(let fields) = shape else { return nil }
    return fields.first { $0.name == path[1] }?.shape
  }

  /// A list is written with `; ` between its items, or with ` | ` where one of them holds that, sources by what leads to them, and other lists of groups as JSON.
  private static func value(_ cell: String, as shape: FieldShape) -> RecordValue? {
    guard case .list(let item) = shape, !cell.hasPrefix("[") else { return RecordValue(carried: cell, as: shape) }
    let separator = [" || ", " | "].first { cell.contains($0) } ?? "; "
    let parts = cell.split(separator: separator).map(String.init)
    guard case .group(let fields) = item else {
      let values = parts.map { RecordValue(carried: $0, as: item) }
      return values.contains(nil) ? nil : .list(values.compactMap { $0 })
    }
    guard fields.contains(where: { $0.name == "consulted" }) else { return nil }
    return .list(parts.map { .group(Record(fields: [source($0)])) })
  }

  private static func source(_ text: String) -> Record.Field {
    if isWebAddress(text) { return .init(name: "url", value: .text(text)) }
    if text.hasPrefix("library: ") { return .init(name: "library", value: .text(String(text.dropFirst(9)))) }
    return .init(name: "document", value: .text(text))
  }
}

extension [String] {
  /// A row may be shorter than the header.
  fileprivate subscript(safely index: Int) -> String { index < count ? self[index] : "" }
}
