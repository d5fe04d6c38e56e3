import CivilTime

extension RecurrenceRule {
  /// The times that the rule names from a start on, in order, as the clocks of one zone show them: those within a window, and no
  /// more than the limit.
  ///
  /// The start itself is among them only where the rule names it. UNTIL is the caller's to turn into the window's end, since it
  /// may be told by other clocks.
  package func times(
    from start: CivilDateTime, within window: ClosedRange<CivilDateTime>, limit: Int
  ) -> [CivilDateTime] {
    let rule = filledIn(by: start)
    let timesOfDay = rule.timesOfDay
    var times: [CivilDateTime] = []
    var counted = 0
    var number = count == nil ? rule.lastPeriod(before: window.lowerBound, from: start) : 0
    while let period = rule.period(number, from: start), period.begin <= window.upperBound.date {
      number += 1
      for time in rule.times(in: period, timesOfDay) where time >= start {
        guard time <= window.upperBound else { return times }
        counted += 1
        if time >= window.lowerBound { times.append(time) }
        if counted == count || times.count >= limit { return times }
      }
    }
    return times
  }

  /// The rule with what it leaves to the start.
  private func filledIn(by start: CivilDateTime) -> RecurrenceRule {
    var rule = self
    if weekdays.isEmpty, monthDays.isEmpty, yearDays.isEmpty {
      switch frequency {
      case .yearly where !weekNumbers.isEmpty, .weekly:
        rule.weekdays = [DayOfWeek(number: nil, weekday: start.date.weekday)]
      case .yearly:
        rule.monthDays = [start.date.day]
        if months.isEmpty { rule.months = [start.date.month] }
      case .monthly: rule.monthDays = [start.date.day]
      case .daily, .hourly: break
      }
    }
    if hours.isEmpty, frequency != .hourly { rule.hours = [start.time.hour] }
    if minutes.isEmpty { rule.minutes = [start.time.minute] }
    if seconds.isEmpty { rule.seconds = [start.time.second] }
    return rule
  }

  /// Of a rule that is filled in; by the hour, those of any hour.
  private var timesOfDay: [TimeOfDay] {
    (hours.isEmpty ? Array(0...23) : hours).flatMap { hour in
      minutes.flatMap { minute in
        seconds.compactMap { TimeOfDay(hour: hour, minute: minute, second: $0) }
      }
    }
  }

  /// One hour, day, week, month or year of the rule.
  private struct Period {
    let begin: CivilDate
    let dayCount: Int
    var hour: Int?
  }

  /// The n-th from that of the start on; nil past the last year there is.
  private func period(_ number: Int, from start: CivilDateTime) -> Period? {
    let distance = number * interval
    let date = start.date
    let period: Period
    switch frequency {
    case .hourly:
      let hours = date.daysSince1970 * 24 + start.time.hour + distance
      let day = CivilDate(clampingDaysSince1970: (hours - (hours % 24 + 24) % 24) / 24)
      period = Period(begin: day, dayCount: 1, hour: (hours % 24 + 24) % 24)
    case .daily: period = Period(begin: date.adding(days: distance), dayCount: 1)
    case .weekly:
      let toWeekStart = (date.weekday.rawValue - weekStart.rawValue + 7) % 7
      period = Period(begin: date.adding(days: distance * 7 - toWeekStart), dayCount: 7)
    case .monthly:
      let first = date.adding(days: 1 - date.day).adding(months: distance)
      period = Period(begin: first, dayCount: CivilDate.dayCount(ofMonth: first.month, inYear: first.year))
    case .yearly:
      let first = date.adding(days: 1 - date.dayOfYear).adding(months: distance * 12)
      period = Period(begin: first, dayCount: CivilDate.isLeapYear(first.year) ? 366 : 365)
    }
    return period.begin.year < CivilDate.years.upperBound ? period : nil
  }

  /// The number of a period before which nothing lies in a window.
  private func lastPeriod(before earliest: CivilDateTime, from start: CivilDateTime) -> Int {
    let (from, to) = (start.date, earliest.date)
    let passed =
      switch frequency {
      case .hourly: from.days(until: to) * 24 - 24
      case .daily: from.days(until: to)
      case .weekly: from.days(until: to) / 7
      case .monthly: (to.year - from.year) * 12 + to.month - from.month
      case .yearly: to.year - from.year
      }
    return max(0, passed / interval - 1)
  }

  private func times(in period: Period, _ timesOfDay: [TimeOfDay]) -> [CivilDateTime] {
    var times: [CivilDateTime] = []
    let first = period.begin.daysSince1970
    for day in first..<first + period.dayCount {
      let date = CivilDate(clampingDaysSince1970: day)
      guard matches(date) else { continue }
      for time in timesOfDay where period.hour == nil || time.hour == period.hour {
        times.append(CivilDateTime(date, time))
      }
    }
    guard !positions.isEmpty else { return times }
    let chosen = positions.map { $0 > 0 ? $0 - 1 : times.count + $0 }.filter(times.indices.contains)
    return Set(chosen).sorted().map { times[$0] }
  }
}

// MARK: Days

extension RecurrenceRule {
  private func matches(_ date: CivilDate) -> Bool {
    if !months.isEmpty, !months.contains(date.month) { return false }
    if !monthDays.isEmpty {
      let length = CivilDate.dayCount(ofMonth: date.month, inYear: date.year)
      guard monthDays.contains(where: { $0 == date.day || $0 == date.day - length - 1 }) else { return false }
    }
    if !yearDays.isEmpty {
      let (day, length) = (date.dayOfYear, CivilDate.isLeapYear(date.year) ? 366 : 365)
      guard yearDays.contains(where: { $0 == day || $0 == day - length - 1 }) else { return false }
    }
    if !weekNumbers.isEmpty {
      let (week, count) = week(of: date)
      guard weekNumbers.contains(where: { $0 == week || $0 == week - count - 1 }) else { return false }
    }
    return weekdays.isEmpty || weekdays.contains { isMeant($0, date) }
  }

  private func isMeant(_ wanted: DayOfWeek, _ date: CivilDate) -> Bool {
    guard wanted.weekday == date.weekday else { return false }
    guard let number = wanted.number else { return true }
    // Of a month where one is named, else of the year.
    let isOfYear = frequency == .yearly && months.isEmpty
    let day = isOfYear ? date.dayOfYear : date.day
    let length =
      isOfYear
      ? (CivilDate.isLeapYear(date.year) ? 366 : 365) : CivilDate.dayCount(ofMonth: date.month, inYear: date.year)
    return number > 0 ? (day - 1) / 7 + 1 == number : (length - day) / 7 + 1 == -number
  }

  /// The number of a day's week, and how many weeks the year that the week belongs to has: the year of its fourth day.
  private func week(of date: CivilDate) -> (number: Int, count: Int) {
    func fourthDay(ofWeekOf date: CivilDate) -> CivilDate {
      date.adding(days: 3 - (date.weekday.rawValue - weekStart.rawValue + 7) % 7)
    }
    let middle = fourthDay(ofWeekOf: date)
    // The 28th of December lies in the last week of its year, whatever day weeks begin on.
    let last = CivilDate(year: middle.year, month: 12, day: 28) ?? middle
    return ((middle.dayOfYear - 1) / 7 + 1, (fourthDay(ofWeekOf: last).dayOfYear - 1) / 7 + 1)
  }
}
