import Diagnostics

/// Texts that begin with a sign by which YAML marks values: `!` names a type, `&` a place and `*` refers to one, and the word
/// behind the sign would be no part of the text.
extension YAMLSource {
  /// The first value or name that such a sign begins, which the parser reads without the word.
  func wordTakenForMark(in node: YAMLNode, of yaml: Substring) -> DiagnosticFound? {
    guard yaml.utf8.contains(where: { $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "&") }) else { return nil }
    let lines = linesOf(yaml)
    func isMarked(_ mark: YAMLMark) -> Bool {
      guard lines.indices.contains(Int(mark.line) - 1) else { return false }
      let sign = lines[Int(mark.line) - 1].unicodeScalars.dropFirst(Int(mark.column) - 1).first
      return sign == "!" || sign == "&"
    }
    guard let mark = node.firstMark(where: isMarked) else { return nil }
    let place = range(of: mark).start
    return DiagnosticFound(diagnostic: startSign(in: yaml, at: place) ?? plainFault(at: place))
  }

  /// The text with which a line ends, in quotes, where it begins at a place with a sign that means something to YAML.
  func startSign(in yaml: Substring, at place: SourcePosition) -> Diagnostic? {
    guard let line = file.line(place.line) else { return nil }
    let scalars = Array(line.unicodeScalars)
    guard let start = valueStart(in: scalars), (start + 1...start + 2).contains(place.column),
      "!&*%@`,".unicodeScalars.contains(scalars[start])
    else { return nil }
    let end = scalars.count - scalars.reversed().prefix { $0.properties.isWhitespace }.count
    let text = String(String.UnicodeScalarView(scalars[start..<end]))
    let written = SourceRange(
      file: file, start: SourcePosition(line: place.line, column: start + 1),
      end: SourcePosition(line: place.line, column: end + 1))
    let edit = Edit(written, to: "'\(text.replacing("'", with: "''"))'")
    let isCertain = !text.hasPrefix("!!") && !text.contains(" #") && !text.contains { "\"'[]{}|>".contains($0) }
    return Diagnostic(
      .invalidYAML, "a text that begins with '\(scalars[start])' stands in quotes",
      at: SourceRange(
        file: file, start: written.start, end: SourcePosition(line: place.line, column: start + 2)),
      help: text.hasPrefix("!!") ? "Write the value without the type before it" : "Write \(edit.replacement)",
      edits: isCertain && reads(yaml, with: edit) ? [edit] : [])
  }

  private func plainFault(at place: SourcePosition) -> Diagnostic {
    Diagnostic(
      .invalidYAML, "a text that begins with ! or & stands in quotes",
      at: SourceRange(
        file: file, start: place, end: SourcePosition(line: place.line, column: place.column + 1)),
      help: "Put the text in quotes")
  }

  /// Where the value of a line begins, behind the hyphens of lists and the name of a field.
  private func valueStart(in line: [Unicode.Scalar]) -> Int? {
    var index = 0
    func skipSpaces() { while index < line.count, line[index] == " " { index += 1 } }
    skipSpaces()
    while index + 1 < line.count, line[index] == "-", line[index + 1] == " " {
      index += 1
      skipSpaces()
    }
    let name = line[index...].prefix {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789_-".unicodeScalars.contains($0))
    }
    let colon = index + name.count
    if !name.isEmpty, colon + 1 < line.count, line[colon] == ":", line[colon + 1] == " " {
      index = colon + 1
      skipSpaces()
    }
    return index > 0 && index < line.count ? index : nil
  }
}

extension YAMLNode {
  /// The mark of the first value or name, in the order of the text, for which a condition holds.
  fileprivate func firstMark(where holds: (YAMLMark) -> Bool) -> YAMLMark? {
    if holds(mark) { return mark }
    switch content {
    case .empty, .text: return nil
    case .list(let items):
      for item in items { if let found = item.firstMark(where: holds) { return found } }
    case .fields(let fields):
      for field in fields {
        if holds(field.nameMark) { return field.nameMark }
        if let found = field.value.firstMark(where: holds) { return found }
      }
    }
    return nil
  }
}
