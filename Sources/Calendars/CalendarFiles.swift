import Content
import Formats
import Linking
import OutputFiles
import Pages
import Sites

/// Every calendar of the hub in the site's language; each event is encoded once, however many calendars hold it.
package func calendars(_ site: Site) -> [OutputFile] {
  let writer = EventWriter(site: site, zones: site.schedule.zones)
  var events: [Int: MeetingEvents] = [:]
  for page in site.schedule.feeds.meetings(of: .meetings) { events[page.index] = writer.events(of: page) }
  let encoded = events
  return site.schedule.feeds.all.map { feed in
    OutputFile(path: site.path(of: feed)) {
      let meetings = site.schedule.feeds.meetings(of: feed)
      let events = meetings.flatMap { page -> [ICalendar.EncodedEvent] in
        guard let events = encoded[page.index] else { return [] }
        return switch feed {
        case .deadlines: events.deadlines
        case .meeting: events.dated + events.deadlines + writer.steps(to: page) + writer.sessions(of: page)
        case .meetings: events.dated + events.undated + events.deadlines
        default: events.dated + events.deadlines
        }
      }
      let page = site.calendarPage(of: feed)
      return ICalendar(
        productID: "-//Hubwright//\(site.graph.hub.title)//\(site.language.code.uppercased())",
        name: site.calendarTitle(of: feed), description: site.calendarSummary(of: feed),
        address: site.absoluteAddress(of: page), selfAddress: site.absoluteAddress(of: site.path(of: feed)),
        events: events
      ).encoded()
    }
  }
}

extension Site {
  /// The name that a subscriber's list of calendars shows.
  package func calendarTitle(of feed: CalendarFeed) -> String {
    let hub = graph.hub
    let part: String?
    switch feed {
    case .meetings: part = nil
    case .open: part = words[.calendarOpen]
    case .deadlines: part = words[.calendarDeadlines]
    case .region(let id): part = hub.regions.first { $0.id == id }?.title ?? id
    case .body(let id): part = title(of: Body.kind, id)
    case .issue(let id): part = title(of: Issue.kind, id)
    case .meeting(let id): return title(of: Meeting.kind, id)
    }
    return part.map { "\(hub.title)\(words[.colon])\($0)" } ?? hub.title
  }

  func calendarSummary(of feed: CalendarFeed) -> String? {
    feed == .meetings ? graph.hub.summary : nil
  }

  /// The page that shows what a calendar holds.
  package func calendarPage(of feed: CalendarFeed) -> OutputPath {
    let page: OutputPath? =
      switch feed {
      case .body(let id): self.page(Body.kind, id)?.address.path
      case .issue(let id): self.page(Issue.kind, id)?.address.path
      case .meeting(let id): self.page(Meeting.kind, id)?.address.path
      case .region(let id): schedule.calendar.groups.regions.first { $0.id == id }.map { path(of: $0) }
      case .open: schedule.calendar.groups.openness.first { $0.id == Openness.open.rawValue }.map { path(of: $0) }
      case .meetings, .deadlines: menu.index(ofFolder: "calendar").map(\.path)
      }
    return page ?? menu.homePath
  }

  private func title(of kind: Kind, _ id: String) -> String { page(kind, id)?.document.title ?? id }

  private func page(_ kind: Kind, _ id: String) -> Page? {
    kind.recordFolder.flatMap { graph.page(DocumentID(folder: $0, name: id)) }.map {
      graph.version(of: $0, in: language.code)
    }
  }
}
