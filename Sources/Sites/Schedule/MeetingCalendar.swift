import CivilTime
import Content
import Linking

/// A meeting and where it stands at the time of the build.
///
/// A class, since it is in many lists and its fields are many.
package final class ScheduledMeeting: Sendable {
  /// In the site's language, where there is such a version.
  package let page: PageOf<Meeting>
  /// The original's, which a translation need not repeat.
  package let fields: Meeting
  /// The translation's, where it has any.
  package let deadlines: [Deadline]
  package let state: MeetingState

  package init(_ original: PageOf<Meeting>, shownAs page: PageOf<Meeting>, by clock: MeetingClock) {
    self.page = page
    fields = original.fields
    deadlines = page.fields.deadlines.isEmpty ? fields.deadlines : page.fields.deadlines
    state = MeetingState(fields, by: clock)
  }

  /// The day on which it opens, or the last on which it can.
  package var latestOpening: CivilDate { fields.start?.lastDay ?? .last }
}

/// What stands in the calendar: a meeting, or a deadline of one.
package struct CalendarEntry: Sendable {
  package let meeting: ScheduledMeeting
  /// Nil for the meeting itself.
  package let deadline: Deadline?
  package let start: Moment
  package let lastDay: CivilDate

  /// Whether it has its days; else only the month or the year is known, and it stands on no day.
  package var isExact: Bool { start.isExact }
  package var firstDay: CivilDate { start.firstDay }

  /// A meeting's own entry and those of its deadlines, which nobody has to meet where it does not take place as planned.
  package static func entries(of meeting: ScheduledMeeting) -> [CalendarEntry] {
    let fields = meeting.fields
    var entries: [CalendarEntry] = []
    if let start = fields.start {
      let end = fields.end.flatMap { $0.isExact == start.isExact ? $0 : nil } ?? start
      entries.append(CalendarEntry(meeting: meeting, deadline: nil, start: start, lastDay: end.lastDay))
    }
    guard meeting.state.holdsDeadlines else { return entries }
    return entries
      + meeting.deadlines.compactMap { deadline in
        deadline.day(for: fields).map {
          CalendarEntry(meeting: meeting, deadline: deadline, start: $0, lastDay: $0.lastDay)
        }
      }
  }

  package static func isEarlier(_ left: CalendarEntry, _ right: CalendarEntry) -> Bool {
    (left.firstDay, right.lastDay, left.meeting.page.index) < (right.firstDay, left.lastDay, right.meeting.page.index)
  }
}

/// All meetings and deadlines in order of time, and by month and year: made once for a site.
package struct MeetingCalendar: Sendable {
  /// In order of time; those without a date come last.
  package let meetings: [ScheduledMeeting]
  /// What is to come or under way, the next first; one of which only the year is known may come until the year is over.
  package let coming: [ScheduledMeeting]
  /// What has its days, in order of time.
  package let entries: [CalendarEntry]
  /// What has a day in the month.
  package let entriesByMonth: [CalendarMonth: [CalendarEntry]]
  /// What begins in the year.
  package let entriesByYear: [Int: [CalendarEntry]]
  /// What is known by its month alone.
  package let vagueByMonth: [CalendarMonth: [CalendarEntry]]
  /// What has no day, by its month or year.
  package let vagueByYear: [Int: [CalendarEntry]]
  /// The months and years that have a page: the same in every language, since days are.
  package let months: [CalendarMonth]
  package let years: [Int]
  package let groups: MeetingGroups

  package init(_ graph: ContentGraph, language: SiteLanguage, clock: MeetingClock) {
    let originals = graph.pages(of: Meeting.self)
    meetings = originals.compactMap {
      ScheduledMeeting($0, shownAs: graph.version(of: $0, in: language.code), by: clock)
    }
    .sorted {
      ($0.fields.start?.firstDay ?? .last, $0.page.index) < ($1.fields.start?.firstDay ?? .last, $1.page.index)
    }
    coming = meetings.filter(\.state.isCurrent).sorted {
      ($0.latestOpening, $0.page.index) < ($1.latestOpening, $1.page.index)
    }
    groups = MeetingGroups(of: meetings, in: graph, language: language)
    let all = meetings.flatMap(CalendarEntry.entries).enumerated().sorted { left, right in
      CalendarEntry.isEarlier(left.element, right.element)
        || !CalendarEntry.isEarlier(right.element, left.element) && left.offset < right.offset
    }.map(\.element)
    entries = all.filter(\.isExact)
    entriesByMonth = Self.byMonth(entries)
    entriesByYear = Dictionary(grouping: entries, by: \.firstDay.year)
    let vague = all.filter { !$0.isExact }
    vagueByMonth = Self.byMonth(vague.filter(\.isOfOneMonth))
    vagueByYear = Dictionary(grouping: vague, by: \.firstDay.year)
    let months = Set(all.filter { $0.isExact || $0.isOfOneMonth }.flatMap(\.months))
    self.months = months.sorted()
    years = Set(months.map(\.year)).union(all.map(\.firstDay.year)).sorted()
  }

  private static func byMonth(_ entries: [CalendarEntry]) -> [CalendarMonth: [CalendarEntry]] {
    var months: [CalendarMonth: [CalendarEntry]] = [:]
    for entry in entries {
      for month in entry.months { months[month, default: []].append(entry) }
    }
    return months
  }

  /// The meeting that a reader is told of first: the next with a day that is open to others than its own members, or else the next.
  package var lead: ScheduledMeeting? {
    let dated = coming.filter { $0.fields.start?.isExact == true }
    return dated.first { $0.fields.openness != .closed } ?? dated.first ?? coming.first
  }
}

extension ScheduledMeeting {
  /// Whether it is to get a date: what is postponed no longer takes place on its own.
  package var awaitsDate: Bool { state == .undated || state == .postponed }

  /// Whether its own day still counts.
  package var keepsItsDay: Bool { state != .cancelled && state != .postponed }
}

extension CalendarEntry {
  /// Whether it is ahead or going on.
  package func isCurrent(by clock: MeetingClock) -> Bool { meeting.keepsItsDay && !isOver(by: clock) }

  /// Whether the deadline has passed, or the meeting is over or can come no more.
  package func isOver(by clock: MeetingClock) -> Bool {
    guard deadline == nil else { return clock.hasPassed(start, for: meeting.fields) }
    return clock.isOver(meeting.fields) || clock.hasMissedItsChance(meeting.fields)
  }

  /// When it is over, as the script of the pages reads it.
  package func endText(by clock: MeetingClock) -> String {
    let moment = deadline == nil ? meeting.fields.momentOfEnd : nil
    return clock.endText(of: moment ?? start, for: meeting.fields)
  }

  package var months: [CalendarMonth] { CalendarMonth.spanned(from: firstDay, to: lastDay) }

  /// Whether it is known by one month alone.
  fileprivate var isOfOneMonth: Bool {
    !isExact && CalendarMonth(of: firstDay) == CalendarMonth(of: lastDay)
  }
}
