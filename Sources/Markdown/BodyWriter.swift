import Diagnostics
import Formats

/// Turns the nodes of a text into HTML with holes, and collects what the text says of itself on the way.
///
/// cmark's own renderer is not used, since links, first mentions and derived blocks are only known once the whole site is linked.
struct BodyWriter {
  let file: SourceFile
  /// Lines of the file before the body.
  let lineOffset: Int
  var html: HTMLBytes = []
  var holes: [Hole] = []
  var headings: [Heading] = []
  var links: [FileLink] = []
  var wikilinks: [Wikilink] = []
  var images: [BodyImage] = []
  var blocks: [DerivedBlock] = []
  var diagnostics: [Diagnostic] = []
  var anchors = HeadingAnchors()
  var citations = CitedSentences()
  var footnotes = FootnoteNumbers()
  /// Levels of elements in which text is no prose: headings, links, table heads.
  var quietDepth = 0
  var imageDepth = 0
  var tableAlignments: [UInt8] = []
  var cellIndex = 0
  var isInTableHead = false
  var cellIsHeader = false
  var isInLink = false

  init(file: SourceFile, lineOffset: Int, capacity: Int) {
    self.file = file
    self.lineOffset = lineOffset
    html.reserveCapacity(capacity)
  }

  consuming func finish() -> (body: MarkdownBody, diagnostics: [Diagnostic]) {
    closeFootnotes()
    let body = MarkdownBody(
      html: html, holes: holes, headings: headings,
      links: links.enumerated().map { index, link in
        FileLink(
          path: link.path, anchor: link.anchor, sentence: citations.sentence(ofLink: index), place: link.place)
      },
      wikilinks: wikilinks.enumerated().map { index, link in
        Wikilink(
          target: link.target, anchor: link.anchor, label: link.label,
          sentence: citations.sentence(ofWikilink: index), place: link.place)
      },
      images: images, blocks: blocks)
    return (body, diagnostics)
  }

  mutating func addHole(_ content: HoleContent) {
    holes.append(Hole(offset: Int32(html.count), content: content))
  }

  mutating func report(_ code: DiagnosticCode, _ message: String, at place: BodyPlace, help: String? = nil) {
    diagnostics.append(Diagnostic(code, message, at: place.range(in: file), help: help))
  }

  func place(of node: MarkdownNode, length: Int = 1) -> BodyPlace {
    BodyPlace(line: node.startLine + lineOffset, column: max(1, node.startColumn), length: length)
  }

  /// The place of a text on the node's line or one of the next few, or of the node where the text is not found as written.
  func place(of text: String, from node: MarkdownNode) -> BodyPlace {
    let wanted = Array(text.utf8)
    var column = max(1, node.startColumn)
    for line in (node.startLine + lineOffset)..<(node.startLine + lineOffset + 4) {
      guard let bytes = file.line(line).map({ Array($0.utf8) }) else { break }
      if !wanted.isEmpty, bytes.count >= wanted.count {
        var start = min(column - 1, bytes.count)
        while start + wanted.count <= bytes.count {
          if bytes[start..<start + wanted.count].elementsEqual(wanted) {
            return BodyPlace(line: line, column: start + 1, length: wanted.count)
          }
          start += 1
        }
      }
      column = 1
    }
    return place(of: node)
  }
}
