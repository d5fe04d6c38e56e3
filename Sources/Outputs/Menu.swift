import CivilTime
import Content
import Linking

/// The indexes of a hub in one language, and what its pages share around their own content.
struct Menu: Sendable {
  /// An index page: its folder, its title and what it is for.
  struct Index: Sendable {
    let folder: String
    let title: String
    let summary: String
  }

  let indexes: [Index]
  private let graph: ContentGraph
  private let language: String
  private let words: Words

  init(graph: ContentGraph, language: String, words: Words) {
    self.graph = graph
    self.language = language
    self.words = words
    let kinds = Set(graph.pages.map(\.document.kind))
    let folders = Set(graph.pages.map(\.document.id.folder))
    let records = Self.records.filter { kinds.contains($0.kind) }.flatMap { kind, title, summary in
      let index = Index(folder: kind.recordFolder ?? "", title: words[title], summary: words[summary])
      guard kind == .meeting else { return [index] }
      return [Index(folder: "calendar", title: words[.indexCalendar], summary: words[.summaryCalendar]), index]
    }
    let sections = graph.hub.sections.filter { folders.contains($0.folder) && $0.kind != .page }.map { section in
      Index(folder: section.folder, title: section.title, summary: section.summary ?? "")
    }
    indexes = records + sections
  }

  private static let records: [(kind: Kind, title: Word, summary: Word)] = [
    (.issue, .indexIssues, .summaryIssues), (.meeting, .indexMeetings, .summaryMeetings),
    (.route, .indexRoutes, .summaryRoutes), (.country, .indexCountries, .summaryCountries),
    (.body, .indexBodies, .summaryBodies), (.resolution, .indexResolutions, .summaryResolutions),
    (.proposal, .indexProposals, .summaryProposals), (.actor, .indexActors, .summaryActors),
    (.person, .indexPeople, .summaryPeople), (.publication, .indexLibrary, .summaryLibrary),
    (.term, .indexGlossary, .summaryGlossary),
  ]

  private var prefix: String { language == graph.hub.language ? "" : "\(language)/" }

  /// Every folder with pages, as the text of its path; the root is empty.
  var folders: Set<String> {
    Set(graph.pages.compactMap { $0.address.path.folder?.text } + indexes.map { prefix + $0.folder } + ["", language])
  }

  func index(ofFolder folder: String) -> Index? {
    indexes.first { $0.folder == folder }
  }

  func path(of index: Index) -> OutputPath {
    PageAddress.path("\(prefix)\(index.folder)/index.html")
  }

  var homePath: OutputPath { PageAddress.path("\(prefix)index.html") }
  var allPagesPath: OutputPath { PageAddress.path("\(prefix)all-pages.html") }
  var searchPath: OutputPath { PageAddress.path("\(prefix)search.html") }

  /// The indexes that the hub's menu names, or all.
  private var menuIndexes: [Index] {
    graph.hub.menu.isEmpty ? indexes : graph.hub.menu.compactMap(index(ofFolder:))
  }

  func siteFrame(in folder: String, dates: DateTexts) -> SiteFrame {
    let path = PageAddress.path(folder.isEmpty ? "index.html" : "\(folder)/index.html")
    func link(_ target: OutputPath) -> String { OutputPath.relativeLink(from: path, to: target) }
    let depth = folder.isEmpty ? 0 : folder.utf8.count { $0 == UInt8(ascii: "/") } + 1
    let items =
      menuIndexes.map {
        MenuItemView(title: $0.title, address: link(self.path(of: $0)), isCurrent: prefix + $0.folder == folder)
      } + [MenuItemView(title: words[.indexAllPages], address: link(allPagesPath))]
    let hub = graph.hub
    return SiteFrame(
      language: language, direction: direction(of: language), siteTitle: hub.title,
      root: String(repeating: "../", count: depth), homeAddress: link(homePath),
      searchAddress: hub.hasSearch ? link(searchPath) : "",
      allPagesAddress: link(allPagesPath), menu: items,
      builtOn: dates.text(graph.today), builtOnIso: graph.today.isoText,
      locale: words[.locale].replacing("_", with: "-"),
      publisher: hub.publisher.map { LinkView(title: $0.name, address: $0.address ?? "") },
      licence: hub.licence.map { LinkView(title: $0.name, address: $0.address ?? "") },
      feeds: [
        FeedView(
          title: words[.feedAtom], address: link(PageAddress.path("\(prefix)feed.xml")),
          mediaType: "application/atom+xml"),
        FeedView(
          title: words[.feedJSON], address: link(PageAddress.path("\(prefix)feed.json")),
          mediaType: "application/feed+json"),
        FeedView(
          title: words[.feedCalendar], address: link(PageAddress.path("meetings.ics")), mediaType: "text/calendar"),
      ],
      offlineAddress: hub.downloads.isEmpty ? "" : link(PageAddress.path("\(prefix)downloads/index.html")))
  }
}
