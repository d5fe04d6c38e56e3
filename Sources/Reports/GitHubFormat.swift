import Diagnostics

/// A workflow command for each fault, which GitHub Actions shows as an annotation at its line.
///
/// The signs that would end a message or a property are written percent-encoded, as the documentation of workflow commands asks.
func gitHubText(for diagnostics: [Diagnostic]) -> String {
  diagnostics.map { diagnostic in
    let range = diagnostic.range
    var properties = "file=\(escapedProperty(range.file.path)),line=\(range.start.line)"
    // GitHub takes columns only where a range stays on one line.
    if range.end.line == range.start.line {
      properties += ",endLine=\(range.end.line),col=\(range.start.column),endColumn=\(range.end.column)"
    }
    properties += ",title=\(escapedProperty(diagnostic.code.rawValue))"
    let message = diagnostic.message + (diagnostic.help.map { "\nhelp: \($0)" } ?? "")
    return "::\(diagnostic.severity.gitHubCommand) \(properties)::\(escapedMessage(message))\n"
  }.joined()
}

private func escapedMessage(_ text: String) -> String {
  // By scalars, since a carriage return and a line feed are one character.
  text.unicodeScalars.reduce(into: "") { escaped, scalar in
    switch scalar {
    case "%": escaped += "%25"
    case "\r": escaped += "%0D"
    case "\n": escaped += "%0A"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
}

private func escapedProperty(_ text: String) -> String {
  escapedMessage(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
}

extension Severity {
  fileprivate var gitHubCommand: String { self == .hint ? "notice" : rawValue }
}
