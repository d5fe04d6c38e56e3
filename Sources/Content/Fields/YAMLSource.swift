import Diagnostics
import Yams

/// A piece of YAML within a file, whose marks are turned into places of the file.
struct YAMLSource {
  let file: SourceFile
  /// Lines of the file before the YAML.
  let lineOffset: Int

  func range(of node: Node) -> SourceRange {
    guard let mark = node.mark else { return .start(of: file) }
    let start = SourcePosition(line: mark.line + lineOffset, column: mark.column)
    var length = 1
    if case .scalar(let scalar) = node {
      length = max(1, scalar.string.prefix { !$0.isNewline }.unicodeScalars.count)
      if scalar.style == .singleQuoted || scalar.style == .doubleQuoted { length += 2 }
      if scalar.style == .literal || scalar.style == .folded { length = 1 }
    }
    return SourceRange(file: file, start: start, end: SourcePosition(line: start.line, column: start.column + length))
  }

  /// Parses the text; a fault of syntax is the only one it can report, since nothing after it can be trusted.
  func compose(_ text: String) -> Result<Node?, FaultFound> {
    if let line = Self.lineNestedTooDeeply(in: text) {
      return .failure(fault(.tooComplex, "fields are nested at most \(Self.nesting) levels deep", line: line, column: 1))
    }
    do {
      // Without rules the resolver leaves every scalar the text it is, and costs no regular expressions.
      return .success(try Yams.compose(yaml: text, .basic))
    } catch let error as YamlError {
      return .failure(fault(for: error))
    } catch {
      return .failure(fault(.invalidYAML, "the fields are written in YAML", line: 1, column: 1))
    }
  }

  struct FaultFound: Error {
    let diagnostic: Diagnostic
  }

  private func fault(for error: YamlError) -> FaultFound {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      return fault(
        .invalidYAML, "the fields are written in YAML: \(problem)", line: mark.line, column: mark.column,
        help: "Put the text in quotes if it holds a colon, and indent the line like its neighbours")
    case .duplicatedKeysInMapping(let duplicates, let context):
      return fault(
        .duplicateField, "a field is given once, and '\(duplicates.first ?? "")' is given twice",
        line: context.mark.line, column: context.mark.column, help: "Remove one of the two")
    case .reader(let problem, _, _, _):
      return fault(.invalidYAML, "the fields are written in YAML: \(problem)", line: 1, column: 1)
    default:
      return fault(.invalidYAML, "the fields are written in YAML", line: 1, column: 1)
    }
  }

  private func fault(
    _ code: DiagnosticCode, _ message: String, line: Int, column: Int, help: String? = nil
  ) -> FaultFound {
    let start = SourcePosition(line: max(1, line) + lineOffset, column: max(1, column))
    let end = SourcePosition(line: start.line, column: start.column + 1)
    return FaultFound(
      diagnostic: Diagnostic(code, message, at: SourceRange(file: file, start: start, end: end), help: help))
  }

  static let nesting = 60

  /// The parser of YAML is recursive, so depth is limited before it runs.
  private static func lineNestedTooDeeply(in text: String) -> Int? {
    var line = 1
    var depth = 0
    var markers = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        markers = 0
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"): markers += 1
      case UInt8(ascii: " "): break
      default: markers = .min / 2
      }
      if depth > nesting || markers > nesting * 4 { return line }
    }
    return nil
  }
}
