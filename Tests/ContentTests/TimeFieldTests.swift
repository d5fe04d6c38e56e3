import CivilTime
import Diagnostics
import TestSupport
import Testing

@testable import Content

// MARK: Moments

@Test(arguments: [
  ("2026", "2026-01-01", "2026-12-31", false), ("2026-02", "2026-02-01", "2026-02-28", false),
  ("2024-02", "2024-02-01", "2024-02-29", false), ("9999-12", "9999-12-01", "9999-12-31", false),
  ("2026-11-09", "2026-11-09", "2026-11-09", true), ("2026-11-09T10:00", "2026-11-09", "2026-11-09", true),
])
func readsAsMuchOfADateAsIsKnown(_ text: String, first: String, last: String, isExact: Bool) throws {
  let moment = try #require(Moment(text: text))
  #expect(moment.isoText == text)
  #expect(moment.firstDay.isoText == first)
  #expect(moment.lastDay.isoText == last)
  #expect(moment.isExact == isExact)
  #expect(moment.year == moment.firstDay.year)
}

@Test(arguments: [
  "", "26", "02026", "0000", "2026-0", "2026-13", "2026-00", "2026-1", "2026-11-31", "2026-11-9", "2026-11-09T",
  "2026-11-09 10:00",
  "2026-11-09T24:00", "2026-11-09T10:00Z", "2026-11-09T10:00+01:00", "2026-", "-2026", "2026-11-", "٢٠٢٦", "20 26",
  "2026/11",
])
func refusesWhatIsNoDate(_ text: String) {
  #expect(Moment(text: text) == nil)
}

// MARK: Order

@Test(arguments: [
  ("2026-11-09", "2026-11-08", true), ("2026-11-09", "2026-11-09", false), ("2026-11", "2026-11-01", false),
  ("2026-11-30", "2026-11", false), ("2026-12", "2026-11", true), ("2026", "2026-01-01", false),
  ("2027", "2026-12-31", true),
  ("2026-11-09T10:00", "2026-11-09T09:59", true), ("2026-11-09T10:00", "2026-11-09T10:00", false),
  ("2026-11-09T10:00", "2026-11-09", false), ("2026-11-09", "2026-11-09T00:00", false),
])
func reportsAnEndBeforeItsStart(_ start: String, _ end: String, isFault: Bool) throws {
  let site = try SiteFixture(
    """
    -- meetings/a.md --
    ---
    title: A
    type: conference
    time_zone: UTC
    start: \(start)
    end: 1️⃣\(end)
    sessions:
      - title: S
        start: \(start)
        end: 2️⃣\(end)
    ---
    """)
  let expected = ["meetings/a.md 1️⃣ ends-before-it-starts", "meetings/a.md 2️⃣ ends-before-it-starts"]
  #expect(site.readFaults() == (isFault ? expected : []))
}

@Test func reportsTimesWithoutTheirZone() throws {
  let site = try SiteFixture(
    """
    -- meetings/a.md --
    1️⃣---
    title: A
    type: conference
    start: 2026-11-09T10:00
    ---
    -- meetings/b.md --
    2️⃣---
    title: B
    type: conference
    sessions: [{ title: S, end: 2026-11-09T10:00 }]
    ---
    -- meetings/c.md --
    ---
    title: C
    type: conference
    start: 2026-11-09T10:00
    time_zone: 3️⃣Nowhere/Land
    ---
    """)
  #expect(
    site.readFaults() == [
      "meetings/a.md 1️⃣ missing-field", "meetings/b.md 2️⃣ missing-field", "meetings/c.md 3️⃣ invalid-time-zone",
    ])
}

// MARK: Rules of deadlines

@Test(arguments: [
  ("4 months before the opening", 4, "months", true, "opening"), ("1 day after the close", 1, "days", false, "close"),
  ("2 Weeks Before Opening", 2, "weeks", true, "opening"), ("0 days before the opening", 0, "days", true, "opening"),
  ("  10   years after  the  opening ", 10, "years", false, "opening"),
  ("1 month before the close", 1, "months", true, "close"),
])
func readsRules(_ text: String, count: Int, unit: String, isBefore: Bool, anchor: String) throws {
  let rule = try #require(DeadlineRule(text: text))
  #expect(rule.count == count)
  #expect(rule.unit.rawValue == unit)
  #expect(rule.isBefore == isBefore)
  #expect(rule.anchor.rawValue == anchor)
}

@Test(arguments: [
  "", "before the opening", "four months before the opening", "-4 months before the opening",
  "4 moons before the opening",
  "4 months before", "4 months since the opening", "4 months before the lunch", "10001 days before the opening",
  "99999999999999999999 days before the opening", "4 months before the opening of it", "4.5 days before the opening",
])
func refusesOtherRules(_ text: String) {
  #expect(DeadlineRule(text: text) == nil)
}

/// Counts months as a person does with a calendar, a step at a time.
private func monthsBefore(_ date: CivilDate, _ count: Int) -> String {
  var (year, month) = (date.year, date.month)
  for _ in 0..<count {
    month -= 1
    if month == 0 { (year, month) = (year - 1, 12) }
  }
  for day in (1...date.day).reversed() {
    if let found = CivilDate(year: year, month: month, day: day) { return found.isoText }
  }
  return ""
}

@Test func countsMonthsToTheLastDayOfShorterOnes() throws {
  var day = try #require(CivilDate(isoText: "2023-12-25"))
  let end = try #require(CivilDate(isoText: "2025-03-05"))
  while day < end {
    for count in [0, 1, 2, 3, 4, 11, 12, 13, 25] {
      let rule = try #require(DeadlineRule(text: "\(count) months before the opening"))
      #expect(rule.moment(opening: .day(day), close: nil)?.isoText == monthsBefore(day, count))
    }
    let weeks = try #require(DeadlineRule(text: "2 weeks after the close"))
    #expect(weeks.moment(opening: nil, close: .day(day)) == .day(day.adding(days: 14)))
    day = day.adding(days: 1)
  }
}

