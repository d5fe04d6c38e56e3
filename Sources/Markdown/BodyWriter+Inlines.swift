import Diagnostics
import Formats

extension BodyWriter {
  mutating func enterInline(_ node: MarkdownNode) {
    if imageDepth > 0, node.kind != .image { return }
    switch node.kind {
    case .text: addText(node)
    case .softBreak:
      citations.add(" ")
      if !extendProse(by: "\n") { html.append(markup: "\n") }
    case .lineBreak:
      citations.add(" ")
      html.append(markup: "<br>\n")
    case .code:
      citations.add(node.literal)
      html.append(markup: "<code>")
      node.withLiteral { html.append(escaping: $0) }
      html.append(markup: "</code>")
    case .emphasis: html.append(markup: "<em>")
    case .strong: html.append(markup: "<strong>")
    case .strikethrough: html.append(markup: "<del>")
    case .link: enterLink(node)
    case .image: enterImage(node)
    case .footnoteReference: addFootnoteReference(node)
    default: break
    }
  }

  mutating func leaveInline(_ node: MarkdownNode) {
    if imageDepth > 0, node.kind != .image { return }
    switch node.kind {
    case .emphasis: html.append(markup: "</em>")
    case .strong: html.append(markup: "</strong>")
    case .strikethrough: html.append(markup: "</del>")
    case .link:
      quietDepth -= 1
      isInLink = false
      html.append(markup: "</a>")
    case .image: imageDepth -= 1
    default: break
    }
  }

  private mutating func addText(_ node: MarkdownNode) {
    node.withLiteral { bytes in
      for piece in prosePieces(in: bytes) {
        switch piece {
        case .text(let range): addProse(UnsafeBufferPointer(rebasing: bytes[range]))
        case .wikilink(let range):
          addWikilink(String(decoding: bytes[range], as: UTF8.self), from: node)
        case .unclosed(let range):
          report(
            .unclosedWikilink, "a wikilink ends with ']]' on its line", at: place(of: "[[", from: node),
            help: "Close it, or put '\\' before '[[' if the signs themselves are meant")
          addProse(UnsafeBufferPointer(rebasing: bytes[range]))
        }
      }
    }
  }

  /// Adds text, and marks it as prose unless it stands in a heading, a link or the head of a table.
  private mutating func addProse(_ bytes: UnsafeBufferPointer<UInt8>) {
    citations.add(bytes)
    let start = html.count
    html.append(escaping: bytes)
    guard quietDepth == 0, html.count > start else { return }
    if let last = holes.last, case .prose(let length) = last.content, Int(last.offset) + Int(length) == start {
      holes[holes.count - 1] = Hole(offset: last.offset, content: .prose(length: Int32(html.count) - last.offset))
    } else {
      holes.append(Hole(offset: Int32(start), content: .prose(length: Int32(html.count - start))))
    }
  }

  /// Lets a run of prose go on over the end of a line, so that a name may be broken there.
  private mutating func extendProse(by text: StaticString) -> Bool {
    guard quietDepth == 0, let last = holes.last, case .prose(let length) = last.content,
      Int(last.offset) + Int(length) == html.count
    else { return false }
    html.append(markup: text)
    holes[holes.count - 1] = Hole(offset: last.offset, content: .prose(length: Int32(html.count) - last.offset))
    return true
  }

  private mutating func addWikilink(_ inner: String, from node: MarkdownNode) {
    guard let link = WikilinkText(inner) else {
      report(
        .unresolvedWikilink, "a wikilink names a document", at: place(of: "[[\(inner)]]", from: node),
        help: "Write the name of a document between the brackets")
      return
    }
    if isInLink {
      report(
        .unresolvedWikilink, "a wikilink cannot stand within another link",
        at: place(of: "[[\(inner)]]", from: node), help: "Keep one of the two links")
      return
    }
    addHole(.wikilink(Int32(wikilinks.count)))
    citations.cite(wikilink: wikilinks.count, shownAs: link.label ?? link.target)
    var written = place(of: "[[\(inner)]]", from: node)
    if Int(written.length) == 1 {
      // In a table cell a pipe is written with a backslash, which cmark has taken away.
      written = place(of: "[[" + inner.split(separator: "|", omittingEmptySubsequences: false)[0], from: node)
    }
    wikilinks.append(
      Wikilink(target: link.target, anchor: link.anchor, label: link.label, sentence: "", place: written))
  }

  private mutating func enterLink(_ node: MarkdownNode) {
    quietDepth += 1
    isInLink = true
    let written = node.url
    switch LinkDestination(written) {
    case .external(let address):
      html.append(markup: "<a href=\"")
      html.append(escaped: address)
    case .file(let path, let anchor):
      html.append(markup: "<a href=\"")
      addHole(.fileLink(Int32(links.count)))
      citations.cite(link: links.count)
      links.append(
        FileLink(path: path, anchor: anchor, sentence: "", place: place(of: written, from: node)))
    case .dangerous(let scheme):
      report(
        .dangerousLink, "links use https, http, mailto or tel, not '\(scheme)'",
        at: place(of: written, from: node), help: "Write an address that begins with https://")
      html.append(markup: "<a href=\"#")
    }
    if !node.title.isEmpty {
      html.append(markup: "\" title=\"")
      html.append(escaped: node.title)
    }
    html.append(markup: "\">")
  }

  private mutating func enterImage(_ node: MarkdownNode) {
    imageDepth += 1
    let alternative = node.plainText
    let written = node.url
    let place = place(of: written, from: node)
    guard !trimmed(alternative).isEmpty else {
      report(
        .missingAlternativeText, "an image has a text alternative", at: place,
        help: "Say between the brackets what the image shows")
      return
    }
    guard case .file(let path, _) = LinkDestination(written) else {
      report(
        .dangerousLink, "images are files of the hub, so that no reader is sent to another host", at: place,
        help: "Put the image beside the text and name its file")
      return
    }
    addHole(.image(Int32(images.count)))
    images.append(BodyImage(path: path, alternative: alternative, title: node.title, place: place))
  }

  private mutating func addFootnoteReference(_ node: MarkdownNode) {
    let number = Int(node.literal) ?? 0
    let use = footnotes.use(of: number)
    let identifier = use == 1 ? "fnref-\(number)" : "fnref-\(number)-\(use)"
    html.append(raw: "<sup><a class=\"footnote-ref\" href=\"#fn-\(number)\" id=\"\(identifier)\">\(number)</a></sup>")
  }
}
