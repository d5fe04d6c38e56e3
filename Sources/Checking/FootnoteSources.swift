import Content
import Diagnostics
import Linking

/// Checks that the addresses in footnotes stand in the fields of some document of the hub too, so that records know what texts claim.
///
/// Only pages that have sources, or name a meeting or an issue that has, are held to it: a hub whose records name no sources
/// keeps them in its texts.
func checkFootnotes(_ graph: ContentGraph, jobs: Int) -> [Diagnostic] {
  let pages = graph.pages.filter { hasSources($0, graph) && $0.document.source.text.contains("\n[^") }
  guard !pages.isEmpty else { return [] }
  var paths: Set<String> = []
  let files = graph.pages.map(\.document).filter { paths.insert($0.source.path).inserted }
  let known = Set(mapConcurrently(files, jobs: jobs, addressesInFields).flatMap { $0 })
  return mapConcurrently(pages, jobs: jobs) { page in
    footnotes(of: page.document).filter { !known.contains(comparable($0.text)) }.map { address in
      Diagnostic(
        .unrecordedSource, "a footnote's source stands in the fields of a page or record too, and this one in none",
        at: address.place, help: "Add it under 'sources' of this page, or of the record that the sentence is about")
    }
  }.flatMap { $0 }
}

private func hasSources(_ page: Page, _ graph: ContentGraph) -> Bool {
  let common = page.document.common
  guard common.sources.isEmpty else { return true }
  let meetings = common.meetings + [page.document.occasion].compactMap { $0 }
  return meetings.contains { graph.page($0, in: graph.hub.language)?.document.common.sources.isEmpty == false }
    || common.issues.contains { graph.page($0, in: graph.hub.language)?.document.common.sources.isEmpty == false }
}

/// The addresses in the fields of the file that holds a document, as they are compared.
@Sendable private func addressesInFields(ofFileOf document: Document) -> [String] {
  let textStart = document.writtenText?.firstLine ?? .max
  return webAddresses(in: document.source).filter { $0.place.start.line < textStart }.map { comparable($0.text) }
}

/// The addresses on the lines that begin footnotes.
private func footnotes(of document: Document) -> [WebAddress] {
  let textStart = document.writtenText?.firstLine ?? .max
  return webAddresses(in: document.source).filter { address in
    let line = address.place.start.line
    return line >= textStart && document.source.line(line)?.hasPrefix("[^") == true
  }
}

/// An address without what two writers may give otherwise for one page: the scheme, `www.`, a last slash and the place on the page.
private func comparable(_ address: String) -> String {
  var rest = address.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "#" }
  if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
  while rest.hasSuffix("/") { rest = rest.dropLast() }
  return String(rest)
}
