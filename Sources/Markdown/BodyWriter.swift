import Diagnostics
import Formats

/// Turns the nodes of a text into HTML with holes, and collects what the text says of itself on the way.
///
/// cmark's own renderer is not used, since links, first mentions and derived blocks are only known once the whole site is linked.
struct BodyWriter {
  let file: SourceFile
  /// Lines of the file before the body.
  let lineOffset: Int
  var places: InlinePlaces
  var html: HTMLBytes = []
  var holes: [Hole] = []
  var headings: [Heading] = []
  var links: [BodyLink] = []
  var blocks: [DerivedBlock] = []
  var diagnostics: [Diagnostic] = []
  var anchors: HeadingAnchors
  var citations = CitedSentences()
  var footnotes = Footnotes()
  var table = TableState()
  /// The names of the tags that were reported, so that those which close them are not.
  var refusedTags: Set<String> = []
  /// Levels of elements in which text is no prose: headings, links, table heads.
  var quietDepth = 0
  /// The number of the link to a file that is being written.
  var openFileLink: Int?
  /// How many words and holes there were when the link began that is being written; nil outside links, which cannot nest.
  var linkStart: (words: Int, holes: Int)?

  init(_ bytes: UnsafeBufferPointer<UInt8>, of file: SourceFile, lineOffset: Int, reservedIDs: Set<String>) {
    self.file = file
    anchors = HeadingAnchors(reserved: reservedIDs)
    self.lineOffset = lineOffset
    places = InlinePlaces(bytes)
    html.reserveCapacity(bytes.count * 3 / 2 + 64)
  }

  /// Writes all below a node, in reading order and without recursion, so that deep nesting cannot exhaust the stack.
  mutating func write(_ root: MarkdownNode) {
    var next = root.firstChild
    while let node = next {
      let kind = node.kind
      if enter(node, kind), let child = node.firstChild {
        next = child
        continue
      }
      leave(node, kind)
      next = following(node, below: root)
    }
    closeFootnotes(of: root)
  }

  /// The node after one, its children aside; the elements that end between the two are closed.
  private mutating func following(_ node: MarkdownNode, below root: MarkdownNode) -> MarkdownNode? {
    var node = node
    while true {
      if let next = node.next { return next }
      guard let parent = node.parent, parent != root else { return nil }
      leave(parent, parent.kind)
      node = parent
    }
  }

  consuming func finish() -> (body: MarkdownBody, diagnostics: [Diagnostic]) {
    let body = MarkdownBody(
      // A true copy takes no more memory than it needs, which counts with thousands of pages; one of a slice would share its room.
      html: html.withUnsafeBufferPointer { HTMLBytes($0) }, holes: holes, headings: headings,
      links: links.indices.map(finishedLink), blocks: blocks)
    return (body, diagnostics)
  }

  /// The link with what is known only when the whole text is: its sentence, and the headings.
  private func finishedLink(_ number: Int) -> BodyLink {
    switch links[number] {
    case .file(var link):
      link.sentence = citations.sentence(ofLink: number)
      return .file(link)
    case .wikilink(var link):
      link.sentence = citations.sentence(ofLink: number)
      link.label = link.label ?? heading(namedBy: link)
      return .wikilink(link)
    case .image(let image): return .image(image)
    }
  }

  /// The words of the heading that a wikilink within the page leads to, for which the page's own name would say nothing.
  private func heading(namedBy link: Wikilink) -> String? {
    guard link.target.isEmpty else { return nil }
    let id = link.anchor.flatMap(headings.id)
    return headings.first { heading in id.map { heading.anchor == $0 || heading.oldAnchors.contains($0) } ?? false }?
      .text
  }

  /// Adds a link at this place.
  mutating func add(_ link: BodyLink) {
    addHole(.link(Int32(links.count)))
    links.append(link)
  }

  mutating func addHole(_ content: HoleContent) {
    holes.append(Hole(offset: Int32(html.count), content: content))
  }

  /// More faults in one text are no more help, and a hostile file could hold a million.
  private static let mostDiagnostics = 200

  var hasReportedEnough: Bool { diagnostics.count >= Self.mostDiagnostics }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at place: BodyPlace, help: String? = nil, edits: [Edit] = []
  ) {
    guard !hasReportedEnough else { return }
    diagnostics.append(Diagnostic(code, message, at: place.range(in: file), help: help, edits: edits))
  }

  /// The place of a stretch of the body, as far as it stands on its first line.
  mutating func place(_ range: Range<Int>) -> BodyPlace {
    let (line, column) = places.lines.position(of: range.lowerBound)
    let end = places.lines.range(ofLine: line)?.upperBound ?? range.upperBound
    return BodyPlace(
      line: line + lineOffset, column: column, length: max(1, min(range.upperBound, end) - range.lowerBound))
  }

  /// The place where a block begins.
  func place(of node: MarkdownNode, length: Int = 1) -> BodyPlace {
    BodyPlace(line: node.startLine + lineOffset, column: max(1, node.startColumn), length: length)
  }
}
