/// What of a text holds in every language: where its links lead, its footnotes, ids and derived blocks.
struct TextMarks: Equatable {
  private let marks: [String]

  init(of text: String) {
    var marks: [String] = []
    for match in text.matches(of: /\[\[([^\]|#\n]+)(#[^\]|\n]*)?(\|[^\]\n]*)?\]\]/) {
      marks.append(Self.name(of: String(match.1)) + (match.2.map(String.init) ?? ""))
    }
    for match in text.matches(of: /\]\(<?([^)\s>]+)/) {
      let parts = match.1.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      // An address outside the hub may have a page for each language.
      guard let path = parts.first, !path.contains(":") else { continue }
      marks.append(Self.name(of: String(path)) + (parts.count > 1 ? "#\(parts[1])" : ""))
    }
    for match in text.matches(of: /\[\^[^\]\s]+\]/) { marks.append(String(match.0)) }
    for match in text.matches(of: /\{#[^}\n]+\}/) { marks.append(String(match.0)) }
    for match in text.matches(of: /(?:^|\n)\s*```+\s*(\{[a-z-]+\})/) { marks.append(String(match.1)) }
    self.marks = marks.sorted()
  }

  /// A document is the same by its id and by its file.
  private static func name(of target: String) -> String {
    let last = target.split(separator: "/").last.map(String.init) ?? target
    return last.hasSuffix(".md") ? String(last.prefix { $0 != "." }) : last
  }

  /// What a translation lost of its original, and what it has that the original has not.
  func differences(from original: TextMarks) -> (lost: [String], foreign: [String]) {
    (original.without(self), without(original))
  }

  private func without(_ other: TextMarks) -> [String] {
    var rest = other.marks
    return marks.filter { mark in
      guard let found = rest.firstIndex(of: mark) else { return true }
      rest.remove(at: found)
      return false
    }
  }
}
