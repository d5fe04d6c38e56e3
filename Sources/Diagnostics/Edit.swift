/// A change of a source: what is to stand at a place instead of what stands there.
package struct Edit: Sendable {
  package let range: SourceRange
  package let replacement: String

  package init(_ range: SourceRange, to replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// A source with all its safe mends made.
package struct MendedFile: Sendable {
  package let source: SourceFile
  package let text: String
  /// How many faults are mended.
  package let count: Int
  private let changes: [LineChange]

  /// The sources that have mends; of mends that touch each other only the first is made, and nothing is mended twice.
  package static func mend(_ diagnostics: [Diagnostic]) -> [MendedFile] {
    let byFile = Dictionary(grouping: diagnostics.filter { !$0.edits.isEmpty }) { $0.range.file.path }
    return byFile.sorted { $0.key < $1.key }.compactMap { MendedFile($0.value) }
  }

  private init?(_ diagnostics: [Diagnostic]) {
    guard let source = diagnostics.first?.range.file else { return nil }
    var taken: [ByteEdit] = []
    var count = 0
    for diagnostic in diagnostics {
      let edits = diagnostic.edits.compactMap { ByteEdit($0, in: source) }
      guard edits.count == diagnostic.edits.count,
        !edits.contains(where: { edit in taken.contains(where: edit.touches) })
      else { continue }
      taken += edits
      count += 1
    }
    taken.sort { $0.range.lowerBound < $1.range.lowerBound }
    guard !taken.isEmpty else { return nil }
    self.source = source
    self.count = count
    changes = LineChange.changes(for: taken, in: Array(source.text.utf8))
    text = applied(taken, to: source.text)
  }

  /// The change as a unified diff, as `patch` and `git apply` read it.
  package var difference: String {
    let old = lines(of: source.text)
    var text = "--- a/\(source.path)\n+++ b/\(source.path)\n"
    var shift = 0
    for hunk in LineChange.hunks(changes, lineCount: old.count) {
      let added = hunk.changes.reduce(0) { $0 + $1.new.count - $1.old.count }
      text += "@@ -\(hunk.lines.lowerBound + 1),\(hunk.lines.count)"
      text += " +\(hunk.lines.lowerBound + 1 + shift),\(hunk.lines.count + added) @@\n"
      var next = hunk.lines.lowerBound
      func keep(upTo end: Int) {
        for line in old[next..<end] { text += " \(line)\n" }
      }
      for change in hunk.changes {
        keep(upTo: change.old.lowerBound)
        for line in old[change.old] { text += "-\(line)\n" }
        for line in change.new { text += "+\(line)\n" }
        next = change.old.upperBound
      }
      keep(upTo: hunk.lines.upperBound)
      shift += added
    }
    return text
  }
}

/// An edit by the bytes of its file.
private struct ByteEdit {
  let range: Range<Int>
  let replacement: String

  /// Nil where the edit is of another text than the one that was read.
  init?(_ edit: Edit, in source: SourceFile) {
    guard edit.range.file.path == source.path, let start = source.byteOffset(of: edit.range.start),
      let end = source.byteOffset(of: edit.range.end), start <= end
    else { return nil }
    range = start..<end
    replacement = edit.replacement
  }

  func touches(_ other: ByteEdit) -> Bool {
    range.lowerBound <= other.range.upperBound && other.range.lowerBound <= range.upperBound
  }
}

private func applied(_ edits: [ByteEdit], to text: String) -> String {
  let bytes = Array(text.utf8)
  var mended: [UInt8] = []
  var next = 0
  for edit in edits {
    mended += bytes[next..<edit.range.lowerBound]
    mended += Array(edit.replacement.utf8)
    next = edit.range.upperBound
  }
  return String(decoding: mended + bytes[next...], as: UTF8.self)
}

/// The lines of a text; of one that ends without a line ending the last says so, as `diff` does.
private func lines(of text: String) -> [String] {
  var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
    String(Substring($0))
  }
  guard let last = lines.popLast(), !last.isEmpty else { return lines }
  return lines + [last + "\n\\ No newline at end of file"]
}

/// Lines that become others.
private struct LineChange {
  let old: Range<Int>
  let new: [String]

  struct Hunk {
    var lines: Range<Int>
    var changes: [LineChange]
  }

  /// Each line with edits, and those next to each other, as one change.
  static func changes(for edits: [ByteEdit], in bytes: [UInt8]) -> [LineChange] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
    func line(of offset: Int) -> Int { (starts.firstIndex { $0 > offset } ?? starts.count) - 1 }
    var groups: [(lines: Range<Int>, edits: [ByteEdit])] = []
    for edit in edits {
      let lines = line(of: edit.range.lowerBound)..<(line(of: edit.range.upperBound) + 1)
      if let last = groups.last, last.lines.upperBound >= lines.lowerBound {
        groups[groups.count - 1].lines = last.lines.lowerBound..<max(last.lines.upperBound, lines.upperBound)
        groups[groups.count - 1].edits.append(edit)
      } else {
        groups.append((lines, [edit]))
      }
    }
    return groups.map { group in
      let start = starts[group.lines.lowerBound]
      let end = group.lines.upperBound < starts.count ? starts[group.lines.upperBound] - 1 : bytes.count
      var text: [UInt8] = []
      var next = start
      for edit in group.edits {
        text += bytes[next..<edit.range.lowerBound]
        text += Array(edit.replacement.utf8)
        next = edit.range.upperBound
      }
      text += bytes[next..<max(next, end)]
      let isEnded = group.lines.upperBound < starts.count
      return LineChange(old: group.lines, new: lines(of: String(decoding: text, as: UTF8.self) + (isEnded ? "\n" : "")))
    }
  }

  /// Changes with three lines around them; those that lie near each other in one hunk.
  static func hunks(_ changes: [LineChange], lineCount: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    for change in changes {
      let lines = max(0, change.old.lowerBound - 3)..<min(lineCount, change.old.upperBound + 3)
      if let last = hunks.last, last.lines.upperBound >= lines.lowerBound {
        hunks[hunks.count - 1].lines = last.lines.lowerBound..<lines.upperBound
        hunks[hunks.count - 1].changes.append(change)
      } else {
        hunks.append(Hunk(lines: lines, changes: [change]))
      }
    }
    return hunks
  }
}
