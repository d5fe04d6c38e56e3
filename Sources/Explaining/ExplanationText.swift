extension Explanation {
  /// The explanation for a terminal.
  package var plainText: String {
    "\(title)\n\(String(repeating: "=", count: title.count))\n\n"
      + parts.map { part in
        switch part {
        case .text(let text): wrapped(text, at: 80)
        case .lines(let lines):
          lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
            $0.isEmpty ? "\n" : "    \($0)\n"
          }.joined()
        case .fields(let fields):
          fields.map { "  \($0.name)\n\(wrapped("\($0.meaning) Holds \($0.holds).", at: 74, indent: "      "))" }
            .joined()
        case .names(let names):
          names.map { "  \($0.name)\(String(repeating: " ", count: max(1, 28 - $0.name.count)))\($0.holds)\n" }.joined()
        }
      }.joined(separator: "\n")
  }

  /// The explanation as Markdown, below a title of its own.
  package var markdown: String {
    parts.map { part in
      switch part {
      case .text(let text): escaped(text) + "\n"
      case .lines(let lines): "````text\n\(lines)````\n"
      case .fields(let fields):
        "| Field | Meaning | Holds |\n| --- | --- | --- |\n"
          + fields.map { "| `\($0.name)` | \(cell($0.meaning)) | \(cell($0.holds)) |\n" }.joined()
      case .names(let names):
        "| Name | Holds |\n| --- | --- |\n" + names.map { "| `\($0.name)` | \(cell($0.holds)) |\n" }.joined()
      }
    }.joined(separator: "\n")
  }
}

/// A text as Markdown that shows just its signs.
func escaped(_ text: String) -> String {
  text.reduce(into: "") { escaped, character in
    if "\\`*_[]<>|#{}~&".contains(character) { escaped.append("\\") }
    escaped.append(character)
  }
}

private func cell(_ text: String) -> String { escaped(text) }

/// A text on lines of so many signs at most, as far as its words allow.
private func wrapped(_ text: String, at width: Int, indent: String = "") -> String {
  var lines: [String] = []
  for word in text.split(separator: " ") {
    if let last = lines.last, last.count + 1 + word.count <= width {
      lines[lines.count - 1] = "\(last) \(word)"
    } else {
      lines.append(String(word))
    }
  }
  return lines.map { indent + $0 + "\n" }.joined()
}
