import Books
import Content
import Diagnostics
import Formats
import Linking
import OutputFiles
import Pages
import Sites

/// The sitemap: every page with its translations; only the last change of its content, never the day of the build.
///
/// A site of more pages than search engines read in one has several, and `sitemap.xml` is the list of them. `pageCount` says how many pages the site has at
/// most; where few, they are looked at when the file is made. `derived` plans the pages of a site that are neither documents' nor indexes.
func sitemaps(_ sites: [Site], pageCount: Int, derived: @escaping FilePlanner) -> [OutputFile] {
  let path = PageAddress.path("sitemap.xml")
  guard let main = sites.first else { return [] }
  // With 40,000 pages and translations an entry may have a thousand bytes.
  guard pageCount * (1 + sites.count) > Sitemap.pageLimit - 10_000 else {
    return [
      OutputFile(path: path) { () throws(DiagnosticFound) in
        try encoded(Sitemap(pages: sitemapPages(sites, derived)), of: sites)
      }
    ]
  }
  let parts = Sitemap.parts(of: sitemapPages(sites, derived))
  guard parts.count > 1 else {
    return [OutputFile(path: path) { () throws(DiagnosticFound) in try encoded(parts[0], of: sites) }]
  }
  let files = parts.enumerated().map { number, part in
    OutputFile(path: PageAddress.path("sitemap-\(number + 1).xml")) { () throws(DiagnosticFound) in
      try encoded(part, of: sites)
    }
  }
  let index = SitemapIndex(sitemaps: files.map { main.absoluteAddress(of: $0.path) })
  return [OutputFile(path: path) { index.encoded() }] + files
}

private func sitemapPages(_ sites: [Site], _ derived: FilePlanner) -> [Sitemap.Page] {
  let pages = sites.flatMap { site in
    let menu = site.menu
    let indexes = [menu.homePath, menu.allPagesPath, menu.searchPath].compactMap { $0 } + menu.indexes.map(\.path)
    let others = derived(site).map(\.path).filter { $0.text.hasSuffix(".html") }
    let data = site.language.isMain && !DataPaths.all(on: site).isEmpty ? [DataPaths.index] : []
    let downloads = [menu.downloadsPath].compactMap { $0 } + bookPaths(on: site)
    let pages = site.graph.pages.compactMap { sitemapPage($0, site) }
    return pages + (indexes + others + data + downloads).map { Sitemap.Page(address: site.absoluteAddress(of: $0)) }
  }
  return pages.sorted { $0.address < $1.address }
}

private func encoded(_ sitemap: Sitemap, of sites: [Site]) throws(DiagnosticFound) -> [UInt8] {
  do {
    return try sitemap.encoded()
  } catch {
    let place = sites.first.map { SourceRange.start(of: $0.graph.hub.file) }
    throw DiagnosticFound(
      diagnostic: Diagnostic(
        .fileTooLarge,
        "search engines read a sitemap of 50,000 pages and 50 megabytes, and one of this hub would be larger",
        at: place ?? .start(of: SourceFile(path: "sitemap.xml", text: "")), help: "Cut the hub into several"))
  }
}

private func sitemapPage(_ page: Page, _ site: Site) -> Sitemap.Page? {
  guard page.document.language == site.language.code, page.address.fragment == nil else { return nil }
  let common = page.document.common
  let versions = site.graph.versions(of: page)
  return Sitemap.Page(
    address: site.absoluteAddress(of: page),
    lastModified: common.updated ?? (common.date?.isExact == true ? common.date?.firstDay : nil),
    translations: versions.count < 2
      ? []
      : versions.map { Sitemap.Translation(language: $0.document.language, address: site.absoluteAddress(of: $0)) })
}

func robots(_ site: Site) -> OutputFile {
  OutputFile(path: PageAddress.path("robots.txt")) {
    RobotsText(sitemaps: [site.address + "sitemap.xml"]).encoded()
  }
}

/// Tells GitHub's host to publish the files as they are.
func hostMarker() -> OutputFile {
  OutputFile(path: PageAddress.path(".nojekyll")) { [] }
}
