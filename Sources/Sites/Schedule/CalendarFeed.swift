import Linking

/// A calendar that readers can subscribe to; those of bodies, issues, regions and meetings are told apart by their ids.
package enum CalendarFeed: Sendable, Hashable {
  case meetings
  /// What is open to everybody, and so to civil society.
  case open
  case deadlines
  case body(String)
  case issue(String)
  case region(String)
  case meeting(String)

  /// The file, below what the paths of a language's site begin with: `fr/` or nothing.
  func path(below prefix: String) -> OutputPath { PageAddress.path("\(prefix)\(path)") }

  private var path: String {
    switch self {
    case .meetings: "meetings.ics"
    case .open: "calendars/open.ics"
    case .deadlines: "calendars/deadlines.ics"
    case .body(let id): "calendars/body-\(id).ics"
    case .issue(let id): "calendars/issue-\(id).ics"
    case .region(let id): "calendars/region-\(id).ics"
    case .meeting(let id): "meetings/\(id).ics"
    }
  }
}

extension Site {
  /// The file of a calendar in the site's language.
  package func path(of feed: CalendarFeed) -> OutputPath { feed.path(below: language.prefix) }
}
