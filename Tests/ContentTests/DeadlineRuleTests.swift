import CivilTime
import Content
import Testing

/// Rules such as "4 months before the opening", on every day of the 400 years after which the calendar repeats.
struct DeadlineRuleTests {
  private static let days = (0..<146_097).map { CivilDate(clampingDaysSince1970: $0) }

  @Test(arguments: [
    ("28 days before the opening", -28), ("3 weeks before the opening", -21), ("1 day after the close", 1),
  ])
  func countsDays(_ text: String, _ distance: Int) throws {
    let rule = try #require(DeadlineRule(text: text))
    for day in Self.days {
      let found = rule.moment(opening: .day(day), close: .day(day))?.firstDay
      if found.map({ day.days(until: $0) }) != distance { Issue.record("\(text), from \(day)") }
    }
  }

  @Test(arguments: [
    ("8 months before the opening", -8), ("4 months before the opening", -4), ("1 year after the close", 12),
  ])
  func countsMonthsToTheLastDayWhereOneIsTooShort(_ text: String, _ distance: Int) throws {
    let rule = try #require(DeadlineRule(text: text))
    for day in Self.days {
      let found = try #require(rule.moment(opening: .day(day), close: .day(day))).firstDay
      let months = (found.year - day.year) * 12 + found.month - day.month
      let last = CivilDate.dayCount(ofMonth: found.month, inYear: found.year)
      if months != distance || found.day != min(day.day, last) { Issue.record("\(text), from \(day): \(found)") }
    }
  }
}
