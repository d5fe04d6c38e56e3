import Diagnostics
import Formats

extension BodyWriter {
  mutating func enterLink(_ node: MarkdownNode) {
    quietDepth += 1
    let written = node.url
    let destination = LinkDestination(written)
    if case .file(let path, let anchor) = destination, !path.isEmpty || anchor?.isEmpty == false {
      enterFileLink(path, anchor, node, written)
      return
    }
    html.append(markup: "<a href=\"")
    switch destination {
    case .external(let address): html.append(escaped: address)
    case .file:
      report(
        .emptyLink, "a link leads somewhere", at: place(range(of: node)),
        help: "Write an address or the path of a file between '(' and ')'")
    case .dangerous(let scheme):
      report(
        .dangerousLink, "links use https, http, mailto or tel, not '\(scheme)'",
        at: destinationPlace(of: node, written),
        help: "Write an address that begins with https://")
    case .malformed(let flaw):
      report(.invalidAddress, flaw.rule, at: destinationPlace(of: node, written), help: flaw.help)
    }
    let title = node.title
    if !title.isEmpty {
      html.append(markup: "\" title=\"")
      html.append(escaped: title)
    }
    html.append(markup: "\">")
    linkStart = (citations.length, holes.count)
  }

  /// Its tags are holes, since it is shown as its words alone while it leads to what readers do not see.
  private mutating func enterFileLink(_ path: String, _ anchor: String?, _ node: MarkdownNode, _ written: String) {
    openFileLink = links.count
    citations.cite(link: links.count)
    let place = destinationPlace(of: node, written)
    add(.file(FileLink(path: path, anchor: anchor, title: node.title, sentence: LinkSentence(), place: place)))
    linkStart = (citations.length, holes.count)
  }

  mutating func leaveLink(_ node: MarkdownNode) {
    quietDepth -= 1
    if let linkStart, linkStart.holes == holes.count, citations.isBlank(from: linkStart.words) {
      report(
        .emptyLink, "a link has words", at: place(range(of: node)),
        help: "Write between the brackets where the link leads")
    }
    linkStart = nil
    guard let link = openFileLink else {
      html.append(markup: "</a>")
      return
    }
    openFileLink = nil
    addHole(.endOfLink(Int32(link)))
  }

  /// An image is a file of the hub with a text alternative; one that is not leaves a fault and nothing else.
  mutating func addImage(_ node: MarkdownNode) {
    let alternative = words(of: node)
    let written = node.url
    guard !alternative.isInvisible else {
      // The link around the image is not reported as well.
      linkStart?.holes = -1
      report(
        .missingAlternativeText, "an image has a text alternative", at: place(range(of: node)),
        help: "Say between the brackets what the image shows")
      return
    }
    guard case .file(let path, _) = LinkDestination(written) else {
      linkStart?.holes = -1
      report(
        .dangerousLink, "images are files of the hub, so that no reader is sent to another host",
        at: destinationPlace(of: node, written), help: "Put the image beside the text and name its file")
      return
    }
    let place = destinationPlace(of: node, written)
    add(.image(BodyImage(path: path, alternative: alternative, title: node.title, place: place)))
  }

  /// The place of the address of a link or image, or of the whole where the address stands elsewhere or is written with escapes.
  private mutating func destinationPlace(of node: MarkdownNode, _ address: String) -> BodyPlace {
    let whole = range(of: node)
    let bytes = places.lines.bytes
    var address = address
    let found = address.withUTF8 { address -> Range<Int>? in
      guard !address.isEmpty else { return nil }
      if bytes.holds(address, at: whole.lowerBound + 1), bytes[whole.lowerBound] == UInt8(ascii: "<") {
        return (whole.lowerBound + 1)..<(whole.lowerBound + 1 + address.count)
      }
      // From the end, since the words of a link may hold brackets of their own.
      for index in (whole.lowerBound..<max(whole.lowerBound, whole.upperBound - 1)).reversed() {
        guard bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: "(") else { continue }
        var start = index + 2
        while start < whole.upperBound, isBlank(bytes[start]) || bytes[start] == UInt8(ascii: "<") { start += 1 }
        if bytes.holds(address, at: start) { return start..<(start + address.count) }
      }
      return nil
    }
    return place(found ?? whole)
  }

  /// All of a link or image; of one that is broken over lines, what stands on the last of them.
  ///
  /// cmark gives such a one the line of its end and the column of its beginning.
  private mutating func range(of node: MarkdownNode) -> Range<Int> {
    guard let end = places.end(of: node) else { return automaticLink(node) }
    let bytes = places.lines.bytes
    if let start = places.start(of: node), start < end, "[!<".utf8.contains(bytes[start]) { return start..<end }
    let line = places.lines.position(of: end - 1).line
    let start = max(places.extent.lowerBound, places.lines.range(ofLine: line)?.lowerBound ?? 0)
    return min(start, end)..<end
  }

  /// An address that became a link by itself has no position, and is looked for.
  private mutating func automaticLink(_ node: MarkdownNode) -> Range<Int> {
    let start = places.earliestStart(of: node)
    return node.firstChild?.withLiteral { places.find($0, from: start) } ?? start..<start
  }
}

extension LinkDestination.Flaw {
  fileprivate var rule: String {
    switch self {
    case .noHost: "an address names a host after '//'"
    case .noPort: "a colon behind a host begins a port, a number of at most 65535"
    case .noMailbox: "an address of mail has a name, '@' and a host"
    case .noNumber: "a telephone number has digits, and no letters or spaces"
    }
  }

  fileprivate var help: String {
    switch self {
    case .noHost: "Write it as 'https://example.org/…'"
    case .noPort: "Correct the number, or take it out"
    case .noMailbox: "Write it as 'mailto:name@example.org'"
    case .noNumber: "Write it as 'tel:+41-22-730-51-11'"
    }
  }
}
