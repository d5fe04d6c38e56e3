import Content
import Linking
import OutputFiles
import Pages
import Searching
import Sites
import Templating

/// The page that searches all others.
struct SearchPage: TemplateView {
  /// The folder of the index.
  var indexAddress = ""
  var filters: [FilterView] = []

  static let shape = ViewShape<Self>(
    "SearchPage",
    [
      .text("index_address") { $0.indexAddress },
      .list("filters") { $0.filters },
    ])
}

/// The search of a site: the page, and the index that it loads from. None where the hub has no search.
package struct SearchFiles: Sendable {
  private let page: PageWriter<[FilterView]?>

  package init(in table: inout TemplateTable) {
    page = PageMaker("search", searchPage).writer(in: &table)
  }

  /// The page without its index.
  package func pages(_ site: Site) -> [OutputFile] {
    site.menu.searchPath.map { [page.file(about: nil, at: $0, on: site)] } ?? []
  }

  package func all(_ site: Site, jobs: Int) -> [OutputFile] {
    guard let path = site.menu.searchPath else { return [] }
    let documents = searchDocuments(on: site, from: Place(path))
    let averageSize = SearchIndex.averageSize(of: documents)
    let parts = mapConcurrently(SearchIndex.parts(of: documents), jobs: jobs) {
      IndexPart($0, averageSize: averageSize)
    }
    let index = SearchIndex(documents, parts: parts)
    return [page.file(about: searchFilters(documents, on: site), at: path, on: site)]
      + index.files.map { file in
        OutputFile(path: PageAddress.path("search/\(site.language.code)/\(file.name)"), contents: file.contents)
      }
  }
}

/// `filters` are worked out here where no index was made that tells them.
private func searchPage(_ filters: [FilterView]?, on site: Site, from place: Place) -> FinishedPage<SearchPage> {
  let depth = site.language.isMain ? "" : "../"
  let content = SearchPage(
    indexAddress: "\(depth)search/\(site.language.code)/",
    filters: filters ?? searchFilters(searchDocuments(on: site, from: place), on: site))
  let head = PageHead(kind: "search", title: site.words[.search], searchSummary: site.words[.summarySearch])
  return FinishedPage(Filled(content), head: head)
}

/// The kinds, issues and years that results can be narrowed down to.
func searchFilters(_ documents: [SearchDocument], on site: Site) -> [FilterView] {
  func counts<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
  func option(_ value: String, _ title: String, _ count: Int?) -> FilterOptionView? {
    count.map { FilterOptionView(value: value, title: title, count: String($0)) }
  }
  let byKind = counts(documents.map(\.kind))
  let byIssue = counts(documents.flatMap(\.issues))
  let byYear = counts(documents.compactMap(\.year))
  let issues = site.lists.order.sorted(site.pages(of: Issue.self)).compactMap { page in
    option(page.document.id.name, page.document.title, byIssue[page.document.id.name])
  }
  return [
    FilterView(
      name: "kind", title: site.words[.searchKind],
      options: Kind.allCases.compactMap { option($0.rawValue, site.word(for: $0), byKind[$0.rawValue]) }),
    FilterView(name: "issue", title: site.words[.kindIssue], options: issues),
    FilterView(
      name: "year", title: site.words[.searchYear],
      options: byYear.keys.sorted(by: >).compactMap { option(String($0), String($0), byYear[$0]) }),
  ].filter { $0.options.count > 1 }
}
