import Formats

/// HTML within Markdown: what Markdown says is written in it, what only looks is left out, and the rest goes to pandoc or to people.
extension BodyConversion {
  /// Tags that go with what stands in them.
  private static let dropped = ["script", "style", "noscript", "svg", "template", "head"]
  /// Tags whose layout only pandoc turns into Markdown.
  private static let complex = ["table", "pre", "blockquote", "dl", "ul", "ol"]
  /// Tags that ask a reader for something, or draw.
  private static let forms = ["form", "canvas", "object", "map"]

  mutating func withoutTags(_ text: String) -> String {
    guard text.contains("<") else { return text }
    var text = text
    for name in Self.dropped {
      text = replacing(text, element: name) { conversion, _ in
        conversion.notes.append("<\(name)> was taken out.")
        return ""
      }
    }
    for name in Self.forms { text = replacing(text, element: name) { $0.leave($1, isBlock: true) } }
    for name in Self.complex { text = replacing(text, element: name) { $0.converted(block: $1, name) } }
    return withoutSimpleTags(text)
  }

  /// A whole page, without what stands around its text.
  mutating func fromHTML(_ text: String) -> String {
    guard let markdown else {
      needsPandoc = true
      return text
    }
    return markdown(text).map(normalized) ?? text
  }

  /// Hands each outermost element of a name to `convert`, in linear time.
  private mutating func replacing(
    _ text: String, element name: String, _ convert: (inout BodyConversion, String) -> String
  ) -> String {
    guard
      let pattern = try? Regex("<(/?)\(name)(?=[\\s>/])[^<>]{0,2000}>", as: (Substring, Substring).self).ignoresCase(),
      text.contains(pattern)
    else { return text }
    var written = ""
    var (position, start, depth) = (text.startIndex, text.startIndex, 0)
    for match in text.matches(of: pattern) {
      if match.1.isEmpty {
        if match.0.hasSuffix("/>") { continue }
        if depth == 0 {
          written += text[position..<match.range.lowerBound]
          start = match.range.lowerBound
          position = start
        }
        depth += 1
      } else if depth > 0 {
        depth -= 1
        guard depth == 0 else { continue }
        written += convert(&self, String(text[start..<match.range.upperBound]))
        position = match.range.upperBound
      }
    }
    return written + text[position...]
  }

  private mutating func converted(block: String, _ name: String) -> String {
    guard let markdown else {
      if name != "table" && name != "dl" { return block }
      needsPandoc = true
      return leave(block, isBlock: true)
    }
    let inner = restored(block)
    guard let result = markdown(inner) else { return leave(block, isBlock: true) }
    let text = keepingCode(keepingFences(normalized(result)))
    return "\n\n" + text.trimmed + "\n\n"
  }

