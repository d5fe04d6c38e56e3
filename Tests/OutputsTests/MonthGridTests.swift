import CivilTime
import TestSupport
import Testing

@testable import Calendars
@testable import Sites

@Suite struct MonthGridTests {
  private static func month(_ year: Int, _ month: Int) throws -> CalendarMonth {
    CalendarMonth(of: try #require(CivilDate(year: year, month: month, day: 1)))
  }

  /// A grid as text: the days of each week, then its lanes; `a--` is an entry of three days, `.` a day without one.
  private static func drawn(_ grid: MonthGrid) -> [String] {
    grid.weeks.flatMap { week in
      [week.days.map { $0.map { String($0.day) } ?? "." }.joined(separator: " ")]
        + week.lanes.map { lane in
          lane.map { cell in
            let name = cell.entry.map { String(UnicodeScalar(UInt8(97 + $0))) } ?? "."
            return name + String(repeating: cell.entry == nil ? "." : "-", count: cell.dayCount - 1)
          }.joined()
        }
    }
  }

  @Test func laysWhatLastsOverTheDaysOfEachWeek() throws {
    let grid = MonthGrid(
      of: try Self.month(2026, 11), weekBegins: .monday,
      with: [(try date("2026-11-09"), try date("2026-11-27")), (try date("2026-10-30"), try date("2026-11-01"))])
    #expect(
      Self.drawn(grid) == [
        ". . . . . . 1", "......b", "2 3 4 5 6 7 8", "9 10 11 12 13 14 15", "a------", "16 17 18 19 20 21 22",
        "a------",
        "23 24 25 26 27 28 29", "a----..", "30 . . . . . .",
      ])
    #expect(grid.weeks[0].lanes[0].last?.continues == true && grid.weeks[0].lanes[0].last?.goesOn == false)
    #expect(grid.weeks[2].lanes[0][0].continues == false && grid.weeks[2].lanes[0][0].goesOn == true)
    #expect(grid.weeks[4].lanes[0][0].continues == true && grid.weeks[4].lanes[0][0].goesOn == false)
  }

  @Test(arguments: [
    (Weekday.monday, ". . . . . . 1"), (.sunday, "1 2 3 4 5 6 7"), (.saturday, ". 1 2 3 4 5 6"),
  ])
  func beginsItsWeeksWhereTheLanguageDoes(_ weekday: Weekday, _ first: String) throws {
    let grid = MonthGrid(of: try Self.month(2026, 11), weekBegins: weekday, with: [])
    #expect(Self.drawn(grid).first == first)
  }

  @Test func putsTheLongestOfADayFirstAndFillsFreeDays() throws {
    let spans = try [("02", "02"), ("02", "05"), ("03", "04"), ("03", "03"), ("06", "08")].map {
      (first: try date("2026-11-\($0)"), last: try date("2026-11-\($1)"))
    }
    let grid = MonthGrid(of: try Self.month(2026, 11), weekBegins: .monday, with: spans)
    #expect(Self.drawn(grid)[1...4] == ["2 3 4 5 6 7 8", "b---e--", "ac-....", ".d....."])
  }

  /// Every month of 400 years, with made-up spans: each day once, each span over its days of the month and no others.
  @Test func coversEachDayOfEverySpanOnceInEveryMonth() throws {
    var numbers = SeededNumbers(seed: 400)
    var day = try #require(CivilDate(isoText: "1801-01-01"))
    while day.year < 2201 {
      let month = CalendarMonth(of: day)
      let spans = (0..<4).map { _ -> (first: CivilDate, last: CivilDate) in
        let first = day.adding(days: Int.random(in: -40...40, using: &numbers))
        return (first, first.adding(days: Int.random(in: 0...45, using: &numbers)))
      }
      let grid = MonthGrid(of: month, weekBegins: Weekday.allCases[day.month % 7], with: spans)
      #expect(grid.weeks.flatMap { $0.days.compactMap { $0?.day } } == Array(1...month.dayCount))
      for (number, span) in spans.enumerated() {
        let covered = grid.weeks.flatMap { Self.days(of: number, in: $0) }
        let expected = (0..<month.dayCount).map { day.adding(days: $0) }.filter { span.first <= $0 && $0 <= span.last }
        #expect(covered == expected, "\(month.name) \(span)")
      }
      for week in grid.weeks { #expect(week.lanes.allSatisfy { $0.map(\.dayCount).reduce(0, +) == 7 }) }
      day = day.adding(months: 1)
    }
  }

  private static func days(of entry: Int, in week: MonthGrid.Week) -> [CivilDate] {
    week.lanes.flatMap { lane -> [CivilDate] in
      var start = 0
      return lane.flatMap { cell -> [CivilDate] in
        defer { start += cell.dayCount }
        return cell.entry == entry ? week.days[start..<start + cell.dayCount].compactMap { $0 } : []
      }
    }
  }

  @Test func takesTheFirstAndTheLastMonthThatCanBeWritten() throws {
    let first = MonthGrid(of: try Self.month(1, 1), weekBegins: .sunday, with: [(.first, .last)])
    #expect(Self.drawn(first).prefix(2) == [". 1 2 3 4 5 6", ".a-----"])
    let last = MonthGrid(of: try Self.month(9999, 12), weekBegins: .monday, with: [(.first, .last)])
    #expect(Self.drawn(last).suffix(2) == ["27 28 29 30 31 . .", "a----.."])
  }

  @Test(arguments: [
    ("2026-11-09", "2026-11-27", ["2026-11"]), ("2026-12-31", "2027-01-01", ["2026-12", "2027-01"]),
    ("2026-11-30", "2027-02-01", ["2026-11", "2026-12", "2027-01", "2027-02"]),
    ("2020-01-01", "2029-12-31", ["2020-01", "2029-12"]), ("0001-01-01", "9999-12-31", ["0001-01", "9999-12"]),
  ])
  func countsTheMonthsOfASpan(_ first: String, _ last: String, _ months: [String]) throws {
    #expect(CalendarMonth.spanned(from: try date(first), to: try date(last)).map(\.name) == months)
  }
}
