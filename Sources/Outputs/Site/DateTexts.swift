import CivilTime
import Content
import Foundation
import Languages
import Synchronization

/// Dates in words of one language, as ICU writes them for the locale that the language's words name.
final class DateTexts: Sendable {
  /// What is written of a date, as a skeleton of ICU.
  private enum Style: String, CaseIterable {
    case day = "dMMMMy"
    case dayOfMonth = "d"
    case dayAndMonth = "dMMMM"
    case month = "MMMMy"
    case year = "y"
  }

  private struct State {
    let formatters: [Style: DateFormatter]
    var texts: [Style: [CivilDate: String]] = [:]
  }

  // Formatters are not safe to share between threads, and slow: each date is written once in each style.
  private let state: Mutex<State>
  private let range: String
  /// Nil where the language's words say how days are joined.
  private let ranges: DayRanges?
  /// The day on which a week begins where the language is spoken, and the names of the seven days from it on.
  let firstWeekday: Weekday
  let weekdays: [String]

  /// `range` joins the first and the last day: `{first} to {last}`; where it is empty, they are joined as CLDR does it.
  init(locale name: String, range: String) {
    self.range = range.isEmpty ? "{first} – {last}" : range
    ranges = range.isEmpty ? DayRanges(locale: name) : nil
    func formatter(_ template: String) -> DateFormatter {
      let locale = Locale(identifier: name)
      let formatter = DateFormatter()
      formatter.calendar = Calendar(identifier: .gregorian)
      formatter.locale = locale
      formatter.timeZone = TimeZone(secondsFromGMT: 0)
      formatter.dateFormat = DateFormatter.dateFormat(fromTemplate: template, options: 0, locale: locale)
      return formatter
    }
    firstWeekday = Self.firstWeekday(of: Locale(identifier: name))
    let names = formatter("EEEE")
    let offset = firstWeekday.rawValue - 1
    weekdays = (0..<7).map { names.string(from: Self.instant(Self.someMonday.adding(days: $0 + offset))) }
    state = Mutex(
      State(formatters: Dictionary(uniqueKeysWithValues: Style.allCases.map { ($0, formatter($0.rawValue)) })))
  }

  func text(_ date: CivilDate) -> String { text(date, .day) }

  private func text(_ date: CivilDate, _ style: Style) -> String {
    state.withLock { state in
      if let text = state.texts[style]?[date] { return text }
      let text = state.formatters[style]?.string(from: Self.instant(date)) ?? ""
      state.texts[style, default: [:]][date] = text
      return text
    }
  }

  /// As much as is known: "2026", "November 2026", "9 November 2026", "9 November 2026, 10:00".
  func text(_ moment: Moment) -> String {
    switch moment {
    case .year: text(moment.firstDay, .year)
    case .month: text(moment.firstDay, .month)
    case .day(let date): text(date)
    case .time(let time): "\(text(time.date)), \(time.time.hourAndMinuteText)"
    }
  }

  /// Empty where nothing is known.
  func text(_ moment: Moment?) -> String { moment.map { text($0) } ?? "" }

  /// "9 to 27 November 2026", "29 October to 16 November 2018"; empty where the start is not known.
  func text(from start: Moment?, to end: Moment?) -> String {
    guard let start else { return end.map { text($0) } ?? "" }
    guard let end, start.firstDay != end.firstDay else { return text(start.withoutTime) }
    guard start.isExact, end.isExact else { return joined(text(start), text(end)) }
    let (first, last) = (start.firstDay, end.lastDay)
    if let ranges { return ranges.text(from: first.daysSince1970, to: last.daysSince1970) }
    guard first.year == last.year else { return joined(text(first), text(last)) }
    return joined(text(first, first.month == last.month ? .dayOfMonth : .dayAndMonth), text(last))
  }

  private func joined(_ first: String, _ last: String) -> String {
    filled(range, ["first": first, "last": last])
  }

  private static func firstWeekday(of locale: Locale) -> Weekday {
    switch locale.firstDayOfWeek {
    case .monday: .monday
    case .tuesday: .tuesday
    case .wednesday: .wednesday
    case .thursday: .thursday
    case .friday: .friday
    case .saturday: .saturday
    case .sunday: .sunday
    @unknown default: .monday
    }
  }

  /// 5 January 1970.
  private static let someMonday = CivilDate(clampingDaysSince1970: 4)

  private static func instant(_ date: CivilDate) -> Date {
    Date(timeIntervalSince1970: Double(date.daysSince1970) * 86_400)
  }
}

extension Moment {
  var withoutTime: Moment {
    guard case .time(let time) = self else { return self }
    return .day(time.date)
  }
}

extension Moment? {
  /// For `<time datetime>`, which takes a year, a month, a day or a time; empty where nothing is known.
  var isoText: String { self?.isoText ?? "" }

  /// The time of day with its day; nil where no more than the day is known.
  var time: CivilDateTime? {
    if case .time(let time)? = self { time } else { nil }
  }
}
