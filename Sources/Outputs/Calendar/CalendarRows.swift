import CivilTime
import Content
import Linking

extension PageComposer {
  /// The rows of a list in order of time, with the line of the day of the build where the list holds days on both sides of it or
  /// is told to have it anyway.
  func agendaRows(_ entries: [CalendarEntry], line: TodayLine = .betweenRows) -> [AgendaRowView] {
    var rows = entries.map(agendaRow)
    let position = entries.firstIndex { $0.firstDay > edition.today } ?? entries.endIndex
    let isInside = position > entries.startIndex && position < entries.endIndex
    if line == .always || line == .betweenRows && isInside {
      rows.insert(
        AgendaRowView(firstDay: edition.today.isoText, isToday: true, today: edition.dates.text(edition.today)),
        at: position)
    }
    return rows
  }

  enum TodayLine { case always, betweenRows, never }

  private func agendaRow(_ entry: CalendarEntry) -> AgendaRowView {
    let isMovable = entry.meeting.keepsItsDay
    var row = AgendaRowView(
      firstDay: entry.firstDay.isoText, lastDay: isMovable ? entry.lastDay.isoText : "",
      isPassed: !isMovable || entry.lastDay < edition.today)
    if let deadline = entry.deadline {
      var view = deadlineView(deadline, on: entry.start, isNext: false)
      view.meeting = meetingView(entry.meeting.page)
      row.deadline = view
    } else {
      row.meeting = meetingView(entry.meeting.page)
    }
    return row
  }

  /// Groups of rows, one for each month in which something begins.
  func agendaByMonth(_ entries: [CalendarEntry], line: TodayLine) -> [AgendaGroupView] {
    var groups: [(month: CalendarMonth, entries: [CalendarEntry])] = []
    for entry in entries {
      let month = CalendarMonth(of: entry.firstDay)
      if groups.last?.month == month {
        groups[groups.count - 1].entries.append(entry)
      } else {
        groups.append((month, [entry]))
      }
    }
    let current = CalendarMonth(of: edition.today)
    return groups.map { month, entries in
      AgendaGroupView(
        id: "month-\(month.name)", title: monthTitle(month), address: link(to: edition.path(of: month)),
        rows: agendaRows(entries, line: month == current ? line : .never))
    }
  }

  /// What is known by its month or year alone, or has no date; nil where there is none.
  func partlyKnown(_ entries: [CalendarEntry], undated: [ScheduledMeeting] = []) -> AgendaGroupView? {
    guard !entries.isEmpty || !undated.isEmpty else { return nil }
    let rows =
      agendaRows(entries, line: .never) + undated.map { AgendaRowView(meeting: meetingView($0.page)) }
    return AgendaGroupView(
      id: "partly-known", title: words[.datesPartlyKnown], note: words[.datesPartlyKnownText], rows: rows)
  }

  func monthTitle(_ month: CalendarMonth) -> String {
    edition.dates.text(.month(year: month.year, month: month.month))
  }

  func weeks(of grid: MonthGrid, _ entries: [CalendarEntry]) -> [GridWeekView] {
    grid.weeks.map { week in
      GridWeekView(
        days: week.days.map { day in
          day.map { GridDayView(number: String($0.day), iso: $0.isoText, isToday: $0 == edition.today) }
            ?? GridDayView()
        },
        lanes: week.lanes.map { lane in GridLaneView(cells: lane.map { gridCell($0, entries) }) })
    }
  }

  private func gridCell(_ cell: MonthGrid.Cell, _ entries: [CalendarEntry]) -> GridCellView {
    let span = cell.dayCount > 1 ? String(cell.dayCount) : ""
    guard let number = cell.entry else { return GridCellView(span: span) }
    let entry = entries[number]
    let (page, state) = (entry.meeting.page, entry.meeting.state)
    var view = GridCellView(
      span: span, title: page.shortTitle, address: link(to: page), fullTitle: page.document.title,
      continues: cell.continues)
    if let deadline = entry.deadline {
      view.label = deadline.title
      view.isDeadline = true
      view.fullTitle = ""
    } else {
      view.dates = edition.dates.text(from: entry.meeting.fields.start, to: entry.meeting.fields.end)
      view.status = state == .confirmed || state == .closed ? "" : words[state.word]
      let whole = meetingView(page)
      view.opens = whole.opens
      view.closes = state == .closed ? "" : whole.closes
      view.statusBefore = entry.meeting.fields.status == .confirmed ? "" : whole.statusBefore
      view.isUnderWay = state == .underWay
      view.isCancelled = state == .cancelled || state == .postponed
      view.isUnsure = state == .tentative || state == .planned
    }
    return view
  }
}

extension Edition {
  func path(of month: CalendarMonth) -> OutputPath { path("calendar/\(month.name).html") }
  func path(ofYear year: Int) -> OutputPath { path("calendar/\(year).html") }
  func path(of group: MeetingGroup) -> OutputPath { path("calendar/\(group.name).html") }
  var calendarPath: OutputPath { path("calendar/index.html") }
}
