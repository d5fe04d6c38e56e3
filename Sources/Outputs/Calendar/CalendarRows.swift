import CivilTime
import Content
import Linking

/// The rows of a list in order of time, with the line of the day of the build where the list holds days on both sides of it or
/// is told to have it anyway.
func agendaRows(_ entries: [CalendarEntry], line: TodayLine = .betweenRows, on site: Site, from place: Place)
  -> [AgendaRowView]
{
  var rows = entries.map { AgendaRowView($0, on: site, from: place) }
  let position = entries.firstIndex { $0.firstDay > site.today } ?? entries.endIndex
  let isInside = position > entries.startIndex && position < entries.endIndex
  if line == .always || line == .betweenRows && isInside {
    rows.insert(
      AgendaRowView(firstDay: site.today.isoText, isToday: true, today: site.dates.text(site.today)),
      at: position)
  }
  return rows
}

enum TodayLine { case always, betweenRows, never }

extension AgendaRowView {
  fileprivate init(_ entry: CalendarEntry, on site: Site, from place: Place) {
    let isMovable = entry.meeting.keepsItsDay
    self.init(
      firstDay: entry.firstDay.isoText, lastDay: isMovable ? entry.lastDay.isoText : "",
      isPassed: !isMovable || entry.lastDay < site.today)
    if let deadline = entry.deadline {
      var view = DeadlineView(deadline, on: entry.start, isNext: false, on: site)
      view.meeting = MeetingView(entry.meeting.page, on: site, from: place)
      self.deadline = view
    } else {
      meeting = MeetingView(entry.meeting.page, on: site, from: place)
    }
  }
}

/// Groups of rows, one for each month in which something begins.
func agendaByMonth(_ entries: [CalendarEntry], line: TodayLine, on site: Site, from place: Place) -> [AgendaGroupView] {
  var groups: [(month: CalendarMonth, entries: [CalendarEntry])] = []
  for entry in entries {
    let month = CalendarMonth(of: entry.firstDay)
    if groups.last?.month == month {
      groups[groups.count - 1].entries.append(entry)
    } else {
      groups.append((month, [entry]))
    }
  }
  let current = CalendarMonth(of: site.today)
  return groups.map { month, entries in
    AgendaGroupView(
      id: "month-\(month.name)", title: monthTitle(month, on: site),
      address: site.link(to: site.path(of: month), from: place),
      rows: agendaRows(entries, line: month == current ? line : .never, on: site, from: place))
  }
}

/// What is known by its month or year alone, or has no date; nil where there is none.
func partlyKnown(_ entries: [CalendarEntry], undated: [ScheduledMeeting] = [], on site: Site, from place: Place)
  -> AgendaGroupView?
{
  guard !entries.isEmpty || !undated.isEmpty else { return nil }
  let rows =
    agendaRows(entries, line: .never, on: site, from: place)
    + undated.map { AgendaRowView(meeting: MeetingView($0.page, on: site, from: place)) }
  return AgendaGroupView(
    id: "partly-known", title: site.words[.datesPartlyKnown], note: site.words[.datesPartlyKnownText], rows: rows)
}

func monthTitle(_ month: CalendarMonth, on site: Site) -> String {
  site.dates.text(.month(year: month.year, month: month.month))
}

func weeks(of grid: MonthGrid, _ entries: [CalendarEntry], on site: Site, from place: Place) -> [GridWeekView] {
  grid.weeks.map { week in
    GridWeekView(
      days: week.days.map { day in
        day.map { GridDayView(number: String($0.day), iso: $0.isoText, isToday: $0 == site.today) }
          ?? GridDayView()
      },
      lanes: week.lanes.map { lane in GridLaneView(cells: lane.map { GridCellView($0, entries, on: site, from: place) })
      })
  }
}

extension GridCellView {
  fileprivate init(_ cell: MonthGrid.Cell, _ entries: [CalendarEntry], on site: Site, from place: Place) {
    let span = cell.dayCount > 1 ? String(cell.dayCount) : ""
    guard let number = cell.entry else {
      self.init(span: span)
      return
    }
    let entry = entries[number]
    let (page, state) = (entry.meeting.page, entry.meeting.state)
    self.init(
      span: span, title: page.shortTitle, address: site.link(to: page, from: place), fullTitle: page.document.title,
      continues: cell.continues)
    if let deadline = entry.deadline {
      label = deadline.title
      isDeadline = true
      fullTitle = ""
    } else {
      dates = site.dates.text(from: entry.meeting.fields.start, to: entry.meeting.fields.end)
      status = state == .confirmed || state == .closed ? "" : site.words[state.word]
      let whole = MeetingView(page, on: site, from: place)
      opens = whole.opens
      closes = state == .closed ? "" : whole.closes
      statusBefore = entry.meeting.fields.status == .confirmed ? "" : whole.statusBefore
      isUnderWay = state == .underWay
      isCancelled = state == .cancelled || state == .postponed
      isUnsure = state == .tentative || state == .planned
    }
  }
}

extension Site {
  func path(of month: CalendarMonth) -> OutputPath { path("calendar/\(month.name).html") }
  func path(ofYear year: Int) -> OutputPath { path("calendar/\(year).html") }
  func path(of group: MeetingGroup) -> OutputPath { path("calendar/\(group.name).html") }
  var calendarPath: OutputPath { path("calendar/index.html") }
}
