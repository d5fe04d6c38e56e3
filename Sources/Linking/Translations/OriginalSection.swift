import CivilTime
import Content
import Formats
import Markdown

/// A piece of an original that a translation renders: a field's text, or a heading with the blocks that follow it.
///
/// Its digests are of what it says: white space, marks of emphasis, addresses and ids are no part of them, and a link that shows its
/// page's name counts as that page, however it is written.
package struct OriginalSection: Sendable, Equatable {
  /// `:title` for a field, `#aims` for a section by its id, `#` for what stands before the first heading.
  package let name: String
  package let heading: String
  let headingDigest: String
  let blocks: [Block]
  /// Where it begins in the HTML of the text; 0 for a field.
  package let offset: Int

  struct Block: Sendable, Equatable {
    let digest: String
    let wordCount: Int
  }

  static let footnotes = "^"

  package var isField: Bool { name.hasPrefix(":") }
  /// The id of its heading; nil where it has none.
  package var anchor: String? { name.hasPrefix("#") && name.count > 1 ? String(name.dropFirst()) : nil }
  package var wordCount: Int { headingWordCount + blocks.reduce(0) { $0 + $1.wordCount } }
  var headingWordCount: Int { words(of: heading) }

  /// What is kept of it, as it is on a day.
  package func piece(on day: CivilDate, isTranslated: Bool = true) -> Renderings.Piece {
    Renderings.Piece(
      name: name, day: day, heading: isTranslated ? headingDigest : nil,
      blocks: isTranslated ? blocks.map(\.digest) : [])
  }
}

extension ContentGraph {
  /// The pieces of a document's fields and text in the order in which they stand there.
  package func sections(of page: Page) -> [OriginalSection] {
    OriginalSection.fields(page.document.writtenFields.texts) + textSections(of: page)
  }

  /// The pieces of a document's text alone.
  package func textSections(of page: Page) -> [OriginalSection] {
    var reader = SectionReader(page, in: self)
    return reader.read()
  }
}

extension OriginalSection {
  package static func fields(_ texts: [FieldText]) -> [OriginalSection] {
    texts.map { field in
      let text = collapsed(field.text)
      return OriginalSection(
        name: ":\(field.path)", heading: "", headingDigest: digest(of: ""),
        blocks: [Block(digest: digest(of: text), wordCount: words(of: text))], offset: 0)
    }
  }

  static func digest(of text: String) -> String {
    String(fnv1a(text.utf8).hexadecimal(digits: 16).prefix(12))
  }
}

