import CivilTime
import Content
import Linking
import Sites
import Templating

/// What changed on a page.
struct ChangeView: TemplateView {
  var title = ""
  var address = ""
  /// Of the title, where that is not the site's own.
  var foreignLanguage = ""
  var date = ""
  var dateIso = ""
  var text = ""

  static let shape = ViewShape<Self>(
    "Change",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("text") { $0.text },
    ])
}

/// How many days what is reported of an event is news.
private let daysOfNewsOnHome = 365

/// The last day of the event that an article tells of; nil where it tells of none, so that it is as new as its text.
private func eventOfNews(_ page: Page) -> Moment? {
  page.document.fields.eventDate ?? (page.document.kind.isNews ? page.document.common.date : nil)
}

/// The days on which the home page begins to tell of an article, or tells that it changed.
///
/// News are of the day of their event, whenever they are told again: a correction of what happened ten years ago is none.
package func daysOfNews(of page: Page) -> [CivilDate] {
  let common = page.document.common
  let date = common.date?.firstDay
  guard eventOfNews(page) == nil, let updated = common.updated else { return [date].compactMap { $0 } }
  guard let date, date < updated else { return [updated] }
  return [date, updated]
}

/// The last day on which an article about an event is news; nil of what is none, or has no day.
package func lastDayOfNews(of page: Page) -> CivilDate? {
  eventOfNews(page)?.lastDay.adding(days: daysOfNewsOnHome)
}

/// Articles about events of the last year, the newest first.
func latest(on site: Site) -> [Page] {
  site.lists.articles.filter { page in page.document.kind.isNews && isTold(page, on: site.today) }
}

/// Whether an article has its day, and is no news of long ago.
private func isTold(_ page: Page, on today: CivilDate) -> Bool {
  (page.document.common.date?.firstDay).map { $0 <= today } ?? true
    && lastDayOfNews(of: page).map { $0 >= today } ?? true
}

/// The articles that were published or changed last, and the events that were told of, by the day of what happened.
func changes(on site: Site, from place: Place) -> [ChangeView] {
  let dated = site.lists.articles.compactMap { page -> (page: Page, day: Moment, isUpdate: Bool)? in
    let common = page.document.common
    if let updated = common.updated, updated <= site.today, eventOfNews(page) == nil {
      return (page, .day(updated), true)
    }
    return (eventOfNews(page) ?? common.date).flatMap { isTold(page, on: site.today) ? (page, $0, false) : nil }
  }
  return dated.sorted { ($0.day.firstDay, $1.page.index) > ($1.day.firstDay, $0.page.index) }.prefix(8).map {
    page, day, isUpdate in
    ChangeView(
      title: page.document.title, address: site.link(to: page, from: place),
      foreignLanguage: site.language.foreign(page), date: site.dates.text(day),
      dateIso: day.isoText,
      text: page.document.kind.isNews
        ? site.language.label(of: page) : site.words[isUpdate ? .changeUpdated : .changePublished])
  }
}
