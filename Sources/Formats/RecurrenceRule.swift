import CivilTime

/// How an event repeats (RFC 5545, section 3.3.10); rules by the minute and the second, of which no meeting has one, are not read.
package struct RecurrenceRule: Sendable, Equatable {
  package let frequency: Frequency
  package private(set) var interval = 1
  package private(set) var count: Int?
  package private(set) var until: CalendarTime?
  var months: [Int] = []
  var weekNumbers: [Int] = []
  var yearDays: [Int] = []
  var monthDays: [Int] = []
  var weekdays: [DayOfWeek] = []
  var hours: [Int] = []
  var minutes: [Int] = []
  var seconds: [Int] = []
  /// Which of the times of one period are meant (BYSETPOS); negative numbers count from its end.
  var positions: [Int] = []
  var weekStart = Weekday.monday

  package enum Frequency: String, Sendable {
    case hourly = "HOURLY"
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A weekday, or the n-th of a month or year; negative numbers count from its end.
  struct DayOfWeek: Sendable, Equatable {
    let number: Int?
    let weekday: Weekday
  }

  package var isEndless: Bool { count == nil && until == nil }

  /// More times of a day than it has minutes are no rule of a meeting, and would fill the memory.
  private static let mostTimesOfDay = 1_440

  /// Nil for what is no rule, and for one with a part that is not read.
  package init?(_ text: String) {
    var parts: [Substring: Substring] = [:]
    let rule = text.uppercased().filter { $0 != " " && $0 != "\t" }
    for part in rule.split(separator: ";") {
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
    guard max(1, hours.count) * max(1, minutes.count) * max(1, seconds.count) <= Self.mostTimesOfDay else { return nil }
    // Only months and years have an n-th of a weekday; some programs number the weekdays of a week, too.
    if frequency != .monthly, frequency != .yearly {
      weekdays = weekdays.map { DayOfWeek(number: nil, weekday: $0.weekday) }
    }
  }

  private mutating func read(_ name: Substring, _ value: Substring) -> Bool {
    switch name {
    case "INTERVAL": return Self.number(value, 1...10_000).map { interval = $0 } != nil
    case "COUNT":
      // Some programs write a negative number for a series without an end.
      if let number = Int(value), number < 0 { return true }
      return Self.number(value, 1...1_000_000).map { count = $0 } != nil
    case "UNTIL": return calendarTime(String(value), zone: nil).map { until = $0 } != nil
    case "WKST": return Self.weekday(value).map { weekStart = $0 } != nil
    case "BYDAY":
      let days = value.split(separator: ",", omittingEmptySubsequences: false).map(Self.dayOfWeek)
      weekdays = days.compactMap { $0 }
      return weekdays.count == days.count
    default:
      guard let (list, range) = Self.list(name), let numbers = Self.numbers(value, range) else { return false }
      self[keyPath: list] = numbers
      return true
    }
  }

  /// The lists of numbers; those that count days or weeks may also count from the end.
  private static func list(_ name: Substring) -> (WritableKeyPath<RecurrenceRule, [Int]>, ClosedRange<Int>)? {
    switch name {
    case "BYMONTH": (\.months, 1...12)
    case "BYWEEKNO": (\.weekNumbers, -53...53)
    case "BYYEARDAY": (\.yearDays, -366...366)
    case "BYMONTHDAY": (\.monthDays, -31...31)
    case "BYHOUR": (\.hours, 0...23)
    case "BYMINUTE": (\.minutes, 0...59)
    case "BYSECOND": (\.seconds, 0...59)
    case "BYSETPOS": (\.positions, -366...366)
    default: nil
    }
  }

  private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }

  /// Each once, in order; a range that counts from both ends has no zero.
  private static func numbers(_ text: Substring, _ range: ClosedRange<Int>) -> [Int]? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { number($0, range) }
    guard !numbers.contains(nil), range.lowerBound >= 0 || !numbers.contains(0) else { return nil }
    return Set(numbers.compactMap { $0 }).sorted()
  }

  private static func weekday(_ text: Substring) -> Weekday? {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].firstIndex(of: text).flatMap { Weekday(rawValue: $0 + 1) }
  }

  private static func dayOfWeek(_ text: Substring) -> DayOfWeek? {
    guard let weekday = weekday(text.suffix(2)) else { return nil }
    let number = text.dropLast(2)
    guard !number.isEmpty else { return DayOfWeek(number: nil, weekday: weekday) }
    guard let number = Int(number), number != 0, (-53...53).contains(number) else { return nil }
    return DayOfWeek(number: number, weekday: weekday)
  }
}
