import Linking

/// The meetings of a site in time: what its calendar shows, which calendars there are to subscribe to, and by which clocks they go.
package struct Schedule: Sendable {
  package let calendar: MeetingCalendar
  package let feeds: CalendarFeeds
  package let zones: MeetingZones

  package init(_ graph: ContentGraph, _ language: SiteLanguage, zones: MeetingZones) {
    calendar = MeetingCalendar(graph, language: language.code, words: language.words)
    feeds = CalendarFeeds(graph: graph)
    self.zones = zones
  }
}
