import CivilTime

/// A date in the right form that no calendar or clock has: 31 February, a thirteenth month, 24:00.
struct AbsentDay {
  /// As a message goes on.
  let reason: String
  let help: String

  init?(_ text: String) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(numbers.count), zip(numbers, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 }),
      let year = Int(numbers[0]), let month = Int(numbers[1]), CivilDate.years.contains(year)
    else { return nil }
    guard (1...12).contains(month) else {
      self.init(reason: "a year has the months 01 to 12, not \(numbers[1])", help: "Correct the month")
      return
    }
    guard numbers.count == 3, let day = Int(numbers[2]) else { return nil }
    let count = CivilDate.dayCount(ofMonth: month, inYear: year)
    guard let date = CivilDate(year: year, month: month, day: day) else {
      let month = String(parts[0].prefix(7))
      self.init(
        reason: "\(month) has the days 01 to \(count), not \(numbers[2])",
        help: "Correct the day, or write '\(month)' where it is not known")
      return
    }
    guard parts.count == 2, parts[1] == "24:00" || parts[1] == "24:00:00" else { return nil }
    let next = "\(date.adding(days: 1).isoText)T00:00"
    self.init(
      reason: "the hour 24:00 is 00:00 of the next day", help: "Write '\(next)', or the day alone")
  }

  private init(reason: String, help: String) {
    (self.reason, self.help) = (reason, help)
  }
}
