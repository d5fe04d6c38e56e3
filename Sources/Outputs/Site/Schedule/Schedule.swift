import Linking

/// The meetings of a site in time: what its calendar shows, which calendars there are to subscribe to, and by which clocks they go.
struct Schedule: Sendable {
  let calendar: MeetingCalendar
  let feeds: CalendarFeeds
  let clock: MeetingClock

  var zones: MeetingZones { clock.zones }

  init(_ graph: ContentGraph, _ language: SiteLanguage, zones: MeetingZones) {
    clock = MeetingClock(graph, zones: zones)
    calendar = MeetingCalendar(graph, language: language.code, words: language.words, clock: clock)
    feeds = CalendarFeeds(graph: graph)
  }
}
