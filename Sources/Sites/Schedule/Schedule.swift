import Linking

/// The meetings of a site in time: what its calendar shows, which calendars there are to subscribe to, and by which clocks they go.
package struct Schedule: Sendable {
  package let calendar: MeetingCalendar
  package let feeds: CalendarFeeds
  package let clock: MeetingClock

  package var zones: MeetingZones { clock.zones }

  package init(_ graph: ContentGraph, _ language: SiteLanguage, zones: MeetingZones) {
    clock = MeetingClock(graph, zones: zones)
    calendar = MeetingCalendar(graph, language: language, clock: clock)
    feeds = CalendarFeeds(graph: graph)
  }
}
