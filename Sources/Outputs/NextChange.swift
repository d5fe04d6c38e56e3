import CivilTime
import Content
import Formats
import Linking
import OutputFiles
import Pages
import Sites

/// The next day on which the same sources would give another site, and why, so that a timer can build it exactly then.
///
/// What marks the day of the build itself does not count: the printed date, where "today" stands in a drawing, and the month with
/// which the strip of the home page begins.
package struct NextChange: Sendable, Equatable {
  package let day: CivilDate
  /// When the day begins in the hub's time zone.
  package let instant: Timestamp
  package let timeZone: String
  /// How far the zone's clocks are ahead of UTC then, in seconds.
  package let offset: Int
  /// Never empty; sorted by document.
  package let reasons: [Reason]

  package struct Reason: Sendable, Hashable {
    package let kind: Kind
    /// What changes; nil for what is not published yet, of which nobody is to know more than that it is coming.
    package let subject: Subject?
    /// What passes, where that is a deadline.
    package let deadline: String?
  }

  package struct Subject: Sendable, Hashable {
    package let document: DocumentID
    package let title: String
  }

  package enum Kind: String, Sendable, CaseIterable {
    case published
    case expired
    case meetingBegins = "meeting-begins"
    case meetingIsOver = "meeting-is-over"
    case deadlinePassed = "deadline-passed"
    case reviewDue = "review-due"
    case packTakenDown = "pack-taken-down"
    case leavesHome = "leaves-home"
    case comesHome = "comes-home"
  }

  /// Nil where nothing will ever change by itself.
  ///
  /// After a day as a whole it is the first day of another kind; after an instant the instant itself, which may be an hour.
  package init?(after graph: ContentGraph) {
    self.init(after: graph, by: MeetingClock(graph, zones: MeetingZones(graph: graph)))
  }

  package init?(after graph: ContentGraph, by clock: MeetingClock) {
    let changes = changes(of: graph, by: clock)
    guard let first = changes.map(\.instant).min() else { return nil }
    let zone = clock.zones[graph.hub.timeZone]
    day = clock.day(of: first)
    timeZone = graph.hub.timeZone
    instant = first
    let shown = zone?.local(at: first) ?? first.utc
    offset = Timestamp(shown).secondsSince1970 - first.secondsSince1970
    reasons = Set(changes.filter { $0.instant == first }.map(\.reason)).sorted()
  }
}

extension NextChange.Reason: Comparable {
  /// By document; what names none comes first.
  package static func < (left: Self, right: Self) -> Bool {
    guard let first = left.subject, let second = right.subject else {
      return left.subject == nil && (right.subject != nil || left.kind.rawValue < right.kind.rawValue)
    }
    return (first.document, left.kind.rawValue, left.deadline ?? "")
      < (second.document, right.kind.rawValue, right.deadline ?? "")
  }
}

/// From when on the site is another; where it is built for days as a whole, the beginning of the first such day.
private typealias Change = (instant: Timestamp, reason: NextChange.Reason)

/// All changes after the time of the build, in no order; each of them shows somewhere, unless it concerns a place that another has.
private func changes(of graph: ContentGraph, by clock: MeetingClock) -> [Change] {
  func change(on day: CivilDate, _ reason: NextChange.Reason) -> Change { (clock.beginning(of: day), reason) }
  let turns = graph.turns.map { turn in
    change(on: turn.day, reason(turn.isShown ? .published : .expired, turn.document))
  }
  // What has its place on the page of others has no line that speaks of its review.
  let reviews = graph.pages.filter { $0.address.fragment == nil }.compactMap { page -> Change? in
    page.document.common.review.map { change(on: $0, reason(.reviewDue, page.document)) }
  }
  let news = Kind.articles.filter { $0 != StandingPage.kind }.flatMap(graph.pages(of:)).flatMap { page in
    let leaving = lastDayOfNews(of: page).map { change(on: $0.adding(days: 1), reason(.leavesHome, page.document)) }
    return daysOfNews(of: page).filter { day in page.document.common.expire.map { day < $0 } ?? true }
      .map { change(on: $0, reason(.comesHome, page.document)) } + [leaving].compactMap { $0 }
  }
  let routes = graph.pages(of: Route.self)
  let meetings = graph.pages(of: Meeting.self).flatMap { page -> [Change] in
    let pack = lastDayOfPack(for: page, in: graph).map { day in
      change(on: day.adding(days: 1), reason(.packTakenDown, page.document))
    }
    let home = lastDayOnHome(of: page, in: graph).map { day in
      change(on: day.adding(days: 1), reason(.leavesHome, page.document))
    }
    return changes(of: page.fields, routes: routes, in: page.document, by: clock) + [pack, home].compactMap { $0 }
      + daysOfComing(page).map { change(on: $0, reason(.comesHome, page.document)) }
  }
  return (turns + reviews + news + meetings).filter { clock.isAhead($0.instant) }
}

