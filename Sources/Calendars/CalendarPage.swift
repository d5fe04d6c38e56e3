import CivilTime
import Content
import Linking
import Pages
import Sites
import Templating

/// What the templates `calendar` and `month` have.
struct CalendarPage: TemplateView {
  var views: [MenuItemView] = []
  var previous: LinkView?
  var next: LinkView?
  /// The page of the body or the issue.
  var subject: LinkView?
  var lead: MeetingView?
  var calendars: [CalendarLinkView] = []
  var jumps: [LinkView] = []
  var weekdays: [String] = []
  var weeks: [GridWeekView] = []
  var agendaGroups: [AgendaGroupView] = []
  var meetingGroups: [MeetingGroupView] = []
  var linkGroups: [CalendarLinksView] = []

  static let shape = ViewShape<Self>(
    "CalendarPage",
    [
      .list("views") { $0.views },
      .group("previous") { $0.previous },
      .group("next") { $0.next },
      .group("subject") { $0.subject },
      .group("lead") { $0.lead },
      .list("calendars") { $0.calendars },
      .list("jumps") { $0.jumps },
      .texts("weekdays") { $0.weekdays },
      .list("weeks") { $0.weeks },
      .list("agenda_groups") { $0.agendaGroups },
      .list("meeting_groups") { $0.meetingGroups },
      .list("link_groups") { $0.linkGroups },
    ])
}

/// Links by which the meetings can be looked through, such as all years.
struct CalendarLinksView: TemplateView {
  var id = ""
  var title = ""
  var links: [FilterOptionLinkView] = []

  static let shape = ViewShape<Self>(
    "CalendarLinks",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("links") { $0.links },
    ])
}

/// The front page of the calendar, where the hub has meetings.
package func calendarIndex(in table: inout TemplateTable) -> FilePlanner {
  let page = PageMaker("calendar", calendarPage(_:on:from:)).writer(in: &table)
  return { site in
    site.menu.indexes.compactMap { index in
      guard case .calendar = index.contents else { return nil }
      return page.file(about: index, at: index.path, on: site)
    }
  }
}

/// The calendar's pages besides its front page: a page for each year, month, body, issue, region and degree of openness that has
/// a meeting.
package func calendarPages(in table: inout TemplateTable) -> FilePlanner {
  let year = PageMaker("calendar", yearPage).writer(in: &table)
  let month = PageMaker("month", monthPage).writer(in: &table)
  let group = PageMaker("calendar", groupPage).writer(in: &table)
  return { site in
    let calendar = site.schedule.calendar
    return calendar.years.map { year.file(about: $0, at: site.path(ofYear: $0), on: site) }
      + calendar.months.map { month.file(about: $0, at: site.path(of: $0), on: site) }
      + calendar.groups.all.map { group.file(about: $0, at: site.path(of: $0), on: site) }
  }
}

/// What is to come, what was last, and the ways to look through all of it.
func calendarPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<CalendarPage> {
  let coming = site.schedule.calendar.entries.filter { $0.isCurrent(by: site.clock) }
  let vague = site.schedule.calendar.vagueByYear.values.joined().filter { !$0.isOver(by: site.clock) }.sorted(
    by: CalendarEntry.isEarlier)
  let undated = site.schedule.calendar.meetings.filter(\.awaitsDate)
  var content = CalendarPage()
  content.views = calendarViews(current: site.calendarPath, on: site, from: place)
  content.lead = site.schedule.calendar.lead.map { MeetingView($0.page, on: site, from: place) }
  let rows = agendaRows(Array(coming.prefix(mostComing)), line: .always, on: site, from: place)
  content.agendaGroups = [
    AgendaGroupView(
      id: "coming", title: site.words[.comingMeetings], note: coming.isEmpty ? site.words[.noComingMeetings] : "",
      rows: rows)
  ]
  content.agendaGroups += [partlyKnown(vague, undated: undated, on: site, from: place)].compactMap { $0 }
  let over = site.schedule.calendar.entries.filter { $0.deadline == nil && $0.meeting.state == .closed }.suffix(8)
    .reversed()
  if !over.isEmpty {
    content.meetingGroups = [
      MeetingGroupView(
        id: "over", title: site.words[.lastMeetings],
        meetings: over.map { MeetingView($0.meeting.page, on: site, from: place) })
    ]
  }
  content.calendars = generalCalendarLinks(on: site, from: place)
  content.linkGroups = linkGroups(on: site, from: place)
  return indexPage("calendar", index, Filled(content), on: site, from: place)
}

/// The front page names so much of what is to come; the pages of the years have the rest.
private let mostComing = 60

func yearPage(_ year: Int, on site: Site, from place: Place) -> FinishedPage<CalendarPage> {
  var content = CalendarPage()
  content.views = calendarViews(current: site.path(ofYear: year), year: year, on: site, from: place)
  content.agendaGroups =
    agendaByMonth(site.schedule.calendar.entriesByYear[year] ?? [], line: .always, on: site, from: place)
    + [partlyKnown(site.schedule.calendar.vagueByYear[year] ?? [], on: site, from: place)].compactMap { $0 }
  content.jumps = content.agendaGroups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  let position = site.schedule.calendar.years.firstIndex(of: year)
  func neighbour(_ offset: Int) -> LinkView? {
    neighbourYear(position, offset, on: site).map {
      LinkView(title: String($0), address: site.link(to: site.path(ofYear: $0), from: place))
    }
  }
  content.previous = neighbour(-1)
  content.next = neighbour(1)
  return FinishedPage(
    Filled(content),
    head: calendarHead("calendar", title: calendarTitle(ofYear: year, on: site), on: site))
}

