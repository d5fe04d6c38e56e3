import CivilTime

/// When something is, as far as it is known: a year, a month, a day, or a local time on a day.
package enum Moment: Sendable, Hashable {
  case year(Int)
  case month(year: Int, month: Int)
  case day(CivilDate)
  case time(CivilDateTime)

  /// Reads `2026`, `2026-11`, `2026-11-09` or `2026-11-09T10:00`; nil for anything else or a day that does not exist.
  package init?(text: String) {
    if let date = CivilDate(isoText: text) {
      self = .day(date)
    } else if let time = CivilDateTime(isoText: text) {
      self = .time(time)
    } else {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard let first = parts.first, first.utf8.count == 4, first.utf8.allSatisfy({ (48...57).contains($0) }),
        let year = Int(first), CivilDate.years.contains(year)
      else { return nil }
      if parts.count == 1 {
        self = .year(year)
      } else if parts.count == 2, parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) {
        self = .month(year: year, month: month)
      } else {
        return nil
      }
    }
  }

  package var firstDay: CivilDate {
    switch self {
    case .year(let year): CivilDate(year: year, month: 1, day: 1) ?? .first
    case .month(let year, let month): CivilDate(year: year, month: month, day: 1) ?? .first
    case .day(let date): date
    case .time(let time): time.date
    }
  }

  package var lastDay: CivilDate {
    switch self {
    case .year(let year): CivilDate(year: year, month: 12, day: 31) ?? .last
    case .month(let year, let month):
      CivilDate(year: year, month: month, day: CivilDate.dayCount(ofMonth: month, inYear: year)) ?? .last
    case .day(let date): date
    case .time(let time): time.date
    }
  }

  package var year: Int { firstDay.year }

  /// Whether the day itself is known, so that days can be counted from it.
  package var isExact: Bool {
    switch self {
    case .year, .month: false
    case .day, .time: true
    }
  }

  /// Whether the hour is known too.
  package var hasTime: Bool {
    if case .time = self { true } else { false }
  }

  /// The text as a writer would write it (ISO 8601).
  package var isoText: String {
    switch self {
    case .year: String(firstDay.isoText.prefix(4))
    case .month: String(firstDay.isoText.prefix(7))
    case .day(let date): date.isoText
    case .time(let time): String(time.isoText.prefix(16))
    }
  }
}
