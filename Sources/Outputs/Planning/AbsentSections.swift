import Content
import Diagnostics
import Formats
import Linking
import Markdown

/// The sections that links name and that have nothing to show on the day of the build.
///
/// What a page derives comes and goes with records and days, so that such a link is no error: it leads to the page. Only a page
/// can tell what stands on it, since a hub may have templates of its own; so each that is named in this way is made once more.
struct AbsentSections {
  private(set) var addresses: Set<PageAddress> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(on sites: [Site], jobs: Int) {
    guard let graph = sites.first?.graph else { return }
    let wanted = Self.wanted(in: graph)
    let targets = wanted.keys.sorted()
    let pages = mapConcurrently(targets, jobs: jobs) { target -> HTMLBytes? in
      let page = graph.pages[target]
      let site = sites.first { $0.language.code == page.document.language }
      let place = Place(page.address.path)
      return site.flatMap { site in
        page.document.kind.pages.page(page).map { $0(site, place).rendered(on: site, at: place) }
      }
    }
    for (target, html) in zip(targets, pages) {
      guard let html else { continue }
      add(wanted[target] ?? [], to: graph.pages[target], html)
    }
  }

  private struct Link {
    let from: Document
    let place: BodyPlace
    let anchor: String
  }

  /// The links to derived sections, by the page that they lead to.
  private static func wanted(in graph: ContentGraph) -> [Int: [Link]] {
    var wanted: [Int: [Link]] = [:]
    for page in graph.pages {
      for (target, anchor, place) in page.links.anchors
      where graph.pages[target].document.kind.anchors.contains(anchor) {
        wanted[target, default: []].append(Link(from: page.document, place: place, anchor: anchor))
      }
    }
    return wanted
  }

  private mutating func add(_ links: [Link], to page: Page, _ html: HTMLBytes) {
    func stands(_ id: String) -> Bool { html.firstRange(of: Array(" id=\"\(id)\"".utf8)) != nil }
    let absent = links.filter { !stands($0.anchor) }
    guard !absent.isEmpty else { return }
    let standing = page.document.body.headings.map(\.anchor) + page.document.kind.anchors.filter(stands)
    let others = standing.isEmpty ? "" : ", or name one of \(standing.map { "#" + $0 }.joined(separator: ", "))"
    for link in absent {
      addresses.insert(PageAddress(path: page.address.path, fragment: link.anchor))
      diagnostics.append(
        Diagnostic(
          .absentSection,
          "the page of '\(page.id)' has its section '#\(link.anchor)' while there is something to show in it, and there is nothing",
          at: link.place.range(in: link.from.source), help: "Leave '#\(link.anchor)' out\(others)"))
    }
  }
}
