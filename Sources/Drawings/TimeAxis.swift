import CivilTime

/// Whole years as a line, each as long as the next: what is drawn on it keeps its distance in time.
struct TimeAxis: Sendable {
  let firstYear: Int
  let lastYear: Int
  private let start: Double
  private let end: Double
  private let firstDay: Int
  private let dayCount: Int

  /// Spans the years of the days, of which there must be one at least.
  init?(spanning days: [CivilDate], from start: Double, to end: Double) {
    guard let first = days.min(), let last = days.max(), start < end,
      let opening = CivilDate(year: first.year, month: 1, day: 1),
      let closing = CivilDate(year: last.year, month: 12, day: 31)
    else { return nil }
    firstYear = first.year
    lastYear = last.year
    self.start = start
    self.end = end
    firstDay = opening.daysSince1970
    dayCount = closing.daysSince1970 - firstDay + 1
  }

  /// The place of a day's noon.
  func place(of day: CivilDate) -> Double {
    place(of: Double(day.daysSince1970 - firstDay) + 0.5)
  }

  private func place(of days: Double) -> Double {
    start + (end - start) * min(1, max(0, days / Double(dayCount)))
  }

  private func start(of year: Int) -> Double {
    CivilDate(year: year, month: 1, day: 1).map { place(of: Double($0.daysSince1970 - firstDay)) } ?? end
  }

  private var widthOfYear: Double { (end - start) / Double(lastYear - firstYear + 1) }

  /// The number of years from one label to the next, for labels of a width.
  private func step(for width: Double) -> Int {
    Self.steps.first { Double($0) * widthOfYear >= width } ?? 5000
  }

  private static let steps = [1, 2, 4, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]

  /// The years that have room for a label, each with the middle of its span.
  func labels(width: Double) -> [(year: Int, place: Double)] {
    let step = step(for: width)
    // Four years are the rhythm of conferences, so short steps count from the first year; long ones are round numbers.
    let origin = step < 5 ? firstYear : firstYear + (step - firstYear % step) % step
    return stride(from: origin, through: lastYear, by: step).map { year in
      (year, (start(of: year) + (year == lastYear ? end : start(of: year + 1))) / 2)
    }
  }

  /// Where one year ends and the next begins, as far as there is room to tell them apart.
  func boundaries(gap: Double) -> [Double] {
    guard widthOfYear >= gap else { return [start, end] }
    return (firstYear...lastYear).map { start(of: $0) } + [end]
  }
}
