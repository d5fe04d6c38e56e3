import Content
import Foundation

/// Turns the text of an old page into Hubwright's Markdown, step by step.
///
/// What a step has finished, and code, is kept behind marks that no later step reads: `\u{E000}`, a number, `\u{E001}`.
struct BodyConversion {
  let page: OldPage
  let site: OldSite
  /// Turns HTML into Markdown; nil where the machine has nothing that does.
  let markdown: ((String) -> String?)?
  var kept: [String] = []
  /// What could not be carried over, as it was written; each makes the page a draft.
  var left: [String] = []
  var notes: [String] = []
  /// Whether something was left to pandoc, which is not there.
  var needsPandoc = false
  /// The files that were put in at their includes, against circles.
  var including: [String] = []

  init(_ page: OldPage, of site: OldSite, markdown: ((String) -> String?)?) {
    self.page = page
    self.site = site
    self.markdown = markdown
    notes = page.notes
  }

  /// `rewritingLinks` sees the text while code is kept.
  mutating func convert(_ rewritingLinks: (String) -> String) -> String {
    var text = page.body
    if page.isHTML || site.generator == .wordpress { text = fromHTML(text) }
    text = keepingFences(text)
    text = converted(text)
    text = rewritingLinks(withHeadings(text))
    return restored(text).replacing(/\n{3,}/, with: "\n\n").trimmed + "\n"
  }

  /// All steps that an included text goes through, too.
  mutating func converted(_ text: String) -> String {
    var text = keepingCode(text)
    text = text.without("<!--", upTo: "-->")
    switch site.generator {
    case .jekyll, .eleventy: text = withoutLiquid(text)
    case .hugo: text = withoutShortcodes(text)
    case .docusaurus: text = withoutModules(text)
    case .mkdocs: text = withoutSnippets(text)
    case .obsidian: text = withoutObsidian(text)
    case .wordpress: text = withoutWordPressCodes(text)
    }
    text = withAlerts(text)
    text = withoutAttributes(text)
    return withoutTags(text)
  }

  // MARK: Marks

  mutating func keep(_ text: String) -> String {
    kept.append(text)
    return "\u{E000}\(kept.count - 1)\u{E001}"
  }

  func restored(_ text: String) -> String {
    var text = text
    // What is kept may itself hold marks, never of what was kept later than it.
    for _ in 0..<20 where text.contains("\u{E000}") {
      text = text.replacing(/\x{E000}(\d{1,9})\x{E001}/) { match in
        Int(match.1).flatMap { kept.indices.contains($0) ? kept[$0] : nil } ?? ""
      }
    }
    return text
  }

  /// A part that has no place in a text, shown where it stood: as lines of their own, or within a line.
  mutating func leave(_ written: String, isBlock: Bool = false) -> String {
    let written = restored(written)
    left.append(written.count > 120 ? String(written.prefix(117)) + "…" : written)
    guard isBlock || written.contains("\n") else {
      return keep(written.contains("`") ? "`` \(written) ``" : "`\(written)`")
    }
    let fence = String(repeating: "~", count: 3 + (written.matches(of: /~+/).map { $0.0.count }.max() ?? 0))
    return "\n\n"
      + keep(
        "> [!WARNING]\n> This part of the old page could not be carried over. Write it anew, or take it out.\n\n"
          + "\(fence)text\n\(written.trimmed)\n\(fence)") + "\n\n"
  }

  // MARK: Code

  /// Keeps fenced code.
  mutating func keepingFences(_ text: String) -> String {
    var lines: [String] = []
    var fence: (mark: String, indentation: String, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let inner = line.drop { $0 == " " || $0 == "\t" }
      if let open = fence {
        fence?.lines.append(line)
        guard inner.hasPrefix(open.mark), inner.trimmed.allSatisfy({ $0 == open.mark.first }) else { continue }
        lines.append(open.indentation + keep(Self.fenced(fence?.lines ?? [], open.indentation)))
        fence = nil
      } else if inner.hasPrefix("```") || inner.hasPrefix("~~~"), let sign = inner.first,
        !(sign == "`" && inner.drop(while: { $0 == sign }).contains("`"))
      {
        let indentation = String(line.prefix(line.count - inner.count))
        fence = (String(inner.prefix { $0 == sign }), indentation, [line])
      } else {
        lines.append(line)
      }
    }
    if let open = fence {
      lines.append(open.indentation + keep(Self.fenced(open.lines + [open.indentation + open.mark], open.indentation)))
    }
    return lines.joined(separator: "\n")
  }

