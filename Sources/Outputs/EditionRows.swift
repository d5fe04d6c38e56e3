import CivilTime
import Content
import Linking

/// Lists that many pages show a part of, made once for an edition.
struct EditionRows: Sendable {
  /// Articles, the newest first, each in the language where there is such a version; pages of the kind `page` are none.
  let articles: [Page]
  /// The newest articles about each issue, as far as pages show them.
  let articlesByIssue: [Int: [Page]]
  /// Meetings that are to come or under way, the next first.
  let comingMeetings: [Page]
  /// The meetings of its type and its organ that come before and after each meeting, by its id.
  let neighbours: [DocumentID: (previous: Page?, next: Page?)]

  let seriesParts: [String: [Page]]

  init(graph: ContentGraph, language: String, coming: [ScheduledMeeting]) {
    let articles = Kind.articles.filter { $0 != .page }.flatMap(graph.pages(of:))
      .map { graph.version(of: $0, in: language) }.newestFirst
    var byIssue: [Int: [Page]] = [:]
    for article in articles {
      for reference in article.document.common.issues {
        guard let issue = graph.page(reference, in: graph.hub.language) else { continue }
        byIssue[issue.index, default: []].append(article)
      }
    }
    self.articles = articles
    seriesParts = Dictionary(grouping: articles.filter { $0.document.details.article?.series != nil }) {
      $0.document.details.article?.series?.series.id ?? ""
    }.mapValues(Self.inSeriesOrder)
    articlesByIssue = byIssue
    let meetings = graph.pages(of: .meeting).compactMap { page -> (page: Page, fields: MeetingFields)? in
      guard case .meeting(let fields) = page.document.details else { return nil }
      return (graph.version(of: page, in: language), fields)
    }.sorted { left, right in
      (left.fields.start?.firstDay ?? .last, left.page.index) < (
        right.fields.start?.firstDay ?? .last, right.page.index
      )
    }
    comingMeetings = coming.map(\.page)
    var neighbours: [DocumentID: (previous: Page?, next: Page?)] = [:]
    for members in Dictionary(grouping: meetings, by: { [$0.fields.type.id, $0.fields.organ?.target] }).values {
      let series = members.map(\.page)
      for (place, page) in series.enumerated() {
        neighbours[page.document.id] = (
          place > 0 ? series[place - 1] : nil, place + 1 < series.count ? series[place + 1] : nil
        )
      }
    }
    self.neighbours = neighbours
  }

  static func inSeriesOrder(_ pages: [Page]) -> [Page] {
    func part(_ page: Page) -> Int { page.document.details.article?.series?.part ?? .max }
    return pages.sorted { (part($0), $0.index) < (part($1), $1.index) }
  }

  /// Meetings in order of time; those without a date come last.
  func sortedByTime(_ meetings: [Page]) -> [Page] {
    func start(_ page: Page) -> CivilDate {
      guard case .meeting(let fields) = page.document.details else { return .last }
      return fields.start?.firstDay ?? .last
    }
    return meetings.sorted { (start($0), $0.index) < (start($1), $1.index) }
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
}
