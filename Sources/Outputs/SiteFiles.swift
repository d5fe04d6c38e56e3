import CivilTime
import Content
import Diagnostics
import Formats
import Linking

/// The sitemap: every page with its translations; only the last change of its content, never the day of the build.
func sitemap(_ editions: [Edition]) -> OutputFile {
  OutputFile(path: PageAddress.path("sitemap.xml")) { () throws(DiagnosticFound) in
    let pages = editions.flatMap { edition in
      let indexes =
        ([edition.menu.homePath, edition.menu.allPagesPath]
        + (edition.graph.hub.hasSearch ? [edition.menu.searchPath] : [])
        + edition.menu.indexes.map(\.path))
        .map { Sitemap.Page(address: edition.absoluteAddress(of: $0)) }
      let others =
        (trackerPages(edition) + calendarPages(edition) + planPages(edition) + placePages(edition)).map(\.path)
        .filter { $0.text.hasSuffix(".html") }
        + (edition.isMainLanguage ? [DataSet.indexPath] : [])
        + (edition.graph.hub.downloads.isEmpty ? [] : [edition.downloadsPath])
        + PageComposer(edition: edition, path: edition.downloadsPath).books.map { edition.pagePath(ofBook: $0.name) }
      let pages = edition.graph.pages.compactMap { sitemapPage($0, edition) }
      return indexes + pages + others.map { Sitemap.Page(address: edition.absoluteAddress(of: $0)) }
    }
    // A larger hub has a sitemap of as many pages as search engines take.
    let sorted = pages.sorted { $0.address < $1.address }
    return try encoded(Sitemap(pages: Array(sorted.prefix(Sitemap.pageLimit))), of: editions)
  }
}

private func encoded(_ sitemap: Sitemap, of editions: [Edition]) throws(DiagnosticFound) -> [UInt8] {
  do {
    return try sitemap.encoded()
  } catch {
    let place = editions.first.map { SourceRange.start(of: $0.graph.hub.file) }
    throw DiagnosticFound(
      diagnostic: Diagnostic(
        .fileTooLarge, "search engines read a sitemap of 50 megabytes, and that of this hub is larger",
        at: place ?? .start(of: SourceFile(path: "sitemap.xml", text: "")), help: "Cut the hub into several"))
  }
}

private func sitemapPage(_ page: Page, _ edition: Edition) -> Sitemap.Page? {
  guard page.document.language == edition.language, page.address.fragment == nil else { return nil }
  let common = page.document.common
  let versions = edition.graph.versions(of: page)
  return Sitemap.Page(
    address: edition.absoluteAddress(of: page),
    lastModified: common.updated ?? (common.date?.isExact == true ? common.date?.firstDay : nil),
    translations: versions.count < 2
      ? []
      : versions.map { Sitemap.Translation(language: $0.document.language, address: edition.absoluteAddress(of: $0)) })
}

func robots(_ edition: Edition) -> OutputFile {
  OutputFile(path: PageAddress.path("robots.txt")) {
    RobotsText(sitemaps: [edition.address + "sitemap.xml"]).encoded()
  }
}

/// Tells GitHub's host to publish the files as they are.
func hostMarker() -> OutputFile {
  OutputFile(path: PageAddress.path(".nojekyll")) { [] }
}
