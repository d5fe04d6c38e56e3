import CivilTime
import Foundation

extension Moment {
  /// Every day or month that a text in another form than ISO 8601 can mean, such as `3 March 2026`; two for `03/04/2026`, which is
  /// read differently in different countries; none for anything else.
  static func moments(meantBy text: String) -> [Moment] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { !fillers.contains(String($0)) }
    switch words.count {
    case 1 where words[0].count == 8 && words[0].allSatisfy { ("0"..."9").contains($0) }:
      return days(words[0].prefix(4), [(Int(words[0].dropFirst(4).prefix(2)) ?? 0, words[0].suffix(2))])
    case 2: return month(words[0], words[1]).map { [$0] } ?? []
    case 3:
      if let month = MonthNames.number(of: words[1]) { return days(words[2], [(month, words[0])]) }
      if let month = MonthNames.number(of: words[0]) { return days(words[2], [(month, words[1])]) }
      guard let first = number(words[0]), let second = number(words[1]) else { return [] }
      if isYear(words[0]) { return days(words[0], [(second, words[2])]) }
      // Dots stand between day and month alone; a slash or a hyphen says nothing.
      return days(words[2], [(second, words[0])] + (text.contains(".") ? [] : [(first, words[1])]))
    default: return []
    }
  }

  private static let fillers: Set<String> = ["of", "de", "le", "the", "del", "г", "года"]

  private static func month(_ name: Substring, _ year: Substring) -> Moment? {
    guard isYear(year), let year = Int(year), let month = MonthNames.number(of: name) else { return nil }
    return Moment(text: CivilDate(year: year, month: month, day: 1).map { String($0.isoText.prefix(7)) } ?? "")
  }

  private static func days(_ year: Substring, _ candidates: [(month: Int, day: Substring)]) -> [Moment] {
    guard isYear(year), let year = Int(year) else { return [] }
    var days: [Moment] = []
    for (month, written) in candidates {
      guard let day = number(written), let date = CivilDate(year: year, month: month, day: day) else { continue }
      if !days.contains(.day(date)) { days.append(.day(date)) }
    }
    return days
  }

  private static func isYear(_ word: Substring) -> Bool { word.count == 4 && number(word) != nil }

  /// A number of at most four digits, with or without the ending of an ordinal, such as `3rd` or `1er`.
  private static func number(_ word: Substring) -> Int? {
    let digits = word.prefix { ("0"..."9").contains($0) }
    let ending = word.dropFirst(digits.count)
    guard digits.count <= 4, ["", "st", "nd", "rd", "th", "er", "º"].contains(ending) else { return nil }
    return Int(digits)
  }
}

/// The languages in which writers of hubs write, as far as what they write is understood.
let languagesOfWriters = ["en", "ar", "de", "es", "fr", "it", "nl", "pt", "ru"]

/// The names of months in these languages, from the system's locale data.
private enum MonthNames {
  static func number(of name: Substring) -> Int? { numbers[String(name)] }

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for language in languagesOfWriters {
      var calendar = Calendar(identifier: .gregorian)
      calendar.locale = Locale(identifier: language)
      for names in [calendar.monthSymbols, calendar.standaloneMonthSymbols, calendar.shortMonthSymbols] {
        for (index, name) in names.enumerated() {
          // The first language that has a name keeps it; a full stop ends some short names.
          let name = name.lowercased().replacing(".", with: "")
          if numbers[name] == nil { numbers[name] = index + 1 }
        }
      }
    }
    return numbers
  }()
}
