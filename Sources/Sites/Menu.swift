import Content
import Linking

/// The indexes of a hub in one language, and the other pages that all pages lead to.
package struct Menu: Sendable {
  /// An index page: its folder, its title and what it is for.
  ///
  /// A class, since every page names some.
  package final class Index: Sendable {
    package let folder: String
    package let title: String
    package let summary: String
    package let path: OutputPath
    package let contents: Contents

    fileprivate init(_ folder: String, _ title: String, _ summary: String, _ contents: Contents, prefix: String) {
      self.folder = folder
      self.title = title
      self.summary = summary
      self.contents = contents
      path = PageAddress.path("\(prefix)\(folder)/index.html")
    }
  }

  /// What an index lists.
  package enum Contents: Sendable {
    case records(Kind)
    /// Meetings and deadlines in order of time.
    case calendar
    case section(HubDescription.Section)
  }

  package let indexes: [Index]
  /// The indexes that the hub's menu names, or all.
  package let items: [Index]
  /// Who runs the hub, how it works and its data, as the foot of each page names them.
  package let standingPages: [(title: String, path: OutputPath)]
  package let homePath: OutputPath
  package let allPagesPath: OutputPath
  /// Nil where the hub has no search.
  package let searchPath: OutputPath?
  /// Nil where the hub offers nothing to take along.
  package let downloadsPath: OutputPath?
  package let hub: HubDescription
  /// Every folder with pages, as the text of its path; the root is empty.
  package let folders: Set<String>

  package init(graph: ContentGraph, language: SiteLanguage) {
    let (hub, prefix, words) = (graph.hub, language.prefix, language.words)
    self.hub = hub
    homePath = PageAddress.path("\(prefix)index.html")
    allPagesPath = PageAddress.path("\(prefix)all-pages.html")
    searchPath = hub.hasSearch ? PageAddress.path("\(prefix)search.html") : nil
    downloadsPath = hub.downloads.isEmpty ? nil : PageAddress.path("\(prefix)downloads/index.html")
    let kinds = Set(graph.pages.map(\.document.kind))
    let records = Kind.records.filter(kinds.contains).compactMap { kind in language.kinds[kind].index.map { (kind, $0) }
    }
    .sorted { $0.1.position < $1.1.position }.flatMap { kind, records in
      let own = Index(
        kind.recordFolder ?? "", words[records.title], words[records.summary], .records(kind), prefix: prefix)
      guard kind == Meeting.kind else { return [own] }
      return [
        Index("calendar", words[.indexCalendar], words[.summaryCalendar], .calendar, prefix: prefix), own,
      ]
    }
    let used = Set(graph.pages.map(\.document.id.folder))
    let sections = hub.sections.filter { used.contains($0.folder) && $0.kind != StandingPage.kind }.map { section in
      Index(section.folder, section.title, section.summary ?? "", .section(section), prefix: prefix)
    }
    let indexes = records + sections
    self.indexes = indexes
    items =
      hub.menu.isEmpty ? indexes : hub.menu.compactMap { folder in indexes.first { $0.folder == folder } }
    let standing = graph.pages(of: StandingPage.kind).map { graph.version(of: $0, in: language.code) }
      .map { ($0.document.title, $0.address.path) }
    standingPages = standing + (DataPaths.all(in: graph).isEmpty ? [] : [(words[.indexData], DataPaths.index)])
    folders = Set(
      graph.pages.compactMap { $0.address.path.folder?.text } + indexes.map { prefix + $0.folder }
        + ["", language.code])
  }

  package func index(ofFolder folder: String) -> Index? {
    indexes.first { $0.folder == folder }
  }

  package func index(of kind: Kind) -> Index? { kind.recordFolder.flatMap(index(ofFolder:)) }

  /// The index of a folder, for the trail of pages that stand below it.
  package func parents(_ folder: String) -> [Index] { index(ofFolder: folder).map { [$0] } ?? [] }
}
