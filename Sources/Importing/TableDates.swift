import CivilTime
import Formats

/// The dates of one column of a table, as spreadsheets write them.
struct TableDates {
  enum Order {
    case dayFirst, monthFirst
  }

  /// Of dates with slashes; nil where no cell of the column tells.
  private let order: Order?
  /// The first cell that tells of each order, by its number.
  let proofs: [Order: Int]

  enum Reading: Equatable {
    /// In the form of records.
    case certain(String)
    /// The days that may be meant.
    case ambiguous([String])
    /// No date in one of these forms.
    case other
  }

  /// A day above the twelfth tells which of the two numbers it is, in its own cell and, unless two cells disagree, in the others.
  init(_ cells: some Sequence<String>) {
    var proofs: [Order: Int] = [:]
    for (number, cell) in cells.enumerated() {
      guard let (numbers, separator, _) = Self.parts(of: cell), separator == "/", numbers[0] <= 31, numbers[1] <= 31
      else { continue }
      if numbers[0] > 12, numbers[1] <= 12 { proofs[.dayFirst] = proofs[.dayFirst] ?? number }
      if numbers[1] > 12, numbers[0] <= 12 { proofs[.monthFirst] = proofs[.monthFirst] ?? number }
    }
    self.init(proofs: proofs, order: proofs.count == 1 ? proofs.keys.first : nil)
  }

  private init(proofs: [Order: Int], order: Order?) {
    self.proofs = proofs
    self.order = order
  }

  /// Each cell on its own, as in a table whose columns disagree.
  var withoutOrder: TableDates { TableDates(proofs: proofs, order: nil) }

  /// Reads `05.10.2026`, `10/5/2026`, `2026/10/5` and `2026-10-05 09:00`, and the hour after each.
  func reading(of cell: String) -> Reading {
    guard let (numbers, separator, time) = Self.parts(of: cell) else { return .other }
    func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
      CivilDate(year: year, month: month, day: day).map { $0.isoText + (time.map { "T\($0)" } ?? "") }
    }
    if numbers[0] > 31 { return iso(numbers[0], numbers[1], numbers[2]).map { .certain($0) } ?? .other }
    let dayFirst = iso(numbers[2], numbers[1], numbers[0])
    if separator == "." { return dayFirst.map { .certain($0) } ?? .other }
    let monthFirst = iso(numbers[2], numbers[0], numbers[1])
    let possible = Set([dayFirst, monthFirst].compactMap { $0 }).sorted()
    if possible.count == 1 { return .certain(possible[0]) }
    switch order {
    case .dayFirst: return dayFirst.map { .certain($0) } ?? .other
    case .monthFirst: return monthFirst.map { .certain($0) } ?? .other
    case nil: return possible.isEmpty ? .other : .ambiguous(possible)
    }
  }

  private typealias Parts = (numbers: [Int], separator: Character, time: String?)

  /// Three numbers, of which the first or the last is a year of four digits, and an hour.
  private static func parts(of cell: String) -> Parts? {
    let cell = cell.trimmed
    let date = cell.prefix { $0 != " " && $0 != "T" }
    guard let separator = date.first(where: { !$0.isNumber }), "./-".contains(separator) else { return nil }
    let texts = date.split(separator: separator, omittingEmptySubsequences: false)
    let isNumber = { (text: Substring) in
      (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    }
    guard texts.count == 3, texts.allSatisfy(isNumber), (texts[0].count == 4) != (texts[2].count == 4),
      separator != "-" || texts[0].count == 4
    else { return nil }
    let rest = cell.dropFirst(date.count + 1).trimmed
    guard !rest.isEmpty else { return (texts.compactMap { Int($0) }, separator, nil) }
    return time(rest).map { (texts.compactMap { Int($0) }, separator, $0) }
  }

  /// `9:00`, `09:00:00`, `9:00 PM`, in the form of records.
  private static func time(_ text: String) -> String? {
    let words = text.uppercased().split(separator: " ")
    let numbers = (words.first ?? "").split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard (2...3).contains(numbers.count), words.count <= 2 else { return nil }
    var hour = numbers[0]
    if words.count == 2 {
      guard ["AM", "PM"].contains(words[1]), (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (words[1] == "PM" ? 12 : 0)
    }
    return TimeOfDay(hour: hour, minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
      .map { $0.second == 0 ? $0.hourAndMinuteText : $0.isoText }
  }
}