private func collapsed(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

private func words(of text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }

/// Reads the sections of a text out of its HTML, the only form in which it is kept.
private struct SectionReader {
  private let page: Page
  private let graph: ContentGraph
  private let html: HTMLBytes
  private var sections: [OriginalSection] = []
  private var text: [UInt8] = []
  private var blocks: [OriginalSection.Block] = []
  private var heading = ""
  private var name = "#"
  private var start = 0
  private var headingCount = 0
  private var isHeading = false
  /// Of a mark of a footnote or a link back from one, which say nothing themselves.
  private var isSilent = false
  private var linkStart = 0

  init(_ page: Page, in graph: ContentGraph) {
    self.page = page
    self.graph = graph
    html = page.document.body.html
  }

  mutating func read() -> [OriginalSection] {
    guard !page.document.body.isEmpty else { return [] }
    var holes = page.document.body.holes[...]
    var index = 0
    while index <= html.count {
      while let hole = holes.first, Int(hole.offset) <= index {
        holes.removeFirst()
        fill(hole.content)
      }
      guard index < html.count else { break }
      guard html[index] == UInt8(ascii: "<") else {
        if !isSilent { text.append(html[index]) }
        index += 1
        continue
      }
      let end = html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
      // Ids and addresses within a tag are holes or bytes that say nothing.
      while let hole = holes.first, Int(hole.offset) <= end, Int(hole.offset) > index { holes.removeFirst() }
      readTag(String(decoding: html[(index + 1)..<end], as: UTF8.self), at: index)
      index = end + 1
    }
    closeSection()
    return sections
  }

  private mutating func readTag(_ tag: String, at offset: Int) {
    let name = tag.prefix { $0 != " " && $0 != "/" || tag.hasPrefix("/") && $0 != " " }
    if tag.contains("class=\"footnote-ref\"") || tag.contains("class=\"footnote-back\"") {
      isSilent = true
      return
    }
    switch name {
    case "h2", "h3", "h4", "h5", "h6", "h1":
      closeSection()
      start = offset
      isHeading = true
    case "/h2", "/h3", "/h4", "/h5", "/h6", "/h1":
      heading = takeText()
      isHeading = false
      let headings = page.document.body.headings
      self.name = "#" + (headingCount < headings.count ? headings[headingCount].anchor : "")
      headingCount += 1
    case "/a": isSilent = false
    case "a", "em", "/em", "strong", "/strong", "code", "/code", "del", "/del", "span", "/span", "sup", "/sup", "input":
      break
    case "div" where tag.contains("class=\"footnotes\""):
      closeSection()
      (start, self.name) = (offset, OriginalSection.footnotes)
    case "br": text.append(UInt8(ascii: " "))
    default: closeBlock()
    }
  }

  private mutating func fill(_ content: HoleContent) {
    switch content {
    case .link(let number): addLink(page.links[Int(number)])
    case .endOfLink(let number):
      guard case .file(_, .page(let target, _)) = page.links[Int(number)] else { return }
      let words = String(decoding: text[min(linkStart, text.count)...], as: UTF8.self)
      if let name = reference(to: target, calledAs: words) {
        text.removeLast(text.count - min(linkStart, text.count))
        text.append(contentsOf: name.utf8)
      }
    case .block(let number):
      closeBlock()
      let blocks = page.document.body.blocks
      guard Int(number) < blocks.count else { return }
      text.append(contentsOf: "{\(blocks[Int(number)].name)} \(blocks[Int(number)].parameters)".utf8)
      closeBlock()
    case .anchor, .prose, .word: break
    }
  }

  private mutating func addLink(_ link: ResolvedLink) {
    switch link {
    case .file: linkStart = text.count
    case .wikilink(let link, let target, _):
      let name = link.label.map { reference(to: target, calledAs: $0) ?? $0 } ?? reference(to: target)
      text.append(contentsOf: name.utf8)
    case .image(let image, _): text.append(contentsOf: " \(image.alternative) ".utf8)
    case .broken(.wikilink(let link)): text.append(contentsOf: (link.label ?? link.target).utf8)
    case .broken: linkStart = text.count
    }
  }

  /// What stands for a link that shows the name of its page.
  private func reference(to target: Int) -> String { "[[\(graph.pages[target].document.id)]]" }

  private func reference(to target: Int, calledAs words: String) -> String? {
    let document = graph.pages[target].document
    let names = [document.title, document.common.short, document.abbreviation, document.id.name].compactMap(\.self)
    return names.contains { folded($0) == folded(words) } ? reference(to: target) : nil
  }

  private mutating func takeText() -> String {
    defer { text.removeAll(keepingCapacity: true) }
    return collapsed(String(decoding: text, as: UTF8.self))
  }

  private mutating func closeBlock() {
    guard !isHeading else { return }
    let text = takeText()
    guard !text.isEmpty else { return }
    blocks.append(OriginalSection.Block(digest: OriginalSection.digest(of: text), wordCount: words(of: text)))
  }

  private mutating func closeSection() {
    closeBlock()
    if !heading.isEmpty || !blocks.isEmpty {
      sections.append(
        OriginalSection(
          name: name, heading: heading, headingDigest: OriginalSection.digest(of: heading), blocks: blocks,
          offset: start))
    }
    (heading, blocks, name) = ("", [], "#")
  }
}
