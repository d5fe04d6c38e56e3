import CivilTime
import Sites

/// A month as weeks of seven days; what lasts for days lies over them in lanes, none over another.
struct MonthGrid: Sendable, Equatable {
  let weeks: [Week]

  struct Week: Sendable, Equatable {
    /// Seven; nil before the month begins and after it ends.
    let days: [CivilDate?]
    /// Each fills the seven days.
    let lanes: [[Cell]]
  }

  /// Some days of a lane, with the number of what lies there; nil for nothing.
  struct Cell: Sendable, Equatable {
    let entry: Int?
    let dayCount: Int
    /// Whether it began in an earlier week, or goes on in a later one.
    var continues = false
    var goesOn = false
  }

  init(of month: CalendarMonth, weekBegins firstWeekday: Weekday, with spans: [(first: CivilDate, last: CivilDate)]) {
    let offset = (month.firstDay.weekday.rawValue - firstWeekday.rawValue + 7) % 7
    let order = spans.indices.sorted { left, right in
      (spans[left].first, spans[right].last, left) < (spans[right].first, spans[left].last, right)
    }
    weeks = (0..<(offset + month.dayCount + 6) / 7).map { week in
      let days = (0..<7).map { column -> CivilDate? in
        CivilDate(year: month.year, month: month.month, day: week * 7 + column - offset + 1)
      }
      return Week(days: days, lanes: Self.lanes(over: days, order, spans))
    }
  }

  private static func lanes(
    over days: [CivilDate?], _ order: [Int], _ spans: [(first: CivilDate, last: CivilDate)]
  ) -> [[Cell]] {
    guard let first = days.firstIndex(where: { $0 != nil }), let last = days.lastIndex(where: { $0 != nil }),
      let firstDay = days[first], let lastDay = days[last]
    else { return [] }
    var lanes: [(cells: [Cell], end: Int)] = []
    for number in order where spans[number].first <= lastDay && spans[number].last >= firstDay {
      let span = spans[number]
      let start = first + max(0, firstDay.days(until: span.first))
      let end = last - max(0, span.last.days(until: lastDay))
      let lane = lanes.firstIndex { $0.end <= start } ?? lanes.count
      if lane == lanes.count { lanes.append(([], 0)) }
      if lanes[lane].end < start { lanes[lane].cells.append(Cell(entry: nil, dayCount: start - lanes[lane].end)) }
      lanes[lane].cells.append(
        Cell(
          entry: number, dayCount: end - start + 1, continues: span.first < firstDay, goesOn: span.last > lastDay))
      lanes[lane].end = end + 1
    }
    return lanes.map { lane in
      lane.end < 7 ? lane.cells + [Cell(entry: nil, dayCount: 7 - lane.end)] : lane.cells
    }
  }
}
