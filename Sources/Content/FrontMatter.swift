import Diagnostics

/// A Markdown file cut into its fields and its text.
struct FrontMatter {
  let yaml: Substring
  let body: Substring
  /// The line of the file on which the body begins.
  let bodyLine: Int

  /// Cuts at the lines `---`; the failure is a diagnostic.
  static func cut(_ file: SourceFile) -> Result<FrontMatter, DiagnosticFound> {
    let text = file.text[...]
    var rest = text.utf8[...]
    guard isFence(takeLine(&rest)) else {
      let diagnostic = Diagnostic(
        .missingFrontMatter, "a document begins with its fields between two lines '---'", at: .start(of: file),
        help: "Begin the file with a line '---', the fields, and another line '---'")
      return .failure(DiagnosticFound(diagnostic: diagnostic))
    }
    let yamlStart = rest.startIndex
    var line = 2
    while !rest.isEmpty {
      let start = rest.startIndex
      if isFence(takeLine(&rest)) {
        return .success(
          FrontMatter(yaml: text[yamlStart..<start], body: text[rest.startIndex...], bodyLine: line + 1))
      }
      line += 1
    }
    let diagnostic = Diagnostic(
      .unclosedFrontMatter, "the fields end with a line '---'", at: fence(of: file),
      help: "Add a line '---' after the last field")
    return .failure(DiagnosticFound(diagnostic: diagnostic))
  }

  /// The first line of a file with front matter, for what is missing from its fields.
  static func fence(of file: SourceFile) -> SourceRange {
    SourceRange(file: file, start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 4))
  }

  private static func takeLine(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
    let end = rest.firstIndex(of: UInt8(ascii: "\n"))
    let line = rest[..<(end ?? rest.endIndex)]
    rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
    return line
  }

  private static func isFence(_ line: Substring.UTF8View) -> Bool {
    guard line.starts(with: "---".utf8) else { return false }
    return line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\t") }
  }
}
