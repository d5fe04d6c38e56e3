import Linking

/// The meetings of a site in time: what its calendar shows, which calendars there are to subscribe to, and by which clocks they go.
struct Schedule: Sendable {
  let calendar: MeetingCalendar
  let feeds: CalendarFeeds
  let zones: MeetingZones

  init(_ graph: ContentGraph, _ language: SiteLanguage, zones: MeetingZones) {
    calendar = MeetingCalendar(graph, language: language)
    feeds = CalendarFeeds(graph: graph)
    self.zones = zones
  }
}
