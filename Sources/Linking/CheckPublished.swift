import Content
import Diagnostics
import Markdown

/// Checks that every address of the ledger still leads somewhere: to its page and place, or by an old address to another page.
///
/// A page that is left out for its dates keeps its address. `renames` are the present paths of files by their earlier ones.
package func checkPublished(
  _ content: ReadContent, _ graph: ContentGraph, renames: [String: String] = [:]
) -> [Diagnostic] {
  guard let ledger = content.published else { return [] }
  let search = LostAddressSearch(content, graph, renames)
  return PublishedAddresses.lines(of: ledger).filter { !search.isKept($0) }.map { line in
    let start = SourcePosition(line: line.number, column: 1)
    let end = SourcePosition(line: line.number, column: 1 + line.address.unicodeScalars.count)
    return Diagnostic(
      .lostAddress, "what was published stays, and nothing is at '\(shortened(String(line.address)))' any more",
      at: SourceRange(file: ledger, start: start, end: end), help: search.help(for: line))
  }
}

private struct LostAddressSearch {
  private let graph: ContentGraph
  private let renames: [String: String]
  private let pages: [Substring: Page]
  private let indexes: Set<Substring>
  private let aliases: Set<Substring>
  /// The anchors of records, by the path of the page on which they stand.
  private let places: [Substring: Set<Substring>]
  private let anchors: [Substring: Set<Substring>]
  /// The ids of documents that are left out for their dates.
  private let waiting: Set<Substring>
  /// The lists of their folders, which are not there while nothing in the folder is.
  private let waitingIndexes: Set<Substring>

  init(_ content: ReadContent, _ graph: ContentGraph, _ renames: [String: String]) {
    self.graph = graph
    self.renames = renames
    var pages: [Substring: Page] = [:]
    var places: [Substring: Set<Substring>] = [:]
    var anchors: [Substring: Set<Substring>] = [:]
    var aliases: Set<Substring> = []
    for page in graph.pages {
      let path = page.address.path.text[...]
      aliases.formUnion(page.document.common.aliases.map { $0.path[...] })
      if let anchor = page.address.fragment {
        places[path, default: []].insert(anchor[...])
      } else {
        pages[path] = page
        // What the page's own part took over was the heading's, and still leads to this page's matter of that name.
        anchors[path] = Set(
          page.document.body.headings.flatMap { heading in
            ([heading.anchor, heading.displacedAnchor].compactMap { $0 } + heading.oldAnchors).map { $0[...] }
          })
      }
    }
    self.pages = pages
    self.places = places
    self.anchors = anchors
    self.aliases = aliases
    indexes = Set(PublishedAddresses.indexes(of: graph).map { $0[...] })
    let shown = Set(graph.pages.map(\.document.id))
    let dated = content.documents.filter {
      !$0.common.isDraft && ($0.common.publish != nil || $0.common.expire != nil) && !shown.contains($0.id)
    }
    waiting = Set(dated.flatMap { [$0.id.name[...], $0.common.slug.map { $0[...] } ?? $0.id.name[...]] })
    waitingIndexes = Set(
      dated.flatMap { document in
        [document.language, graph.hub.language].map { language in
          (language == graph.hub.language ? "" : "\(language)/") + "\(document.id.folder)/index.html"
        }
      }.map { $0[...] })
  }

  func isKept(_ line: PublishedAddresses.Line) -> Bool {
    let path = line.path
    let anchor = line.anchor
    if aliases.contains(path) { return true }
    if waitingIndexes.contains(path), anchor.isEmpty { return true }
    let isPage = pages[path] != nil || indexes.contains(path) || places[path] != nil
    if isPage, anchor.isEmpty { return true }
    if places[path]?.contains(anchor) == true || anchors[path]?.contains(anchor) == true { return true }
    if let page = pages[path], page.document.kind.anchors.contains(String(anchor)) { return true }
    return waiting.contains(anchor.isEmpty || !isPage ? name(of: path) : anchor)
  }

  private func name(of path: Substring) -> Substring { (path.split(separator: "/").last ?? path).dropLast(5) }

  func help(for line: PublishedAddresses.Line) -> String {
    let removal = "or take out the line if nobody needs the address"
    if let page = pages[line.path] {
      let headings = page.document.body.headings.map(\.anchor)
      let nearest = nearestName(to: String(line.anchor), among: headings).map { ", which may now be '#\($0)'" } ?? ""
      return "Name the heading as before\(nearest), or write '{#\(line.anchor)}' behind its words, \(removal)"
    }
    guard line.anchor.isEmpty else {
      return "Keep the address of its page, or give the record its id again as its 'slug', \(removal)"
    }
    if let file = renamedFile(line.path) {
      return "Add 'aliases: [\(line.path)]' to '\(file)', as git says that it was renamed, \(removal)"
    }
    let folder = line.path.prefix { $0 != "/" }
    let siblings = pages.keys.filter { $0.hasPrefix("\(folder)/") }.map(String.init)
    if let nearest = nearestName(to: String(line.path), among: siblings), let page = pages[nearest[...]] {
      return "Add 'aliases: [\(line.path)]' to '\(page.document.source.path)', \(removal)"
    }
    return "Add 'aliases: [\(line.path)]' to the page that takes its place, \(removal)"
  }

  /// The present file of the document that had the address.
  private func renamedFile(_ path: Substring) -> String? {
    var parts = path.split(separator: "/")
    var ending = "md"
    if let first = parts.first, parts.count == 3, graph.hub.languages.contains(String(first)) {
      ending = "\(first).md"
      parts.removeFirst()
    }
    guard parts.count == 2 else { return nil }
    let content = graph.hub.file.path.dropLast("hub.yaml".count)
    let present = renames["\(content)\(parts[0])/\(parts[1].dropLast(4))\(ending)"]
    return present.flatMap { file in graph.pages.contains { $0.document.source.path == file } ? file : nil }
  }
}
