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
    case .fileLink(let index):
      let title = body.links[Int(index)].title
      return "<a href=\"⟦link \(index + 1)⟧\"" + (title.isEmpty ? "" : " title=\"\(title)\"") + ">"
    case .endOfFileLink: return "</a>"
    default: return "⟦\(name(of: hole))⟧"
    }
  }

  private static func name(of hole: HoleContent) -> String {
    switch hole {
    case .fileLink(let index), .endOfFileLink(let index): "link \(index + 1)"
    case .anchor: "#"
    case .wikilink(let index): "wikilink \(index + 1)"
    case .image(let index): "image \(index + 1)"
    case .block(let index): "block \(index + 1)"
    case .prose: "prose"
    case .word(let word): "word \(word.rawValue)"
    }
  }
}

private struct Facts {
  let file: SourceFile
  let lineOffset: Int

  func of(_ body: MarkdownBody) -> [String] {
    let headings = body.headings.map { "heading \($0.level) #\($0.anchor): \($0.text)" }
    let links = body.links.enumerated().map { index, link in
      "link \(index + 1) at \(place(link.place)): "
        + parts(link.path, ("heading", link.anchor), ("in", link.sentence))
    }
    let wikilinks = body.wikilinks.enumerated().map { index, link in
      "wikilink \(index + 1) at \(place(link.place)): "
        + parts(link.target, ("heading", link.anchor), ("shown as", link.label), ("in", link.sentence))
    }
    let images = body.images.enumerated().map { index, image in
      "image \(index + 1) at \(place(image.place)): "
        + parts(image.path, ("showing", image.alternative), ("titled", image.title.isEmpty ? nil : image.title))
    }
    let blocks = body.blocks.enumerated().flatMap { index, block in
      ["block \(index + 1) at \(place(block.place)): \(block.name), from line \(block.parametersLine - lineOffset)"]
        + block.parameters.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "  \($0)" }
    }
    return headings + links + wikilinks + images + blocks
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
