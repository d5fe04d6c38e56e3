import Diagnostics

/// Where the lines begin that the parser counts, for a text in which they are not those of the file.
///
/// The parser ends a line at U+0085, U+2028 and U+2029 as well (YAML 1.1, 5.4), at which no editor does.
struct YAMLLines {
  private let starts: [SourcePosition]

  /// Nil for almost every text, whose lines everybody counts alike.
  init?(of text: UnsafeBufferPointer<UInt8>) {
    guard text.indices.contains(where: { rareEnd(in: text, at: $0) != nil }) else { return nil }
    var starts: [SourcePosition] = []
    for (number, line) in LineRanges(of: text).enumerated() {
      var column = 1
      starts.append(SourcePosition(line: number + 1, column: column))
      for index in line where text[index] & 0xC0 != 0x80 {
        column += 1
        if rareEnd(in: text, at: index) != nil { starts.append(SourcePosition(line: number + 1, column: column)) }
      }
    }
    self.starts = starts
  }

  /// The place in the text, in which both numbers count from 1, of what the parser finds in a line and column.
  func position(line: Int, column: Int) -> SourcePosition {
    guard starts.indices.contains(line - 1) else { return SourcePosition(line: line, column: column) }
    return SourcePosition(line: starts[line - 1].line, column: starts[line - 1].column + column - 1)
  }
}

/// The sign at a place that ends a line for the parser alone.
private func rareEnd(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Unicode.Scalar? {
  switch text[index] {
  case 0xC2 where index + 1 < text.count && text[index + 1] == 0x85: "\u{85}"
  case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
    text[index + 2] == 0xA8 ? "\u{2028}" : "\u{2029}"
  default: nil
  }
}

// MARK: Marks

extension YAMLLines {
  func moving(_ node: YAMLNode) -> YAMLNode {
    let content: YAMLNode.Content =
      switch node.content {
      case .empty, .text: node.content
      case .list(let items): .list(items.map(moving))
      case .fields(let fields):
        .fields(fields.map { YAMLField(name: $0.name, nameMark: moving($0.nameMark), value: moving($0.value)) })
      }
    return YAMLNode(content: content, mark: moving(node.mark))
  }

  func moving(_ mark: YAMLMark) -> YAMLMark {
    let position = position(line: Int(mark.line), column: Int(mark.column))
    return YAMLMark(
      line: Int32(clamping: position.line), column: Int32(clamping: position.column), length: mark.length)
  }
}

// MARK: What a writer is told

extension YAMLSource {
  /// The slip of a line in which an invisible sign, as programs for texts leave it, ends what is to be read; behind it nothing is as it looks.
  func invisibleEnd(inLine number: Int) -> Diagnostic? {
    guard let scalars = file.line(number)?.unicodeScalars,
      let index = scalars.firstIndex(where: { ["\u{85}", "\u{2028}", "\u{2029}"].contains($0) })
    else { return nil }
    let column = 1 + scalars.distance(from: scalars.startIndex, to: index)
    let name = "U+" + ("000" + String(scalars[index].value, radix: 16)).suffix(4)
    let place = SourceRange(
      file: file, start: SourcePosition(line: number, column: column),
      end: SourcePosition(line: number, column: column + 1))
    return Diagnostic(
      .invalidYAML, "an invisible sign, \(name), ends a line of fields here", at: place,
      help: "Write a space in its place", edits: [Edit(place, to: " ")])
  }
}
