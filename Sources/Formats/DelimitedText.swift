/// A table for spreadsheets: comma-separated values (RFC 4180) in UTF-8.
package struct DelimitedText: Sendable {
  package let header: [String]
  /// Short rows are filled up with empty cells, since all rows of a table must be equally long.
  package let rows: [[Cell]]

  package init(header: [String], rows: [[Cell]]) {
    self.header = header
    self.rows = rows
  }

  package enum Cell: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    /// Written as it is, also where it is negative.
    case integer(Int)
    case empty

    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
  }

  /// Some spreadsheets take a file for UTF-8 only where it begins with a byte-order mark.
  package func encoded(byteOrderMark: Bool = false) -> [UInt8] {
    let width = max(header.count, rows.map(\.count).max() ?? 0)
    var bytes: [UInt8] = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    for row in [header.map(Cell.text)] + rows {
      for column in 0..<width {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(column < row.count ? row[column] : .empty, isAlone: width == 1)
      }
      bytes.append(text: "\r\n")
    }
    return bytes
  }
}

extension [UInt8] {
  /// An empty cell that is alone in its line is quoted, since an empty line is no row to many readers.
  fileprivate mutating func append(_ cell: DelimitedText.Cell, isAlone: Bool) {
    switch cell {
    case .integer(let number): append(text: String(number))
    case .text(let text) where !text.isEmpty: appendCell(text)
    case .text, .empty: if isAlone { append(text: "\"\"") }
    }
  }

  private mutating func appendCell(_ text: String) {
    let cell = beginsFormula(text) ? "'" + text : text
    let needsQuotes = cell.utf8.contains(where: isSpecial) || cell.hasPrefix(" ") || cell.hasSuffix(" ")
    if needsQuotes { append(UInt8(ascii: "\"")) }
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      if !isForbidden(byte) { append(byte) }
    }
    if needsQuotes { append(UInt8(ascii: "\"")) }
  }
}

/// A spreadsheet runs a cell as a formula if it begins so (OWASP, "CSV injection"), in some languages also with the
/// full-width forms; an apostrophe before it makes it a text.
private func beginsFormula(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first(where: { $0.value > 0xFF || !isForbidden(UInt8($0.value)) }) else {
    return false
  }
  switch first {
  case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
  default: return false
  }
}

/// Besides what RFC 4180 asks to be quoted, the other separators that spreadsheets may guess.
private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"): true
  case UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
  default: false
  }
}

/// Controls other than white space, which no spreadsheet can show; they are left away.
private func isForbidden(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): false
  case 0x00..<0x20, 0x7F: true
  default: false
  }
}
