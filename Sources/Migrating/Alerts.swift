extension BodyConversion {
  /// The alert of Hubwright that a word of another program means; nil for a word of none.
  static func alert(_ word: some StringProtocol) -> String? {
    switch word.lowercased() {
    case "note", "info", "abstract", "summary", "tldr", "quote", "cite", "example", "todo", "seealso", "question",
      "faq",
      "help", "blue", "secondary", "primary":
      "NOTE"
    case "tip", "hint", "success", "check", "done", "green", "recommendation": "TIP"
    case "important", "admonition": "IMPORTANT"
    case "warning", "attention", "yellow", "bug", "downgrade": "WARNING"
    case "caution", "danger", "error", "failure", "fail", "missing", "red": "CAUTION"
    default: nil
    }
  }

  static func alertText(_ word: some StringProtocol, title: String?, _ body: String) -> String {
    let title = title.map { $0.trimmed }.flatMap { $0.isEmpty || $0.lowercased() == word.lowercased() ? nil : $0 }
    var lines = ["[!\(alert(word) ?? "NOTE")]"]
    if let title { lines += ["**\(title.replacing("**", with: ""))**", ""] }
    lines += body.trimmingNewlines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  /// Turns `!!! note`, `??? note`, `:::note`, `=== "Tab"` and `> [!note] Title` into alerts and paragraphs.
  mutating func withAlerts(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return AlertReader(lines: lines[...]).converted().joined(separator: "\n")
  }
}

extension String {
  fileprivate var trimmingNewlines: Substring {
    let start = self[...].drop { $0.isNewline }
    var end = start
    while end.last?.isNewline == true { end.removeLast() }
    return end
  }
}

private struct AlertReader {
  var lines: ArraySlice<String>
  var depth = 0
  private var written: [String] = []

  init(lines: ArraySlice<String>, depth: Int = 0) {
    self.lines = lines
    self.depth = depth
  }

  func converted() -> [String] {
    var reader = self
    while let line = reader.lines.popFirst() { reader.read(line) }
    return reader.written
  }

  private mutating func read(_ line: String) {
    // Most lines begin with none of the marks, and patterns are slow.
    let first = line.utf8.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    guard depth < 6, let first, "!?=:>".utf8.contains(first) else { return written.append(line) }
    if let match = line.wholeMatch(of: /([ \t]*)(?:!!!|\?\?\?\+?) +"?([A-Za-z-]+)"?([^"]*)(?:"([^"]*)")?.*/) {
      let body = indented(deeperThan: String(match.1))
      add(String(match.1), BodyConversion.alertText(match.2, title: match.4.map(String.init), body))
    } else if let match = line.wholeMatch(of: /([ \t]*)=== +"([^"]*)".*/) {
      let body = indented(deeperThan: String(match.1))
      add(String(match.1), "**\(match.2)**\n\n\(body)")
    } else if let match = line.wholeMatch(of: /([ \t]*)(:{3,})[ \t]*([A-Za-z]+)(?:\[([^\]]*)\]|[ \t]+([^{]*))?.*/) {
      let body = fenced(String(match.2))
      let title = (match.4 ?? match.5).map(String.init)
      let isAlert = BodyConversion.alert(match.3) != nil
      add(String(match.1), isAlert ? BodyConversion.alertText(match.3, title: title, body) : body)
    } else if let match = line.wholeMatch(of: /([ \t]*(?:> ?)*> ?)\[!([A-Za-z-]+)(?:\|[^\]]*)?\][+-]?(.*)/) {
      let title = match.3.trimmed
      written.append("\(match.1)[!\(BodyConversion.alert(match.2) ?? "NOTE")]")
      if !title.isEmpty, title.lowercased() != match.2.lowercased() {
        written += ["\(match.1)**\(title.replacing("**", with: ""))**", match.1.trimmed]
      }
    } else {
      written.append(line)
    }
  }

  private mutating func add(_ indentation: String, _ text: String) {
    if let last = written.last, !last.trimmed.isEmpty { written.append("") }
    written += text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : indentation + $0 }
    written.append("")
  }

  /// The lines that follow with more blanks before them, without these, and converted as well.
  private mutating func indented(deeperThan indentation: String) -> String {
    var taken: [String] = []
    while let line = lines.first {
      if line.trimmed.isEmpty {
        taken.append("")
      } else if line.hasPrefix(indentation + "    ") {
        taken.append(String(line.dropFirst(indentation.count + 4)))
      } else if line.hasPrefix(indentation + "\t") {
        taken.append(String(line.dropFirst(indentation.count + 1)))
      } else {
        break
      }
      lines.removeFirst()
    }
    while taken.last == "" { taken.removeLast() }
    return AlertReader(lines: taken[...], depth: depth + 1).converted().joined(separator: "\n")
  }

  /// The lines up to the mark that ends what a mark of that length began.
  private mutating func fenced(_ mark: String) -> String {
    var taken: [String] = []
    var open = 0
    while let line = lines.popFirst() {
      let inner = line.trimmed
      if inner.hasPrefix(mark), inner.allSatisfy({ $0 == ":" }) {
        if open == 0 { break }
        open -= 1
      } else if inner.wholeMatch(of: /:{3,}[ \t]*[A-Za-z].*/) != nil {
        open += inner.hasPrefix(mark) && inner.prefix(while: { $0 == ":" }).count == mark.count ? 1 : 0
      }
      taken.append(line)
    }
    return AlertReader(lines: taken[...], depth: depth + 1).converted().joined(separator: "\n")
  }
}
