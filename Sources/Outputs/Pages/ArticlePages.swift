import Content
import Formats
import Linking
import Templating

func articlePage(_ page: Page, on site: Site, from place: Place) -> FinishedPage {
  let document = page.document
  var citations = Citations(document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = ArticlePage()
  content.authors = LinkView.each(document.common.authors, on: site, from: place)
  content.series = SeriesView(of: page, on: site, from: place)
  content.image = ImageView(of: page, on: site, from: place)
  content.issues = document.common.issues.compactMap(site.page).map { IssueView($0, on: site, from: place) }
  content.articles = relatedArticles(to: page, on: site).map { ArticleView($0, on: site, from: place) }
  addDetails(of: document, to: &content, on: site, from: place)
  content.showsFacts =
    !content.addressee.isEmpty || !content.role.isEmpty || !content.mechanism.isEmpty || content.meeting != nil
    || !content.forWhom.isEmpty || !content.leadTime.isEmpty || content.route != nil || !content.issues.isEmpty
  let head = PageHead(
    kind: "article", title: document.title, label: site.words[document.kind.word], symbol: document.common.short ?? "",
    summary: document.common.summary ?? "", body: body, contents: ContentView.each(of: page, on: site),
    series: content.series,
    structuredData: document.kind == .page ? [] : [articleData(page, on: site)], document: page)
  return FinishedPage(site.templates.pages.article, Filled(content), head, restingOn: citations)
}

private func addDetails(of document: Document, to content: inout ArticlePage, on site: Site, from place: Place) {
  switch document.details {
  case .caseStudy(let fields): content.mechanism = fields.mechanism
  case .guide(let fields):
    content.forWhom = fields.audience ?? ""
    content.leadTime = fields.leadTime ?? ""
    content.route = LinkView(fields.route, on: site, from: place)
  case .dispatch(let fields): content.role = fields.role
  case .statement(let fields):
    content.addressee = fields.addressee ?? ""
    content.signatories = fields.signatories
  default: break
  }
  content.meeting = document.details.meeting.flatMap(site.page).map { MeetingView($0, on: site, from: place) }
}

/// The series of an article with the parts before and after it.
extension SeriesView {
  fileprivate init?(of page: Page, on site: Site, from place: Place) {
    guard let series = page.document.details.article?.series else { return nil }
    let parts = site.lists.seriesParts[series.series.id] ?? []
    let position = parts.firstIndex { $0.index == page.index }
    func neighbour(_ offset: Int) -> NeighbourView? {
      guard let position, parts.indices.contains(position + offset) else { return nil }
      let part = parts[position + offset]
      return NeighbourView(title: part.document.title, address: site.link(to: part, from: place))
    }
    let index = site.menu.index(ofFolder: page.document.id.folder)
    self.init(
      title: site.graph.hub.title(of: series.series), address: index.map { site.link(to: $0.path, from: place) } ?? "",
      part: series.part.map(String.init) ?? "", previous: neighbour(-1), next: neighbour(1))
  }
}

/// The newest other articles about the same issues; of each issue only as many are looked at as can be shown.
private func relatedArticles(to page: Page, on site: Site) -> [Page] {
  let limit = 6
  var seen: Set<Int> = [page.index]
  let newest = page.document.common.issues.compactMap { site.graph.page($0, in: site.graph.hub.language) }
    .flatMap { (site.lists.articlesByIssue[$0.index] ?? []).prefix(limit + 1) }
    .filter { seen.insert($0.index).inserted }
  return Array(newest.newestFirst.prefix(limit))
}

extension ImageView {
  fileprivate init?(of page: Page, on site: Site, from place: Place) {
    guard let image = page.document.common.image, let picture = page.picture else { return nil }
    let size = site.resources.pictures[picture]
    self.init(
      address: site.link(to: picture, from: place), alternative: image.alternative,
      width: size.map { String($0.width) } ?? "",
      height: size.map { String($0.height) } ?? "")
  }
}

/// The index of a section: its series first, then its other articles.
func sectionPage(_ section: HubDescription.Section, _ index: Menu.Index, on site: Site, from place: Place)
  -> FinishedPage
{
  let articles = site.pages(of: section.kind).filter { $0.document.id.folder == section.folder }
  let inSeries = Dictionary(grouping: articles) { $0.document.details.article?.series?.series.id }
  var groups = site.graph.hub.series.compactMap { series -> ArticleGroupView? in
    guard let parts = inSeries[series.id] else { return nil }
    return ArticleGroupView(
      id: series.id, title: series.title, summary: series.summary ?? "",
      articles: SiteLists.inSeriesOrder(parts).map { ArticleView($0, on: site, from: place) })
  }
  let others = inSeries[nil] ?? []
  if !others.isEmpty {
    let sorted = section.order == .title ? site.lists.order.sorted(others) : others.newestFirst
    groups.append(
      ArticleGroupView(
        id: "other-articles", title: groups.isEmpty ? "" : site.words[.otherArticles],
        articles: sorted.map { ArticleView($0, on: site, from: place) }))
  }
  let content = SectionPage(
    jumps: groups.count > 1 ? groups.map { LinkView(title: $0.title, address: "#" + $0.id) } : [],
    articleGroups: groups)
  var page = indexPage(site.templates.pages.section, "section", index, Filled(content), on: site, from: place)
  page.head.feedPath = "\(section.folder)/feed"
  page.head.books = seriesRows(site.graph.hub.series.filter { inSeries[$0.id] != nil }, on: site, from: place)
  return page
}

/// An index, which is no document's page.
func indexPage<Content>(
  _ template: PageTemplate<Content>, _ kind: String, _ index: Menu.Index, _ content: Filled<Content>,
  restingOn citations: Citations = Citations(), on site: Site, from place: Place
) -> FinishedPage {
  let head = PageHead(
    kind: kind, title: index.title, summary: index.summary,
    downloads: downloads(ofFolder: index.folder, on: site, from: place))
  return FinishedPage(template, content, head, restingOn: citations)
}

extension Details {
  /// The meeting that an article is about.
  var meeting: Reference? {
    switch self {
    case .caseStudy(let fields): fields.meeting
    case .briefing(let fields), .takeaways(let fields): fields.meeting
    case .dispatch(let fields): fields.meeting
    default: nil
    }
  }
}
