import Diagnostics

/// Slips of the pen that make fields unreadable, or let a field read as a text.
///
/// The parser tells where it could not go on; a writer has to know which line to change.
extension YAMLSource {
  /// The slip behind a fault of syntax at a place of the file, where it is one that is known.
  func slip(in yaml: Substring, at place: SourcePosition) -> Diagnostic? {
    if let tabs = tabs(in: yaml, line: place.line) { return tabs }
    let lines = (lineOffset + 1)...max(lineOffset + 1, place.line)
    if let slip = lines.lazy.compactMap({ missingSpace(inLine: $0) }).first { return slip }
    return indentation(in: yaml, line: place.line) ?? colon(in: yaml, line: place.line)
  }

  /// The slip that lets fields read as a text, where it is one that is known.
  func slip(at node: YAMLNode) -> DiagnosticFound? {
    guard node.text != nil else { return nil }
    return missingSpace(inLine: range(of: node).start.line).map { DiagnosticFound(diagnostic: $0) }
  }

  /// A field without the space behind its colon, as in `title:My page`.
  func missingSpace(inLine number: Int) -> Diagnostic? {
    guard let line = FieldLine(file.line(number)), let value = line.value.unicodeScalars.first,
      !line.hasSpace, value != "/"
    else { return nil }
    let name = String(line.name)
    let spaces = line.value.unicodeScalars.prefix { $0.properties.isWhitespace || $0 == "\u{200B}" }.count
    let place = range(line: number, from: line.indentation, length: name.unicodeScalars.count + 1 + spaces)
    let rule =
      line.hasWideColon
      ? "a field has the colon ':' and a space behind its name, and this has '：'"
      : "a space stands behind the colon of a field"
        + (spaces > 0 ? ", and this is a sign that only looks like one" : "")
    return Diagnostic(
      .invalidYAML, rule, at: place, help: "Write '\(name): \(String(line.value.unicodeScalars.dropFirst(spaces)))'",
      edits: [Edit(place, to: "\(name): ")])
  }

  private func tabs(in yaml: Substring, line number: Int) -> Diagnostic? {
    guard let line = file.line(number) else { return nil }
    let lead = line.prefix { $0 == " " || $0 == "\t" }
    guard lead.contains("\t") else { return nil }
    let place = range(line: number, from: 0, length: lead.count)
    let edits = spacesForTabs(from: number)
    return Diagnostic(
      .invalidYAML, "fields are indented with spaces, and this line with a tab", at: place,
      help: "Replace the tab with spaces, as many as stand before the lines beside it",
      edits: reads(yaml, with: edits) ? edits : [])
  }

  /// Two spaces for each tab with which lines begin, on a line and below.
  private func spacesForTabs(from number: Int) -> [Edit] {
    var edits: [Edit] = []
    var number = number
    while let line = file.line(number), !line.hasPrefix("---"), edits.count < 100 {
      let lead = line.prefix { $0 == " " || $0 == "\t" }
      if lead.contains("\t") {
        let spaces = String(lead.replacing("\t", with: "  "))
        edits.append(Edit(range(line: number, from: 0, length: lead.count), to: spaces))
      }
      number += 1
    }
    return edits
  }

  /// A line that is indented otherwise than the one before it, whose neighbour it is.
  private func indentation(in yaml: Substring, line number: Int) -> Diagnostic? {
    guard let line = FieldLine(file.line(number)), !line.isItem, let before = neighbour(before: number),
      before.indentation != line.indentation, !before.value.isEmpty || before.indentation > line.indentation
    else { return nil }
    let place = range(line: number, from: 0, length: max(1, line.indentation))
    let mended = String(repeating: " ", count: before.indentation)
    let edit = Edit(range(line: number, from: 0, length: line.indentation), to: mended)
    guard reads(yaml, with: edit) else { return nil }
    return Diagnostic(
      .invalidYAML,
      "a field is indented like its neighbours, and this one is indented by \(line.indentation), they by \(before.indentation)",
      at: place,
      help: "Write \(before.indentation == 0 ? "no spaces" : "\(before.indentation) spaces") before '\(line.name)'",
      edits: [edit])
  }

