import CivilTime
import Content
import Linking

/// Something to be done by a day on the way to a meeting: a deadline of its own, or a step of a route that leads to it.
struct PlanItem: Sendable {
  let deadline: Deadline
  /// As much as is known; nil where the meeting's own time is not known yet.
  let day: Moment?
  /// The route whose step it is; nil for a deadline of the meeting.
  let route: Page?
}

extension SiteLists {
  /// The ways that lead to a meeting, in the order of the hub.
  func routes(to meeting: MeetingFields) -> [Page] {
    routes.filter { page in
      guard case .route(let fields) = page.document.details else { return false }
      return fields.leads(to: meeting)
    }
  }

  func plan(for meeting: MeetingFields) -> [PlanItem] { Outputs.plan(for: meeting, routes: routes) }
}

/// What has to be done by when for a meeting, in order of time; what has no day comes last.
func plan(for meeting: MeetingFields, routes: [Page]) -> [PlanItem] {
  let own = meeting.deadlines.map { PlanItem(deadline: $0, day: $0.day(for: meeting), route: nil) }
  let steps = routes.flatMap { page -> [PlanItem] in
    guard case .route(let fields) = page.document.details, fields.leads(to: meeting) else { return [] }
    return fields.steps.compactMap(\.deadline).map { PlanItem(deadline: $0, day: $0.day(for: meeting), route: page) }
  }
  return inOrderOfTime(own + steps)
}

/// What has the same day stays in the order given.
func inOrderOfTime(_ items: [PlanItem]) -> [PlanItem] {
  items.enumerated().sorted {
    ($0.element.day?.firstDay ?? .last, $0.offset) < ($1.element.day?.firstDay ?? .last, $1.offset)
  }.map(\.element)
}

/// The deadlines of a meeting, without the steps of routes.
func deadlineViews(of page: Page, naming: Bool = false, on site: Site, from place: Place) -> [DeadlineView] {
  guard case .meeting(let fields) = page.document.details else { return [] }
  let own = fields.deadlines.map { PlanItem(deadline: $0, day: $0.day(for: fields), route: nil) }
  let meeting = naming ? MeetingView(page, on: site, from: place) : nil
  return planViews(inOrderOfTime(own), on: site, from: place).map { view in
    var view = view
    view.meeting = meeting
    return view
  }
}

/// In the order given; the first that has not passed is marked as due next.
func planViews(_ items: [PlanItem], on site: Site, from place: Place) -> [DeadlineView] {
  let next = items.first { ($0.day?.lastDay ?? .first) >= site.today }?.day
  return items.map { item in
    var view = DeadlineView(item.deadline, on: item.day, isNext: item.day != nil && item.day == next, on: site)
    view.route = item.route.map { LinkView($0, on: site, from: place) }
    return view
  }
}

extension DeadlineView {
  init(_ deadline: Deadline, on day: Moment?, isNext: Bool, on site: Site) {
    self.init(
      title: deadline.title, date: site.dates.text(day), dateIso: day.isoText, lastDay: day?.lastDay.isoText ?? "",
      rule: deadline.rule.map { ruleText($0, isDated: day?.isExact == true, on: site) } ?? "",
      basis: deadline.basis ?? "",
      note: deadline.note ?? "", isPassed: day.map { $0.lastDay < site.today } ?? false, isDue: isNext,
      isInferred: deadline.confidence == .inferred, isUnconfirmed: deadline.confidence == .memory)
  }
}

/// "4 months before the opening", and that the day of the opening is not known where no day follows.
func ruleText(_ rule: DeadlineRule, isDated: Bool, on site: Site) -> String {
  let distance = site.words.text(rule.unit.word(isOne: rule.count == 1), ["count": String(rule.count)])
  let text = site.words.text(rule.word, ["distance": distance])
  guard !isDated else { return text }
  return site.words.text(rule.anchor == .opening ? .openingNotKnown : .closeNotKnown, ["rule": text])
}

extension DeadlineRule {
  fileprivate var word: Word {
    switch anchor {
    case .opening: isBefore ? .beforeTheOpening : .afterTheOpening
    case .close: isBefore ? .beforeTheClose : .afterTheClose
    }
  }
}

extension DeadlineRule.Unit {
  fileprivate func word(isOne: Bool) -> Word {
    switch self {
    case .days: isOne ? .oneDay : .countOfDays
    case .weeks: isOne ? .oneWeek : .countOfWeeks
    case .months: isOne ? .oneMonth : .countOfMonths
    case .years: isOne ? .oneYear : .countOfYears
    }
  }
}
