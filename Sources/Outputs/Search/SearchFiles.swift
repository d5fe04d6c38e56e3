import Content
import Linking
import Searching
import Templating

/// The search page of an edition, without the index that it loads from.
func searchPage(_ edition: Edition) -> OutputFile {
  file(at: edition.menu.searchPath, in: edition) { $0.searchPage($0.searchFilters($0.searchDocuments())) }
}

/// The search page of an edition, and the index that it loads from.
func searchFiles(_ edition: Edition, jobs: Int) -> [OutputFile] {
  let composer = PageComposer(edition: edition, path: edition.menu.searchPath)
  let documents = composer.searchDocuments()
  let averageSize = SearchIndex.averageSize(of: documents)
  let parts = mapConcurrently(SearchIndex.parts(of: documents), jobs: jobs) {
    IndexPart($0, averageSize: averageSize)
  }
  let index = SearchIndex(documents, parts: parts)
  let filters = composer.searchFilters(documents)
  return [file(at: edition.menu.searchPath, in: edition) { $0.searchPage(filters) }]
    + index.files.map { file in
      OutputFile(path: PageAddress.path("search/\(edition.language)/\(file.name)"), contents: file.contents)
    }
}

extension PageComposer {
  func searchPage(_ filters: [FilterView]) -> ComposedPage {
    let head = PageHead(kind: "search", title: words[.search])
    var frame = plainFrame(head)
    frame.description = words[.summarySearch]
    frame.isSearch = true
    let depth = edition.isMainLanguage ? "" : "../"
    let content = SearchPage(indexAddress: "\(depth)search/\(edition.language)/", filters: filters)
    return ComposedPage(template: "search", frame: frame, content: FilledView(content))
  }

  /// The kinds, issues and years that results can be narrowed down to.
  func searchFilters(_ documents: [SearchDocument]) -> [FilterView] {
    func counts<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
      values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    func option(_ value: String, _ title: String, _ count: Int?) -> FilterOptionView? {
      count.map { FilterOptionView(value: value, title: title, count: String($0)) }
    }
    let byKind = counts(documents.map(\.kind))
    let byIssue = counts(documents.flatMap(\.issues))
    let byYear = counts(documents.compactMap(\.year))
    let issues = edition.order.sorted(pages(of: .issue)).compactMap { page in
      option(page.document.id.name, page.document.title, byIssue[page.document.id.name])
    }
    return [
      FilterView(
        name: "kind", title: words[.searchKind],
        options: Kind.allCases.compactMap { option($0.rawValue, words[$0.word], byKind[$0.rawValue]) }),
      FilterView(name: "issue", title: words[.kindIssue], options: issues),
      FilterView(
        name: "year", title: words[.searchYear],
        options: byYear.keys.sorted(by: >).compactMap { option(String($0), String($0), byYear[$0]) }),
    ].filter { $0.options.count > 1 }
  }
}
