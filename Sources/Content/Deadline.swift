import CivilTime
import Diagnostics

/// What has to be done by when; the day is fixed, or follows by a rule from a meeting's dates.
package struct Deadline: Sendable {
  package let id: String?
  package let title: String
  package let due: Due
  /// The text that the deadline rests on, such as an article of the general rules.
  package let basis: String?
  package let note: String?
  package let confidence: Confidence

  package enum Due: Sendable {
    case fixed(Moment)
    case rule(DeadlineRule)
  }

  static func read(_ fields: inout FieldReader) -> Deadline? {
    let id = fields.identifier("id", "What calendars know it by, where its title may change.")
    let title = fields.text("title", required: true, "What is due.")
    let date = fields.moment("date", "The day, where it is fixed.")
    let rule = fields.deadlineRule("rule", "The rule, such as '4 months before the opening'.")
    let basis = fields.text("basis", "The text that it rests on.")
    let note = fields.text("note", "A caveat that readers see.")
    let confidence = fields.confidence()
    let due: Due
    switch (date, rule) {
    case (let date?, nil): due = .fixed(date)
    case (nil, let rule?): due = .rule(rule)
    default:
      if fields.has("date") == fields.has("rule") {
        fields.diagnostics.append(
          Diagnostic(
            .deadlineWithoutDate, "a deadline has either a date or a rule", at: fields.place,
            help: "Write one of 'date: 2026-10-12' and 'rule: 28 days before the opening'"))
      }
      return nil
    }
    guard let title else { return nil }
    return Deadline(id: id, title: title, due: due, basis: basis, note: note, confidence: confidence)
  }

  /// Whether it names an hour, and not only a day.
  var hasTime: Bool {
    if case .fixed(.time) = due { true } else { false }
  }

  /// The day it falls on; nil where the meeting's own day is not known yet.
  package func day(for meeting: Meeting) -> Moment? {
    switch due {
    case .fixed(let moment): moment
    case .rule(let rule): rule.moment(opening: meeting.start, close: meeting.end)
    }
  }

  /// The rule that it follows from; nil for a fixed day.
  package var rule: DeadlineRule? {
    guard case .rule(let rule) = due else { return nil }
    return rule
  }
}

/// A distance in time from a meeting's opening or close.
package struct DeadlineRule: Sendable, Equatable {
  package let count: Int
  package let unit: Unit
  package let isBefore: Bool
  package let anchor: Anchor

  package enum Unit: String, Sendable, CaseIterable {
    case days, weeks, months, years
  }

  package enum Anchor: String, Sendable, CaseIterable {
    case opening, close
  }

  /// Reads `4 months before the opening`; nil for anything else.
  package init?(text: String) {
    let words = text.lowercased().split(separator: " ").filter { $0 != "the" }.map(String.init)
    guard words.count == 4, let count = Int(words[0]), (0...10_000).contains(count),
      let unit = Unit.allCases.first(where: { $0.rawValue == words[1] || $0.rawValue.dropLast() == words[1] }),
      words[2] == "before" || words[2] == "after", let anchor = Anchor(rawValue: words[3])
    else { return nil }
    self.count = count
    self.unit = unit
    self.isBefore = words[2] == "before"
    self.anchor = anchor
  }

  /// When the rule falls due, as far as the meeting's own time tells: a day from a day; from a month only a month, and no days
  /// or weeks; nil where nothing follows.
  package func moment(opening: Moment?, close: Moment?) -> Moment? {
    switch anchor == .opening ? opening : close {
    case nil: nil
    case .day(let day)?: .day(self.day(from: day))
    case .time(let time)?: .day(self.day(from: time.date))
    case .month(let year, let month)?:
      CivilDate(year: year, month: month, day: 1).flatMap(wholeMonths).map { .month(year: $0.year, month: $0.month) }
    case .year(let year)?:
      unit == .years ? CivilDate(year: year, month: 1, day: 1).flatMap(wholeMonths).map { .year($0.year) } : nil
    }
  }

  /// Months are counted on the calendar, to the last day where a month is too short.
  private func day(from anchor: CivilDate) -> CivilDate {
    switch unit {
    case .days: anchor.adding(days: distance)
    case .weeks: anchor.adding(days: distance * 7)
    case .months: anchor.adding(months: distance)
    case .years: anchor.adding(years: distance)
    }
  }

  private func wholeMonths(from anchor: CivilDate) -> CivilDate? {
    unit == .months || unit == .years ? day(from: anchor) : nil
  }

  private var distance: Int { isBefore ? -count : count }
}
