import Content
import Formats

/// Turns the rows of a table into meetings: the columns are named as the fields are, as in a hub's own `data/meetings.csv`.
struct TableMeetings {
  private(set) var meetings: [ImportedMeeting] = []
  private(set) var remarks: [ImportRemark] = []
  private(set) var skippedCount = 0

  init(_ table: ReadTable, sourceName: String) {
    let descriptions = Dictionary(uniqueKeysWithValues: Meeting.kind.fields.map { ($0.name, $0) })
    // The address of the page it had is the hub's to give.
    let known = table.header.map { $0 == "id" || $0 == "address" || Self.shape(of: $0, in: descriptions) != nil }
    for (name, isKnown) in zip(table.header, known) where !isKnown {
      remarks.append(
        ImportRemark(line: 1, text: "the column '\(name)' is left out: a meeting has no field of that name"))
    }
    for row in table.rows {
      guard row.cells.count <= table.header.count else {
        skip(row.line, "it has \(row.cells.count) cells, and the header \(table.header.count)")
        continue
      }
      var meeting = ImportedMeeting(line: row.line)
      for (name, cell) in zip(table.header, row.cells) where !cell.isEmpty {
        set(name, cell, in: &meeting, descriptions)
      }
      guard meeting.text("title") != nil else {
        skip(row.line, "it has no title")
        continue
      }
      if meeting.fields["sources"] == nil, meeting.text("confidence") == nil {
        meeting.fields["sources"] = .list([.group(Record(fields: [.init(name: "title", value: .text(sourceName))]))])
        meeting.isItsOwnSource = true
      }
      meetings.append(meeting)
    }
  }

  private mutating func skip(_ line: Int, _ reason: String) {
    skippedCount += 1
    remarks.append(ImportRemark(line: line, text: "the row is skipped: \(reason)"))
  }

  private mutating func set(
    _ name: String, _ cell: String, in meeting: inout ImportedMeeting, _ descriptions: [String: FieldDescription]
  ) {
    if name == "id" {
      meeting.id = cell
      return
    }
    guard let shape = Self.shape(of: name, in: descriptions) else { return }
    guard let value = Self.value(cell, as: shape) else {
      remarks.append(ImportRemark(line: meeting.line, text: "'\(name)' is left out: it does not hold \(shape.words)"))
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

  /// A list is written with `; ` between its items, sources by what leads to them, and other lists of groups as JSON.
  private static func value(_ cell: String, as shape: FieldShape) -> RecordValue? {
    guard case .list(let item) = shape, !cell.hasPrefix("[") else { return RecordValue(carried: cell, as: shape) }
    let parts = cell.split(separator: "; ").map(String.init)
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
