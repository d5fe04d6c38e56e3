import CivilTime

/// How an event repeats, as far as days go (RFC 5545, section 3.3.10): the parts that calendars of meetings use.
///
/// Rules by the hour, by the number of a week or of a day in the year, and by set positions are not read.
package struct RecurrenceRule: Sendable, Equatable {
  package let frequency: Frequency
  package var interval = 1
  package var count: Int?
  package var until: CalendarTime?
  var weekdays: [DayOfWeek] = []
  var monthDays: [Int] = []
  var months: [Int] = []
  var weekStart = Weekday.monday

  package enum Frequency: String, Sendable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A weekday, or the n-th of a month; negative numbers count from its end.
  struct DayOfWeek: Sendable, Equatable {
    let number: Int?
    let weekday: Weekday
  }

  package var isEndless: Bool { count == nil && until == nil }

  /// Nil for what is no rule, and for one with a part that is not read.
  package init?(_ text: String) {
    var parts: [Substring: Substring] = [:]
    for part in text.uppercased().split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, parts.updateValue(pair[1], forKey: pair[0]) == nil else { return nil }
    }
    guard let frequency = parts.removeValue(forKey: "FREQ").flatMap({ Frequency(rawValue: String($0)) }) else {
      return nil
    }
    self.frequency = frequency
    for (name, value) in parts {
      guard read(name, value) else { return nil }
    }
    let hasNumbers = weekdays.contains { $0.number != nil }
    if hasNumbers, frequency != .monthly, frequency != .yearly { return nil }
    // The n-th weekday of a whole year is not read.
    if frequency == .yearly, !weekdays.isEmpty, months.isEmpty { return nil }
    if frequency == .yearly, !monthDays.isEmpty, months.isEmpty { return nil }
    if frequency == .weekly, !monthDays.isEmpty { return nil }
  }

  private mutating func read(_ name: Substring, _ value: Substring) -> Bool {
    func numbers(_ range: ClosedRange<Int>) -> [Int]? {
      let numbers = value.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? .min }
      return numbers.allSatisfy { range.contains($0) && $0 != 0 } ? numbers : nil
    }
    switch name {
    case "INTERVAL":
      guard let numbers = numbers(1...10_000), numbers.count == 1 else { return false }
      interval = numbers[0]
    case "COUNT":
      guard let numbers = numbers(1...1_000_000), numbers.count == 1 else { return false }
      count = numbers[0]
    case "UNTIL":
      guard let time = calendarTime(String(value), zone: nil) else { return false }
      until = time
    case "BYMONTHDAY":
      guard let numbers = numbers(-31...31) else { return false }
      monthDays = numbers
    case "BYMONTH":
      guard let numbers = numbers(1...12) else { return false }
      months = numbers
    case "WKST":
      guard let day = Self.weekday(value) else { return false }
      weekStart = day
    case "BYDAY":
      let days = value.split(separator: ",", omittingEmptySubsequences: false).map(Self.dayOfWeek)
      guard !days.contains(nil) else { return false }
      weekdays = days.compactMap { $0 }
    default: return false
    }
    return true
  }

  private static func weekday(_ text: Substring) -> Weekday? {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].firstIndex(of: text).flatMap { Weekday(rawValue: $0 + 1) }
  }

  private static func dayOfWeek(_ text: Substring) -> DayOfWeek? {
    guard let weekday = weekday(text.suffix(2)) else { return nil }
    let number = text.dropLast(2)
    guard !number.isEmpty else { return DayOfWeek(number: nil, weekday: weekday) }
    guard let number = Int(number), number != 0, (-5...5).contains(number) else { return nil }
    return DayOfWeek(number: number, weekday: weekday)
  }
}

// MARK: Days

extension RecurrenceRule {
  /// The first days of a series, its start among them; `isWithin` says whether a day still lies before the end.
  package func days(from start: CivilDate, limit: Int, isWithin: (CivilDate) -> Bool = { _ in true }) -> [CivilDate] {
    var days: [CivilDate] = []
    let most = min(limit, count ?? limit)
    // A rule may match no day at all; twenty thousand periods without one are enough to know.
    var emptyPeriods = 0
    var period = 0
    while days.count < most, emptyPeriods < 20_000 {
      guard let candidates = candidates(in: period * interval, from: start) else { break }
      period += 1
      emptyPeriods += 1
      for day in candidates where day >= start && days.count < most {
        guard isWithin(day) else { return days }
        days.append(day)
        emptyPeriods = 0
      }
    }
    return days
  }

  /// The days of the n-th day, week, month or year from the start on, in order; nil past the last day there is.
  private func candidates(in distance: Int, from start: CivilDate) -> [CivilDate]? {
    switch frequency {
    case .daily:
      let day = start.adding(days: distance)
      guard day < .last else { return nil }
      return matches(day) ? [day] : []
    case .weekly:
      let toWeekStart = (start.weekday.rawValue - weekStart.rawValue + 7) % 7
      let first = start.adding(days: distance * 7 - toWeekStart)
      guard first.adding(days: 7) < .last else { return nil }
      let wanted = weekdays.isEmpty ? [start.weekday] : weekdays.map(\.weekday)
      return (0..<7).map { first.adding(days: $0) }.filter { wanted.contains($0.weekday) && isInMonths($0) }
    case .monthly:
      let first = CivilDate(year: start.year, month: start.month, day: 1)?.adding(months: distance)
      guard let first, first.adding(months: 1) < .last else { return nil }
      return isInMonths(first) ? days(ofMonthOf: first, start: start) : []
    case .yearly:
      let (year, overflow) = start.year.addingReportingOverflow(distance)
      guard !overflow, year < CivilDate.years.upperBound else { return nil }
      let wanted = months.isEmpty ? [start.month] : months.sorted()
      return wanted.compactMap { CivilDate(year: year, month: $0, day: 1) }
        .flatMap { days(ofMonthOf: $0, start: start) }
    }
  }

  private func matches(_ day: CivilDate) -> Bool {
    let last = CivilDate.dayCount(ofMonth: day.month, inYear: day.year)
    return isInMonths(day) && (weekdays.isEmpty || weekdays.contains { $0.weekday == day.weekday })
      && (monthDays.isEmpty || monthDays.contains { $0 == day.day || $0 == day.day - last - 1 })
  }

  private func isInMonths(_ day: CivilDate) -> Bool { months.isEmpty || months.contains(day.month) }

  private func days(ofMonthOf first: CivilDate, start: CivilDate) -> [CivilDate] {
    let last = CivilDate.dayCount(ofMonth: first.month, inYear: first.year)
    return (1...last).filter { day in
      if weekdays.isEmpty, monthDays.isEmpty { return day == start.day }
      let date = first.adding(days: day - 1)
      let isWeekday =
        weekdays.isEmpty
        || weekdays.contains { wanted in
          guard wanted.weekday == date.weekday else { return false }
          guard let number = wanted.number else { return true }
          return number > 0 ? (day - 1) / 7 + 1 == number : (last - day) / 7 + 1 == -number
        }
      return isWeekday && (monthDays.isEmpty || monthDays.contains { $0 == day || $0 == day - last - 1 })
    }.map { first.adding(days: $0 - 1) }
  }
}
