import CivilTime
import Content
import Linking
import Templating

/// The calendar's pages besides its front page: a page for each year, month, body, issue, region and degree of openness that has
/// a meeting.
func calendarPages(_ edition: Edition) -> [OutputFile] {
  let calendar = edition.calendar
  let years = calendar.years.map { year in
    file(at: edition.path(ofYear: year), in: edition) { $0.yearPage(year) }
  }
  let months = calendar.months.map { month in
    file(at: edition.path(of: month), in: edition) { $0.monthPage(month) }
  }
  return years + months
    + calendar.groups.all.map { group in
      file(at: edition.path(of: group), in: edition) { $0.groupPage(group) }
    }
}

extension PageComposer {
  private var calendar: MeetingCalendar { edition.calendar }

  /// What is to come, what was last, and the ways to look through all of it.
  mutating func calendarPage(_ index: Menu.Index) -> ComposedPage {
    let coming = calendar.entries.filter { $0.isCurrent(on: edition.today) }
    let vague = calendar.vagueByYear.values.joined().filter { $0.lastDay >= edition.today }.sorted(
      by: CalendarEntry.isEarlier)
    let undated = calendar.meetings.filter(\.awaitsDate)
    var content = CalendarPage()
    content.views = calendarViews(current: edition.calendarPath)
    content.lead = calendar.lead.map { meetingView($0.page) }
    let rows = agendaRows(Array(coming.prefix(Self.mostComing)), line: .always)
    content.agendaGroups = [
      AgendaGroupView(
        id: "coming", title: words[.comingMeetings], note: coming.isEmpty ? words[.noComingMeetings] : "", rows: rows)
    ]
    content.agendaGroups += [partlyKnown(vague, undated: undated)].compactMap { $0 }
    let over = calendar.entries.filter { $0.deadline == nil && $0.meeting.state == .closed }.suffix(8).reversed()
    if !over.isEmpty {
      content.meetingGroups = [
        MeetingGroupView(id: "over", title: words[.lastMeetings], meetings: over.map { meetingView($0.meeting.page) })
      ]
    }
    content.calendars = generalCalendarLinks
    content.linkGroups = linkGroups()
    return indexPage("calendar", index, FilledView(content))
  }

  /// The front page names so much of what is to come; the pages of the years have the rest.
  private static let mostComing = 60

  func yearPage(_ year: Int) -> ComposedPage {
    var content = CalendarPage()
    content.views = calendarViews(current: edition.path(ofYear: year), year: year)
    content.agendaGroups =
      agendaByMonth(calendar.entriesByYear[year] ?? [], line: .always)
      + [partlyKnown(calendar.vagueByYear[year] ?? [])].compactMap { $0 }
    content.jumps = content.agendaGroups.map { LinkView(title: $0.title, address: "#" + $0.id) }
    let position = calendar.years.firstIndex(of: year)
    func neighbour(_ offset: Int) -> LinkView? {
      neighbourYear(position, offset).map { LinkView(title: String($0), address: link(to: edition.path(ofYear: $0))) }
    }
    content.previous = neighbour(-1)
    content.next = neighbour(1)
    return calendarPage("calendar", title: title(ofYear: year), content)
  }

  private func neighbourYear(_ position: Int?, _ offset: Int) -> Int? {
    guard let position, calendar.years.indices.contains(position + offset) else { return nil }
    return calendar.years[position + offset]
  }

  func monthPage(_ month: CalendarMonth) -> ComposedPage {
    let entries = calendar.entriesByMonth[month] ?? []
    let grid = MonthGrid(
      of: month, weekBegins: edition.dates.firstWeekday, with: entries.map { ($0.firstDay, $0.lastDay) })
    var content = CalendarPage()
    content.views = calendarViews(current: edition.path(of: month), year: month.year)
    content.weekdays = edition.dates.weekdays
    content.weeks = entries.isEmpty ? [] : weeks(of: grid, entries)
    let isCurrent = CalendarMonth(of: edition.today) == month
    content.agendaGroups = [
      AgendaGroupView(
        id: "list", title: "", rows: agendaRows(entries, line: isCurrent && !entries.isEmpty ? .always : .never)),
      partlyKnown(calendar.vagueByMonth[month] ?? []),
    ].compactMap { $0 }.filter { !$0.rows.isEmpty }
    let position = calendar.months.firstIndex(of: month)
    func neighbour(_ offset: Int) -> LinkView? {
      guard let position, calendar.months.indices.contains(position + offset) else { return nil }
      let month = calendar.months[position + offset]
      return LinkView(title: monthTitle(month), address: link(to: edition.path(of: month)))
    }
    content.previous = neighbour(-1)
    content.next = neighbour(1)
    return calendarPage("month", title: monthTitle(month), content)
  }

