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

  /// The file, which stands at one place whatever the reader's language.
  package var path: OutputPath {
    switch self {
    case .meetings: PageAddress.path("meetings.ics")
    case .open: PageAddress.path("calendars/open.ics")
    case .deadlines: PageAddress.path("calendars/deadlines.ics")
    case .body(let id): PageAddress.path("calendars/body-\(id).ics")
    case .issue(let id): PageAddress.path("calendars/issue-\(id).ics")
    case .region(let id): PageAddress.path("calendars/region-\(id).ics")
    case .meeting(let id): PageAddress.path("meetings/\(id).ics")
    }
  }
}
