import Diagnostics
import Yams

extension YAMLSource {
  /// `lines` are those that the parser counts, where they are others than the file's.
  func fault(for error: YamlError, in yaml: Substring, _ lines: YAMLLines?) -> DiagnosticFound {
    func position(_ mark: Mark) -> SourcePosition { self.position(mark, lines) }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // The parser has its own limit, which catches what the brackets within quotes hid from ours.
      if problem.hasPrefix("Maximum nesting") { return tooComplex(YAMLGuard.tooDeep(line: mark.line)) }
      // What such a sign cuts off is found to be wrong on the line below.
      let line = position(mark).line
      if let slip = invisibleEnd(inLine: line) ?? invisibleEnd(inLine: line - 1) ?? slip(in: yaml, at: position(mark))
        ?? startSign(in: yaml, at: position(mark))
      {
        return DiagnosticFound(diagnostic: slip)
      }
      return syntaxFault(problem, at: position(mark), begunAt: context.map { position($0.mark) })
    case .duplicatedKeysInMapping(let names, let context):
      return duplicate(names.first ?? "", first: position(context.mark))
    case .reader(let problem, let offset, _, let yaml):
      let place = SourceFile(path: "", text: yaml).position(ofByte: yaml.prefix(offset ?? 0).utf8.count)
      return syntaxFault(
        problem, at: SourcePosition(line: place.line + lineOffset, column: place.column), begunAt: nil)
    default:
      return syntaxFault("this cannot be read", at: SourcePosition(line: 1 + lineOffset, column: 1), begunAt: nil)
    }
  }

  func fault(_ code: DiagnosticCode, _ message: String, at mark: YAMLMark, help: String? = nil) -> DiagnosticFound {
    DiagnosticFound(diagnostic: Diagnostic(code, message, at: range(of: mark), help: help))
  }

  func tooComplex(_ excess: YAMLGuard.Excess) -> DiagnosticFound {
    fault(
      .tooComplex, excess.message, at: YAMLMark(line: Int32(clamping: excess.line), column: 1, length: 1),
      help: excess.help)
  }

  /// The parser's place, or the end of the file, where what is missing at the end is found on a line behind the last.
  private func position(_ mark: Mark, _ lines: YAMLLines?) -> SourcePosition {
    let (line, column) = (max(1, mark.line), max(1, mark.column))
    let place = lines?.position(line: line, column: column) ?? SourcePosition(line: line, column: column)
    let position = SourcePosition(line: place.line + lineOffset, column: place.column)
    return file.byteOffset(of: position) == nil ? file.position(ofByte: .max) : position
  }

  private func range(at position: SourcePosition, length: Int = 1) -> SourceRange {
    SourceRange(file: file, start: position, end: SourcePosition(line: position.line, column: position.column + length))
  }
}

// MARK: Syntax

extension YAMLSource {
  private func syntaxFault(_ problem: String, at place: SourcePosition, begunAt start: SourcePosition?)
    -> DiagnosticFound
  {
    let (rule, help, isUnclosed) = Self.wording(of: problem)
    // What is never closed is found behind it, and mended where it begins.
    let place = isUnclosed ? start ?? place : place
    return DiagnosticFound(diagnostic: Diagnostic(.invalidYAML, rule, at: range(at: place), help: help))
  }

