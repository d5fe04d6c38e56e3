import CivilTime
import Content
import Linking
import Pages
import Sites
import Templating

/// A line of a list in order of time: a meeting, a deadline, or the line between what was and what is to come.
struct AgendaRowView: TemplateView {
  var firstDay = ""
  /// The instant from which on it has passed or is over; empty where it does not take place as planned.
  var passes = ""
  var isPassed = false
  var isToday = false
  var today = ""
  var meeting: MeetingView?
  var deadline: DeadlineView?

  static let shape = ViewShape<Self>(
    "AgendaRow",
    [
      .text("first_day") { $0.firstDay },
      .text("passes") { $0.passes },
      .flag("is_passed") { $0.isPassed },
      .flag("is_today") { $0.isToday },
      .text("today") { $0.today },
      .group("meeting") { $0.meeting },
      .group("deadline") { $0.deadline },
    ])
}

/// What stands in one month, or what is known in part.
struct AgendaGroupView: TemplateView {
  var id = ""
  var title = ""
  var address = ""
  var note = ""
  var rows: [AgendaRowView] = []

  static let shape = ViewShape<Self>(
    "AgendaGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("note") { $0.note },
      .list("rows") { $0.rows },
    ])
}

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
      firstDay: entry.firstDay.isoText, passes: isMovable ? entry.endText(by: site.clock) : "",
      isPassed: !isMovable || entry.isOver(by: site.clock))
    if let deadline = entry.deadline {
      var view = DeadlineView(
        deadline, on: entry.start, isNext: false, for: entry.meeting.fields,
        entry.meeting.page.document.common.confidence, on: site)
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
