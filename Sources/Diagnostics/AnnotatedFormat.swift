/// Faults as people read them: headline, place, excerpt with a caret, notes and help.
package struct AnnotatedFormat: Sendable {
  private let usesColour: Bool

  package init(usesColour: Bool = false) {
    self.usesColour = usesColour
  }

  package func text(for diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.map(text(for:)).joined(separator: "\n")
  }

  package func text(for diagnostic: Diagnostic) -> String {
    let style: Style = diagnostic.severity == .error ? .error : .warning
    var text = paint("\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]", style)
    text += paint(": \(diagnostic.message)", .bold) + "\n"
    text += excerpt(of: diagnostic.range, arrow: "-->", caret: "^", style: style)
    for note in diagnostic.notes {
      text += paint("note", .note) + ": \(note.message)\n"
      text += excerpt(of: note.range, arrow: ":::", caret: "-", style: .note)
    }
    if let help = diagnostic.help {
      text += paint("help", .help) + ": \(help)\n"
    }
    return text
  }

  private func excerpt(of range: SourceRange, arrow: String, caret: String, style: Style) -> String {
    let number = String(range.start.line)
    let margin = String(repeating: " ", count: number.count)
    let place = "\(range.file.path):\(range.start.line):\(range.start.column)"
    var text = margin + paint(arrow, .dim) + " \(place)\n"
    guard let line = range.file.line(range.start.line), !line.isEmpty else { return text }
    let (shown, indent, length) = Self.window(of: line, around: range)
    let bar = paint("\(margin) |", .dim)
    text += "\(bar)\n" + paint("\(number) |", .dim) + " \(shown)\n"
    text += "\(bar) " + indent + paint(String(repeating: caret, count: length), style) + "\n"
    return text
  }

  /// The part of a line around a range, at most 100 scalars, so that a line of a megabyte does not flood the terminal.
  private static func window(of line: Substring, around range: SourceRange) -> (text: String, indent: String, length: Int) {
    let scalars = Array(line.unicodeScalars)
    let start = min(range.start.column - 1, scalars.count)
    let first = start > 90 ? start - 40 : 0
    let last = min(scalars.count, first + 100)
    let end = range.end.line == range.start.line ? range.end.column - 1 : scalars.count
    let length = max(1, min(end, last) - start)
    let lead = first > 0 ? "…" : ""
    let trail = last < scalars.count ? "…" : ""
    let shown = lead + printable(scalars[first..<last]) + trail
    let indent = String(repeating: " ", count: start - first + lead.count)
    return (shown, indent, length)
  }

  /// Control characters become a space, so that a hostile file cannot drive the terminal and carets stay in line.
  private static func printable(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      let isControl = scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      text.append(isControl ? " " : scalar)
    }
    return String(text)
  }

  private enum Style: String {
    case error = "31;1"
    case warning = "33;1"
    case note = "36;1"
    case help = "32;1"
    case bold = "1"
    case dim = "2"
  }

  private func paint(_ text: String, _ style: Style) -> String {
    usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