/// The days on which the home page begins to tell of a meeting or of a deadline of one, unless others take its place there.
private func daysOfComing(_ page: PageOf<Meeting>) -> [CivilDate] {
  let fields = page.fields
  guard fields.status.takesPlace else { return [] }
  let inStrip = ([fields.start] + fields.deadlines.map { $0.day(for: fields) }).compactMap { $0 }.map(firstDayInStrip)
  return inStrip + [firstDayAmongComing(fields)].compactMap { $0 }
}

private func changes(of meeting: Meeting, routes: [PageOf<Route>], in document: Document, by clock: MeetingClock)
  -> [Change]
{
  let states = Set(clock.turnsOfState(of: meeting)).sorted().compactMap { instant -> Change? in
    let state = MeetingState(meeting, by: clock.set(to: clock.time(at: instant)))
    guard state != MeetingState(meeting, by: clock.set(to: clock.time(before: instant))) else { return nil }
    return (instant, reason(state == .closed ? .meetingIsOver : .meetingBegins, document))
  }
  let deadlines = plan(for: meeting, routes: routes).compactMap { item -> Change? in
    guard let moment = item.day, moment.lastDay < .last else { return nil }
    return (
      clock.turn(atEndOf: moment, for: meeting, byHours: moment.hasTime),
      reason(.deadlinePassed, document, deadline: item.deadline.title)
    )
  }
  return states + deadlines
}

private func reason(_ kind: NextChange.Kind, _ document: Document, deadline: String? = nil) -> NextChange.Reason {
  NextChange.Reason(
    kind: kind,
    subject: kind == .published ? nil : NextChange.Subject(document: document.id, title: document.title),
    deadline: deadline)
}

// MARK: Words and file

extension NextChange {
  /// For those who ran the build.
  package var sentence: String {
    let others = reasons.count - 1
    let more = others > 0 ? ", and \(others) more" : ""
    return "Next change: \(localText) (\(instant.rfc3339Text)): \(reasons.first.map(Self.words) ?? "")\(more)."
  }

  private static func words(_ reason: Reason) -> String {
    let title = reason.subject.map { "'\($0.title)'" } ?? "a page"
    return switch reason.kind {
    case .published: "\(title) is published"
    case .expired: "\(title) is taken down"
    case .meetingBegins: "\(title) begins"
    case .meetingIsOver: "\(title) is over"
    case .deadlinePassed: "the deadline '\(reason.deadline ?? "")' of \(title) has passed"
    case .packTakenDown: "the pack of \(title) is taken down"
    case .leavesHome: "\(title) is told of on the home page no more"
    case .comesHome: "\(title) is new or changed on the home page"
    case .reviewDue: "the review of \(title) falls due"
    }
  }

  /// `2027-10-11T00:00:00+02:00`
  private var localText: String {
    let distance = offset.magnitude / 60
    func digits(_ number: UInt) -> String { (number < 10 ? "0" : "") + String(number) }
    let zone = (offset < 0 ? "-" : "+") + digits(distance / 60) + ":" + digits(distance % 60)
    return instant.local(atOffset: offset).isoText + zone
  }

  fileprivate var json: JSONValue {
    [
      "day": .string(day.isoText), "local": .string(localText), "utc": .string(instant.rfc3339Text),
      "time_zone": .string(timeZone),
      "reasons": .array(
        reasons.map { reason in
          .object(present: [
            "reason": .string(reason.kind.rawValue),
            "document": reason.subject.map { .string($0.document.description) },
            "title": reason.subject.map { .string($0.title) }, "deadline": reason.deadline.map { .string($0) },
          ])
        }),
    ]
  }
}

/// `next-change.json`, for a timer beside the host.
func nextChangeFile(_ site: Site) -> OutputFile {
  OutputFile(path: PageAddress.path("next-change.json")) {
    let change = NextChange(after: site.graph)
    return JSONValue.object([.init("next_change", change?.json ?? .null)]).encoded(layout: .lines)
  }
}
