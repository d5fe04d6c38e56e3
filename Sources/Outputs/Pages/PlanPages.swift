import CivilTime
import Content
import Linking
import Templating

/// For each meeting for which anything has to be done by a day, one document to print: its deadlines, the meetings on the way, and
/// each route with its steps.
func planPages(_ edition: Edition) -> [OutputFile] {
  edition.calendar.meetings.compactMap { meeting in
    guard meeting.page.document.language == edition.language,
      case .meeting(let fields) = meeting.page.document.details, !edition.plan(for: fields).isEmpty
    else { return nil }
    return file(at: planPath(of: meeting.page), in: edition) { $0.planPage(meeting) }
  }
}

/// Beside the meeting's own page: `meetings/session-12-plan.html`.
func planPath(of meeting: Page) -> OutputPath {
  PageAddress.path(String(meeting.address.path.text.dropLast(".html".utf8.count)) + "-plan.html")
}

extension PageComposer {
  mutating func planPage(_ meeting: ScheduledMeeting) -> ComposedPage {
    let (page, fields) = (meeting.page, meeting.fields)
    _ = cite(page.document.common.sources)
    var content = PlanPage()
    content.meeting = linkView(page)
    content.deadlines = deadlineViews(of: page)
    content.preparation = preparation(for: page, fields).map(meetingView)
    content.routes = edition.routes(to: fields).compactMap { route in
      guard case .route(let way) = route.document.details, !way.steps.isEmpty else { return nil }
      _ = cite(route.document.common.sources)
      return PlanRouteView(
        title: route.document.title, address: link(to: route), forWhom: way.audience ?? "",
        leadTime: way.leadTime ?? "", cost: way.cost ?? "",
        isUnconfirmed: route.document.common.confidence == .memory, steps: way.steps.map { stepView($0, for: fields) })
    }
    let head = PageHead(
      kind: "plan", title: words.text(.planOf, ["meeting": page.shortTitle]), label: words[.whatToDoByWhen],
      summary: words[.planText], isInEveryEdition: false)
    let parents = edition.menu.index(ofFolder: "meetings").map { [$0] } ?? []
    return ComposedPage(
      template: "plan", frame: plainFrame(head, parents: parents), context: [FilledView(meetingView(page))],
      content: FilledView(content))
  }

  /// A step with its day where it is one of the way to a meeting, else with its rule alone.
  func stepView(_ step: RouteFields.Step, for meeting: MeetingFields? = nil) -> StepView {
    let day = meeting.flatMap { step.deadline?.day(for: $0) }
    return StepView(
      title: step.title, date: dateText(day), dateIso: isoText(day), lastDay: day?.lastDay.isoText ?? "",
      rule: step.rule.map { ruleText($0, isDated: meeting == nil || day?.isExact == true) } ?? "",
      basis: step.basis ?? "", note: step.note ?? "", isPassed: day.map { $0.lastDay < edition.today } ?? false,
      isInferred: step.confidence == .inferred, isUnconfirmed: step.confidence == .memory)
  }
}
