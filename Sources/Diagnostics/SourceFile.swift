import Synchronization

/// One text file of a hub, kept whole so that a diagnostic can show the line it speaks of.
package final class SourceFile: Sendable {
  /// The path as the writer knows it, relative to the hub's folder, with `/` between its parts.
  package let path: String
  package let text: String

  /// Where each line stands in the text's bytes; counted when the first place is asked for, since most files have no fault.
  private let lines = Mutex<[Range<Int>]?>(nil)

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  private var lineRanges: [Range<Int>] {
    lines.withLock { known in
      if let known { return known }
      let counted = withBytes { Array(LineRanges(of: $0)) }
      known = counted
      return counted
    }
  }

  /// The text of a line (counted from 1) without its line ending; nil past the end.
  package func line(_ number: Int) -> Substring? {
    let ranges = lineRanges
    guard number > 0, number <= ranges.count else { return nil }
    let range = ranges[number - 1]
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: range.count)]
  }

  /// The position of a UTF-8 offset into the text; an offset past the end is the end.
  package func position(ofByte offset: Int) -> SourcePosition {
    let ranges = lineRanges
    return withBytes { bytes in
      let end = min(max(0, offset), bytes.count)
      // The last line that begins at the offset or before it.
      var low = 0
      var high = ranges.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if ranges[middle].lowerBound <= end { low = middle } else { high = middle }
      }
      let start = ranges[low].lowerBound
      return SourcePosition(
        line: low + 1, column: 1 + scalarCount(of: UnsafeBufferPointer(rebasing: bytes[start..<end])))
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
