import Books
import Calendars
import Content
import DataFiles
import Diagnostics
import Editions
import Formats
import Foundation
import Linking
import OutputFiles
import Pages
import Sites
import Templating

/// Turns a linked hub into the files of its site, each rendered when it is asked for.
///
/// The graph is one without faults: what could not be linked has no address. The plan is nil where a template or a file of words
/// is at fault. `address` replaces the hub's canonical address. The index of the search is made here, on `jobs` threads, since its files are not known before.
package func renderSite(
  _ graph: ContentGraph, theme: Theme, address: String? = nil, history: SourceHistory? = nil,
  indexesSearch: Bool = true, signer: EditionSigner? = nil, jobs: Int = 1, beforeIndexing: () -> Void = {}
) -> (plan: OutputPlan?, diagnostics: [Diagnostic]) {
  let languages = languages(of: graph)
  let style = theme.assets.first { $0.path.text == "assets/book.css" }
  let bookStyle = (style?.bytes ?? []) + Array((graph.hub.theme?.bookStyle ?? "").utf8)
  let resources = SiteResources(graph, bookStyle: bookStyle, signer: signer)
  let budget = BudgetReview(graph.hub, theme: theme)
  let zones = MeetingZones(graph: graph)
  let originals = languages.count > 1 ? OriginalTexts(of: graph) : nil
  let loaded = languages.map {
    site(
      of: graph, in: $0, of: languages, originals, theme: theme, address: address ?? graph.hub.address, zones: zones,
      history: history, resources: resources)
  }
  // A fault of a template is one fault, however many languages are filled into it.
  let diagnostics =
    loaded.flatMap(\.diagnostics).eachOnce + zones.diagnostics + budget.standingFaults(graph, theme)
  guard !diagnostics.containsError else { return (nil, diagnostics) }
  let standing = standing(loaded.compactMap(\.site), of: graph, jobs: jobs)
  let (sites, planners) = (standing.sites, SitePlanners.all)
  var files = standing.files
  if let main = sites.first {
    files +=
      planners.data(main) + sites.flatMap(calendars) + planners.notFound(sites)
      + [nextChangeFile(main), robots(main), hostMarker()] + sites.flatMap(planners.redirects) + hostFiles(sites)
  }
  beforeIndexing()
  files += sites.flatMap { indexesSearch ? planners.search.all($0, jobs: jobs) : planners.search.pages($0) }
  files += themeFiles(theme, of: graph)
  files += graph.assets.map { asset in
    OutputFile(path: asset.path) { () throws(DiagnosticFound) in try asset.file.bytes() }
  }
  let downloads = downloads(sites, besides: files.count)
  files += downloads.files
  files += sitemaps(
    sites, pageCount: files.count { $0.path.name.hasSuffix(".html") }, derived: planners.derived)
  if graph.hub.hasPackedTwins { files += packedTwins(of: files) }
  files += sites.first.map(editionFiles) ?? []
  do {
    let hostFolder = hostFolder(of: address ?? graph.hub.address)
    return (
      try OutputPlan(files, hostFolder: hostFolder, review: budget.faults),
      diagnostics + standing.diagnostics + downloads.faults
    )
  } catch {
    return (
      nil, diagnostics + standing.diagnostics + CollisionReport(graph: graph).diagnostics(for: error.collisions)
    )
  }
}

/// The sites, and the files that each language has, in which no link leads to a section that has nothing to show.
private func standing(
  _ sites: [Site], of graph: ContentGraph, jobs: Int
) -> (sites: [Site], files: [OutputFile], diagnostics: [Diagnostic]) {
  let own = SitePlanners.all.own
  let files = sites.flatMap { own($0) }
  let absent = AbsentSections(in: graph, on: files, jobs: jobs)
  guard !absent.addresses.isEmpty else { return (sites, files, []) }
  let standing = sites.map { $0.without(absent.addresses) }
  return (standing, standing.flatMap { own($0) }, absent.diagnostics)
}

/// What is wrong with a theme and with the sizes of files, whatever is wrong with the graph.
package func checkTheme(_ theme: Theme, for graph: ContentGraph) -> [Diagnostic] {
  let findings = languages(of: graph).flatMap { language in
    theme.findings.interface(in: language, ofHubIn: graph.hub.language) {
      loadInterface(in: language, of: theme, hubLanguage: graph.hub.language)
    }.diagnostics
  }
  return findings.eachOnce + MeetingZones(graph: graph).diagnostics
    + BudgetReview(graph.hub, theme: theme).standingFaults(graph, theme)
}

/// The languages that the site is made in: the hub's main one, and those in which there is something to read.
private func languages(of graph: ContentGraph) -> [String] {
  graph.hub.languages.filter { language in
    language == graph.hub.language || graph.pages.contains { $0.document.language == language }
  }
}

/// What readers can take along, and the pages that offer it; what would be too large is left out, with a warning.
private func downloads(_ sites: [Site], besides fileCount: Int) -> (files: [OutputFile], faults: [Diagnostic]) {
  guard let main = sites.first, !main.graph.hub.downloads.isEmpty else { return ([], []) }
  let planners = SitePlanners.all
  let books = sites.flatMap { planners.books($0) }
  // The page of downloads in each language, and the sitemap with its parts.
  let tooMany = faultOfCopy(of: fileCount + books.count + sites.count + 2 + fileCount / 10_000, main.graph.hub)
  let hasCopy = main.graph.hub.downloads.copy && tooMany == nil
  let pages = sites.map { planners.downloads($0, hasCopy) }
  return (
    books + pages + (hasCopy ? [offlineCopy(main)] : []), [tooMany].compactMap { $0 } + sites.flatMap(booksLeftOut)
  )
}

private func site(
  of graph: ContentGraph, in language: String, of languages: [String], _ originals: OriginalTexts?, theme: Theme,
  address: String, zones: MeetingZones, history: SourceHistory?, resources: SiteResources
) -> (site: Site?, diagnostics: [Diagnostic]) {
  let interface = theme.findings.interface(in: language, ofHubIn: graph.hub.language) {
    loadInterface(in: language, of: theme, hubLanguage: graph.hub.language)
  }
  let faults = interface.diagnostics
  guard let words = interface.words, let templates = interface.templates, !faults.containsError else {
    return (nil, faults)
  }
  let own = SiteLanguage(language, of: graph, words: words, kinds: KindPages.names)
  let foreign = own.isMain ? nil : originals?.foreign(in: own, of: graph)
  let site = Site(
    graph: graph.worded(in: language), language: own, languages: languages, address: address, zones: zones,
    templates: foreign.map(templates.marking) ?? templates, blocks: SitePlanners.all.blocks,
    resources: resources, history: history)
  return (site, faults)
}
