import Content
import Linking
import Sites
import Templating

/// What only the template `section` has.
struct SectionPage: TemplateView {
  var jumps: [LinkView] = []
  var articleGroups: [ArticleGroupView] = []

  static let shape = ViewShape<Self>(
    "SectionPage",
    [
      .list("jumps") { $0.jumps },
      .list("article_groups") { $0.articleGroups },
    ])
}

/// The index of a section: its series first, then its other articles.
func sectionPage(
  _ subject: (section: HubDescription.Section, index: Menu.Index), on site: Site, from place: Place
) -> FinishedPage<SectionPage> {
  let (section, index) = subject
  let articles = site.pages(of: section.kind).filter { $0.document.id.folder == section.folder }
  let inSeries = Dictionary(grouping: articles) { $0.document.fields.series?.series.id }
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
  var page = indexPage("section", index, Filled(content), on: site, from: place)
  page.head.feedPath = "\(section.folder)/feed"
  page.head.books = seriesRows(site.graph.hub.series.filter { inSeries[$0.id] != nil }, on: site, from: place)
  return page
}
