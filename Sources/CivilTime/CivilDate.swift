/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31, also before that calendar was in use (ISO 8601).
package struct CivilDate: Sendable, Hashable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil where there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard CivilDate.years.contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.dayCount(ofMonth: month, inYear: year)
    else { return nil }
    self.init(unchecked: (year, month, day))
  }

  private init(unchecked parts: (year: Int, month: Int, day: Int)) {
    (year, month, day) = parts
  }

  package static let years = 1...9999
  package static let first = CivilDate(unchecked: (1, 1, 1))
  package static let last = CivilDate(unchecked: (9999, 12, 31))

  package static func isLeapYear(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month (1 to 12); 0 for any other number.
  package static func dayCount(ofMonth month: Int, inYear year: Int) -> Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1...12: 31
    default: 0
    }
  }
}

extension CivilDate: Comparable {
  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

// MARK: Counting days

extension CivilDate {
  /// Days before 1970-01-01 are negative.
  ///
  /// The count begins in March, so that the leap day ends its year, and goes by eras of 400 years, all equally long.
  package var daysSince1970: Int {
    let marchYear = month > 2 ? year : year - 1
    let era = floorDivision(marchYear, 400).quotient
    let yearOfEra = marchYear - era * 400
    let dayOfMarchYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfMarchYear
    return era * CivilDate.daysOfEra + dayOfEra - CivilDate.daysFromMarchZeroTo1970
  }

  /// The nearest day that can be written, where the count leads out of the years 1 to 9999.
  package init(clampingDaysSince1970 days: Int) {
    guard days > CivilDate.first.daysSince1970 else {
      self = .first
      return
    }
    guard days < CivilDate.last.daysSince1970 else {
      self = .last
      return
    }
    let (era, dayOfEra) = floorDivision(days + CivilDate.daysFromMarchZeroTo1970, CivilDate.daysOfEra)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfMarchYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfMarchYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    self.init(unchecked: (year, month, dayOfMarchYear - (153 * marchMonth + 2) / 5 + 1))
  }

  private static let daysOfEra = 146_097
  private static let daysFromMarchZeroTo1970 = 719_468

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(isoIndex: floorDivision(daysSince1970 + 3, 7).remainder)
  }

  /// 1 on the first of January.
  package var dayOfYear: Int {
    daysSince1970 - CivilDate(unchecked: (year, 1, 1)).daysSince1970 + 1
  }

  package var isLastOfMonth: Bool {
    day == CivilDate.dayCount(ofMonth: month, inYear: year)
  }
}

// MARK: Adding

extension CivilDate {
  /// Ends at the first or last day that can be written.
  package func adding(days: Int) -> CivilDate {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
    guard !overflow else { return days < 0 ? .first : .last }
    return CivilDate(clampingDaysSince1970: sum)
  }

  /// The same day of another month, or its last day where it is shorter: a month after 31 January is 28 February.
  package func adding(months: Int) -> CivilDate {
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow else { return months < 0 ? .first : .last }
    let (newYear, newMonth) = floorDivision(sum, 12)
    guard newYear >= CivilDate.years.lowerBound else { return .first }
    guard newYear <= CivilDate.years.upperBound else { return .last }
    let lastDay = CivilDate.dayCount(ofMonth: newMonth + 1, inYear: newYear)
    return CivilDate(unchecked: (newYear, newMonth + 1, min(day, lastDay)))
  }

  /// A year after 29 February is 28 February.
  package func adding(years: Int) -> CivilDate {
    let (months, overflow) = years.multipliedReportingOverflow(by: 12)
    guard !overflow else { return years < 0 ? .first : .last }
    return adding(months: months)
  }

  /// Negative where `other` lies before.
  package func days(until other: CivilDate) -> Int {
    other.daysSince1970 - daysSince1970
  }
}

// MARK: Text

extension CivilDate: CustomStringConvertible {
  /// Reads `2026-11-09` and nothing else: ISO 8601's extended form, ASCII digits, no spaces.
  package init?(isoText text: some StringProtocol) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.skip("-"), let month = reader.number(digits: 2),
      reader.skip("-"), let day = reader.number(digits: 2), reader.isAtEnd
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `2026-11-09`
  package var isoText: String {
    String(decoding: isoBytes, as: UTF8.self)
  }

  package var isoBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    bytes.appendDecimal(year, digits: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendDecimal(month, digits: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendDecimal(day, digits: 2)
    return bytes
  }

  package var description: String { isoText }
}
