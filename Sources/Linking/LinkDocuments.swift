import CivilTime
import Content
import Diagnostics
import Markdown

/// What a hub is linked for: its day, and whether drafts and future pages are shown.
package struct LinkingOptions: Sendable {
  package let today: CivilDate
  /// The instant of that day for which hours count; nil where the day counts as a whole.
  package var instant: Timestamp?
  package let includesDrafts: Bool
  package let jobs: Int

  package init(today: CivilDate, includesDrafts: Bool = false, jobs: Int = 1) {
    self.today = today
    self.includesDrafts = includesDrafts
    self.jobs = jobs
  }
}

/// Joins the documents of a hub into a graph in which every reference and link leads somewhere.
///
/// 1. Refuse a second document of one name; leave out drafts, pages of the future and expired ones; index the rest. 2.
/// Give each its address. 3. Resolve references, names and links, and report those that lead nowhere. 4. Check what
/// only the whole shows. 5. Turn links round into backlinks.
package func linkDocuments(
  _ content: ReadContent, options: LinkingOptions
) -> (graph: ContentGraph, diagnostics: [Diagnostic]) {
  let shown = ShownDocuments(content, options: options)
  let index = DocumentIndex(content, shown)
  let addresses = PageAddresses(index: index)
  let resolver = LinkResolver(index: index, addresses: addresses)
  let linked = mapConcurrently(Array(index.documents.indices), jobs: options.jobs, resolver.link)
  let pages = linked.map(\.page)
  let hub = resolver.link(content.hub, content.map)

  let (relations, findings) = concurrently(jobs: options.jobs) {
    (
      backlinks: backlinks(of: pages),
      mentions: mentionMatchers(for: pages, hub: content.hub, translatedHubs: content.translatedHubs),
      incoming: incomingReferences(of: linked, index: index)
    )
  } and: {
    guard shown.turns.isEmpty else { return faultsWithComing(content, shown, options: options) }
    let faults = hub.faults + linked.flatMap(\.faults)
    return diagnosticsWithSuggestions(for: faults, index: index)
      + checkAddresses(pages, hub: content.hub, assets: content.assets, addresses: addresses)
      + checkTrees(index) + checkSeries(pages) + checkCalendarNames(index.documents, language: content.hub.language)
      + checkIdentifiers(index.documents, language: content.hub.language)
      + index.originals.values.sorted().flatMap { number in
        index.documents[number].fields.evidenceFaults(of: index.documents[number])
      } + checkDates(index.documents, on: options.today)
  }

  let graph = ContentGraph(
    hub: content.hub, translatedHubs: content.translatedHubs,
    renderings: content.renderings, map: content.map, pictures: hub.pictures, pages: pages,
    assets: publishedAssets(content.assets, namedBy: pages, and: hub.pictures), strays: content.strays,
    backlinks: relations.backlinks, mentions: relations.mentions, today: options.today,
    instant: options.instant, absentTitles: shown.absentTitles,
    turns: shown.turns, draftCount: shown.draftCount, originals: index.originals, translations: index.translations,
    incoming: relations.incoming)
  return (graph, shown.diagnostics + findings)
}

/// The files that the hub declares, and those that pages name; what only a page that is kept back names is kept back with it.
private func publishedAssets(_ assets: [AssetFile], namedBy pages: [Page], and pictures: HubPictures)
  -> [ContentGraph.Asset]
{
  var named = Set(pictures.all)
  for page in pages {
    named.formUnion(page.links.compactMap(\.asset) + [page.picture].compactMap(\.self))
  }
  return assets.compactMap { asset in
    OutputPath(asset.path).flatMap { path in
      asset.isDeclared || named.contains(path) ? ContentGraph.Asset(path: path, file: asset) : nil
    }
  }.sorted { $0.path < $1.path }
}

/// The pages that each page is cited by, each once, with the sentence that cites it first.
private func backlinks(of pages: [Page]) -> [[ContentGraph.Backlink]] {
  var backlinks: [[ContentGraph.Backlink]] = Array(repeating: [], count: pages.count)
  for page in pages {
    // Where the text is written, which for a footnote is not the order of the links.
    var cited: [Int: (place: BodyPlace, sentence: LinkSentence)] = [:]
    func cite(_ index: Int, _ place: BodyPlace, _ sentence: LinkSentence) {
      guard index != page.index else { return }
      if let first = cited[index], (first.place.line, first.place.column) <= (place.line, place.column) { return }
      cited[index] = (place, sentence)
    }
    for link in page.links {
      switch link {
      case .file(let link, .page(let index, _)): cite(index, link.place, link.sentence)
      case .wikilink(let link, let index, _): cite(index, link.place, link.sentence)
      case .file(_, .index), .file(_, .asset), .image, .broken: break
      }
    }
    for (index, citation) in cited {
      backlinks[index].append(ContentGraph.Backlink(from: page.index, sentence: citation.sentence))
    }
  }
  return backlinks
}

/// The originals that refer to each document; a translation refers to what its original does.
private func incomingReferences(of linked: [LinkedDocument], index: DocumentIndex) -> [IncomingReferences] {
  var incoming = Array(repeating: IncomingReferences(), count: linked.count)
  for document in linked where document.page.document.language == index.hub.language {
    for (reference, target) in zip(document.page.document.references, document.targets) {
      guard let target else { continue }
      incoming[target].add(reference.field, from: document.page.index, kind: document.page.document.kind)
    }
  }
  return incoming
}
