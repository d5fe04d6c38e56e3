import CivilTime
import Content
import Linking
import Templating

/// For each meeting for which anything has to be done by a day, one document to print: its deadlines, the meetings on the way, and
/// each route with its steps.
func planPages(_ site: Site) -> [OutputFile] {
  site.schedule.calendar.meetings.compactMap { meeting in
    guard meeting.page.document.language == site.language.code,
      case .meeting(let fields) = meeting.page.document.details, !site.lists.plan(for: fields).isEmpty
    else { return nil }
    return file(at: planPath(of: meeting.page), on: site) { planPage(meeting, on: site, from: $0) }
  }
}

/// Beside the meeting's own page: `meetings/session-12-plan.html`.
func planPath(of meeting: Page) -> OutputPath {
  PageAddress.path(String(meeting.address.path.text.dropLast(".html".utf8.count)) + "-plan.html")
}

func planPage(_ meeting: ScheduledMeeting, on site: Site, from place: Place) -> FinishedPage {
  let (page, fields) = (meeting.page, meeting.fields)
  var citations = Citations(page.document.common.sources)
  var content = PlanPage()
  content.meeting = LinkView(page, on: site, from: place)
  content.deadlines = deadlineViews(of: page, on: site, from: place)
  content.preparation = preparation(for: page, fields, on: site).map { MeetingView($0, on: site, from: place) }
  content.routes = site.lists.routes(to: fields).compactMap { route in
    guard case .route(let way) = route.document.details, !way.steps.isEmpty else { return nil }
    citations.add(route.document.common.sources)
    return PlanRouteView(
      title: route.document.title, address: site.link(to: route, from: place), forWhom: way.audience ?? "",
      leadTime: way.leadTime ?? "",
      cost: way.cost.map { CostView($0, citations: citations.cite($0.sources, from: place), on: site) },
      isUnconfirmed: route.document.common.confidence == .memory,
      steps: way.steps.map { StepView($0, for: fields, on: site) })
  }
  let head = PageHead(
    kind: "plan", title: site.words.text(.planOf, ["meeting": page.shortTitle]), label: site.words[.whatToDoByWhen],
    summary: site.words[.planText], parents: site.menu.parents("meetings"), isInEveryLanguage: false)
  return FinishedPage(
    site.templates.pages.plan, Filled(MeetingView(page, on: site, from: place)), Filled(content), head,
    restingOn: citations)
}

extension StepView {
  /// A step with its day where it is one of the way to a meeting, else with its rule alone.
  init(_ step: RouteFields.Step, for meeting: MeetingFields? = nil, on site: Site) {
    let day = meeting.flatMap { step.deadline?.day(for: $0) }
    self.init(
      title: step.title, date: site.dates.text(day), dateIso: day.isoText, lastDay: day?.lastDay.isoText ?? "",
      rule: step.rule.map { ruleText($0, isDated: meeting == nil || day?.isExact == true, on: site) } ?? "",
      basis: step.basis ?? "", note: step.note ?? "", isPassed: day.map { $0.lastDay < site.today } ?? false,
      isInferred: step.confidence == .inferred, isUnconfirmed: step.confidence == .memory)
  }
}
