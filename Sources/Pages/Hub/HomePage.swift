import CivilTime
import Content
import Linking
import Sites
import Templating

/// What only the template `home` has.
struct HomePage: TemplateView {
  var justEnded: MeetingView?
  var leadMeeting: MeetingView?
  var leadDeadline: DeadlineView?
  var startHere: [ArticleView] = []
  var issues: [IssueView] = []
  var meetings: [MeetingView] = []
  var articles: [ArticleView] = []
  var changes: [ChangeView] = []

  static let shape = ViewShape<Self>(
    "HomePage",
    [
      .group("just_ended") { $0.justEnded },
      .group("lead_meeting") { $0.leadMeeting },
      .group("lead_deadline") { $0.leadDeadline },
      .list("start_here") { $0.startHere },
      .list("issues") { $0.issues },
      .list("meetings") { $0.meetings },
      .list("articles") { $0.articles },
      .list("changes") { $0.changes },
    ])
}

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

func homePage(on site: Site, from place: Place) -> FinishedPage<HomePage> {
  let hub = site.graph.hub
  var content = HomePage()
  let lead = site.schedule.calendar.lead?.page
  let coming = site.lists.comingMeetings.filter { $0.index != lead?.index }
  content.justEnded = site.justEnded.map { MeetingView($0, on: site, from: place) }
  content.leadMeeting = lead.map { MeetingView($0, on: site, from: place) }
  content.leadDeadline = nextDeadline(on: site, from: place)
  content.startHere = hub.startHere.compactMap(site.anyPage).map { ArticleView($0, on: site, from: place) }
  content.issues = site.lists.order.sorted(site.pages(of: Issue.self)).map { IssueView($0, on: site, from: place) }
  content.meetings = coming.prefix(6).map { MeetingView($0, on: site, from: place) }
  content.articles = site.lists.articles.filter { page in
    page.document.kind.isNews && (page.document.common.date.map { $0.firstDay <= site.today } ?? true)
  }.prefix(6).map { ArticleView($0, on: site, from: place) }
  content.changes = changes(on: site, from: place)
  let head = PageHead(
    kind: "home", title: hub.title, summary: hub.summary ?? "", notices: hubReviewNotice(on: site, from: place),
    structuredData: [siteData(on: site)])
  return FinishedPage(Filled(content), head: head)
}

/// The next deadline from the day of the build on, of all meetings but those that do not take place as planned; where no meeting
/// has one, the next step of a route to a meeting that is to come.
private func nextDeadline(on site: Site, from place: Place) -> DeadlineView? {
  let entry = site.schedule.calendar.entries.first {
    $0.deadline != nil && !$0.isOver(by: site.clock)
  }
  if let entry, let deadline = entry.deadline {
    return nextDeadline(deadline, on: entry.start, of: entry.meeting.page, on: site, from: place)
  }
  let steps = site.schedule.calendar.coming.flatMap { meeting in
    site.lists.plan(for: meeting.fields).compactMap {
      item -> (item: PlanItem, day: CivilDate, meeting: PageOf<Meeting>)? in
      guard let day = item.day, day.isExact, !site.clock.hasPassed(day, for: meeting.fields) else { return nil }
      return (item, day.firstDay, meeting.page)
    }
  }
  return steps.min { $0.day < $1.day }.map { step in
    var view = nextDeadline(step.item.deadline, on: step.item.day, of: step.meeting, on: site, from: place)
    view.route = step.item.route.map { LinkView($0, on: site, from: place) }
    return view
  }
}

private func nextDeadline(
  _ deadline: Deadline, on day: Moment?, of meeting: PageOf<Meeting>, on site: Site, from place: Place
)
  -> DeadlineView
{
  var view = DeadlineView(
    deadline, on: day, isNext: true, for: meeting.fields, meeting.document.common.confidence, on: site)
  view.meeting = MeetingView(meeting, on: site, from: place)
  return view
}
/// The days on which the home page begins to tell of an article, or tells that it changed.
package func daysOfNews(of page: Page) -> [CivilDate] {
  let common = page.document.common
  let days = [common.date?.firstDay, common.updated].compactMap { $0 }
  let isNews = page.document.kind.isNews
  guard let date = days.first, let updated = common.updated, updated <= date, !isNews else { return days }
  return [updated]
}

/// The articles that were published or changed last, as far as that was by the day of the build.
private func changes(on site: Site, from place: Place) -> [ChangeView] {
  let dated = site.lists.articles.compactMap { page -> (page: Page, day: Moment, isUpdate: Bool)? in
    let common = page.document.common
    if let updated = common.updated, updated <= site.today { return (page, .day(updated), true) }
    return common.date.flatMap { $0.firstDay <= site.today ? (page, $0, false) : nil }
  }
  return dated.sorted { ($0.day.firstDay, $1.page.index) > ($1.day.firstDay, $0.page.index) }.prefix(8).map {
    page, day, isUpdate in
    ChangeView(
      title: page.document.title, address: site.link(to: page, from: place),
      foreignLanguage: site.language.foreign(page), date: site.dates.text(day),
      dateIso: day.isoText,
      text: site.words[isUpdate ? .changeUpdated : .changePublished])
  }
}
