import Content
import Formats
import Linking
import Markdown
import Sites

/// A page's text with its holes filled: links relative to this page, derived blocks, and the first mention of each term linked.
package func bodyHTML(of page: some SomePage, on site: Site, from place: Place, citing citations: inout Citations)
  -> HTMLBytes
{
  let page = page.page
  let body = page.document.body
  guard !body.isEmpty else { return [] }
  var html: HTMLBytes = []
  html.reserveCapacity(body.html.count * 5 / 4)
  // Taken once, since a copy for each run of prose would be counted by all threads at once.
  let matcher = site.language.mentions
  var mentioned: Set<Int> = [page.index]
  var done = 0
  var marks = outdatedMarks(of: page, on: site, from: place)[...]
  for hole in body.holes {
    while let mark = marks.first, mark.offset <= Int(hole.offset) {
      html.append(contentsOf: body.html[done..<mark.offset])
      html.append(contentsOf: mark.html)
      done = mark.offset
      marks.removeFirst()
    }
    html.append(contentsOf: body.html[done..<Int(hole.offset)])
    done = Int(hole.offset)
    switch hole.content {
    case .prose(let length):
      let end = done + Int(length)
      addProse(
        body.html[done..<end], matcher, mentioned: &mentioned, to: &html, on: site, from: place, citing: &citations)
      done = end
    case .link(let number):
      addLink(
        page.links[Int(number)], mentioned: &mentioned, to: &html, on: site, from: place, citing: &citations)
    case .endOfLink(let number): if case .file = page.links[Int(number)] { html.append(markup: "</a>") }
    case .anchor: html.append(escaped: place.anchorPrefix)
    case .block(let index):
      if Int(index) < page.document.blocks.count {
        site.blocks.add(page.document.blocks[Int(index)], to: &html, on: site, from: place, citing: &citations)
      }
    case .word(let word): html.append(escaped: site.words[Word(word)])
    }
  }
  for mark in marks {
    html.append(contentsOf: body.html[done..<mark.offset])
    html.append(contentsOf: mark.html)
    done = mark.offset
  }
  html.append(contentsOf: body.html[done...])
  return html
}

private func addProse(
  _ text: ArraySlice<UInt8>, _ matcher: MentionMatcher?, mentioned: inout Set<Int>, to html: inout HTMLBytes,
  on site: Site, from place: Place, citing citations: inout Citations
) {
  guard let matcher else {
    html.append(contentsOf: text)
    return
  }
  text.withUnsafeBufferPointer { bytes in
    var done = 0
    matcher.forEachMention(in: bytes) { index, range in
      guard mentioned.insert(index).inserted else { return }
      html.append(contentsOf: bytes[done..<range.lowerBound])
      let page = site.graph.pages[index]
      if let term = PageOf<Term>(page) { citations.add(term) }
      addMention(of: page, html: bytes[range], to: &html, on: site, from: place)
      done = range.upperBound
    }
    html.append(contentsOf: bytes[done...])
  }
}

/// A link whose title explains the term, so that it explains itself where the link is not followed.
private func addMention(
  of page: Page, html text: Slice<UnsafeBufferPointer<UInt8>>, to html: inout HTMLBytes, on site: Site,
  from place: Place
) {
  html.append(markup: "<a class=\"term\" href=\"")
  html.append(escaped: site.link(to: page, from: place))
  html.append(markup: "\" title=\"")
  if let term = PageOf<Term>(page) {
    html.append(escaped: page.document.title)
    html.append(escaped: site.words[.colon])
    html.append(escaped: site.marked(term.fields.meaning, page.document.common.confidence))
  } else {
    html.append(escaped: page.document.title)
  }
  html.append(markup: "\">")
  html.append(contentsOf: text)
  html.append(markup: "</a>")
}

/// A book explains the words of the process that its texts lead to, besides those that they mention.
private func noteTerm(_ page: Page, from place: Place, citing citations: inout Citations) {
  if place.book != nil, let term = PageOf<Term>(page) { citations.add(term) }
}

private func addLink(
  _ link: ResolvedLink, mentioned: inout Set<Int>, to html: inout HTMLBytes, on site: Site, from place: Place,
  citing citations: inout Citations
) {
  switch link {
  case .file(let link, let target):
    beginLink(link, leadingTo: target, to: &html, on: site, from: place, citing: &citations)
  case .wikilink(let link, let page, let anchor):
    addWikilink(
      link, leadingTo: page, anchor, mentioned: &mentioned, to: &html, on: site, from: place, citing: &citations)
  case .image(let image, let file): addImage(image, at: file, to: &html, on: site, from: place)
  // What leads to what readers do not see today is its words alone.
  case .broken(.wikilink(let link)): html.append(escaped: link.label ?? site.graph.absentTitle(ofNamed: link.target))
  case .broken(.file), .broken(.image): break
  }
}

private func addWikilink(
  _ link: Wikilink, leadingTo index: Int, _ anchor: String?, mentioned: inout Set<Int>, to html: inout HTMLBytes,
  on site: Site, from place: Place, citing citations: inout Citations
) {
  let page = site.graph.pages[index]
  mentioned.insert(index)
  noteTerm(page, from: place, citing: &citations)
  html.append(markup: "<a href=\"")
  html.append(escaped: address(of: .page(index, anchor: anchor), on: site, from: place, citing: &citations))
  if page.document.language != site.language.code {
    html.append(markup: "\" hreflang=\"")
    html.append(escaped: page.document.language)
    if link.label == nil {
      html.append(markup: "\" lang=\"")
      html.append(escaped: page.document.language)
    }
  }
  html.append(markup: "\">")
  html.append(escaped: link.label ?? page.shortTitle)
  html.append(markup: "</a>")
}

private func beginLink(
  _ link: FileLink, leadingTo target: LinkTarget, to html: inout HTMLBytes, on site: Site, from place: Place,
  citing citations: inout Citations
) {
  html.append(markup: "<a href=\"")
  html.append(escaped: address(of: target, on: site, from: place, citing: &citations))
  if !link.title.isEmpty {
    html.append(markup: "\" title=\"")
    html.append(escaped: link.title)
  }
  html.append(markup: "\">")
}

private func address(of target: LinkTarget, on site: Site, from place: Place, citing citations: inout Citations)
  -> String
{
  switch target {
  case .page(let index, let anchor):
    noteTerm(site.graph.pages[index], from: place, citing: &citations)
    return site.link(to: site.graph.pages[index], anchor: anchor, from: place)
  case .index(let index): return site.link(to: index, from: place)
  case .asset(let asset): return site.link(to: asset, from: place)
  }
}

private func addImage(
  _ image: BodyImage, at file: OutputPath, to html: inout HTMLBytes, on site: Site, from place: Place
) {
  html.append(markup: "<img src=\"")
  html.append(escaped: place.book?.form == .files ? BookLinks.picture(file) : site.link(to: file, from: place))
  html.append(markup: "\" alt=\"")
  html.append(escaped: image.alternative)
  if !image.title.isEmpty {
    html.append(markup: "\" title=\"")
    html.append(escaped: image.title)
  }
  if let size = site.resources.pictures[file] {
    html.append(raw: "\" width=\"\(size.width)\" height=\"\(size.height)")
  }
  html.append(markup: "\" loading=\"lazy\"/>")
}

extension Word {
  package init(_ word: BodyWord) {
    self =
      switch word {
      case .note: .note
      case .tip: .tip
      case .important: .important
      case .warning: .warning
      case .caution: .caution
      case .footnotes: .footnotes
      case .backToText: .backToText
      case .taskDone: .taskDone
      case .taskOpen: .taskOpen
      }
  }
}