  func groupPage(_ group: MeetingGroup) -> ComposedPage {
    let entries = group.meetings.flatMap(CalendarEntry.entries).sorted(by: CalendarEntry.isEarlier)
    let coming = entries.filter { $0.isExact && $0.isCurrent(on: edition.today) }
    var content = CalendarPage()
    content.views = calendarViews(current: edition.path(of: group))
    content.subject = group.page.map { linkView($0) }
    content.calendars = group.feed.map { calendarLinks([($0, group.title)]) } ?? []
    content.agendaGroups = [
      AgendaGroupView(
        id: "coming", title: words[.comingMeetings], note: coming.isEmpty ? words[.noComingMeetings] : "",
        rows: coming.isEmpty ? [] : agendaRows(coming, line: .always))
    ]
    let vague = entries.filter { !$0.isExact && $0.isCurrent(on: edition.today) }
    content.agendaGroups += [partlyKnown(vague, undated: group.meetings.filter(\.awaitsDate))]
      .compactMap { $0 }
    let past = group.meetings.filter { $0.state == .closed || $0.state == .cancelled }
    content.meetingGroups = Self.byYear(past.map(\.page).reversed()).map { year, members in
      MeetingGroupView(
        id: year.map { "year-\($0)" } ?? "undated", title: year.map(String.init) ?? words[.statusUndated],
        meetings: members.map(meetingRow))
    }
    content.jumps = content.meetingGroups.map { LinkView(title: $0.title, address: "#" + $0.id) }
    return calendarPage("calendar", title: title(of: group), content)
  }

  func title(of group: MeetingGroup) -> String {
    words.text(group.sorting == .openness ? .calendarOpenTo : .calendarOf, ["title": group.title])
  }

  func title(ofYear year: Int) -> String { words.text(.calendarOf, ["title": String(year)]) }

  private func calendarPage(_ template: String, title: String, _ content: CalendarPage) -> ComposedPage {
    let head = PageHead(kind: template, title: title, label: words[.indexCalendar])
    let parents = edition.menu.index(ofFolder: "calendar").map { [$0] } ?? []
    return ComposedPage(template: template, frame: plainFrame(head, parents: parents), content: FilledView(content))
  }

  /// The ways to look through the meetings, on every page of the calendar.
  private func calendarViews(current: OutputPath, year: Int? = nil) -> [MenuItemView] {
    func item(_ title: String, _ path: OutputPath, anchor: String? = nil) -> MenuItemView {
      MenuItemView(
        title: title, address: PageAddress(path: path, fragment: anchor).link(from: self.path),
        isCurrent: anchor == nil && path == current)
    }
    let years = year.map { [item(String($0), edition.path(ofYear: $0))] } ?? []
    let meetings = edition.menu.index(ofFolder: "meetings").map {
      [item(words[.allMeetings], $0.path)]
    }
    let sections = linkSections.map { item(words[$0.word], edition.calendarPath, anchor: $0.id) }
    return [item(words[.comingShort], edition.calendarPath)] + years
      + [item(words[.byYear], edition.calendarPath, anchor: "by-year")] + sections + (meetings ?? [])
  }

  private var linkSections: [(id: String, word: Word, groups: [MeetingGroup])] {
    let groups = calendar.groups
    return [
      ("by-body", .byBody, groups.bodies), ("by-issue", .byIssue, groups.issues),
      ("by-region", .byRegion, groups.regions), ("by-openness", .byOpenness, groups.openness),
    ].filter { !$0.groups.isEmpty }
  }

  private func linkGroups() -> [CalendarLinksView] {
    let years = calendar.years.reversed().map {
      FilterOptionLinkView(title: String($0), address: link(to: edition.path(ofYear: $0)))
    }
    return [CalendarLinksView(id: "by-year", title: words[.byYear], links: years)]
      + linkSections.map { id, word, groups in
        CalendarLinksView(
          id: id, title: words[word],
          links: groups.map {
            FilterOptionLinkView(
              title: $0.title, address: link(to: edition.path(of: $0)), count: String($0.meetings.count))
          })
      }
  }
}
