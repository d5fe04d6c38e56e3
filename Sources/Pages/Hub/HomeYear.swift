import CivilTime
import Content
import Linking
import Sites
import Templating

/// A month of the strip on the home page.
struct HomeMonthView: TemplateView {
  var title = ""
  /// The month's page of the calendar; empty where it has none.
  var address = ""
  var entries: [HomeMonthEntryView] = []
  /// "3 more", where the month has more than the strip shows.
  var more = ""

  static let shape = ViewShape<Self>(
    "HomeMonth",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .list("entries") { $0.entries },
      .text("more") { $0.more },
    ])
}

/// A meeting or a deadline in a month of the strip.
struct HomeMonthEntryView: TemplateView {
  /// The first day within the month; empty where only the month is known.
  var day = ""
  var title = ""
  var address = ""
  /// Of the title, where that is not the site's own.
  var foreignLanguage = ""
  /// What is due, where it is a deadline.
  var due = ""
  var isUnsure = false

  static let shape = ViewShape<Self>(
    "HomeMonthEntry",
    [
      .text("day") { $0.day },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
      .text("due") { $0.due },
      .flag("is_unsure") { $0.isUnsure },
    ])
}

/// How many months the strip has, and how many entries it shows in one.
private let (monthCount, entriesPerMonth) = (12, 5)

/// The first day on which the strip reaches the month of a moment.
package func firstDayInStrip(of moment: Moment) -> CivilDate {
  CalendarMonth(of: moment.firstDay).firstDay.adding(months: 1 - monthCount)
}

/// The month of the build and the eleven after it, each with what begins in it; none where all are empty.
func homeMonths(on site: Site, from place: Place) -> [HomeMonthView] {
  let calendar = site.schedule.calendar
  let first = CalendarMonth(of: site.today)
  let known = Set(calendar.months)
  let months = (0..<monthCount).map { number -> HomeMonthView in
    let month = CalendarMonth(of: first.firstDay.adding(months: number))
    let vague = (calendar.vagueByYear[month.year] ?? []).filter { $0.months.count <= 3 && $0.months.first == month }
    let entries = ((calendar.entriesByMonth[month] ?? []) + vague).filter { entry in
      entry.isCurrent(by: site.clock) && (CalendarMonth(of: entry.firstDay) == month || number == 0)
    }
    let rest = entries.count - entriesPerMonth
    return HomeMonthView(
      title: monthTitle(month, on: site),
      address: known.contains(month) ? site.link(to: site.path(of: month), from: place) : "",
      entries: entries.prefix(entriesPerMonth).map { HomeMonthEntryView($0, in: month, on: site, from: place) },
      more: rest > 0 ? site.words.text(.andMore, count: rest) : "")
  }
  return months.allSatisfy(\.entries.isEmpty) ? [] : months
}

extension HomeMonthEntryView {
  fileprivate init(_ entry: CalendarEntry, in month: CalendarMonth, on site: Site, from place: Place) {
    let page = entry.meeting.page
    let beginsHere = CalendarMonth(of: entry.firstDay) == month
    self.init(
      day: entry.isExact && beginsHere ? String(entry.firstDay.day) : "", title: page.shortTitle,
      address: site.link(to: page, from: place), foreignLanguage: site.language.foreign(page),
      due: entry.deadline?.title ?? "",
      isUnsure: entry.meeting.state == .planned || entry.meeting.state == .tentative
        || page.document.common.confidence.isUnconfirmed)
  }
}
