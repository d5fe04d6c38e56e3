import CivilTime
import Content
import Diagnostics
import Markdown

/// What a hub is linked for: its day, and whether drafts and future pages are shown.
package struct LinkingOptions: Sendable {
  package let today: CivilDate
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
/// 1. Leave out drafts, pages of the future and expired ones. 2. Refuse a second document of one name, and index the rest. 3. Give each
/// its address. 4. Resolve references, names and links, and report those that lead nowhere. 5. Turn links round into backlinks.
package func linkDocuments(
  _ content: ReadContent, options: LinkingOptions
) -> (graph: ContentGraph, diagnostics: [Diagnostic]) {
  let shown = ShownDocuments(content, options: options)
  let index = DocumentIndex(hub: content.hub, documents: shown.documents, hidden: shown.hidden, assets: content.assets)
  let addresses = PageAddresses(hub: content.hub, documents: index.documents)
  var diagnostics = index.diagnostics
  diagnostics += checkHub(content.hub, index: index)

  let resolver = LinkResolver(index: index)
  let linked = mapConcurrently(Array(index.documents.indices), jobs: options.jobs) { number in
    resolver.link(number, address: addresses.address(of: index.documents[number]))
  }
  diagnostics += linked.flatMap(\.diagnostics)
  let pages = linked.map(\.page)
  diagnostics += checkAddresses(pages)
  diagnostics += checkTrees(pages, index: index)
  diagnostics += checkSeries(pages)
  diagnostics += checkEvidence(index.documents)

  let graph = ContentGraph(
    hub: content.hub, pages: pages,
    assets: content.assets.compactMap { asset in
      OutputPath(asset.path).map { ContentGraph.Asset(path: $0, location: asset.location, size: asset.size) }
    },
    backlinks: backlinks(of: pages), mentions: mentionMatchers(for: pages, hub: content.hub), today: options.today,
    originals: index.originals, translations: index.translations, incoming: incomingReferences(of: pages, index: index))
  return (graph, diagnostics)
}

/// The documents that a reader sees on the day, and the ids of those kept back.
private struct ShownDocuments {
  var documents: [Document] = []
  var hidden: [DocumentID: String] = [:]

  init(_ content: ReadContent, options: LinkingOptions) {
    for document in content.documents {
      if let reason = Self.reasonToHide(document.common, options) {
        hidden[document.id] = reason
      } else {
        documents.append(document)
      }
    }
  }

  private static func reasonToHide(_ fields: CommonFields, _ options: LinkingOptions) -> String? {
    guard !options.includesDrafts else { return nil }
    if fields.isDraft { return "is a draft" }
    if let publish = fields.publish, options.today < publish { return "is left out until \(publish.isoText)" }
    if let expire = fields.expire, expire <= options.today { return "is left out since \(expire.isoText)" }
    return nil
  }
}

private func backlinks(of pages: [Page]) -> [[ContentGraph.Backlink]] {
  var backlinks: [[ContentGraph.Backlink]] = Array(repeating: [], count: pages.count)
  for page in pages {
    let body = page.document.body
    var cited: Set<Int> = []
    let links =
      zip(page.wikilinks, body.wikilinks.map(\.sentence)).map { ($0, $1) }
      + zip(page.fileLinks, body.links.map(\.sentence)).map { ($0, $1) }
    for (target, sentence) in links {
      guard case .page(let index, _)? = target, index != page.index, cited.insert(index).inserted else { continue }
      backlinks[index].append(ContentGraph.Backlink(from: page.index, sentence: sentence))
    }
  }
  return backlinks
}

private func incomingReferences(of pages: [Page], index: DocumentIndex) -> [IncomingReferences] {
  var incoming = Array(repeating: IncomingReferences(), count: pages.count)
  for page in pages where index.originals[page.document.id] == page.index {
    for reference in page.document.references {
      guard let target = index.target(of: reference) else { continue }
      incoming[target].add(reference.field, from: page.index, kind: page.document.kind)
    }
  }
  return incoming
}
