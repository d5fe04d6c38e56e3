import CivilTime
import Content
import Linking

/// Lists that many pages show a part of, made once for a site.
package struct SiteLists: Sendable {
  package let order: ReadingOrder
  /// Articles, the newest first, each in the language where there is such a version; pages of the kind `page` are none.
  package let articles: [Page]
  /// The newest articles about each issue, as far as pages show them.
  package let articlesByIssue: [Int: [Page]]
  /// The parts of each series in their order.
  package let seriesParts: [String: [Page]]
  /// Meetings that are to come or under way, the next first.
  package let comingMeetings: [PageOf<Meeting>]
  /// The meetings of its series that come before and after each meeting, by its id.
  package let neighbours: [DocumentID: (previous: PageOf<Meeting>?, next: PageOf<Meeting>?)]
  /// All routes, those with a rank first.
  package let routes: [PageOf<Route>]
  package let countries: CountryOrder
  /// By the pages' numbers; nil for what is no article.
  private let articleRows: [ArticleRow?]

  package init(_ graph: ContentGraph, _ language: SiteLanguage, coming: [ScheduledMeeting]) {
    func local<Fields>(_ pages: [PageOf<Fields>]) -> [PageOf<Fields>] {
      pages.map { graph.version(of: $0, in: language.code) }
    }
    func title(_ page: Page) -> String { language.names.title(of: page, isMain: language.isMain) }
    order = ReadingOrder(titles: graph.pages.map(title), by: language.collation)
    countries = CountryOrder(
      local(graph.pages(of: Country.self)), by: language.collation, other: language.words[.otherLetters], title: title)
    routes = order.sorted(local(graph.pages(of: Route.self))).inRankOrder
    articles =
      Kind.articles.filter { $0 != StandingPage.kind }.flatMap(graph.pages(of:))
      .map { graph.version(of: $0, in: language.code) }.newestFirst
    articlesByIssue = Self.byIssue(articles, in: graph)
    seriesParts = Dictionary(grouping: articles.filter { $0.document.fields.series != nil }) {
      $0.document.fields.series?.series.id ?? ""
    }.mapValues(Self.inSeriesOrder)
    comingMeetings = coming.map(\.page)
    neighbours = Self.neighbours(in: graph, language)
    articleRows = graph.pages.map { page in
      page.document.kind.isArticle ? Self.row(of: page, language) : nil
    }
  }

  private static func byIssue(_ articles: [Page], in graph: ContentGraph) -> [Int: [Page]] {
    var byIssue: [Int: [Page]] = [:]
    for article in articles {
      for reference in article.document.common.issues {
        guard let issue = graph.page(reference, in: graph.hub.language) else { continue }
        byIssue[issue.index, default: []].append(article)
      }
    }
    return byIssue
  }

  private static func neighbours(
    in graph: ContentGraph, _ language: SiteLanguage
  ) -> [DocumentID: (previous: PageOf<Meeting>?, next: PageOf<Meeting>?)] {
    // In the originals' order, whatever a translation says of their days.
    let meetings = graph.pages(of: Meeting.self).inOrderOfTime
    var neighbours: [DocumentID: (previous: PageOf<Meeting>?, next: PageOf<Meeting>?)] = [:]
    for (series, members) in Dictionary(grouping: meetings, by: { MeetingSeries(of: $0.fields) }) where series != nil {
      let series = members.map { graph.version(of: $0, in: language.code) }
      for (place, page) in series.enumerated() {
        neighbours[page.id] = (
          place > 0 ? series[place - 1] : nil, place + 1 < series.count ? series[place + 1] : nil
        )
      }
    }
    return neighbours
  }

  package static func inSeriesOrder(_ pages: [Page]) -> [Page] {
    func part(_ page: Page) -> Int { page.document.fields.series?.part ?? .max }
    return pages.sorted { (part($0), $0.index) < (part($1), $1.index) }
  }

  private static func row(of article: Page, _ language: SiteLanguage) -> ArticleRow {
    ArticleRow(article, label: language.label(of: article), language: language.foreign(article))
  }

  /// What the rows of an article have in common.
  package func row(of article: Page, _ language: SiteLanguage) -> ArticleRow {
    articleRows[article.index] ?? Self.row(of: article, language)
  }
}
