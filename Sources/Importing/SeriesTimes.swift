import CivilTime
import Formats

/// The times at which an event takes place, on its own clocks and in order: one, or those of a series, without what was changed.
///
/// A series gives all its meetings where it ends and has no more than a year of days; else those of the year to come, from today or
/// from its start on.
struct SeriesTimes {
  private(set) var times: [CivilDateTime] = []
  /// The days of which meetings are taken, where not all are.
  private(set) var days: ClosedRange<CivilDate>?
  private(set) var remarks: [ImportRemark] = []
  /// Times that the series itself takes out.
  private(set) var exceptions: Set<CivilDateTime> = []
  private var daysOff: Set<CivilDate> = []
  /// How long a meeting lasts that says so itself (RFC 5545, section 3.8.5.2).
  private var lengths: [CivilDateTime: EventLength] = [:]
  private let event: EventTimes

  /// No series becomes more meetings than this.
  static let longest = 366
  /// A rule that is counted is followed for so many years.
  private static let furthest = 100

  init(_ component: CalendarComponent, at event: EventTimes, today: CivilDate) {
    self.event = event
    let rules = rules(of: component, "RRULE")
    let dates = dates(of: component)
    readExceptions(of: component)
    // Whoever takes the first meeting and all that follow out of a series leaves a rule that ends before it starts.
    let isOver = !rules.isEmpty && rules.allSatisfy { $0.until.map { $0 < event.start } ?? false }
    let told = (isOver ? [] : [event.start]) + dates
    var found = Set(told)
    if !rules.contains(where: \.rule.isEndless) {
      let end = CivilDateTime(event.start.date.adding(years: Self.furthest), event.start.time)
      for rule in rules { found.formUnion(times(of: rule, event.start, end)) }
    }
    if rules.contains(where: \.rule.isEndless) || found.count > Self.longest {
      let first = max(today, event.start.date)
      let last = first.adding(years: 1).adding(days: -1)
      days = first...last
      let (begin, end) = (CivilDateTime(first, .midnight), CivilDateTime(last, TimeOfDay(secondsSinceMidnight: -1)))
      found = Set(told.filter { begin <= $0 && $0 <= end })
      for rule in rules { found.formUnion(times(of: rule, begin, end)) }
    }
    let gone = rulesOut(of: component, among: found)
    let kept = found.filter { !isException($0) && !gone.contains($0) }.sorted()
    times = Array(kept.prefix(Self.longest))
    if let days, let property = component.stated("RRULE") ?? component.stated("RDATE") {
      remarks.append(
        ImportRemark(
          line: property.line,
          text: "the series is long or has no end; its \(counted(times.count)) from \(days.lowerBound.isoText) to "
            + "\((kept.count > times.count ? times.last?.date ?? days.upperBound : days.upperBound).isoText) are taken")
      )
    }
  }

  /// Whether a meeting that was moved from or to a day is among those that are taken.
  func includes(_ day: CivilDate) -> Bool { days?.contains(day) ?? true }

  func isException(_ time: CivilDateTime) -> Bool { exceptions.contains(time) || daysOff.contains(time.date) }

  func length(at time: CivilDateTime) -> EventLength? { lengths[time] ?? event.length }

  private func counted(_ count: Int) -> String { count == 1 ? "1 meeting" : "\(count) meetings" }

  // MARK: Rules

  private struct Rule {
    let rule: RecurrenceRule
    /// The last moment at which a meeting may begin.
    let until: CivilDateTime?
  }

  private mutating func rules(of component: CalendarComponent, _ name: String) -> [Rule] {
    component.all(name).compactMap { property in
      guard let rule = RecurrenceRule(property.value) else {
        remarks.append(
          ImportRemark(
            line: property.line,
            text: "the rule '\(property.value)' is not read; "
              + (name == "RRULE" ? "only the first meeting is taken" : "what it takes out is not")))
        return nil
      }
      if case .day? = rule.until, event.clock != nil {
        remarks.append(ImportRemark(line: property.line, text: "the rule ends on a day, which is included"))
      }
      return Rule(rule: rule, until: rule.until.map(lastMoment))
    }
  }

  /// A day as the end of a series with times includes that day.
  private func lastMoment(_ until: CalendarTime) -> CivilDateTime {
    guard case .day(let day) = until, event.clock != nil else { return event.place(until) }
    return CivilDateTime(day, TimeOfDay(secondsSinceMidnight: -1))
  }

  private func times(of rule: Rule, _ begin: CivilDateTime, _ end: CivilDateTime) -> [CivilDateTime] {
    let end = min(rule.until ?? end, end)
    guard begin <= end else { return [] }
    return rule.rule.times(from: event.start, within: begin...end, limit: Self.longest + 1)
  }

  /// What rules of exceptions take out, which calendars had before RFC 5545.
  private mutating func rulesOut(
    of component: CalendarComponent, among times: Set<CivilDateTime>
  ) -> Set<CivilDateTime> {
    guard let first = times.min(), let last = times.max() else { return [] }
    return Set(
      rules(of: component, "EXRULE").flatMap { rule in
        rule.rule.times(from: event.start, within: first...max(first, min(rule.until ?? last, last)), limit: .max)
      })
  }

  // MARK: Dates

  private mutating func dates(of component: CalendarComponent) -> [CivilDateTime] {
    component.all("RDATE").flatMap { property -> [CivilDateTime] in
      periods(of: property).map { period in
        let time = place(period.start)
        switch period.end {
        case .after(let duration)?: lengths[time] = .told(duration)
        case .time(let end)?: lengths[time] = .shown(seconds: time.seconds(until: event.place(end)))
        case nil: break
        }
        return time
      }
    }
  }

  private mutating func readExceptions(of component: CalendarComponent) {
    for period in component.all("EXDATE").flatMap({ periods(of: $0) }) {
      if case .day(let day) = period.start {
        daysOff.insert(day)
      } else {
        exceptions.insert(place(period.start))
      }
    }
  }

  /// A series of whole days has no hours.
  private func place(_ time: CalendarTime) -> CivilDateTime {
    let placed = event.place(time)
    return event.clock == nil ? CivilDateTime(placed.date, .midnight) : placed
  }

  private mutating func periods(of property: CalendarProperty) -> [CalendarPeriod] {
    guard let periods = property.periods else {
      remarks.append(ImportRemark(line: property.line, text: "\(property.name) is left out: it holds no dates"))
      return []
    }
    return periods
  }
}
