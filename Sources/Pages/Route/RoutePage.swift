import CivilTime
import Content
import Linking
import Sites
import Templating

/// What only the template `route` has.
struct RoutePage: TemplateView {
  var forWhom = ""
  var leadTime = ""
  var cost: CostView?
  var leadsTo: [LinkView] = []
  var attend = ""
  var speak = ""
  var vote = ""
  var seeDocuments = ""
  var isUnconfirmed = false
  var meetings: [MeetingView] = []
  var steps: [StepView] = []
  var pros: [String] = []
  var cons: [String] = []
  var pastTopics: [String] = []
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "RoutePage",
    [
      .text("for_whom") { $0.forWhom },
      .text("lead_time") { $0.leadTime },
      .group("cost") { $0.cost },
      .list("leads_to") { $0.leadsTo },
      .text("attend") { $0.attend },
      .text("speak") { $0.speak },
      .text("vote") { $0.vote },
      .text("see_documents") { $0.seeDocuments },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("meetings") { $0.meetings },
      .list("steps") { $0.steps },
      .texts("pros") { $0.pros },
      .texts("cons") { $0.cons },
      .texts("past_topics") { $0.pastTopics },
      .list("articles") { $0.articles },
    ])
}

func routePage(_ page: PageOf<Route>, on site: Site, from place: Place) -> FinishedPage<RoutePage> {
  let fields = page.fields
  var citations = Citations(page.document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = RoutePage()
  content.forWhom = fields.audience ?? ""
  content.leadTime = fields.leadTime ?? ""
  content.cost = fields.cost.map { CostView($0, citations: citations.cite($0.sources, from: place), on: site) }
  content.leadsTo = LinkView.each(fields.leadsTo, on: site, from: place)
  content.attend = fields.rights.attend ?? ""
  content.speak = fields.rights.speak ?? ""
  content.vote = fields.rights.vote ?? ""
  content.seeDocuments = fields.rights.documents ?? ""
  content.isUnconfirmed = page.document.common.confidence.isUnconfirmed
  content.meetings = nextMeetings(for: fields, on: site).map { MeetingView($0, on: site, from: place) }
  content.steps = fields.steps.map { StepView($0, on: site) }
  content.pros = fields.advantages
  content.cons = fields.drawbacks
  content.pastTopics = fields.pastTopics
  content.articles = site.pages(referringTo: page, by: Guide.route).map {
    ArticleView($0, on: site, from: place)
  }
  let head = PageHead(
    kind: "route", title: page.document.title, label: site.words[.kindRoute],
    summary: page.document.common.summary ?? "",
    body: body, document: page.page)
  return FinishedPage(Filled(content), head: head, restingOn: citations)
}

/// The next meetings for which a route can be used, those without a date last; few, since the calendar has them all.
private func nextMeetings(for route: Route, on site: Site) -> [PageOf<Meeting>] {
  let calendar = site.schedule.calendar
  let ahead = calendar.coming + calendar.meetings.filter { $0.state == .undated }
  return ahead.lazy.filter { route.leads(to: $0.fields) }.prefix(3).map(\.page)
}

/// A step of a route, with the day on which it is due for a meeting where that is known.
struct StepView: TemplateView {
  var title = ""
  var date = ""
  var dateIso = ""
  /// The instant from which on its day has passed.
  package var passes = ""
  var rule = ""
  var basis = ""
  var note = ""
  var isPassed = false
  var isInferred = false
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Step",
    [
      .text("title") { $0.title },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("passes") { $0.passes },
      .text("rule") { $0.rule },
      .text("basis") { $0.basis },
      .text("note") { $0.note },
      .flag("is_passed") { $0.isPassed },
      .flag("is_inferred") { $0.isInferred },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

extension StepView {
  /// A step with its day where it is one of the way to a meeting, else with its rule alone.
  init(_ step: Route.Step, for meeting: Meeting? = nil, on site: Site) {
    let due = meeting.flatMap { meeting in step.deadline?.day(for: meeting).map { (day: $0, meeting: meeting) } }
    let day = due?.day
    self.init(
      title: step.title, date: due.map { site.dateText($0.day, for: $0.meeting) } ?? "",
      dateIso: due.map { site.clock.isoText($0.day, for: $0.meeting) } ?? "",
      passes: due.map { site.clock.endText(of: $0.day, for: $0.meeting) } ?? "",
      rule: step.rule.map { ruleText($0, isDated: meeting == nil || day?.isExact == true, on: site) } ?? "",
      basis: step.basis ?? "", note: step.note ?? "",
      isPassed: due.map { site.clock.hasPassed($0.day, for: $0.meeting) } ?? false,
      isInferred: step.confidence == .inferred, isUnconfirmed: step.confidence == .memory)
  }
}
