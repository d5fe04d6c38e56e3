import Diagnostics

/// Reports the texts that end before a '#' that was hardly meant as a comment: a word follows it without a space, or the text
/// is one of words and no date, number, id or address, behind which writers put remarks.
package func cutValues(in file: SourceFile) -> [Diagnostic] {
  guard let (yaml, firstLine) = FrontMatter.fields(of: file) else { return [] }
  return YAMLSource(file: file, lineOffset: firstLine - 1).cutValues(of: yaml)
}

extension YAMLSource {
  fileprivate func cutValues(of yaml: Substring) -> [Diagnostic] {
    guard yaml.utf8.contains(UInt8(ascii: "#")), case .success(let root?) = parse(yaml) else { return [] }
    var faults: [Diagnostic] = []
    root.visitTexts { mark, text in
      if let fault = cutValue(text, at: range(of: mark).start) { faults.append(fault) }
    }
    return faults
  }

  /// The fault of a text without quotes, or of an empty value, that a comment follows on its last line.
  private func cutValue(_ text: String, at start: SourcePosition) -> Diagnostic? {
    guard let (number, line, end) = end(of: text, from: start) else { return nil }
    let rest = line[end...]
    let spaces = rest.prefix { $0 == " " || $0 == "\t" }.count
    guard spaces > 0 || text.isEmpty, let sign = rest.dropFirst(spaces).first, sign == "#" else { return nil }
    let next = rest.dropFirst(spaces + 1).first
    let isWord = next.map { !$0.properties.isWhitespace && $0 != "#" && $0 != "!" } ?? false
    guard isWord || isProse(text) else { return nil }
    let first = number == start.line ? start.column - 1 : line.prefix { $0 == " " }.count
    let written = first..<(line.count - line.reversed().prefix { $0.properties.isWhitespace }.count)
    let whole = String(String.UnicodeScalarView(line[written]))
    let quoted = "'\(whole.replacing("'", with: "''"))'"
    let isCertain =
      number == start.line && next?.properties.numericType != nil && (isProse(text) || text.isEmpty)
      && !isWithinBrackets(line, before: first)
    return Diagnostic(
      .cutValue, "the text ends before ' #', which begins a comment", at: place(number, end + spaces, count: 1),
      help: isWord ? "Put it in quotes: \(quoted)" : "Put it in quotes: \(quoted), or the remark on a line of its own",
      edits: isCertain ? [Edit(place(number, first, count: written.count), to: quoted)] : [])
  }

  /// Where a text that begins at a place ends, and the scalars of that line: its spaces stand for any, line ends included.
  private func end(of text: String, from start: SourcePosition) -> (number: Int, line: [Unicode.Scalar], end: Int)? {
    var number = start.line
    var line = Array((file.line(number) ?? "").unicodeScalars)
    var index = start.column - 1
    for scalar in text.unicodeScalars {
      if index < line.count, line[index] == scalar {
        index += 1
        continue
      }
      guard scalar == " " || scalar == "\n", line.dropFirst(index).allSatisfy(\.properties.isWhitespace) else {
        return nil
      }
      repeat {
        number += 1
        guard let next = file.line(number) else { return nil }
        line = Array(next.unicodeScalars)
      } while line.allSatisfy(\.properties.isWhitespace)
      index = line.prefix { $0 == " " || $0 == "\t" }.count
    }
    return (number, line, index)
  }

  private func isWithinBrackets(_ line: [Unicode.Scalar], before index: Int) -> Bool {
    line[..<min(index, line.count)].contains { $0 == "[" || $0 == "{" }
  }

  private func place(_ line: Int, _ column: Int, count: Int) -> SourceRange {
    SourceRange(
      file: file, start: SourcePosition(line: line, column: column + 1),
      end: SourcePosition(line: line, column: column + 1 + count))
  }
}

/// Whether a text is one of words, whose sign '#' may be meant: no id, number, date, flag or address, which hold none.
private func isProse(_ text: String) -> Bool {
  text.contains { $0.isLetter } && !isIdentifier(text) && !isWebAddress(text)
    && FieldShape.flag.value(meantBy: text) == nil && Moment.moments(meantBy: text).isEmpty
    && Moment(text: text) == nil
}

extension YAMLNode {
  /// Calls a function with every text and every empty value that no quotes begin.
  fileprivate func visitTexts(_ visit: (YAMLMark, String) -> Void) {
    switch content {
    case .empty: visit(mark, "")
    case .text(let text): visit(mark, text)
    case .list(let items): for item in items { item.visitTexts(visit) }
    case .fields(let fields): for field in fields { field.value.visitTexts(visit) }
    }
  }
}
