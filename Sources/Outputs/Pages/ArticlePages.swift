import Content
import Formats
import Linking
import Templating

extension PageComposer {
  mutating func articlePage(_ page: Page) -> ComposedPage {
    let document = page.document
    _ = cite(document.common.sources)
    let body = bodyHTML(of: page)
    var content = ArticlePage()
    content.authors = linkViews(document.common.authors)
    content.series = seriesView(of: page)
    content.image = imageView(of: page)
    content.issues = document.common.issues.compactMap(self.page).map(issueView)
    content.articles = relatedArticles(to: page).map(articleView)
    addDetails(of: document, to: &content)
    content.showsFacts =
      !content.addressee.isEmpty || !content.role.isEmpty || !content.mechanism.isEmpty || content.meeting != nil
      || !content.forWhom.isEmpty || !content.leadTime.isEmpty || content.route != nil || !content.issues.isEmpty
    let head = PageHead(
      kind: "article", title: document.title, label: words[document.kind.word], symbol: document.common.short ?? "",
      summary: document.common.summary ?? "", body: body, contents: contents(of: page), series: content.series,
      structuredData: document.kind == .page ? [] : [articleData(page)])
    return ComposedPage(template: "article", frame: frame(of: page, head), content: FilledView(content))
  }

  private func addDetails(of document: Document, to content: inout ArticlePage) {
    switch document.details {
    case .caseStudy(let fields): content.mechanism = fields.mechanism
    case .guide(let fields):
      content.forWhom = fields.audience ?? ""
      content.leadTime = fields.leadTime ?? ""
      content.route = linkView(fields.route)
    case .dispatch(let fields): content.role = fields.role
    case .statement(let fields):
      content.addressee = fields.addressee ?? ""
      content.signatories = fields.signatories
    default: break
    }
    content.meeting = document.details.meeting.flatMap(page).map(meetingView)
  }

  /// The series of an article with the parts before and after it.
  private func seriesView(of page: Page) -> SeriesView? {
    guard let series = page.document.details.article?.series else { return nil }
    let parts = edition.seriesParts[series.series.id] ?? []
    let position = parts.firstIndex { $0.index == page.index }
    func neighbour(_ offset: Int) -> NeighbourView? {
      guard let position, parts.indices.contains(position + offset) else { return nil }
      let part = parts[position + offset]
      return NeighbourView(title: part.document.title, address: link(to: part))
    }
    let index = edition.menu.index(ofFolder: page.document.id.folder)
    return SeriesView(
      title: graph.hub.title(of: series.series), address: index.map { link(to: $0.path) } ?? "",
      part: series.part.map(String.init) ?? "", previous: neighbour(-1), next: neighbour(1))
  }

  /// The newest other articles about the same issues; of each issue only as many are looked at as can be shown.
  private func relatedArticles(to page: Page) -> [Page] {
    let limit = 6
    var seen: Set<Int> = [page.index]
    let newest = page.document.common.issues.compactMap { graph.page($0, in: graph.hub.language) }
      .flatMap { (edition.rows.articlesByIssue[$0.index] ?? []).prefix(limit + 1) }
      .filter { seen.insert($0.index).inserted }
    return Array(newest.newestFirst.prefix(limit))
  }

  private func imageView(of page: Page) -> ImageView? {
    guard let image = page.document.common.image, let picture = page.picture else { return nil }
    let size = edition.resources.pictures[picture]
    return ImageView(
      address: link(to: picture), alternative: image.alternative, width: size.map { String($0.width) } ?? "",
      height: size.map { String($0.height) } ?? "")
  }

  /// The index of a section: its series first, then its other articles.
  mutating func sectionPage(_ section: HubDescription.Section, _ index: Menu.Index) -> ComposedPage {
    let articles = pages(of: section.kind).filter { $0.document.id.folder == section.folder }
    let inSeries = Dictionary(grouping: articles) { $0.document.details.article?.series?.series.id }
    var groups = graph.hub.series.compactMap { series -> ArticleGroupView? in
      guard let parts = inSeries[series.id] else { return nil }
      return ArticleGroupView(
        id: series.id, title: series.title, summary: series.summary ?? "",
        articles: EditionRows.inSeriesOrder(parts).map(articleView))
    }
    let others = inSeries[nil] ?? []
    if !others.isEmpty {
      let sorted = section.order == .title ? edition.order.sorted(others) : others.newestFirst
      groups.append(
        ArticleGroupView(
          id: "other-articles", title: groups.isEmpty ? "" : words[.otherArticles], articles: sorted.map(articleView)))
    }
    let content = SectionPage(
      jumps: groups.count > 1 ? groups.map { LinkView(title: $0.title, address: "#" + $0.id) } : [],
      articleGroups: groups)
    var page = indexPage("section", index, FilledView(content))
    page.frame.books = seriesRows(graph.hub.series.filter { inSeries[$0.id] != nil })
    return page
  }

  /// An index, which is no document's page.
  func indexPage(_ template: String, _ index: Menu.Index, _ content: FilledView) -> ComposedPage {
    let isSection = graph.hub.section(ofFolder: index.folder) != nil
    let head = PageHead(
      kind: template, title: index.title, summary: index.summary, feedPath: isSection ? "\(index.folder)/feed" : nil)
    var frame = plainFrame(head)
    frame.downloads = downloads(ofFolder: index.folder)
    return ComposedPage(template: template, frame: frame, content: content)
  }
}

extension Details {
  /// The meeting that an article is about.
  var meeting: Reference<Meeting>? {
    switch self {
    case .caseStudy(let fields): fields.meeting
    case .briefing(let fields): fields.meeting
    case .takeaways(let fields): fields.meeting
    case .dispatch(let fields): fields.meeting
    default: nil
    }
  }
}
