/// One text file of a hub, kept whole so that a diagnostic can show the line it speaks of.
package final class SourceFile: Sendable {
  /// The path as the writer knows it, relative to the hub's folder, with `/` between its parts.
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// The text of a line (counted from 1) without its line ending; nil past the end.
  package func line(_ number: Int) -> Substring? {
    guard number > 0 else { return nil }
    var start = text.utf8.startIndex
    for _ in 1..<number {
      guard let newline = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = text.utf8.index(after: newline)
    }
    let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.utf8.endIndex
    let line = text[start..<end]
    return line.hasSuffix("\r") ? line.dropLast() : line
  }

  /// The position of a UTF-8 offset into the text; an offset past the end is the end.
  package func position(ofByte offset: Int) -> SourcePosition {
    var line = 1
    var column = 1
    for byte in text.utf8.prefix(max(0, offset)) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourcePosition(line: line, column: column)
  }

  /// The range of the bytes `range` of the text.
  package func range(ofBytes range: Range<Int>) -> SourceRange {
    SourceRange(file: self, start: position(ofByte: range.lowerBound), end: position(ofByte: range.upperBound))
  }
}

/// A place in a file: both numbers count from 1, columns in Unicode scalars.
package struct SourcePosition: Sendable, Hashable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a file, `end` excluded.
package struct SourceRange: Sendable {
  package let file: SourceFile
  package let start: SourcePosition
  package let end: SourcePosition

  package init(file: SourceFile, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// The very beginning of a file, for what is wrong with the file as a whole.
  package static func start(of file: SourceFile) -> SourceRange {
    let origin = SourcePosition(line: 1, column: 1)
    return SourceRange(file: file, start: origin, end: origin)
  }
}
