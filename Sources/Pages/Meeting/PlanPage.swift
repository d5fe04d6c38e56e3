import Content
import Linking
import Sites
import Templating

/// What only the template `plan` has.
struct PlanPage: TemplateView {
  var meeting: LinkView?
  var deadlines: [DeadlineView] = []
  var preparation: [MeetingView] = []
  var routes: [PlanRouteView] = []

  static let shape = ViewShape<Self>(
    "PlanPage",
    [
      .group("meeting") { $0.meeting },
      .list("deadlines") { $0.deadlines },
      .list("preparation") { $0.preparation },
      .list("routes") { $0.routes },
    ])
}

/// A way to a meeting, with all its steps.
struct PlanRouteView: TemplateView {
  var title = ""
  var address = ""
  var forWhom = ""
  var leadTime = ""
  var cost: CostView?
  var isUnconfirmed = false
  var steps: [StepView] = []

  static let shape = ViewShape<Self>(
    "PlanRoute",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("for_whom") { $0.forWhom },
      .text("lead_time") { $0.leadTime },
      .group("cost") { $0.cost },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("steps") { $0.steps },
    ])
}

/// For each meeting for which anything has to be done by a day, one document to print: its deadlines, the meetings on the way, and
/// each route with its steps.
package func planPages(in table: inout TemplateTable) -> FilePlanner {
  let page = PageMaker("plan", planPage).writer(in: &table)
  return { site in
    site.schedule.calendar.meetings.compactMap { meeting in
      guard meeting.page.document.language == site.language.code,
        !site.lists.plan(for: meeting.page.fields).isEmpty
      else { return nil }
      return page.file(about: meeting, at: planPath(of: meeting.page), on: site)
    }
  }
}

/// Beside the meeting's own page: `meetings/session-12-plan.html`.
package func planPath(of meeting: PageOf<Meeting>) -> OutputPath {
  PageAddress.path(String(meeting.address.path.text.dropLast(".html".utf8.count)) + "-plan.html")
}

func planPage(_ meeting: ScheduledMeeting, on site: Site, from place: Place) -> FinishedPage<MeetingView, PlanPage> {
  let (page, fields) = (meeting.page, meeting.fields)
  var citations = Citations(page.document.common.sources)
  var content = PlanPage()
  content.meeting = LinkView(page, on: site, from: place)
  content.deadlines = deadlineViews(of: page, on: site, from: place)
  content.preparation = preparation(for: page, on: site).map { MeetingView($0, on: site, from: place) }
  content.routes = site.lists.routes(to: fields).compactMap { route in
    let way = route.fields
    guard !way.steps.isEmpty else { return nil }
    citations.add(route.document.common.sources)
    return PlanRouteView(
      title: route.document.title, address: site.link(to: route, from: place), forWhom: way.audience ?? "",
      leadTime: way.leadTime ?? "",
      cost: way.cost.map { CostView($0, citations: citations.cite($0.sources, from: place), on: site) },
      isUnconfirmed: route.document.common.confidence.isUnconfirmed,
      steps: way.steps.map { StepView($0, for: fields, on: site) })
  }
  let head = PageHead(
    kind: "plan", title: site.words.text(.planOf, ["meeting": page.shortTitle]), label: site.words[.whatToDoByWhen],
    summary: site.words[.planText], parents: site.menu.parents("meetings"), isInEveryLanguage: false)
  return FinishedPage(
    Filled(MeetingView(page, on: site, from: place)), Filled(content), head: head,
    restingOn: citations)
}