  /// The lines of a fence, the first without its indentation, which stands before the mark; what is said in braces behind the language is left out.
  private static func fenced(_ lines: [String], _ indentation: String) -> String {
    guard let first = lines.first else { return "" }
    let head = first.dropFirst(indentation.count)
    let marks = head.prefix { $0 == head.first }
    let word = head.dropFirst(marks.count).trimmed.prefix { $0.isLetter || $0.isNumber || "+-#_".contains($0) }
    return ([marks + word] + lines.dropFirst().map { $0[...] }).joined(separator: "\n")
  }

  /// Keeps code within lines.
  mutating func keepingCode(_ text: String) -> String {
    guard text.contains("`") else { return text }
    return text.replacing(/(`{1,4})(?!`)[^\n]{1,2000}?[^`\n]\1(?!`)|`[^`\n]`/) { match in keep(String(match.0)) }
  }

  mutating func fence(_ code: String, language: String) -> String {
    let code = restored(code)
    let mark = String(repeating: "`", count: max(3, 1 + (code.matches(of: /`+/).map { $0.0.count }.max() ?? 0)))
    let trimmed = code.trimmingPrefix { $0 == "\n" }
    return "\n\n" + keep("\(mark)\(language)\n\(trimmed)\(trimmed.hasSuffix("\n") ? "" : "\n")\(mark)") + "\n\n"
  }

  // MARK: Headings

  /// Begins at level 2: a first heading that is the title goes, and where level 1 is left all sink by one; none skips a level.
  mutating func withHeadings(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasSuffix(" ") && !line.hasSuffix("  ") ? String(line.dropLast()) : String(line)
    }
    // Headings that a line of '=' or '-' below them makes.
    for number in lines.indices.dropFirst() where lines[number].count > 1 {
      let (mark, words) = (lines[number].trimmed, lines[number - 1])
      guard let sign = mark.first, sign == "=" || sign == "-", mark.allSatisfy({ $0 == sign }), let first = words.first,
        !"#>|`-=+ \t".contains(first), !words.hasPrefix("* "), number < 2 || lines[number - 2].trimmed.isEmpty
      else { continue }
      lines[number - 1] = (sign == "=" ? "# " : "## ") + words
      lines[number] = ""
    }
    let title = page.fields.text("title")
    if let first = lines.firstIndex(where: { !$0.trimmed.isEmpty }), lines[first].hasPrefix("# "),
      title == nil || lines[first].dropFirst(2).trimmed.lowercased() == title?.lowercased()
    {
      lines[first] = ""
    }
    let sinks = lines.contains { $0.hasPrefix("# ") }
    var previous = 1
    for (number, line) in lines.enumerated() {
      guard line.utf8.first == UInt8(ascii: "#"), let match = line.prefixMatch(of: /(#{1,6})(?:[ \t]+|(?=[^\s#\d]))/)
      else { continue }
      let words = line[match.range.upperBound...].trimmed.replacing(/\s#+$/, with: "")
      guard !words.trimmingCharacters(in: ["#", " "]).isEmpty else {
        lines[number] = ""
        continue
      }
      let level = min(6, previous + 1, max(2, match.1.count + (sinks ? 1 : 0)))
      previous = level
      lines[number] = "\(String(repeating: "#", count: level)) \(words)"
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// Without what stands between two marks, in linear time; a mark without an end is a text.
  func without(_ start: String, upTo end: String) -> String {
    guard contains(start) else { return self }
    var written = ""
    var rest = self[...]
    while let opening = rest.firstRange(of: start), let closing = rest[opening.upperBound...].firstRange(of: end) {
      written += rest[..<opening.lowerBound]
      rest = rest[closing.upperBound...]
    }
    return written + rest
  }
}
