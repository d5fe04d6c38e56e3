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
  package func day(for meeting: MeetingFields) -> Moment? {
    switch due {
    case .fixed(let moment): moment
    case .rule(let rule): rule.day(opening: meeting.start, close: meeting.end).map(Moment.day)
    }
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

  /// The day the rule falls on; months are counted on the calendar, to the last day where a month is too short.
  package func day(opening: Moment?, close: Moment?) -> CivilDate? {
    let start = anchor == .opening ? opening : close
    guard let start, start.isExact else { return nil }
    let day = anchor == .opening ? start.firstDay : start.lastDay
    let distance = isBefore ? -count : count
    return switch unit {
    case .days: day.adding(days: distance)
    case .weeks: day.adding(days: distance * 7)
    case .months: day.adding(months: distance)
    case .years: day.adding(years: distance)
    }
  }
}
