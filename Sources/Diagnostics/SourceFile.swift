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
    guard number > 0, let range = withBytes({ LineRanges(of: $0).dropFirst(number - 1).first { _ in true } }) else {
      return nil
    }
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: range.count)]
  }

  /// The position of a UTF-8 offset into the text; an offset past the end is the end.
  package func position(ofByte offset: Int) -> SourcePosition {
    withBytes { bytes in
      let end = min(max(0, offset), bytes.count)
      var position = (line: 0, start: 0)
      for range in LineRanges(of: bytes) where range.lowerBound <= end {
        position = (position.line + 1, range.lowerBound)
        if end <= range.upperBound { break }
      }
      return SourcePosition(
        line: position.line, column: 1 + scalarCount(of: UnsafeBufferPointer(rebasing: bytes[position.start..<end])))
    }
  }

  /// The UTF-8 offset of a position; nil where the text has no such line, or the line no such column.
  package func byteOffset(of position: SourcePosition) -> Int? {
    guard let line = line(position.line) else { return nil }
    let scalars = line.unicodeScalars
    guard
      let place = scalars.index(scalars.startIndex, offsetBy: position.column - 1, limitedBy: scalars.endIndex)
    else { return nil }
    return text.utf8.distance(from: text.utf8.startIndex, to: place)
  }

  /// The range of the bytes `range` of the text.
  package func range(ofBytes range: Range<Int>) -> SourceRange {
    SourceRange(file: self, start: position(ofByte: range.lowerBound), end: position(ofByte: range.upperBound))
  }

  /// Runs on the text's own bytes; only a text bridged from elsewhere is copied first.
  private func withBytes<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(use) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(use)
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

extension SourceRange {
  /// The words that the range covers, as far as they stand on its first line.
  package var coveredText: String {
    let line = file.line(start.line).map { Array($0.unicodeScalars) } ?? []
    let last = end.line == start.line ? min(end.column - 1, line.count) : line.count
    let first = min(start.column - 1, last)
    return String(String.UnicodeScalarView(line[first..<last]))
  }
}
