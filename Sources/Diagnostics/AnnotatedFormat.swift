/// Faults as people read them: headline, place, excerpt with a caret, notes and help.
package struct AnnotatedFormat: Sendable {
  private let usesColour: Bool

  package init(usesColour: Bool = false) {
    self.usesColour = usesColour
  }

  package func text(for diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.map(text(for:)).joined(separator: "\n")
  }

  /// The faults of each file under its name and their count, in the order in which they come.
  package func groupedText(for diagnostics: [Diagnostic]) -> String {
    var text = ""
    var rest = diagnostics[...]
    while let path = rest.first?.range.file.path {
      let faults = rest.prefix { $0.range.file.path == path }
      rest = rest.dropFirst(faults.count)
      text += paint("\(printableText(path)): \(countText(of: faults))", .bold) + "\n\n" + self.text(for: faults) + "\n"
    }
    return text
  }

  package func text(for diagnostic: Diagnostic) -> String {
    let style = Style(diagnostic.severity)
    var text = paint("\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]", style)
    text += paint(": \(printableText(diagnostic.message))", .bold) + "\n"
    text += excerpt(of: diagnostic.range, arrow: "-->", caret: "^", style: style)
    for note in diagnostic.notes {
      text += paint("note", .note) + ": \(printableText(note.message))\n"
      text += excerpt(of: note.range, arrow: ":::", caret: "-", style: .note)
    }
    if let help = diagnostic.help {
      text += paint("help", .help) + ": \(printableText(help))\n"
    }
    return text
  }

  private func excerpt(of range: SourceRange, arrow: String, caret: String, style: Style) -> String {
    let number = String(range.start.line)
    let margin = String(repeating: " ", count: number.count)
    var text = margin + paint(arrow, .dim) + " \(placeText(of: range))\n"
    guard let line = range.file.line(range.start.line), !line.isEmpty else { return text }
    let excerpt = Excerpt(of: line, around: range)
    let bar = paint("\(margin) |", .dim)
    text += "\(bar)\n" + paint("\(number) |", .dim) + " \(excerpt.text)\n"
    let carets = String(repeating: caret, count: excerpt.length)
    text += "\(bar) " + String(repeating: " ", count: excerpt.indent) + paint(carets, style) + "\n"
    return text
  }

  private enum Style: String {
    case error = "31;1"
    case warning = "33;1"
    case hint = "34;1"
    case note = "36;1"
    case help = "32;1"
    case bold = "1"
    case dim = "2"

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .hint: self = .hint
      }
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// "2 errors, 1 warning and 4 hints"; of what there is none, nothing is said.
package func countText(of diagnostics: some Sequence<Diagnostic>) -> String {
  let counts = Severity.allCases.compactMap { severity -> String? in
    let count = diagnostics.lazy.filter { $0.severity == severity }.count
    return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
  }
  guard let last = counts.last else { return "no faults" }
  return counts.count == 1 ? last : counts.dropLast().joined(separator: ", ") + " and " + last
}

/// `file:line:column`, as editors and terminals make a link of it.
func placeText(of range: SourceRange) -> String {
  "\(printableText(range.file.path)):\(range.start.line):\(range.start.column)"
}

/// The part of a line around a range, at most 100 scalars, so that a line of a megabyte does not flood the terminal.
private struct Excerpt {
  let text: String
  /// Columns of the terminal before the first caret.
  let indent: Int
  /// How many carets there are; a range that goes on over the end of the line is marked to its end.
  let length: Int

  private static let longest = 100
  private static let lead = 40

  init(of line: Substring, around range: SourceRange) {
    // A range that begins past the end, where something is missing, is shown just behind the line.
    let start = min(range.start.column - 1, scalarCount(of: line))
    let first = start > Self.longest - 10 ? start - Self.lead : 0
    let shown = Array(line.unicodeScalars.dropFirst(first).prefix(Self.longest + 1))
    let isCut = (start: first > 0, end: shown.count > Self.longest)
    let scalars = shown.prefix(Self.longest).map(printable)
    let end = range.end.line == range.start.line ? range.end.column - 1 - first : scalars.count
    func columns(_ scalars: ArraySlice<Unicode.Scalar>) -> Int { scalars.reduce(0) { $0 + columnCount(of: $1) } }
    let from = start - first
    let to = min(max(from, end), scalars.count)
    text = (isCut.start ? "…" : "") + String(String.UnicodeScalarView(scalars)) + (isCut.end ? "…" : "")
    indent = columns(scalars[..<from]) + (isCut.start ? 1 : 0)
    length = max(1, columns(scalars[from..<to]))
  }
}