  private mutating func withoutSimpleTags(_ text: String) -> String {
    var links: [String?] = []
    var written = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !written.isEmpty || line.startIndex != text.startIndex { written += "\n" }
      let isCell = line.drop { $0 == " " || $0 == ">" }.hasPrefix("|")
      var text = line.contains("<") || !links.isEmpty ? tagless(String(line), isCell, &links) : String(line)
      if text.hasSuffix("\\\n") { text.removeLast() }
      written += text
    }
    // A break before an empty line, or at the end of a line, is one already.
    written = written.replacing(/\\\n(?=[ \t]*(?:\n|$))/, with: "\n")
    return written.replacing(/(?m)^[ \t]{2,}(?=(?:!?\[|\*\*|#{1,6} )[^\n]*$)/) { $0.0.count >= 4 ? "  " : String($0.0) }
  }

  private mutating func tagless(_ line: String, _ isCell: Bool, _ links: inout [String?]) -> String {
    var open = links
    defer { links = open }
    return line.replacing(/<(\/?)([A-Za-z][A-Za-z0-9.-]*)((?:\s[^<>]*)?)>|<(?!https?:|mailto:)/) { match in
      guard let name = match.2?.lowercased() else { return "\\<" }
      let isEnd = match.1 == "/"
      let words = TagWords(match.3 ?? "")
      switch name {
      case "a":
        if isEnd { return (open.popLast() ?? nil).map { "](\($0))" } ?? "" }
        let address = words["href"].map {
          $0.replacing(" ", with: "%20").replacing("(", with: "%28").replacing(")", with: "%29")
        }
        open.append(address)
        return address == nil ? "" : "["
      default:
        if let text = simple(name, words, isEnd: isEnd, isCell: isCell) { return text }
        // A component of MDX, of which only what stands in it is a text.
        guard site.generator == .docusaurus, match.2?.first?.isUppercase == true else { return "\\\(match.0)" }
        return match.0.hasSuffix("/>") ? leave(String(match.0)) : ""
      }
    }
  }

  /// What stands for a tag without what it holds; nil for a tag of no name that HTML knows.
  private mutating func simple(_ name: String, _ words: TagWords, isEnd: Bool, isCell: Bool) -> String? {
    let block = isCell ? " " : "\n\n"
    switch name {
    case "b", "strong": return "**"
    case "i", "em", "cite", "var": return "*"
    case "del", "s", "strike": return "~~"
    case "code", "kbd", "samp", "tt": return "`"
    case "br": return isCell ? " " : "\\\n"
    case "hr": return block + "---" + block
    case "img": return isEnd ? "" : picture(words)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      return isEnd ? block : "\n\n" + String(repeating: "#", count: Int(name.suffix(1)) ?? 2) + " "
    case "summary": return isEnd ? "**\n\n" : "\n\n**"
    case "li": return isEnd ? "" : "\n- "
    case "dt": return isEnd ? "**" : "\n\n**"
    case "iframe", "video", "audio", "embed", "source": return isEnd ? "" : embedded(name, words)
    case "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "figure", "figcaption", "center",
      "details", "ul", "ol", "blockquote", "dd", "dl", "address", "tabs", "tabitem", "fieldset":
      return block
    case "span", "font", "small", "big", "u", "ins", "mark", "abbr", "acronym", "time", "label", "sup", "sub", "dfn",
      "q",
      "picture", "wbr", "nobr", "button", "input", "select", "option", "textarea", "link", "meta", "body", "html",
      "tbody",
      "thead", "tr", "td", "th", "table", "pre", "caption", "col", "colgroup", "form", "noscript", "svg", "path",
      "style",
      "script", "track", "object", "param", "title", "bdi", "bdo", "ruby", "rt", "rp", "head", "legend", "progress",
      "map",
      "area", "canvas", "g", "use", "template", "slot":
      return ""
    default: return nil
    }
  }

  private func picture(_ words: TagWords) -> String {
    guard let source = words["src"] ?? words["data-src"], !source.isEmpty else { return "" }
    let alternative = (words["alt"] ?? words["title"] ?? "").replacing(/[\[\]\n]/, with: " ")
    return "![\(alternative)](\(source.replacing(" ", with: "%20")))"
  }

  private func embedded(_ name: String, _ words: TagWords) -> String {
    guard let source = words["src"], !source.isEmpty else { return "" }
    if let match = source.firstMatch(of: /youtube(?:-nocookie)?\.com\/embed\/([A-Za-z0-9_-]{5,20})/) {
      return "\n\n[\(words["title"] ?? "Video")](https://www.youtube.com/watch?v=\(match.1))\n\n"
    }
    let address = source.hasPrefix("//") ? "https:" + source : source
    let kind = name == "audio" ? "Recording" : name == "iframe" || name == "embed" ? "Embedded page" : "Video"
    return "\n\n[\(words["title"] ?? kind)](\(address.replacing(" ", with: "%20")))\n\n"
  }
}

/// The attributes of a tag, by their names in lower case.
struct TagWords {
  private var values: [String: String] = [:]

  init(_ text: some StringProtocol) {
    for match in String(text).matches(of: /([A-Za-z-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/) {
      let value = String(match.2 ?? match.3 ?? match.4 ?? "").withoutCharacterReferences
      if values[match.1.lowercased()] == nil { values[match.1.lowercased()] = value }
    }
  }

  subscript(_ name: String) -> String? { values[name] }
}
