import CivilTime

/// A month of a year.
package struct CalendarMonth: Sendable, Hashable, Comparable {
  package let year: Int
  package let month: Int

  package init(of day: CivilDate) {
    (year, month) = (day.year, day.month)
  }

  /// `2026-11`, as in the addresses of pages.
  package var name: String { String(firstDay.isoText.prefix(7)) }

  package var firstDay: CivilDate { CivilDate(year: year, month: month, day: 1) ?? .first }
  package var lastDay: CivilDate { CivilDate(year: year, month: month, day: dayCount) ?? .last }
  package var dayCount: Int { CivilDate.dayCount(ofMonth: month, inYear: year) }

  /// Each month from the first day to the last; only the two at the ends where there is more than a year between them, since
  /// nobody looks for such a thing in every month.
  static func spanned(from first: CivilDate, to last: CivilDate) -> [CalendarMonth] {
    let (start, end) = (CalendarMonth(of: first), CalendarMonth(of: last))
    guard start < end else { return [start] }
    let count = (end.year - start.year) * 12 + end.month - start.month
    guard count <= 12 else { return [start, end] }
    return (0...count).map { CalendarMonth(of: start.firstDay.adding(months: $0)) }
  }

  package static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}
