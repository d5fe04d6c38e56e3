import Content
import Linking
import Sites
import Templating

/// A calendar to subscribe to.
package struct CalendarLinkView: TemplateView {
  package var title = ""
  var subscribeAddress = ""
  package var fileAddress = ""

  package static let shape = ViewShape<Self>(
    "CalendarLink",
    [
      .text("title") { $0.title },
      .text("subscribe_address") { $0.subscribeAddress },
      .text("file_address") { $0.fileAddress },
    ])
}

/// How a page offers calendars: those that there are, each with the address that calendar programs take, and its file.
package func calendarLinks(_ feeds: [(feed: CalendarFeed, title: String)], on site: Site, from place: Place)
  -> [CalendarLinkView]
{
  feeds.compactMap { feed, title in
    guard site.schedule.feeds.contains(feed) else { return nil }
    let path = site.path(of: feed)
    return CalendarLinkView(
      // Books may hold registered schemes only (EPUBCheck's HTM-025), and webcal is none.
      title: title,
      subscribeAddress: place.book == nil
        ? webcalAddress(of: path, on: site, from: place) : site.link(to: path, from: place),
      fileAddress: site.link(to: path, from: place))
  }
}

package func calendarLinks(_ feed: CalendarFeed, _ title: Word, on site: Site, from place: Place) -> [CalendarLinkView]
{
  calendarLinks([(feed, site.words[title])], on: site, from: place)
}

/// All meetings, what is open to everybody, the deadlines, and each region's meetings.
package func generalCalendarLinks(on site: Site, from place: Place) -> [CalendarLinkView] {
  let general: [(CalendarFeed, Word)] = [
    (.meetings, .calendarAll), (.open, .calendarOpen), (.deadlines, .calendarDeadlines),
  ]
  return calendarLinks(
    general.map { ($0, site.words[$1]) } + site.graph.hub.regions.map { (.region($0.id), $0.title) }, on: site,
    from: place)
}

/// `webcal:` in place of `https:`, by which systems know that an address is for a calendar program.
private func webcalAddress(of path: OutputPath, on site: Site, from place: Place) -> String {
  let address = site.absoluteAddress(of: path)
  guard let colon = address.firstIndex(of: ":") else { return "" }
  return "webcal" + address[colon...]
}