  /// The rule that a writer broke, most likely, by the parser's words for it.
  private static func wording(of problem: String) -> (rule: String, help: String, isUnclosed: Bool) {
    switch problem {
    case "mapping values are not allowed in this context":
      (
        "a text that holds ': ' stands in quotes", "Put the text in quotes, or indent the line like its neighbours",
        false
      )
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      ("fields are indented with spaces", "Replace the tab with spaces", false)
    case "found character that cannot start any token":
      (
        "a text that begins with a sign such as @, % or ` stands in quotes", "Put the text in quotes", false
      )
    case "found unexpected end of stream": ("quotes are closed", "Close them, and double a ' within '…'", true)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      ("brackets are closed", "Close them, and put a text that holds , [ ] { or } in quotes", true)
    case "did not find expected alphabetic or numeric character", "found undefined alias":
      ("a text that begins with * or & stands in quotes", "Put the text in quotes", false)
    case "found undefined tag handle", "did not find expected tag URI", "did not find expected '!'",
      "did not find the expected '>'", "did not find expected whitespace or line break",
      "did not find URI escaped octet":
      ("a text that begins with ! stands in quotes", "Put the text in quotes", false)
    case "did not find expected node content":
      ("a text that begins with , ] or } stands in quotes", "Put the text in quotes, or close what is open", false)
    case "control characters are not allowed":
      ("a text holds no control characters", "Take out the invisible sign", false)
    case "did not find expected <document start>", "did not find expected <document end>":
      (
        "a file holds one list of fields, and this belongs to no field", "Write it as 'name: value', or in quotes",
        false
      )
    case "found unknown directive name", "could not find expected directive name",
      "found unexpected non-alphabetical character", "found extremely long version number",
      "did not find expected digit or '.' character", "found incompatible YAML document",
      "did not find expected version number":
      ("no line of fields begins with %", "Write it as 'name: value', with the text in quotes", false)
    case "found an indentation indicator equal to 0":
      ("a text begins on the line below | or >", "Begin a new line there, or put the text in quotes", false)
    case "found unexpected document indicator":
      ("quotes are closed before the line '---'", "Close them, and double a ' within '…'", true)
    case "could not find expected ':'":
      ("a field is written as 'name: value'", "Write a colon and a space after the name, or indent the line", true)
    case "found unknown escape character", "did not find expected hexdecimal number":
      ("a backslash within \"…\" is written twice", "Write '\\\\', or use single quotes", false)
    case "did not find expected key":
      (
        "nothing follows closed quotes or brackets on a line, and the lines of a list are indented alike",
        "Put the whole text in quotes, double a ' within '…', or indent the line like its neighbours", false
      )
    case "did not find expected '-' indicator":
      ("each item of a list begins with '- '", "Write '- ' before it, or indent the line like its neighbours", false)
    case "block sequence entries are not allowed in this context":
      ("a list begins on a line of its own", "Begin a new line before '- ', or put the text in quotes", false)
    case "did not find expected comment or line break":
      ("the text after | or > begins on the next line", "Begin a new line there, or put the text in quotes", false)
    case "but found another document": ("a file holds one list of fields", "Remove the line '---'", false)
    default:
      (
        "each field is written as 'name: value', and this is none",
        "Put a text that holds a sign in quotes, and indent the line like its neighbours", false
      )
    }
  }
}

// MARK: Duplicates

extension YAMLSource {
  /// The parser tells where a name is given first, and the fault is where it is given again.
  private func duplicate(_ name: String, first: SourcePosition) -> DiagnosticFound {
    let second = secondPlace(of: name, after: first)
    let length = name.unicodeScalars.count
    return DiagnosticFound(
      diagnostic: Diagnostic(
        .duplicateField, "a field is given once, and '\(name)' is given twice",
        at: range(at: second ?? first, length: length),
        notes: second == nil ? [] : [Note("first given here", at: range(at: first, length: length))],
        help: "Remove one of the two"))
  }

  /// The next line that is indented alike and begins with the name; nil where the two stand on one line.
  private func secondPlace(of name: String, after first: SourcePosition) -> SourcePosition? {
    var number = first.line
    while let line = file.line(number + 1)?.utf8 {
      defer { number += 1 }
      let indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
      let rest = line.dropFirst(indentation)
      if rest.isEmpty { continue }
      guard indentation >= first.column - 1 else { return nil }
      guard indentation == first.column - 1, rest.starts(with: name.utf8),
        rest.dropFirst(name.utf8.count).first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: ":")
      else { continue }
      return SourcePosition(line: number + 1, column: first.column)
    }
    return nil
  }
}
