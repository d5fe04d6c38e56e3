import CivilTime
import Content
import Linking

/// The indexes of a hub in one language, and what its pages share around their own content.
struct Menu: Sendable {
  /// An index page: its folder, its title and what it is for.
  ///
  /// A class, since every page names some.
  final class Index: Sendable {
    let folder: String
    let title: String
    let summary: String
    let path: OutputPath

    fileprivate init(folder: String, title: String, summary: String, prefix: String) {
      self.folder = folder
      self.title = title
      self.summary = summary
      path = PageAddress.path("\(prefix)\(folder)/index.html")
    }
  }

  let indexes: [Index]
  let homePath: OutputPath
  let allPagesPath: OutputPath
  let searchPath: OutputPath
  private let graph: ContentGraph
  private let language: String
  private let words: Words
  /// What the paths of the language begin with.
  private let prefix: String

  init(graph: ContentGraph, language: String, words: Words) {
    self.graph = graph
    self.language = language
    self.words = words
    let prefix = language == graph.hub.language ? "" : "\(language)/"
    self.prefix = prefix
    homePath = PageAddress.path("\(prefix)index.html")
    allPagesPath = PageAddress.path("\(prefix)all-pages.html")
    searchPath = PageAddress.path("\(prefix)search.html")
    func index(_ folder: String, _ title: String, _ summary: String) -> Index {
      Index(folder: folder, title: title, summary: summary, prefix: prefix)
    }
    let kinds = Set(graph.pages.map(\.document.kind))
    let folders = Set(graph.pages.map(\.document.id.folder))
    let records = Self.records.filter { kinds.contains($0.kind) }.flatMap { kind, title, summary in
      let own = index(kind.recordFolder ?? "", words[title], words[summary])
      guard kind == .meeting else { return [own] }
      return [index("calendar", words[.indexCalendar], words[.summaryCalendar]), own]
    }
    let sections = graph.hub.sections.filter { folders.contains($0.folder) && $0.kind != .page }.map { section in
      index(section.folder, section.title, section.summary ?? "")
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

  /// Every folder with pages, as the text of its path; the root is empty.
  var folders: Set<String> {
    Set(graph.pages.compactMap { $0.address.path.folder?.text } + indexes.map { prefix + $0.folder } + ["", language])
  }

  func index(ofFolder folder: String) -> Index? {
    indexes.first { $0.folder == folder }
  }

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
        MenuItemView(title: $0.title, address: link($0.path), isCurrent: prefix + $0.folder == folder)
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
