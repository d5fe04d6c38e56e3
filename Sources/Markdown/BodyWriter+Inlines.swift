import Diagnostics
import Formats

extension BodyWriter {
  mutating func enterInline(_ node: MarkdownNode, _ kind: NodeKind) -> Bool {
    switch kind {
    case .text: node.withLiteral { addText($0, from: node) }
    case .softBreak:
      citations.add(" ")
      if !extendProse(by: "\n") { html.append(markup: "\n") }
    case .lineBreak:
      citations.add(" ")
      html.append(markup: "<br/>\n")
    case .code:
      html.append(markup: "<code>")
      node.withLiteral { text in
        citations.add(text)
        html.append(escaping: text)
      }
      html.append(markup: "</code>")
    case .htmlInline: refuseInlineHTML(node)
    case .emphasis: html.append(markup: "<em>")
    case .strong: html.append(markup: "<strong>")
    case .strikethrough: html.append(markup: "<del>")
    case .link: enterLink(node)
    case .image:
      addImage(node)
      return false
    case .footnoteReference: addFootnoteReference(node)
    default: break
    }
    return true
  }

  mutating func leaveInline(_ node: MarkdownNode, _ kind: NodeKind) {
    switch kind {
    case .emphasis: html.append(markup: "</em>")
    case .strong: html.append(markup: "</strong>")
    case .strikethrough: html.append(markup: "</del>")
    case .link: leaveLink(node)
    default: break
    }
  }

  private mutating func refuseInlineHTML(_ node: MarkdownNode) {
    guard !hasReportedEnough else { return }
    let start = places.start(of: node) ?? places.earliestStart(of: node)
    refuseHTML(start..<max(start, places.end(of: node) ?? start))
  }

  /// The words below a node without their marks; a wikilink counts as what it shows.
  func words(of node: MarkdownNode) -> String {
    var words: [UInt8] = []
    node.forEachDescendant { node in
      switch node.kind {
      case .text: node.withLiteral { Self.addWords(of: $0, to: &words) }
      case .code: node.withLiteral { words.append(contentsOf: $0) }
      case .softBreak, .lineBreak: words.append(UInt8(ascii: " "))
      default: break
      }
    }
    return String(decoding: words, as: UTF8.self)
  }

  private static func addWords(of text: UnsafeBufferPointer<UInt8>, to words: inout [UInt8]) {
    var done = 0
    while let link = WikilinkRange.first(in: text, from: done), let inner = link.inner {
      words.append(contentsOf: text[done..<link.start])
      let parts = WikilinkText(UnsafeBufferPointer(rebasing: text[inner]))
      words.append(contentsOf: (parts?.label ?? parts?.target ?? "").utf8)
      done = link.end
    }
    words.append(contentsOf: text[done...])
  }
}