private func neighbourYear(_ position: Int?, _ offset: Int, on site: Site) -> Int? {
  guard let position, site.schedule.calendar.years.indices.contains(position + offset) else { return nil }
  return site.schedule.calendar.years[position + offset]
}

func monthPage(_ month: CalendarMonth, on site: Site, from place: Place) -> FinishedPage<CalendarPage> {
  let entries = site.schedule.calendar.entriesByMonth[month] ?? []
  let grid = MonthGrid(
    of: month, weekBegins: site.dates.firstWeekday, with: entries.map { ($0.firstDay, $0.lastDay) })
  var content = CalendarPage()
  content.views = calendarViews(current: site.path(of: month), year: month.year, on: site, from: place)
  content.weekdays = site.dates.weekdays
  content.weeks = entries.isEmpty ? [] : weeks(of: grid, entries, on: site, from: place)
  let isCurrent = CalendarMonth(of: site.today) == month
  content.agendaGroups = [
    AgendaGroupView(
      id: "list", title: "",
      rows: agendaRows(entries, line: isCurrent && !entries.isEmpty ? .always : .never, on: site, from: place)),
    partlyKnown(site.schedule.calendar.vagueByMonth[month] ?? [], on: site, from: place),
  ].compactMap { $0 }.filter { !$0.rows.isEmpty }
  let position = site.schedule.calendar.months.firstIndex(of: month)
  func neighbour(_ offset: Int) -> LinkView? {
    guard let position, site.schedule.calendar.months.indices.contains(position + offset) else { return nil }
    let month = site.schedule.calendar.months[position + offset]
    return LinkView(title: monthTitle(month, on: site), address: site.link(to: site.path(of: month), from: place))
  }
  content.previous = neighbour(-1)
  content.next = neighbour(1)
  return FinishedPage(
    Filled(content), head: calendarHead("month", title: monthTitle(month, on: site), on: site))
}

func groupPage(_ group: MeetingGroup, on site: Site, from place: Place) -> FinishedPage<CalendarPage> {
  let entries = group.meetings.flatMap(CalendarEntry.entries).sorted(by: CalendarEntry.isEarlier)
  let coming = entries.filter { $0.isExact && $0.isCurrent(by: site.clock) }
  var content = CalendarPage()
  content.views = calendarViews(current: site.path(of: group), on: site, from: place)
  content.subject = group.page.map { LinkView($0, on: site, from: place) }
  content.calendars = group.feed.map { calendarLinks([($0, group.title)], on: site, from: place) } ?? []
  content.agendaGroups = [
    AgendaGroupView(
      id: "coming", title: site.words[.comingMeetings], note: coming.isEmpty ? site.words[.noComingMeetings] : "",
      rows: coming.isEmpty ? [] : agendaRows(coming, line: .always, on: site, from: place))
  ]
  let vague = entries.filter { !$0.isExact && $0.isCurrent(by: site.clock) }
  content.agendaGroups += [partlyKnown(vague, undated: group.meetings.filter(\.awaitsDate), on: site, from: place)]
    .compactMap { $0 }
  let past = group.meetings.filter { $0.state == .closed || $0.state == .cancelled }
  content.meetingGroups = byYear(past.map(\.page).reversed()).map { year, members in
    MeetingGroupView(
      id: year.map { "year-\($0)" } ?? "undated", title: year.map(String.init) ?? site.words[.statusUndated],
      meetings: members.map { MeetingView(row: $0, on: site, from: place) })
  }
  content.jumps = content.meetingGroups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  return FinishedPage(
    Filled(content),
    head: calendarHead("calendar", title: calendarTitle(of: group, on: site), on: site))
}

private func calendarHead(_ kind: String, title: String, on site: Site) -> PageHead {
  PageHead(kind: kind, title: title, label: site.words[.indexCalendar], parents: site.menu.parents("calendar"))
}

/// The ways to look through the meetings, on every page of the calendar.
private func calendarViews(current: OutputPath, year: Int? = nil, on site: Site, from place: Place) -> [MenuItemView] {
  func item(_ title: String, _ path: OutputPath, anchor: String? = nil) -> MenuItemView {
    MenuItemView(
      title: title, address: PageAddress(path: path, fragment: anchor).link(from: place.path),
      isCurrent: anchor == nil && path == current)
  }
  let years = year.map { [item(String($0), site.path(ofYear: $0))] } ?? []
  let meetings = site.menu.index(ofFolder: "meetings").map {
    [item(site.words[.allMeetings], $0.path)]
  }
  let sections = linkSections(on: site).map { item(site.words[$0.word], site.calendarPath, anchor: $0.id) }
  return [item(site.words[.comingShort], site.calendarPath)] + years
    + [item(site.words[.byYear], site.calendarPath, anchor: "by-year")] + sections + (meetings ?? [])
}

private func linkSections(on site: Site) -> [(id: String, word: Word, groups: [MeetingGroup])] {
  let groups = site.schedule.calendar.groups
  return [
    ("by-body", .byBody, groups.bodies), ("by-issue", .byIssue, groups.issues),
    ("by-region", .byRegion, groups.regions), ("by-openness", .byOpenness, groups.openness),
  ].filter { !$0.groups.isEmpty }
}

private func linkGroups(on site: Site, from place: Place) -> [CalendarLinksView] {
  let years = site.schedule.calendar.years.reversed().map {
    FilterOptionLinkView(title: String($0), address: site.link(to: site.path(ofYear: $0), from: place))
  }
  return [CalendarLinksView(id: "by-year", title: site.words[.byYear], links: years)]
    + linkSections(on: site).map { id, word, groups in
      CalendarLinksView(
        id: id, title: site.words[word],
        links: groups.map {
          FilterOptionLinkView(
            title: $0.title, address: site.link(to: site.path(of: $0), from: place), count: String($0.meetings.count))
        })
    }
}
