import CivilTime
import Content
import Linking
import Pages
import Sites
import Templating

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
      dates = site.marked(site.datesText(entry.meeting.fields), page.document.common.confidence)
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
