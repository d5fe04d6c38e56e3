import CivilTime
import Content
import Linking
import Sites
import Templating

/// What is due by when.
package struct DeadlineView: TemplateView {
  package var title = ""
  package var date = ""
  var dateIso = ""
  /// The instant from which on it has passed.
  package var passes = ""
  /// The rule that it follows from, in words.
  package var rule = ""
  package var basis = ""
  package var note = ""
  package var meeting: MeetingView?
  /// The way to take part of which it is a step.
  package var route: LinkView?
  package var isPassed = false
  var isDue = false
  var isInferred = false
  package var isUnconfirmed = false
  package var citations: [CitationView] = []

  package static let shape = ViewShape<Self>(
    "Deadline",
    [
      .text("title") { $0.title },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("passes") { $0.passes },
      .text("rule") { $0.rule },
      .text("basis") { $0.basis },
      .text("note") { $0.note },
      .group("meeting") { $0.meeting },
      .group("route") { $0.route },
      .flag("is_passed") { $0.isPassed },
      .flag("is_due") { $0.isDue },
      .flag("is_inferred") { $0.isInferred },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}

/// The deadlines of a meeting, without the steps of routes.
package func deadlineViews(of page: PageOf<Meeting>, naming: Bool = false, on site: Site, from place: Place)
  -> [DeadlineView]
{
  let fields = page.fields
  let own = fields.deadlines.map { PlanItem(deadline: $0, day: $0.day(for: fields), route: nil) }
  let meeting = naming ? MeetingView(page, on: site, from: place) : nil
  return planViews(inOrderOfTime(own), for: page, on: site, from: place).map { view in
    var view = view
    view.meeting = meeting
    return view
  }
}

/// In the order given; the first that has not passed is marked as due next.
package func planViews(_ items: [PlanItem], for page: PageOf<Meeting>, on site: Site, from place: Place)
  -> [DeadlineView]
{
  let next = items.compactMap(\.day).first { !site.clock.hasPassed($0, for: page.fields) }
  return items.map { item in
    var view = DeadlineView(
      item.deadline, on: item.day, isNext: item.day != nil && item.day == next, for: page.fields,
      page.document.common.confidence, on: site)
    view.route = item.route.map { LinkView($0, on: site, from: place) }
    return view
  }
}

extension DeadlineView {
  /// `confidence` is that of the meeting, with which its deadlines are as sure as they are by themselves or less.
  package init(
    _ deadline: Deadline, on day: Moment?, isNext: Bool, for meeting: Meeting, _ confidence: Confidence, on site: Site
  ) {
    let confidence = deadline.confidence == .sourced ? confidence : deadline.confidence
    self.init(
      title: deadline.title, date: site.dateText(day, for: meeting), dateIso: site.clock.isoText(day, for: meeting),
      passes: day.map { site.clock.endText(of: $0, for: meeting) } ?? "",
      rule: deadline.rule.map { ruleText($0, isDated: day?.isExact == true, on: site) } ?? "",
      basis: deadline.basis ?? "",
      note: deadline.note ?? "", isPassed: day.map { site.clock.hasPassed($0, for: meeting) } ?? false, isDue: isNext,
      isInferred: confidence == .inferred, isUnconfirmed: confidence == .memory)
  }
}

/// "4 months before the opening", and that the day of the opening is not known where no day follows.
func ruleText(_ rule: DeadlineRule, isDated: Bool, on site: Site) -> String {
  let distance = site.words.text(rule.unit.word, count: rule.count)
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
  fileprivate var word: Word {
    switch self {
    case .days: .countOfDays
    case .weeks: .countOfWeeks
    case .months: .countOfMonths
    case .years: .countOfYears
    }
  }
}
