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
/// `derived` plans the pages of a site that are neither documents' nor indexes.
func sitemap(_ sites: [Site], derived: @escaping FilePlanner) -> OutputFile {
  OutputFile(path: PageAddress.path("sitemap.xml")) { () throws(DiagnosticFound) in
    let pages = sites.flatMap { site in
      let menu = site.menu
      let indexes = [menu.homePath, menu.allPagesPath, menu.searchPath].compactMap { $0 } + menu.indexes.map(\.path)
      let others = derived(site).map(\.path).filter { $0.text.hasSuffix(".html") }
      let data = site.language.isMain ? [DataPaths.index] : []
      let downloads = [menu.downloadsPath].compactMap { $0 } + bookPaths(on: site)
      let pages = site.graph.pages.compactMap { sitemapPage($0, site) }
      return pages + (indexes + others + data + downloads).map { Sitemap.Page(address: site.absoluteAddress(of: $0)) }
    }
    // A larger hub has a sitemap of as many pages as search engines take.
    let sorted = pages.sorted { $0.address < $1.address }
    return try encoded(Sitemap(pages: Array(sorted.prefix(Sitemap.pageLimit))), of: sites)
  }
}

private func encoded(_ sitemap: Sitemap, of sites: [Site]) throws(DiagnosticFound) -> [UInt8] {
  do {
    return try sitemap.encoded()
  } catch {
    let place = sites.first.map { SourceRange.start(of: $0.graph.hub.file) }
    throw DiagnosticFound(
      diagnostic: Diagnostic(
        .fileTooLarge, "search engines read a sitemap of 50 megabytes, and that of this hub is larger",
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
