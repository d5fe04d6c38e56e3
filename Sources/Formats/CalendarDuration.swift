/// How long something lasts (RFC 5545, section 3.3.6): days are those of the calendar, whatever hours they have, and seconds are exact.
package struct CalendarDuration: Sendable, Equatable {
  /// A week is seven.
  package let days: Int
  /// With the same sign as the days.
  package let seconds: Int

  package init(days: Int, seconds: Int) {
    self.days = days
    self.seconds = seconds
  }

  /// Nil for what is not of the form `P1DT2H`, `-PT15M` or `P2W`.
  init?(_ text: String) {
    var rest = text[...]
    let sign = rest.first == "-" ? -1 : 1
    if rest.first == "-" || rest.first == "+" { rest = rest.dropFirst() }
    guard rest.first == "P", rest.count > 1 else { return nil }
    rest = rest.dropFirst()
    var (days, seconds) = (0, 0)
    var isInDay = false
    var units: [Character] = []
    while let first = rest.first {
      if first == "T" {
        guard !isInDay, rest.count > 1 else { return nil }
        isInDay = true
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard (1...7).contains(digits.count), let number = Int(digits), let unit = rest.dropFirst(digits.count).first,
        let length = (isInDay ? ["H": 3_600, "M": 60, "S": 1] : ["W": 7, "D": 1])[unit], !units.contains(unit)
      else { return nil }
      units.append(unit)
      if isInDay { seconds += number * length } else { days += number * length }
      rest = rest.dropFirst(digits.count + 1)
    }
    self.init(days: sign * days, seconds: sign * seconds)
  }
}