@Test(arguments: [
  ("4 months before the opening", "2026-07-09"), ("28 days before the opening", "2026-10-12"),
  ("1 week after the close", "2026-12-04"), ("1 year after the close", "2027-11-27"),
  ("0 days after the opening", "2026-11-09"),
])
func findsTheDayOfARule(_ text: String, day: String) throws {
  let opening = Moment(text: "2026-11-09T10:00")
  let rule = try #require(DeadlineRule(text: text))
  #expect(rule.moment(opening: opening, close: Moment(text: "2026-11-27"))?.isoText == day)
}

@Test(arguments: ["2026", "2026-11", nil])
func knowsNoDayWhereTheMeetingHasNone(_ opening: String?) throws {
  let rule = try #require(DeadlineRule(text: "28 days before the opening"))
  #expect(rule.moment(opening: opening.flatMap(Moment.init(text:)), close: Moment(text: "2026-11-27")) == nil)
}

@Test(arguments: [
  ("4 months before the opening", "2026-11", "2026-07"), ("11 months before the opening", "2026-11", "2025-12"),
  ("2 months after the opening", "2026-11", "2027-01"), ("1 year before the opening", "2026-11", "2025-11"),
  ("1 year before the opening", "2026", "2025"), ("4 months before the opening", "2026", nil),
  ("3 weeks before the opening", "2026-11", nil), ("0 days before the opening", "2026", nil),
])
func countsWholeMonthsAndYearsFromWhatIsKnown(_ text: String, opening: String, moment: String?) throws {
  let rule = try #require(DeadlineRule(text: text))
  #expect(rule.moment(opening: Moment(text: opening), close: nil)?.isoText == moment)
}

/// Each day of 400 years, after which the calendar repeats itself: months keep the day where there is one, else end with the month;
/// days and weeks count exactly; and what is counted from a day lies in the month that is counted from its month.
@Test func countsRulesFromEveryDayOfFourCenturies() throws {
  let rules = try [
    "1 month before", "4 months before", "11 months after", "1 year before", "28 days before", "3 weeks after",
  ]
  .map { try #require(DeadlineRule(text: "\($0) the opening")) }
  var day = try #require(CivilDate(isoText: "1900-01-01"))
  var faults: [String] = []
  while day.year < 2300 {
    for rule in rules {
      guard case .day(let due)? = rule.moment(opening: .day(day), close: nil) else {
        faults.append("\(rule) from \(day): no day")
        continue
      }
      let sign = rule.isBefore ? -1 : 1
      switch rule.unit {
      case .days, .weeks:
        let count = rule.unit == .weeks ? rule.count * 7 : rule.count
        if due.daysSince1970 - day.daysSince1970 != sign * count { faults.append("\(rule) from \(day): \(due)") }
      case .months, .years:
        let months = sign * (rule.unit == .years ? rule.count * 12 : rule.count)
        let isRight = due.year * 12 + due.month == day.year * 12 + day.month + months
        let isLast = due.isLastOfMonth && due.day < day.day
        let month = rule.moment(opening: .month(year: day.year, month: day.month), close: nil)
        if !isRight || due.day != day.day && !isLast || month != .month(year: due.year, month: due.month) {
          faults.append("\(rule) from \(day): \(due)")
        }
      }
    }
    day = day.adding(days: 1)
  }
  #expect(faults == [])
}

@Test(arguments: [
  ("1 month before the opening", "2028-03-31", "2028-02-29"),
  ("1 month before the opening", "2027-03-31", "2027-02-28"),
  ("1 year before the opening", "2028-02-29", "2027-02-28"), ("4 years before the opening", "2028-02-29", "2024-02-29"),
  ("1 day before the opening", "2027-01-01", "2026-12-31"), ("1 month before the opening", "2027-01-15", "2026-12-15"),
  ("2 weeks after the opening", "2026-12-25", "2027-01-08"), ("1 month after the opening", "2100-01-31", "2100-02-28"),
  ("10000 years before the opening", "2026-11-09", "0001-01-01"),
  ("10000 years after the opening", "2026-11-09", "9999-12-31"),
])
func countsRulesOverMonthEndsLeapDaysAndYears(_ text: String, opening: String, day: String) throws {
  let rule = try #require(DeadlineRule(text: text))
  #expect(rule.moment(opening: Moment(text: opening), close: nil)?.isoText == day)
}

@Test func reportsDeadlinesThatSayNotWhenOrTwice() throws {
  let site = try SiteFixture(
    """
    -- meetings/a.md --
    ---
    title: A
    type: conference
    deadlines:
      - 1️⃣title: One
      - 2️⃣title: Two
        date: 2026-11-09
        rule: 1 day before the opening
      - title: Three
        rule: 3️⃣soon
      - title: Four
        date: 4️⃣soon
      - 5️⃣date: 2026
      - title: Six
        rule: 6️⃣[1 day before the opening]
    ---
    """)
  #expect(
    site.readFaults() == [
      "meetings/a.md 1️⃣ deadline-without-date", "meetings/a.md 2️⃣ deadline-without-date", "meetings/a.md 3️⃣ invalid-rule",
      "meetings/a.md 4️⃣ invalid-date", "meetings/a.md 5️⃣ missing-field", "meetings/a.md 6️⃣ invalid-rule",
    ])
}
