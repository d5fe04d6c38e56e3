import Content
import Linking

/// The calendars of a hub: which there are, and which meetings each holds.
///
/// There is one where it has something to hold. What a calendar holds does not depend on the day of the build.
package struct CalendarFeeds: Sendable {
  /// That of all meetings is always there, since every page names it.
  private var meetings: [CalendarFeed: [PageOf<Meeting>]] = [.meetings: []]

  package init(graph: ContentGraph) {
    for page in graph.pages(of: Meeting.self) {
      let fields = page.fields
      let hasDeadlines = fields.deadlines.contains { $0.day(for: fields)?.isExact == true }
      guard fields.start?.isExact == true || hasDeadlines else {
        // A meeting whose day is not known has no event, and still is among all meetings.
        meetings[.meetings, default: []].append(page)
        continue
      }
      for feed in Self.feeds(of: page, in: graph) { meetings[feed, default: []].append(page) }
      if hasDeadlines { meetings[.deadlines, default: []].append(page) }
    }
  }

  /// Every calendar, sorted by its path.
  package var all: [CalendarFeed] { meetings.keys.sorted { $0.path(below: "") < $1.path(below: "") } }

  /// In the order of their ids.
  package func meetings(of feed: CalendarFeed) -> [PageOf<Meeting>] { meetings[feed] ?? [] }

  package func contains(_ feed: CalendarFeed) -> Bool { meetings[feed] != nil }

  private static func feeds(of page: PageOf<Meeting>, in graph: ContentGraph) -> [CalendarFeed] {
    let fields = page.fields
    var feeds: [CalendarFeed] = [.meetings, .meeting(page.document.id.name)]
    if fields.openness == .open { feeds.append(.open) }
    if let organ = fields.organ { feeds.append(.body(organ.target)) }
    return feeds + graph.regions(of: fields).map { .region($0) } + graph.issues(of: page).map { .issue($0) }
  }
}
