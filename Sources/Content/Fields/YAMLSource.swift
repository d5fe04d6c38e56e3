import Diagnostics
import Yams

/// A piece of YAML within a file, whose marks are turned into places of the file.
///
/// Only this file knows the parser. It tells the line and column of every value, and guesses no types: every scalar
/// stays a text.
struct YAMLSource: Sendable {
  let file: SourceFile
  /// Lines of the file before the YAML.
  let lineOffset: Int

  init(file: SourceFile, lineOffset: Int = 0) {
    self.file = file
    self.lineOffset = lineOffset
  }

  /// Parses the text, nil where it holds nothing; a fault of syntax is the only one that is found, since nothing after
  /// it can be trusted.
  func parse(_ text: Substring) -> Result<YAMLNode?, DiagnosticFound> {
    var text = text
    if let excess = text.withUTF8(YAMLGuard.excess(in:)) { return .failure(tooComplex(excess)) }
    if let node = text.withUTF8(PlainYAML.node(of:)) { return .success(node) }
    return parseWhole(text)
  }

  /// With the parser, which knows all of YAML.
  func parseWhole(_ text: Substring) -> Result<YAMLNode?, DiagnosticFound> {
    var text = text
    let lines = text.withUTF8(YAMLLines.init)
    do {
      let read = try Self.root(of: text).map(Self.node(from:))
      let node = read.map { node in lines?.moving(node) ?? node }
      if let node, let fault = wordTakenForMark(in: node, of: text) { return .failure(fault) }
      return .success(node)
    } catch let error as DiagnosticAtMark {
      let mark = lines?.moving(error.mark) ?? error.mark
      return .failure(fault(.invalidYAML, error.message, at: mark, help: error.help))
    } catch let error as YamlError {
      return .failure(fault(for: error, in: text, lines))
    } catch {
      return .failure(
        fault(.invalidYAML, "the fields are written in YAML", at: YAMLMark(line: 1, column: 1, length: 1)))
    }
  }

  /// Whether the parser finds no fault of syntax in a text.
  func canBeParsed(_ text: Substring) -> Bool {
    (try? Self.root(of: text)) != nil
  }

  // Without rules the resolver costs no regular expressions, and the constructor no tables; without an encoding the
  // parser asks the process's environment.
  private static func root(of text: Substring) throws -> Node? {
    try Parser(yaml: String(text), resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
      .singleRoot()
  }

  func range(of node: YAMLNode) -> SourceRange {
    range(of: node.mark)
  }

  /// The edit that writes a name instead of one that nobody else can have meant; none where the text stands otherwise than it reads.
  func mend(_ mark: YAMLMark, of written: String, to nearest: NearestName) -> [Edit] {
    mend(mark, of: written, to: MeantValue(text: nearest.name, isCertain: nearest.isCertain))
  }

  func mend(_ mark: YAMLMark, of written: String, to meant: MeantValue) -> [Edit] {
    let range = range(of: mark)
    guard meant.isCertain, [written, "'\(written)'", "\"\(written)\""].contains(range.coveredText) else { return [] }
    return [Edit(range, to: meant.text)]
  }

  /// What stands behind a field's colon on its line, without the spaces around it.
  func text(behind field: YAMLField) -> String {
    range(behind: field).coveredText
  }

  func range(behind field: YAMLField) -> SourceRange {
    let name = range(of: field.nameMark)
    let line = Array((file.line(name.start.line) ?? "").unicodeScalars)
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar == "\r" }
    var start = min(name.end.column, line.count)
    while start < line.count, isSpace(line[start]) { start += 1 }
    var end = line.count
    while end > start, isSpace(line[end - 1]) { end -= 1 }
    return SourceRange(
      file: file, start: SourcePosition(line: name.start.line, column: start + 1),
      end: SourcePosition(line: name.start.line, column: end + 1))
  }

  func range(of mark: YAMLMark) -> SourceRange {
    let start = SourcePosition(line: Int(mark.line) + lineOffset, column: Int(mark.column))
    return SourceRange(
      file: file, start: start, end: SourcePosition(line: start.line, column: start.column + Int(mark.length)))
  }
}

// MARK: Values

extension YAMLSource {
  /// A fault that is found only when the parser's tree is read.
  private struct DiagnosticAtMark: Error {
    let message: String
    let help: String
    let mark: YAMLMark
  }

  private static func node(from node: Node) throws -> YAMLNode {
    switch node {
    case .scalar(let scalar):
      if scalar.style == .doubleQuoted, scalar.string.unicodeScalars.contains(where: isControlCharacter) {
        throw DiagnosticAtMark(
          message: "a text holds no control characters", help: "Take out what begins with a backslash",
          mark: mark(of: scalar))
      }
      return YAMLNode(
        content: YAMLNode.Content(text: scalar.string, isPlain: scalar.style == .plain), mark: mark(of: scalar))
    case .sequence(let items):
      return YAMLNode(content: .list(try items.map(Self.node(from:))), mark: mark(items.mark))
    case .mapping(let pairs):
      return YAMLNode(content: .fields(try pairs.map(Self.field(from:))), mark: mark(pairs.mark))
    case .alias(let alias):
      throw DiagnosticAtMark(
        message: "every value is written out, and this is an alias", help: "Write what the alias stands for",
        mark: mark(alias.mark))
    }
  }

  private static func field(from pair: (key: Node, value: Node)) throws -> YAMLField {
    guard case .scalar(let name) = pair.key else {
      throw DiagnosticAtMark(
        message: "the name of a field is a word", help: "Write the fields as 'name: value'", mark: mark(pair.key.mark))
    }
    return YAMLField(name: name.string, nameMark: mark(of: name), value: try node(from: pair.value))
  }

  private static func mark(_ mark: Mark?, length: Int = 1) -> YAMLMark {
    YAMLMark(
      line: Int32(clamping: mark?.line ?? 1), column: Int32(clamping: mark?.column ?? 1),
      length: Int32(clamping: length))
  }

  /// A text that is folded over lines seems longer than its first line; a diagnostic is cut at the line's end when it
  /// is shown.
  private static func mark(of scalar: Node.Scalar) -> YAMLMark {
    switch scalar.style {
    case .literal, .folded: mark(scalar.mark)
    case .singleQuoted, .doubleQuoted: mark(scalar.mark, length: scalarCount(of: scalar.string[...]) + 2)
    default: mark(scalar.mark, length: max(1, scalarCount(of: scalar.string[...])))
    }
  }
}
