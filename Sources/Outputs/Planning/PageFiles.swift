import Content
import Linking

/// The pages of a site's documents, as far as these have pages of their own.
func documentPages(_ site: Site) -> [OutputFile] {
  site.graph.pages.compactMap { page -> OutputFile? in
    guard page.document.language == site.language.code, page.address.fragment == nil,
      let make = page.document.kind.pages.page(page)
    else { return nil }
    return file(at: page.address.path, of: page, on: site) { make(site, $0) }
  }
}

/// The home page and the indexes of a site.
func indexPages(_ site: Site) -> [OutputFile] {
  let menu = site.menu
  let home = [
    file(at: menu.homePath, on: site) { homePage(on: site, from: $0) },
    file(at: menu.allPagesPath, on: site) { allPagesPage(on: site, from: $0) },
  ]
  return home
    + menu.indexes.map { index in
      file(at: index.path, on: site) { place in
        switch index.contents {
        case .records(let records): records.page(index, site, place)
        case .calendar: calendarPage(index, on: site, from: place)
        case .section(let section): sectionPage(section, index, on: site, from: place)
        }
      }
    }
}

func notFoundPage(_ site: Site) -> OutputFile {
  file(at: PageAddress.path("404.html"), on: site) { notFoundPage(on: site, from: $0) }
}

/// A file whose bytes come from one finished page; `document` is the one whose page it is.
func file(
  at path: OutputPath, of document: Page? = nil, on site: Site, _ page: @escaping @Sendable (Place) -> FinishedPage
) -> OutputFile {
  OutputFile(path: path, turn: .first) {
    site.resources.budget.faults(of: $0, at: path, of: document)
  } make: { _ in
    let place = Place(path)
    return page(place).rendered(on: site, at: place)
  }
}