  /// The line before that is not empty; the fields of an item of a list begin behind its hyphen.
  private func neighbour(before number: Int) -> FieldLine? {
    for number in stride(from: number - 1, to: lineOffset, by: -1) {
      guard let line = file.line(number), !line.allSatisfy(\.isWhitespace) else { continue }
      return FieldLine(line)
    }
    return nil
  }

  /// A text with a colon and a space in it, which YAML takes for another field.
  private func colon(in yaml: Substring, line number: Int) -> Diagnostic? {
    guard let line = FieldLine(file.line(number)), let colon = line.value.firstRange(of: ": ") ?? line.endsInColon,
      let first = line.value.first, !"[{'|>&*".contains(first),
      line.value.unicodeScalars.allSatisfy({ $0 != "\"" && $0 != "\\" })
    else { return nil }
    let start = line.indentation + line.name.unicodeScalars.count + 2
    let length = line.value.unicodeScalars.count
    let edit = Edit(range(line: number, from: start, length: length), to: "\"\(line.value)\"")
    guard reads(yaml, with: edit) else { return nil }
    let before = line.value[..<colon.lowerBound].unicodeScalars.count
    return Diagnostic(
      .invalidYAML, "a text that holds ': ' stands in quotes", at: range(line: number, from: start + before, length: 1),
      help: "Write '\(line.name): \(edit.replacement)'", edits: [edit])
  }

  private func range(line: Int, from start: Int, length: Int) -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: line, column: start + 1),
      end: SourcePosition(line: line, column: start + 1 + length))
  }

  func reads(_ yaml: Substring, with edit: Edit) -> Bool { reads(yaml, with: [edit]) }

  /// Whether the fields can be read once lines are changed: only then the changes, in their order, are what was meant.
  private func reads(_ yaml: Substring, with edits: [Edit]) -> Bool {
    let utf8 = file.text.utf8
    var mended = ""
    var next = yaml.startIndex
    for edit in edits {
      guard let start = file.byteOffset(of: edit.range.start), let end = file.byteOffset(of: edit.range.end) else {
        return false
      }
      let range =
        utf8.index(utf8.startIndex, offsetBy: start)..<utf8.index(utf8.startIndex, offsetBy: end)
      guard next <= range.lowerBound, range.upperBound <= yaml.endIndex else { return false }
      mended += yaml[next..<range.lowerBound] + edit.replacement
      next = range.upperBound
    }
    return canBeParsed((mended + yaml[next...])[...])
  }
}

/// A line that holds a field: its indentation, a hyphen before it included, its name, and what stands behind its colon.
private struct FieldLine {
  let indentation: Int
  /// Whether a hyphen begins an item of a list on the line.
  let isItem: Bool
  let name: Substring
  let hasSpace: Bool
  /// Whether the colon is that of Chinese and Japanese keyboards (U+FF1A).
  let hasWideColon: Bool
  let value: Substring

  init?(_ line: Substring?) {
    guard let line else { return nil }
    var rest = line.drop { $0 == " " }
    isItem = rest.hasPrefix("- ")
    if isItem { rest = rest.dropFirst(2).drop { $0 == " " } }
    indentation = line.count - rest.count
    name = rest.prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "_" }
    rest = rest.dropFirst(name.count)
    guard !name.isEmpty, rest.first == ":" || rest.first == "：" else { return nil }
    hasWideColon = rest.first == "："
    rest = rest.dropFirst()
    hasSpace = !hasWideColon && (rest.isEmpty || rest.first == " ")
    let value = rest.drop { $0 == " " }
    self.value = value.prefix(value.count - value.reversed().prefix { $0.isWhitespace }.count)
  }

  /// A colon at the very end of the text, which opens a field as one with a space behind it does.
  var endsInColon: Range<Substring.Index>? {
    value.hasSuffix(":") ? value.index(before: value.endIndex)..<value.endIndex : nil
  }
}
