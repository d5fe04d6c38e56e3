import CivilTime
import Content
import Linking

/// Lists that many pages show a part of, made once for a site.
struct SiteLists: Sendable {
  let order: ReadingOrder
  /// Articles, the newest first, each in the language where there is such a version; pages of the kind `page` are none.
  let articles: [Page]
  /// The newest articles about each issue, as far as pages show them.
  let articlesByIssue: [Int: [Page]]
  /// The parts of each series in their order.
  let seriesParts: [String: [Page]]
  /// Meetings that are to come or under way, the next first.
  let comingMeetings: [Page]
  /// The meetings of its type and its organ that come before and after each meeting, by its id.
  let neighbours: [DocumentID: (previous: Page?, next: Page?)]
  /// All routes, those with a rank first.
  let routes: [Page]
  let countries: CountryOrder
  /// By the pages' numbers; nil for what is no article.
  private let articleRows: [ArticleRow?]

  init(_ graph: ContentGraph, _ language: SiteLanguage, coming: [ScheduledMeeting]) {
    func local(_ pages: [Page]) -> [Page] { pages.map { graph.version(of: $0, in: language.code) } }
    func title(_ page: Page) -> String { language.names.title(of: page, isMain: language.isMain) }
    order = ReadingOrder(titles: graph.pages.map(title))
    countries = CountryOrder(
      local(graph.pages(of: .country)), locale: language.words[.locale], other: language.words[.otherLetters],
      title: title)
    routes = order.sorted(local(graph.pages(of: .route))).inRankOrder
    articles = local(Kind.articles.filter { $0 != .page }.flatMap(graph.pages(of:))).newestFirst
    articlesByIssue = Self.byIssue(articles, in: graph)
    seriesParts = Dictionary(grouping: articles.filter { $0.document.details.article?.series != nil }) {
      $0.document.details.article?.series?.series.id ?? ""
    }.mapValues(Self.inSeriesOrder)
    comingMeetings = coming.map(\.page)
    neighbours = Self.neighbours(in: graph, language)
    articleRows = graph.pages.map { page in
      page.document.kind.isArticle ? ArticleRow(page, label: language.names.label(of: page, language.words)) : nil
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
  ) -> [DocumentID: (previous: Page?, next: Page?)] {
    let meetings = graph.pages(of: .meeting).compactMap { page -> (page: Page, fields: MeetingFields)? in
      guard case .meeting(let fields) = page.document.details else { return nil }
      return (graph.version(of: page, in: language.code), fields)
    }.sorted { left, right in
      (left.fields.start?.firstDay ?? .last, left.page.index) < (
        right.fields.start?.firstDay ?? .last, right.page.index
      )
    }
    var neighbours: [DocumentID: (previous: Page?, next: Page?)] = [:]
    for members in Dictionary(grouping: meetings, by: { [$0.fields.type.id, $0.fields.organ?.target] }).values {
      let series = members.map(\.page)
      for (place, page) in series.enumerated() {
        neighbours[page.document.id] = (
          place > 0 ? series[place - 1] : nil, place + 1 < series.count ? series[place + 1] : nil
        )
      }
    }
    return neighbours
  }

  static func inSeriesOrder(_ pages: [Page]) -> [Page] {
    func part(_ page: Page) -> Int { page.document.details.article?.series?.part ?? .max }
    return pages.sorted { (part($0), $0.index) < (part($1), $1.index) }
  }

  /// What the rows of an article have in common.
  func row(of article: Page, _ language: SiteLanguage) -> ArticleRow {
    articleRows[article.index] ?? ArticleRow(article, label: language.names.label(of: article, language.words))
  }
}

extension [Page] {
  /// By the days that they give, those without one last.
  var newestFirst: [Page] {
    // Each page's day is asked for once, and not at each comparison.
    let dated = map { page in (day: page.document.common.date?.firstDay ?? CivilDate.first, page: page) }
    return dated.sorted { left, right in
      left.day == right.day ? left.page.index < right.page.index : left.day > right.day
    }.map(\.page)
  }

  /// Meetings in order of time; those without a date come last.
  var inOrderOfTime: [Page] {
    func start(_ page: Page) -> CivilDate {
      guard case .meeting(let fields) = page.document.details else { return .last }
      return fields.start?.firstDay ?? .last
    }
    return sorted { (start($0), $0.index) < (start($1), $1.index) }
  }

  /// Routes with a rank first, the others in the order given.
  var inRankOrder: [Page] {
    func rank(_ page: Page) -> Int {
      guard case .route(let fields) = page.document.details else { return .max }
      return fields.rank ?? .max
    }
    return enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }
}
