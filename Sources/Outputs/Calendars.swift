import CivilTime
import Content
import Formats
import Linking

/// One calendar with all meetings whose days are known.
func calendar(_ edition: Edition) -> OutputFile {
  OutputFile(path: PageAddress.path("meetings.ics")) {
    let hub = edition.graph.hub
    let events = edition.graph.pages(of: .meeting).compactMap { event(for: $0, edition) }
    return ICalendar(
      productID: "-//Hubwright//\(hub.title)//EN", name: hub.title, description: hub.summary, events: events
    ).encoded()
  }
}

private func event(for page: Page, _ edition: Edition) -> ICalendar.Event? {
  guard case .meeting(let fields) = page.document.details, let start = fields.start, start.isExact else { return nil }
  let end = fields.end.flatMap { $0.isExact ? $0 : nil } ?? start
  let state = MeetingState(fields, on: edition.today)
  let composer = PageComposer(edition: edition, path: page.address.path)
  var details = ICalendar.Details()
  details.description = page.document.common.summary
  let place = composer.placeText(fields)
  details.location = [fields.venue, place.isEmpty ? nil : place].compactMap { $0 }.joined(separator: ", ")
  details.address = edition.absoluteAddress(of: page)
  details.categories = [composer.typeTitle(fields)]
  details.isTransparent = true
  let status: ICalendar.Status =
    switch state {
    case .cancelled: .cancelled
    case .planned, .tentative, .postponed: .tentative
    default: .confirmed
    }
  let stamp =
    page.document.common.updated ?? page.document.common.sources.compactMap(\.consulted).max() ?? start.firstDay
  return ICalendar.Event(
    uid: "\(page.document.id.name)@\(hostName(of: edition.address))", stamp: Timestamp(stamp),
    span: .days(first: start.firstDay, last: end.lastDay), summary: page.document.title, status: status,
    details: details)
}
