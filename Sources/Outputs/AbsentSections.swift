import Content
import Diagnostics
import Formats
import Linking
import Markdown
import OutputFiles

/// The sections that links name and that have nothing to show on the day of the build.
///
/// What a page derives comes and goes with records and days, so that such a link is no error: it leads to the page. Only a page
/// can tell what stands on it, since a hub may have templates of its own; so each that is named in this way is made once more.
struct AbsentSections {
  private(set) var addresses: Set<PageAddress> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// `files` are the pages of the documents, among others.
  init(in graph: ContentGraph, on files: [OutputFile], jobs: Int) {
    let wanted = Self.wanted(in: graph)
    guard !wanted.isEmpty else { return }
    let files = files.sorted { $0.path < $1.path }
    let targets = wanted.keys.sorted()
    // A page that cannot be made says so when it is written.
    let pages = mapConcurrently(targets, jobs: jobs) { target in
      files.position(of: graph.pages[target].address.path).flatMap { try? files[$0].contents() }
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

  private mutating func add(_ links: [Link], to page: Page, _ html: [UInt8]) {
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
