import Templating

/// A line of a list in order of time: a meeting, a deadline, or the line between what was and what is to come.
struct AgendaRowView: TemplateView {
  var firstDay = ""
  var lastDay = ""
  var isPassed = false
  var isToday = false
  var today = ""
  var meeting: MeetingView?
  var deadline: DeadlineView?

  static let shape = ViewShape<Self>(
    "AgendaRow",
    [
      .text("first_day") { $0.firstDay },
      .text("last_day") { $0.lastDay },
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

/// A day of a month's grid; empty before the month begins and after it ends.
struct GridDayView: TemplateView {
  var number = ""
  var iso = ""
  var isToday = false

  static let shape = ViewShape<Self>(
    "GridDay",
    [
      .text("number") { $0.number },
      .text("iso") { $0.iso },
      .flag("is_today") { $0.isToday },
    ])
}

/// What lies over some days of a week; without an address nothing does.
struct GridCellView: TemplateView {
  var span = ""
  var title = ""
  var address = ""
  var fullTitle = ""
  var dates = ""
  var label = ""
  var status = ""
  /// What a script moves the status by, as for a `MeetingView`.
  var opens = ""
  var closes = ""
  var statusBefore = ""
  var isDeadline = false
  var isUnderWay = false
  var isCancelled = false
  var isUnsure = false
  var continues = false

  static let shape = ViewShape<Self>(
    "GridCell",
    [
      .text("span") { $0.span },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("full_title") { $0.fullTitle },
      .text("dates") { $0.dates },
      .text("label") { $0.label },
      .text("status") { $0.status },
      .text("opens") { $0.opens },
      .text("closes") { $0.closes },
      .text("status_before") { $0.statusBefore },
      .flag("is_deadline") { $0.isDeadline },
      .flag("is_under_way") { $0.isUnderWay },
      .flag("is_cancelled") { $0.isCancelled },
      .flag("is_unsure") { $0.isUnsure },
      .flag("continues") { $0.continues },
    ])
}

struct GridLaneView: TemplateView {
  var cells: [GridCellView] = []

  static let shape = ViewShape<Self>("GridLane", [.list("cells") { $0.cells }])
}

struct GridWeekView: TemplateView {
  var days: [GridDayView] = []
  var lanes: [GridLaneView] = []

  static let shape = ViewShape<Self>("GridWeek", [.list("days") { $0.days }, .list("lanes") { $0.lanes }])
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
