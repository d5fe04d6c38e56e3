import Diagnostics

/// Reports the lines of a file's fields that end with spaces, with the mend where the fields say the same without them.
package func trailingSpaces(in file: SourceFile) -> [Diagnostic] {
  guard let (yaml, firstLine) = FrontMatter.fields(of: file) else { return [] }
  let lines = linesOf(yaml)
  let places = lines.enumerated().compactMap { index, line -> SourceRange? in
    let spaces = line.unicodeScalars.reversed().prefix { $0 == " " || $0 == "\t" }.count
    guard spaces > 0 else { return nil }
    let end = 1 + line.unicodeScalars.count
    return SourceRange(
      file: file, start: SourcePosition(line: firstLine + index, column: end - spaces),
      end: SourcePosition(line: firstLine + index, column: end))
  }
  guard let first = places.first else { return [] }
  let others = places.count - 1
  let isSafe = YAMLSource(file: file).saysTheSame(yaml, without: lines)
  return [
    Diagnostic(
      .trailingSpace,
      "a line of fields ends without spaces" + (others == 0 ? "" : "; \(others) more of this file do not"), at: first,
      help: "Remove them", edits: isSafe ? places.map { Edit($0, to: "") } : [])
  ]
}

extension YAMLSource {
  /// Whether a text reads the same when each of its lines is trimmed: within a text of several lines spaces can count.
  fileprivate func saysTheSame(_ text: Substring, without lines: [Substring]) -> Bool {
    let trimmed = lines.map { line in
      String(
        String.UnicodeScalarView(
          line.unicodeScalars.reversed().drop { $0 == " " || $0 == "\t" }.reversed()))
    }.joined(separator: "\n")
    guard case .success(let old?) = parse(text), case .success(let new?) = parse(trimmed[...]) else { return false }
    return old.saysTheSame(as: new)
  }
}

extension YAMLNode {
  /// Whether two values are equal, wherever they stand.
  fileprivate func saysTheSame(as other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.empty, .empty): true
    case (.text(let left), .text(let right)): left == right
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.saysTheSame(as: $1) }
    case (.fields(let left), .fields(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy { $0.name == $1.name && $0.value.saysTheSame(as: $1.value) }
    default: false
    }
  }
}
