import Content
import Linking

extension PageComposer {
  /// How a page offers calendars: those that there are, each with the address that calendar programs take, and its file.
  func calendarLinks(_ feeds: [(feed: CalendarFeed, title: String)]) -> [CalendarLinkView] {
    feeds.compactMap { feed, title in
      guard edition.feeds.contains(feed) else { return nil }
      return CalendarLinkView(
        // Books may hold registered schemes only (EPUBCheck's HTM-025), and webcal is none.
        title: title, subscribeAddress: book == nil ? webcalAddress(of: feed.path) : link(to: feed.path),
        fileAddress: link(to: feed.path))
    }
  }

  func calendarLinks(_ feed: CalendarFeed, _ title: Word) -> [CalendarLinkView] {
    calendarLinks([(feed, words[title])])
  }

  /// All meetings, what is open to everybody, the deadlines, and each region's meetings.
  var generalCalendarLinks: [CalendarLinkView] {
    let general: [(CalendarFeed, Word)] = [
      (.meetings, .calendarAll), (.open, .calendarOpen), (.deadlines, .calendarDeadlines),
    ]
    return calendarLinks(
      general.map { ($0, words[$1]) } + graph.hub.regions.map { (.region($0.id), $0.title) })
  }

  /// `webcal:` in place of `https:`, by which systems know that an address is for a calendar program.
  private func webcalAddress(of path: OutputPath) -> String {
    let address = edition.absoluteAddress(of: path)
    guard let colon = address.firstIndex(of: ":") else { return "" }
    return "webcal" + address[colon...]
  }
}
