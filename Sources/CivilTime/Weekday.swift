/// A day of the week, with the number that ISO 8601 gives it: Monday is 1.
package enum Weekday: Int, Sendable, Hashable, CaseIterable {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// Counts from Monday, 0, and on into the next weeks.
  init(isoIndex index: Int) {
    let days = Weekday.allCases
    self = days[floorDivision(index, days.count).remainder]
  }

  package var isWeekend: Bool { self == .saturday || self == .sunday }
}
