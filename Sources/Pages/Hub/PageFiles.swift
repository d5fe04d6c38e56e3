import Content
import Linking
import OutputFiles
import Sites
import Templating

/// The pages of a site's documents, as far as these have pages of their own.
package func documentPages(in table: inout TemplateTable) -> FilePlanner {
  var planned: [Kind: KindPages.PagePlanner] = [:]
  for pages in KindPages.all { planned[pages.kind] = pages.pagePlanner(in: &table) }
  let pages = planned
  return { site in
    site.graph.pages.compactMap { page in
      guard page.document.language == site.language.code, page.address.fragment == nil else { return nil }
      return pages[page.document.kind]?(page, site)
    }
  }
}

/// The home page and the indexes of a site, but for the calendar.
package func indexPages(in table: inout TemplateTable) -> FilePlanner {
  let home = PageMaker<Void>("home") { homePage(on: $1, from: $2) }.writer(in: &table)
  let allPages = PageMaker<Void>("all-pages") { allPagesPage(on: $1, from: $2) }.writer(in: &table)
  let section = PageMaker("section", sectionPage).writer(in: &table)
  var made: [Kind: PageWriter<Menu.Index>] = [:]
  for pages in KindPages.all { made[pages.kind] = pages.index?.writer(in: &table) }
  let records = made
  return { site in
    let own = [
      home.file(about: (), at: site.menu.homePath, on: site),
      allPages.file(about: (), at: site.menu.allPagesPath, on: site),
    ]
    return own
      + site.menu.indexes.compactMap { index in
        switch index.contents {
        case .records(let kind): records[kind]?.file(about: index, at: index.path, on: site)
        case .calendar: nil
        case .section(let contents): section.file(about: (contents, index), at: index.path, on: site)
        }
      }
  }
}

/// What a host answers with where there is no page, at any depth: its links begin at the host's root. In the offline copy, which has no host, they
/// are relative.
///
/// The page speaks the languages of all sites, the main one first, since nothing tells which the reader's is.
package func notFoundPage(in table: inout TemplateTable) -> @Sendable ([Site]) -> [OutputFile] {
  let page = PageMaker<[Site]>("not-found") { notFoundPage(with: $0, on: $1, from: $2) }.writer(in: &table)
  return { sites in
    guard let site = sites.first else { return [] }
    let others = Array(sites.dropFirst())
    let path = OutputPath.notFoundPage
    let relative: OutputFile.Copy = .other { page.page(about: others, on: site, at: Place(path)) }
    let file = OutputFile(path: path, turn: .first, copy: relative, weight: .page(of: nil)) { _ in
      var place = Place(path)
      place.isAnywhere = true
      return page.page(about: others, on: site, at: place)
    }
    return [file]
  }
}
