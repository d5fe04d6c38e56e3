import Content
import Linking
import Sites
import Templating

/// What only the template `article` has.
struct ArticlePage: TemplateView {
  var authors: [LinkView] = []
  var series: SeriesView?
  var image: ImageView?
  var showsFacts = false
  /// What a kind has that no other has.
  var facts: [FactView] = []
  var addressee = ""
  var signatories: [String] = []
  var role = ""
  var mechanism = ""
  var meeting: MeetingView?
  var forWhom = ""
  var leadTime = ""
  var route: LinkView?
  var issues: [IssueView] = []
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "ArticlePage",
    [
      .list("authors") { $0.authors },
      .group("series") { $0.series },
      .group("image") { $0.image },
      .flag("shows_facts") { $0.showsFacts },
      .list("facts") { $0.facts },
      .text("addressee") { $0.addressee },
      .texts("signatories") { $0.signatories },
      .text("role") { $0.role },
      .text("mechanism") { $0.mechanism },
      .group("meeting") { $0.meeting },
      .text("for_whom") { $0.forWhom },
      .text("lead_time") { $0.leadTime },
      .group("route") { $0.route },
      .list("issues") { $0.issues },
      .list("articles") { $0.articles },
    ])
}

/// `addDetails` adds what only articles of one kind have.
func articlePage(
  _ page: some SomePage, on site: Site, from place: Place, addDetails: (inout ArticlePage) -> Void = { _ in }
) -> FinishedPage<ArticlePage> {
  let page = page.page
  let document = page.document
  var citations = Citations(document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = ArticlePage()
  content.authors = LinkView.each(document.common.authors, on: site, from: place)
  content.series = SeriesView(of: page, on: site, from: place)
  content.image = ImageView(of: page, on: site, from: place)
  content.issues = document.common.issues.compactMap(site.page).map { IssueView($0, on: site, from: place) }
  content.articles = relatedArticles(to: page, on: site).map { ArticleView($0, on: site, from: place) }
  content.meeting = document.occasion.flatMap(site.page).map { MeetingView($0, on: site, from: place) }
  addDetails(&content)
  content.showsFacts =
    !content.addressee.isEmpty || !content.role.isEmpty || !content.mechanism.isEmpty || content.meeting != nil
    || !content.forWhom.isEmpty || !content.leadTime.isEmpty || content.route != nil || !content.issues.isEmpty
    || !content.facts.isEmpty
  let head = PageHead(
    kind: "article", title: document.title, label: site.word(for: document.kind), symbol: document.common.short ?? "",
    summary: document.common.summary ?? "", body: body, contents: ContentView.each(of: page, on: site),
    series: content.series,
    structuredData: document.kind == StandingPage.kind ? [] : [articleData(page, on: site)], document: page)
  return FinishedPage(Filled(content), head: head, restingOn: citations)
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
