import Diagnostics

/// A Markdown file cut into its fields and its text.
struct FrontMatter {
  let yaml: Substring
  let body: Substring
  /// The line of the file on which the body begins.
  let bodyLine: Int

  /// Cuts at the lines `---`; the failure is a diagnostic.
  static func cut(_ file: SourceFile) -> Result<FrontMatter, DiagnosticFound> {
    var text = file.text
    switch text.withUTF8(fences) {
    case .none:
      let diagnostic = Diagnostic(
        .missingFrontMatter, "a document begins with its fields between two lines '---'", at: .start(of: file),
        help: "Begin the file with a line '---', the fields, and another line '---'")
      return .failure(DiagnosticFound(diagnostic: diagnostic))
    case .first:
      let diagnostic = Diagnostic(
        .unclosedFrontMatter, "the fields end with a line '---'", at: fence(of: file),
        help: "Add a line '---' after the last field")
      return .failure(DiagnosticFound(diagnostic: diagnostic))
    case .both(let yaml, let body, let bodyLine):
      func index(_ offset: Int) -> String.Index { text.utf8.index(text.startIndex, offsetBy: offset) }
      return .success(
        FrontMatter(
          yaml: text[index(yaml.lowerBound)..<index(yaml.upperBound)], body: text[index(body)...], bodyLine: bodyLine))
    }
  }

  /// The fields of a document's file, or all of a file of records, with the line on which they begin; nil for a document without.
  static func fields(of file: SourceFile) -> (yaml: Substring, firstLine: Int)? {
    guard file.path.hasSuffix(".md") else { return (file.text[...], 1) }
    guard case .success(let cut) = cut(file) else { return nil }
    return (cut.yaml, 2)
  }

  /// The first line of a file with front matter, for what is missing from its fields.
  static func fence(of file: SourceFile) -> SourceRange {
    SourceRange(file: file, start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 4))
  }

  /// Which of the lines `---` a file has, and where its parts begin behind them, in bytes.
  private enum Fences {
    case none
    case first
    case both(yaml: Range<Int>, body: Int, bodyLine: Int)
  }

  private static func fences(in text: UnsafeBufferPointer<UInt8>) -> Fences {
    var yamlStart: Int?
    var lines = LineRanges(of: text)
    var number = 1
    var next = lines.next()
    while let line = next {
      next = lines.next()
      let end = next?.lowerBound ?? text.count
      if isFence(text[line]) {
        if let yamlStart { return .both(yaml: yamlStart..<line.lowerBound, body: end, bodyLine: number + 1) }
        yamlStart = end
      } else if yamlStart == nil {
        return .none
      }
      number += 1
    }
    return yamlStart == nil ? .none : .first
  }

  private static func isFence(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard line.starts(with: "---".utf8) else { return false }
    return line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
