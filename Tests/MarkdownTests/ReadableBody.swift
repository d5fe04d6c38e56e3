import Diagnostics
import Markdown

/// What comes of a text, for people to read: its HTML with marks for holes, then its headings, links and faults with their places.
///
/// A hole is shown as what it is for: `⟦#⟧` is where an id begins, `⟦link 1⟧` the first link to a file, `⟦word note⟧` a word of the
/// interface; `‹…›` stands around prose, in which first mentions become links. A place is `line:first-last` in columns of
/// characters, and `line:column` where it is before a character.
struct ReadableBody {
  let html: String
  /// A line for each heading, link, wikilink, image, block and fault.
  let facts: [String]

  /// `before` is what stands before the text in its file; lines are counted behind it.
  init(of text: String, behind before: String = "") {
    let file = SourceFile(path: "a.md", text: before + text)
    let lines = before.utf8.count { $0 == UInt8(ascii: "\n") }
    let (body, diagnostics) = readMarkdown(Substring(text), in: file, firstLine: lines + 1)
    let facts = Facts(file: file, lineOffset: lines)
    html = Self.html(of: body)
    self.facts = facts.of(body) + diagnostics.flatMap(facts.of)
  }

  /// As an example of a specification shows it.
  var shown: String {
    let text = html + (facts.isEmpty ? "" : ".\n" + facts.map { $0 + "\n" }.joined())
    return Specification.Example.showingSigns(text)
  }

  private static func html(of body: MarkdownBody) -> String {
    var html: [UInt8] = []
    var done = 0
    func copy(upTo end: Int) {
      html += body.html[done..<end]
      done = end
    }
    for hole in body.holes {
      copy(upTo: Int(hole.offset))
      guard case .prose(let length) = hole.content else {
        html += Array(shown(hole.content, in: body).utf8)
        continue
      }
      html += Array("‹".utf8)
      copy(upTo: Int(hole.offset + length))
      html += Array("›".utf8)
    }
    copy(upTo: body.html.count)
    let text = String(decoding: html, as: UTF8.self)
    return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
  }

  /// The tags of a link are shown with their address alone as a hole.
  private static func shown(_ hole: HoleContent, in body: MarkdownBody) -> String {
    switch hole {
    case .link(let number):
      let name = "⟦\(body.links[...Int(number)].numbered.last ?? "")⟧"
      guard case .file(let link) = body.links[Int(number)] else { return name }
      return "<a href=\"\(name)\"" + (link.title.isEmpty ? "" : " title=\"\(link.title)\"") + ">"
    case .endOfLink: return "</a>"
    case .anchor: return "⟦#⟧"
    case .block(let index): return "⟦block \(index + 1)⟧"
    case .prose: return "⟦prose⟧"
    case .word(let word): return "⟦word \(word.rawValue)⟧"
    }
  }
}

private struct Facts {
  let file: SourceFile
  let lineOffset: Int

  func of(_ body: MarkdownBody) -> [String] {
    let headings = body.headings.map { "heading \($0.level) #\($0.anchor): \($0.text)" }
    let links = zip(body.links.numbered, body.links).map { "\($0) at \(place($1.place)): \(words(of: $1))" }
    let blocks = body.blocks.enumerated().flatMap { index, block in
      ["block \(index + 1) at \(place(block.place)): \(block.name), from line \(block.parametersLine - lineOffset)"]
        + block.parameters.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "  \($0)" }
    }
    return headings + links + blocks
  }

  private func words(of link: BodyLink) -> String {
    switch link {
    case .file(let link): parts(link.path, ("heading", link.anchor), ("in", link.sentence.text { "(name \($0 + 1))" }))
    case .wikilink(let link):
      parts(
        link.target, ("heading", link.anchor), ("shown as", link.label),
        ("in", link.sentence.text { "(name \($0 + 1))" }))
    case .image(let image):
      parts(image.path, ("showing", image.alternative), ("titled", image.title.isEmpty ? nil : image.title))
    }
  }

  func of(_ diagnostic: Diagnostic) -> [String] {
    let headline = "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)] at \(place(diagnostic.range))"
    return ["\(headline): \(diagnostic.message)"] + (diagnostic.help.map { ["  help: \($0)"] } ?? [])
  }

  private func parts(_ name: String, _ parts: (String, String?)...) -> String {
    ([name] + parts.compactMap { word, text in text.map { "\(word) \"\($0)\"" } }).joined(separator: ", ")
  }

  private func place(_ place: BodyPlace) -> String { self.place(place.range(in: file)) }

  private func place(_ range: SourceRange) -> String {
    let start = "\(range.start.line - lineOffset):\(range.start.column)"
    guard range.end.line == range.start.line else {
      return "\(start)-\(range.end.line - lineOffset):\(range.end.column)"
    }
    return range.end.column > range.start.column ? "\(start)-\(range.end.column - 1)" : start
  }
}

extension Sequence where Element == BodyLink {
  /// What each is called: links to files, wikilinks and images are counted apart.
  fileprivate var numbered: [String] {
    var counts: [String: Int] = [:]
    return map { link in
      let noun =
        switch link {
        case .file: "link"
        case .wikilink: "wikilink"
        case .image: "image"
        }
      counts[noun, default: 0] += 1
      return "\(noun) \(counts[noun, default: 0])"
    }
  }
}
