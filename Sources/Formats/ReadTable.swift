/// The rows of a table as a file of comma-separated values has them (RFC 4180), each with the line it begins on.
package struct ReadTable: Sendable, Equatable {
  package let header: [String]
  /// That of the header.
  package let line: Int
  package let rows: [Row]

  package struct Row: Sendable, Equatable {
    package let line: Int
    package let cells: [String]
  }
}

/// Reads a table, whose cells stand between commas, semicolons or tabs: whichever the header has most of, or a first line such as
/// `sep=;` names, which spreadsheets write. Lines may end with CRLF, LF or CR.
///
/// Empty lines are passed over, and an apostrophe that keeps spreadsheets from running a cell is taken off.
package func readTable(_ bytes: [UInt8]) -> Result<ReadTable, CalendarFault> {
  let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  guard let text = String(validating: bytes, as: UTF8.self) else {
    return .failure(CalendarFault(line: 1, message: "a table is written in UTF-8"))
  }
  var reader = TableReader(text.unicodeScalars.contains("\n") ? text : text.replacing("\r", with: "\n"))
  var rows: [ReadTable.Row] = []
  while let row = reader.next() {
    if let line = row.openQuote {
      return .failure(CalendarFault(line: line, message: "a quoted cell ends with a quote"))
    }
    if row.cells != [""] { rows.append(ReadTable.Row(line: row.line, cells: row.cells)) }
  }
  guard let header = rows.first else {
    return .failure(CalendarFault(line: 1, message: "a table begins with the names of its columns"))
  }
  return .success(ReadTable(header: header.cells, line: header.line, rows: Array(rows.dropFirst())))
}

private struct TableReader {
  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var position = 0
  private var line = 1

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    let first = String(String.UnicodeScalarView(scalars.prefix { $0 != "\n" })).trimmed.lowercased()
    if first.hasPrefix("sep="), let named = first.unicodeScalars.dropFirst(4).first {
      position = min(scalars.count, (scalars.firstIndex(of: "\n") ?? scalars.count) + 1)
      line = 2
      separator = named
      return
    }
    let header = scalars.prefix { $0 != "\n" }
    let candidates: [Unicode.Scalar] = [",", ";", "\t"]
    func count(_ separator: Unicode.Scalar) -> Int { header.count { $0 == separator } }
    separator = candidates.max { count($0) < count($1) || (count($0) == count($1) && $1 == ",") } ?? ","
  }

  struct Row {
    let line: Int
    var cells: [String] = []
    /// Where a quoted cell begins that has no end.
    var openQuote: Int?
  }

  mutating func next() -> Row? {
    guard position < scalars.count else { return nil }
    var row = Row(line: line)
    while true {
      guard let cell = cell() else {
        row.openQuote = line
        return row
      }
      row.cells.append(cell)
      guard position < scalars.count else { return row }
      let end = scalars[position]
      position += 1
      if end == separator { continue }
      line += 1
      return row
    }
  }

  /// The text up to the next separator or line end; nil where a quote is not closed.
  private mutating func cell() -> String? {
    var cell = String.UnicodeScalarView()
    let isQuoted = position < scalars.count && scalars[position] == "\""
    if isQuoted {
      position += 1
      var lines = 0
      while true {
        guard position < scalars.count else { return nil }
        let scalar = scalars[position]
        position += 1
        if scalar == "\"" {
          guard position < scalars.count, scalars[position] == "\"" else { break }
          position += 1
        }
        if endsLine(scalar) { lines += 1 }
        cell.append(scalar)
      }
      line += lines
    }
    while position < scalars.count, scalars[position] != separator, scalars[position] != "\n" {
      cell.append(scalars[position])
      position += 1
      if let last = cell.last, endsLine(last) { line += 1 }
    }
    if cell.last == "\r", position >= scalars.count || scalars[position] == "\n" { cell.removeLast() }
    return withoutGuard(String(cell))
  }

  /// Whether a sign just before the position ends a line, which a carriage return does by itself where no line feed follows.
  private func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" && (position == scalars.count || scalars[position] != "\n")
  }

  private func withoutGuard(_ cell: String) -> String {
    guard cell.first == "'", let second = cell.unicodeScalars.dropFirst().first,
      "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(second)
    else { return cell }
    return String(cell.dropFirst())
  }
}
