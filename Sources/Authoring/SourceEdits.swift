import Diagnostics

/// What a command does to a hub's sources: files with their new texts, and their new names where they get others.
package struct SourceChange: Sendable {
  package struct File: Sendable {
    /// As diagnostics show it, relative to the hub.
    package let path: String
    package let newPath: String
    package let text: String
    package let newText: String

    package init(path: String, newPath: String, text: String, newText: String) {
      self.path = path
      self.newPath = newPath
      self.text = text
      self.newText = newText
    }

    /// The lines that went, with their numbers in the old text, and those that came, with theirs in the new one.
    package var differences: [(sign: Character, line: Int, text: String)] {
      let old = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let new = newText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return new.difference(from: old).map { change in
        switch change {
        case .remove(let offset, let line, _): ("-", offset + 1, line)
        case .insert(let offset, let line, _): ("+", offset + 1, line)
        }
      }.sorted { ($0.line, $0.sign == "+" ? 1 : 0) < ($1.line, $1.sign == "+" ? 1 : 0) }
    }
  }

  /// Sorted by path.
  package let files: [File]

  package init(files: [File]) { self.files = files }
}

/// Edits of one file, put together and made at once.
struct SourceEdits {
  private struct Edit {
    let range: Range<Int>
    let text: String
  }

  let file: SourceFile
  private var edits: [Edit] = []

  init(_ file: SourceFile) { self.file = file }

  /// Replaces bytes of the text.
  mutating func replace(_ range: Range<Int>, with text: String) {
    // One place may be found twice, as a reference that a record and its block share.
    guard !edits.contains(where: { $0.range == range && $0.text == text }) else { return }
    edits.append(Edit(range: range, text: text))
  }

  /// The text with all edits made; nil where two of them touch the same bytes.
  func result() -> String? {
    var bytes: [UInt8] = []
    var position = 0
    let old = Array(file.text.utf8)
    for edit in edits.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }) {
      guard edit.range.lowerBound >= position, edit.range.upperBound <= old.count else { return nil }
      bytes += old[position..<edit.range.lowerBound]
      bytes += edit.text.utf8
      position = edit.range.upperBound
    }
    bytes += old[position...]
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension SourceFile {
  /// The bytes of a line (counted from 1), without its ending.
  func bytes(ofLine number: Int) -> Range<Int>? {
    guard let line = line(number) else { return nil }
    let start = text.utf8.distance(from: text.utf8.startIndex, to: line.startIndex)
    return start..<(start + line.utf8.count)
  }

  /// Where a text first stands in a line, at or after a column (counted in Unicode scalars from 1).
  func bytes(of wanted: String, inLine number: Int, fromColumn column: Int) -> Range<Int>? {
    guard !wanted.isEmpty, let line = line(number) else { return nil }
    let scalars = line.unicodeScalars
    guard let from = scalars.index(scalars.startIndex, offsetBy: column - 1, limitedBy: scalars.endIndex),
      let found = line[from...].firstRange(of: wanted)
    else { return nil }
    let start = text.utf8.distance(from: text.utf8.startIndex, to: found.lowerBound)
    return start..<(start + wanted.utf8.count)
  }
}
