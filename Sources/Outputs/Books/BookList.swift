import CivilTime
import Content
import Linking

extension PageComposer {
  /// The books of an edition: the handbook, a pack for each meeting that is near, each series and each guide.
  ///
  /// A book is made in a language where something of it is written in that language.
  var books: [Book] {
    guard graph.hub.downloads.books else { return [] }
    let all = [handbook] + packs + graph.hub.series.map(seriesBook) + guides.map(guideBook)
    return all.compactMap { $0 }.filter { book in
      book.pages.count <= Book.mostChapters && book.pages.contains { $0.document.language == edition.language }
    }
  }

  /// Too many guides are no shelf.
  private var guides: [Page] {
    let guides = edition.order.sorted(pages(of: .guide))
    return guides.count > Book.mostChapters ? [] : guides
  }

  private func guideBook(_ page: Page) -> Book? {
    Book(
      name: "guide-\(page.document.id.name)", sort: .guide, title: page.document.title,
      summary: page.document.common.summary ?? "", parts: [Book.Part(chapters: [.document(page)])])
  }

  private func seriesBook(_ series: HubDescription.Declared) -> Book? {
    guard let parts = edition.seriesParts[series.id] else { return nil }
    return Book(
      name: "series-\(series.id)", sort: .series, title: series.title, summary: series.summary ?? "",
      parts: [Book.Part(chapters: parts.map { .document($0) })])
  }

  /// What stays true from meeting to meeting: explainers, guides, ways in, issues and cases.
  private var handbook: Book? {
    let series = graph.hub.series.compactMap { series -> Book.Part? in
      edition.seriesParts[series.id].map { Book.Part(title: series.title, chapters: $0.map { .document($0) }) }
    }
    let parts =
      series + sections([.explainer, .article, .guide])
      + [
        part(words[.indexRoutes], edition.routes), part(words[.indexIssues], edition.order.sorted(pages(of: .issue))),
      ] + sections([.caseStudy])
    let filled = parts.filter { !$0.chapters.isEmpty }
    guard !filled.isEmpty else { return nil }
    return Book(
      name: "handbook", sort: .handbook, title: graph.hub.title, subtitle: words[.bookHandbook],
      summary: graph.hub.summary ?? "", parts: filled)
  }

  /// The articles of these kinds that are in no series, by section.
  private func sections(_ kinds: [Kind]) -> [Book.Part] {
    kinds.flatMap { kind in
      graph.hub.sections.filter { $0.kind == kind }.map { section in
        let articles = pages(of: kind).filter {
          $0.document.id.folder == section.folder && $0.document.details.article?.series == nil
        }
        let sorted = section.order == .title ? edition.order.sorted(articles) : articles.newestFirst
        return part(section.title, sorted)
      }
    }
  }

  private func part(_ title: String, _ pages: [Page]) -> Book.Part {
    Book.Part(title: title, chapters: pages.map { .document($0) })
  }
}

// MARK: The books of a page

extension PageComposer {
  /// What a reader of the page can take along of it.
  func books(with page: Page) -> [BookRowView] {
    guard graph.hub.downloads.books else { return [] }
    switch page.document.details {
    case .guide where pages(of: .guide).count <= Book.mostChapters:
      return [bookRow("guide-\(page.document.id.name)", words[.bookGuide])] + seriesBooks(with: page)
    case .meeting(let fields): return hasPack(page, fields) ? [packRow(page)] : []
    case .briefing, .takeaways:
      guard let meeting = page.document.details.meeting.flatMap(self.page),
        case .meeting(let fields) = meeting.document.details, hasPack(meeting, fields)
      else { return seriesBooks(with: page) }
      return [packRow(meeting)] + seriesBooks(with: page)
    default: return seriesBooks(with: page)
    }
  }

  private func seriesBooks(with page: Page) -> [BookRowView] {
    guard let series = page.document.details.article?.series?.series.id else { return [] }
    return seriesRows(graph.hub.series.filter { $0.id == series })
  }

  /// The books of the series that a section holds.
  func seriesRows(_ series: [HubDescription.Declared]) -> [BookRowView] {
    guard graph.hub.downloads.books else { return [] }
    return series.filter { series in
      let parts = edition.seriesParts[series.id] ?? []
      return parts.count <= Book.mostChapters && parts.contains { $0.document.language == edition.language }
    }.map { bookRow("series-\($0.id)", $0.title) }
  }

  private func packRow(_ meeting: Page) -> BookRowView {
    bookRow("pack-\(meeting.document.id.name)", words[.bookPack])
  }

  private func bookRow(_ name: String, _ title: String) -> BookRowView {
    BookRowView(
      title: title, address: link(to: edition.pagePath(ofBook: name)),
      file: DownloadView(title: title, address: link(to: edition.filePath(ofBook: name)), format: "EPUB"))
  }
}
