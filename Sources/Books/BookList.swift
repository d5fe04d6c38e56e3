import Content
import Diagnostics
import Linking
import Pages
import Sites

/// The books of a site: the handbook, a pack for each meeting that is near, each series and each guide.
///
/// A book is made in a language where something of it is written in that language.
func books(on site: Site) -> [Book] {
  guard site.graph.hub.downloads.books else { return [] }
  let all = largeBooks(on: site) + guides(on: site).map { guideBook($0) }
  return all.compactMap { $0 }.filter { book in
    book.pages.count <= Site.mostChapters && book.pages.contains { $0.document.language == site.language.code }
  }
}

/// Too many guides are no shelf.
private func guides(on site: Site) -> [PageOf<Guide>] {
  let guides = site.lists.order.sorted(site.pages(of: Guide.self))
  return guides.count > Site.mostChapters ? [] : guides
}

/// Those of many documents.
private func largeBooks(on site: Site) -> [Book?] {
  [handbook(on: site)] + packs(on: site) + site.graph.hub.series.map { seriesBook($0, on: site) }
}

/// Says which books there are not since they would be too long; all languages of a book are as long.
package func booksLeftOut(on site: Site) -> [Diagnostic] {
  guard site.language.isMain, site.graph.hub.downloads.books else { return [] }
  let most = Site.mostChapters
  let books = largeBooks(on: site).compactMap { $0 }.filter { $0.pages.count > most }.map {
    "a book holds at most \(most) documents, and '\($0.name)' would hold \($0.pages.count); it is left out"
  }
  let guides = site.pages(of: Guide.self).count
  let shelf =
    guides > most ? ["at most \(most) guides are offered as books, and there are \(guides); they are left out"] : []
  return (books + shelf).map {
    Diagnostic(
      .overBudget, $0, at: .start(of: site.graph.hub.file),
      help: "Write 'downloads: {books: false}' in hub.yaml, or cut the hub into several")
  }
}

private func guideBook(_ page: PageOf<Guide>) -> Book? {
  Book(
    name: "guide-\(page.document.id.name)", sort: .guide, title: page.document.title,
    summary: page.document.common.summary ?? "", parts: [Book.Part(chapters: [.document(page.page)])])
}

private func seriesBook(_ series: HubDescription.Declared, on site: Site) -> Book? {
  guard let parts = site.lists.seriesParts[series.id] else { return nil }
  return Book(
    name: "series-\(series.id)", sort: .series, title: series.title, summary: series.summary ?? "",
    parts: [Book.Part(chapters: parts.map { .document($0) })])
}

/// What stays true from meeting to meeting: explainers, guides, ways in, issues and cases.
private func handbook(on site: Site) -> Book? {
  let series = site.graph.hub.series.compactMap { series -> Book.Part? in
    site.lists.seriesParts[series.id].map { Book.Part(title: series.title, chapters: $0.map { .document($0) }) }
  }
  let parts =
    series + sections([Explainer.kind, Article.kind, Guide.kind], on: site)
    + [
      part(site.words[.indexRoutes], site.lists.routes),
      part(site.words[.indexIssues], site.lists.order.sorted(site.pages(of: Issue.self))),
    ] + sections([CaseStudy.kind], on: site)
  let filled = parts.filter { !$0.chapters.isEmpty }
  guard !filled.isEmpty else { return nil }
  return Book(
    name: "handbook", sort: .handbook, title: site.graph.hub.title, subtitle: site.words[.bookHandbook],
    summary: site.graph.hub.summary ?? "", parts: filled)
}

/// The articles of these kinds that are in no series, by section.
private func sections(_ kinds: [Kind], on site: Site) -> [Book.Part] {
  kinds.flatMap { kind in
    site.graph.hub.sections.filter { $0.kind == kind }.map { section in
      let articles = site.pages(of: kind).filter {
        $0.document.id.folder == section.folder && $0.document.fields.series == nil
      }
      let sorted = section.order == .title ? site.lists.order.sorted(articles) : articles.newestFirst
      return part(section.title, sorted)
    }
  }
}

private func part(_ title: String, _ pages: [some SomePage]) -> Book.Part {
  Book.Part(title: title, chapters: pages.map { .document($0.page) })
}
