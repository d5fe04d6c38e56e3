import CivilTime
import Testing

struct CivilDateTests {
  @Test(arguments: [
    (2026, 11, 9, 20_766), (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
    (1600, 1, 1, -135_140), (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
  ])
  func countsDaysSince1970(year: Int, month: Int, day: Int, days: Int) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.daysSince1970 == days)
    #expect(CivilDate(clampingDaysSince1970: days) == date)
  }

  @Test(arguments: [
    (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (0, 1, 1),
    (10_000, 1, 1), (-1, 1, 1), (Int.max, 1, 1), (2026, Int.min, 1), (2026, 1, Int.max),
  ])
  func refusesDaysThatAreNotInTheCalendar(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    (2026, false), (2024, true), (2000, true), (1900, false), (2100, false), (2400, true),
  ])
  func knowsLeapYears(year: Int, isLeap: Bool) {
    #expect(CivilDate.isLeapYear(year) == isLeap)
    #expect(CivilDate.dayCount(ofMonth: 2, inYear: year) == (isLeap ? 29 : 28))
  }

  @Test func givesNoDaysToMonthsThatDoNotExist() {
    #expect(CivilDate.dayCount(ofMonth: 0, inYear: 2026) == 0)
    #expect(CivilDate.dayCount(ofMonth: 13, inYear: 2026) == 0)
  }

  /// Two whole cycles of the calendar and more, beside a count that knows only how long months are.
  @Test func walksDayByDayThroughTwoCyclesOfTheCalendar() throws {
    var expected = (year: 1590, month: 1, day: 1, dayOfYear: 1)
    let start = try #require(CivilDate(year: 1590, month: 1, day: 1))
    var weekday = start.weekday.rawValue
    var days = start.daysSince1970
    var previous = start.adding(days: -1)
    while expected.year < 2410 {
      let date = CivilDate(clampingDaysSince1970: days)
      guard date.year == expected.year, date.month == expected.month, date.day == expected.day,
        date.dayOfYear == expected.dayOfYear, date.daysSince1970 == days, date.weekday.rawValue == weekday,
        date > previous, previous.adding(days: 1) == date, CivilDate(isoText: date.isoText) == date
      else {
        Issue.record("\(date) stands at day \(days), where \(expected) was expected")
        return
      }
      expected = nextDay(after: expected)
      days += 1
      weekday = weekday % 7 + 1
      previous = date
    }
    #expect(CivilDate(clampingDaysSince1970: days).isoText == "2410-01-01")
  }

  private typealias Parts = (year: Int, month: Int, day: Int, dayOfYear: Int)

  private func nextDay(after parts: Parts) -> Parts {
    let isLeap = parts.year % 400 == 0 || (parts.year % 4 == 0 && parts.year % 100 != 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if parts.day < lengths[parts.month - 1] { return (parts.year, parts.month, parts.day + 1, parts.dayOfYear + 1) }
    if parts.month < 12 { return (parts.year, parts.month + 1, 1, parts.dayOfYear + 1) }
    return (parts.year + 1, 1, 1, 1)
  }

  @Test(arguments: [
    ("2026-11-09", Weekday.monday), ("1970-01-01", .thursday), ("2000-02-29", .tuesday), ("1969-07-20", .sunday),
    ("0001-01-01", .monday), ("9999-12-31", .friday), ("2022-09-26", .monday),
  ])
  func knowsTheWeekday(text: String, weekday: Weekday) throws {
    let date = try #require(CivilDate(isoText: text))
    #expect(date.weekday == weekday)
    #expect(weekday.isWeekend == [.saturday, .sunday].contains(weekday))
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-31", -2, "2025-11-30"),
    ("2026-11-09", 2, "2027-01-09"), ("2026-11-09", -11, "2025-12-09"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-11-09", 0, "2026-11-09"), ("9999-12-01", 1, "9999-12-31"), ("0001-01-31", -1, "0001-01-01"),
    ("2026-11-09", Int.max, "9999-12-31"), ("2026-11-09", Int.min, "0001-01-01"),
  ])
  func addsMonthsAndStaysInTheMonth(text: String, months: Int, sum: String) throws {
    let date = try #require(CivilDate(isoText: text))
    #expect(date.adding(months: months).isoText == sum)
  }

  @Test(arguments: [
    ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"), ("2024-02-29", -124, "1900-02-28"),
    ("2026-11-09", 10_000, "9999-12-31"), ("2026-11-09", Int.max, "9999-12-31"), ("2026-11-09", Int.min, "0001-01-01"),
  ])
  func addsYearsAndStaysInFebruary(text: String, years: Int, sum: String) throws {
    let date = try #require(CivilDate(isoText: text))
    #expect(date.adding(years: years).isoText == sum)
  }

  @Test(arguments: [
    ("2026-12-31", 1, "2027-01-01"), ("2024-03-01", -1, "2024-02-29"), ("2026-11-09", -28, "2026-10-12"),
    ("9999-12-31", 1, "9999-12-31"), ("0001-01-01", -1, "0001-01-01"), ("2026-11-09", Int.max, "9999-12-31"),
    ("1960-11-09", Int.min, "0001-01-01"),
  ])
  func addsDaysWithinTheYearsThatCanBeWritten(text: String, days: Int, sum: String) throws {
    let date = try #require(CivilDate(isoText: text))
    #expect(date.adding(days: days).isoText == sum)
  }

  @Test func countsTheDaysBetweenTwoDates() throws {
    let opening = try #require(CivilDate(isoText: "2026-11-09"))
    let close = try #require(CivilDate(isoText: "2026-11-27"))
    #expect(opening.days(until: close) == 18)
    #expect(close.days(until: opening) == -18)
    #expect(!close.isLastOfMonth)
    #expect(close.adding(days: 3).isLastOfMonth)
  }

  /// Months added at once and one by one agree, where no month on the way cuts the day off.
  @Test func addsMonthsInAnyPortions() throws {
    let start = try #require(CivilDate(isoText: "1850-05-28"))
    var stepped = start
    for months in 1...(12 * 400) {
      stepped = stepped.adding(months: 1)
      guard stepped == start.adding(months: months), stepped.adding(months: -months) == start else {
        Issue.record("\(months) months after \(start)")
        return
      }
    }
    #expect(stepped == start.adding(years: 400))
  }

  @Test(arguments: [
    "", "2026", "2026-11", "2026-11-9", "2026-11-09 ", " 2026-11-09", "2026-11-09T10:00", "20261109", "26-11-09",
    "2026/11/09", "+026-11-09", "2026-11-+9", "2026-11-0९", "２０２６-11-09", "2026-11-09\n", "-2026-11-09", "2026-11-31",
    "2026-11-09\0", "0000-01-01",
  ])
  func readsNothingButISODates(text: String) {
    #expect(CivilDate(isoText: text) == nil)
  }

  @Test func writesFourDigitsOfTheYear() {
    #expect(CivilDate.first.isoText == "0001-01-01")
    #expect("\(CivilDate.last)" == "9999-12-31")
  }
}
