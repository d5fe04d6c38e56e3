import CivilTime

/// How a zone's clocks go on for ever, as a TZ string says it (POSIX, section 8.3; RFC 9636, section 3.3): `CET-1CEST,M3.5.0,M10.5.0/3`.
struct LastingRule: Sendable, Hashable {
  let standard: TimeZoneRules.Observance
  private let saving: Saving?

  private struct Saving: Hashable {
    let observance: TimeZoneRules.Observance
    let start: YearDay
    let end: YearDay
  }

  var hasDaylightSaving: Bool { saving != nil }

  /// Nil for an empty text and for what is no such string.
  init?(text: String) {
    var reader = RuleReader(text)
    guard let name = reader.name(), let offset = reader.seconds() else { return nil }
    standard = TimeZoneRules.Observance(offset: -offset, name: name)
    guard !reader.isAtEnd else {
      saving = nil
      return
    }
    guard let savingName = reader.name() else { return nil }
    // Without an offset of its own, summer time is an hour ahead.
    let savingOffset = reader.next == "," ? offset - 3_600 : reader.seconds()
    guard let savingOffset, reader.skip(","), let start = reader.yearDay(), reader.skip(","),
      let end = reader.yearDay(), reader.isAtEnd
    else { return nil }
    let observance = TimeZoneRules.Observance(offset: -savingOffset, name: savingName, isDaylightSaving: true)
    saving = Saving(observance: observance, start: start, end: end)
  }

  /// The changes whose days lie in a year, in the order of time.
  func changes(in year: Int) -> [TimeZoneRules.Change] {
    guard let saving else { return [] }
    let start = saving.start.instant(in: year, offset: standard.offset)
    let end = saving.end.instant(in: year, offset: saving.observance.offset)
    let changes = [
      TimeZoneRules.Change(at: start, to: saving.observance), TimeZoneRules.Change(at: end, to: standard),
    ]
    return changes.sorted { $0.instant < $1.instant }
  }
}

// MARK: In calendars

extension LastingRule {
  /// One of the two changes of every year, as a calendar tells it.
  struct Yearly: Sendable {
    let observance: TimeZoneRules.Observance
    let offsetBefore: Int
    /// On the clocks before the change, in 1970.
    let onset: CivilDateTime
    /// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`
    let rule: String
  }

  /// The two changes; nil where there are none, and where a change is not on a weekday of a month, or not on that very day.
  var yearly: [Yearly]? {
    guard let saving, let start = saving.start.rule, let end = saving.end.rule else { return nil }
    return [
      Yearly(
        observance: saving.observance, offsetBefore: standard.offset, onset: saving.start.time(in: 1970), rule: start),
      Yearly(
        observance: standard, offsetBefore: saving.observance.offset, onset: saving.end.time(in: 1970), rule: end),
    ]
  }

  /// Whether changes are those of this rule and of no other, and what holds before them as well.
  func covers(_ changes: [TimeZoneRules.Change], after base: TimeZoneRules.Observance) -> Bool {
    guard let saving, let first = changes.first else { return false }
    let before = first.observance == standard ? saving.observance : standard
    guard base.offset == before.offset else { return false }
    let years = Set(changes.map(\.instant.utc.date.year))
    let own = Set(years.flatMap { [$0 - 1, $0, $0 + 1] }.flatMap { self.changes(in: $0) })
    return changes.allSatisfy(own.contains)
  }
}

/// A day of every year, and a time on it, which may lie outside the day.
private struct YearDay: Hashable {
  enum Form: Hashable {
    /// The n-th of a weekday in a month, Sunday being 0; the fifth is the last.
    case weekday(month: Int, week: Int, day: Int)
    /// Counted from 1; 29 February is never counted.
    case dayWithoutLeapDay(Int)
    /// Counted from 0.
    case day(Int)
  }

  let form: Form
  let seconds: Int

  func instant(in year: Int, offset: Int) -> Timestamp {
    Timestamp(secondsSince1970: date(in: year).daysSince1970 * TimeOfDay.secondsOfDay + seconds - offset)
  }

  /// On the clocks before the change.
  func time(in year: Int) -> CivilDateTime {
    instant(in: year, offset: 0).utc
  }

  /// As a rule of a calendar; nil for other forms than a weekday of a month, and for a time that lies on another day.
  var rule: String? {
    guard case .weekday(let month, let week, let day) = form, (0..<TimeOfDay.secondsOfDay).contains(seconds) else {
      return nil
    }
    let name = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][day]
    return "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(week == 5 ? -1 : week)\(name)"
  }

  private func date(in year: Int) -> CivilDate {
    let newYear = CivilDate(year: year, month: 1, day: 1) ?? .first
    switch form {
    case .day(let day): return newYear.adding(days: day)
    case .dayWithoutLeapDay(let day):
      return newYear.adding(days: CivilDate.isLeapYear(year) && day >= 60 ? day : day - 1)
    case .weekday(let month, let week, let day):
      let first = newYear.adding(months: month - 1)
      let toFirst = (day - first.weekday.rawValue % 7 + 7) % 7
      let date = first.adding(days: toFirst + (week - 1) * 7)
      return date.month == month ? date : date.adding(days: -7)
    }
  }
}

/// Reads a TZ string sign by sign.
private struct RuleReader {
  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
  }

  var isAtEnd: Bool { rest.isEmpty }
  var next: Character? { rest.first }

  mutating func skip(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// `CET`, or `<+0545>`.
  mutating func name() -> String? {
    if skip("<") {
      let name = rest.prefix { $0 != ">" }
      rest = rest.dropFirst(name.count)
      return skip(">") ? String(name) : nil
    }
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    rest = rest.dropFirst(name.count)
    return name.isEmpty ? nil : String(name)
  }

  /// `-5:45` in seconds; up to a week, since times of changes may lie on another day.
  mutating func seconds() -> Int? {
    let sign = skip("-") ? -1 : 1
    if sign == 1 { _ = skip("+") }
    var total = 0
    for unit in [3_600, 60, 1] {
      guard let number = number(), number <= 167 else { return nil }
      total += number * unit
      if !skip(":") { break }
    }
    return sign * total
  }

  mutating func yearDay() -> YearDay? {
    guard let form = form() else { return nil }
    guard skip("/") else { return YearDay(form: form, seconds: 7_200) }
    return seconds().map { YearDay(form: form, seconds: $0) }
  }

  private mutating func form() -> YearDay.Form? {
    if skip("M") {
      guard let month = number(), (1...12).contains(month), skip("."), let week = number(), (1...5).contains(week),
        skip("."), let day = number(), (0...6).contains(day)
      else { return nil }
      return .weekday(month: month, week: week, day: day)
    }
    let isJulian = skip("J")
    guard let day = number(), day <= 365 else { return nil }
    return isJulian ? .dayWithoutLeapDay(max(1, day)) : .day(day)
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits.count > 4 ? nil : Int(digits)
  }
}
