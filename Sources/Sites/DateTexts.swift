import CivilTime
import Content
import Foundation
import Languages
import Synchronization

/// Dates in words of one language, as ICU writes them for the locale that the language's words name.
package final class DateTexts: Sendable {
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
    /// Writes the name of a zone's city.
    let cityFormatter: DateFormatter
    var cities: [String: String] = [:]
    var texts: [Style: [CivilDate: String]] = [:]
  }

  // Formatters are not safe to share between threads, and slow: each date is written once in each style.
  private let state: Mutex<State>
  private let patterns: Patterns
  /// Nil where the language's words say how days are joined.
  private let ranges: [DayRanges.Unit: DayRanges]?
  /// The day on which a week begins where the language is spoken, and the names of the seven days from it on.
  package let firstWeekday: Weekday
  package let weekdays: [String]

  /// How days and hours are joined.
  package struct Patterns: Sendable {
    /// The first and the last day: `{first} to {last}`; where it is empty, they are joined as CLDR does it.
    let range: String
    /// A day of which only the hour of the end is known: `{day}, until {time}`.
    let until: String
    /// An hour by the clocks of the place where one is: `{time} in {city} ({offset})`.
    let timeIn: String
    /// An hour by the clocks of a zone that is named for another city: `{time} {city} time ({offset})`.
    let timeOf: String
    /// What stands between a day and an hour.
    let comma: String
  }

  package init(locale name: String, patterns: Patterns) {
    self.patterns = patterns
    let units = DayRanges.Unit.allCases
    ranges =
      patterns.range.isEmpty
      ? Dictionary(uniqueKeysWithValues: units.map { ($0, DayRanges(locale: name, unit: $0)) }) : nil
    func formatter(_ template: String) -> DateFormatter {
      let locale = Locale(identifier: name)
      let formatter = DateFormatter()
      formatter.calendar = Calendar(identifier: .gregorian)
      // Days before 1582 are those of the Gregorian calendar too (ISO 8601), as in data and calendars.
      formatter.gregorianStartDate = .distantPast
      formatter.locale = locale
      formatter.timeZone = TimeZone(secondsFromGMT: 0)
      formatter.dateFormat = DateFormatter.dateFormat(fromTemplate: template, options: 0, locale: locale)
      return formatter
    }
    firstWeekday = Self.firstWeekday(of: Locale(identifier: name))
    let names = formatter("EEEE")
    let offset = firstWeekday.rawValue - 1
    weekdays = (0..<7).map { names.string(from: Self.instant(Self.someMonday.adding(days: $0 + offset))) }
    let cityFormatter = DateFormatter()
    cityFormatter.locale = Locale(identifier: name)
    cityFormatter.dateFormat = "VVV"
    state = Mutex(
      State(
        formatters: Dictionary(uniqueKeysWithValues: Style.allCases.map { ($0, formatter($0.rawValue)) }),
        cityFormatter: cityFormatter))
  }

  package func text(_ date: CivilDate) -> String { text(date, .day) }

  private func text(_ date: CivilDate, _ style: Style) -> String {
    state.withLock { state in
      if let text = state.texts[style]?[date] { return text }
      let text = state.formatters[style]?.string(from: Self.instant(date)) ?? ""
      state.texts[style, default: [:]][date] = text
      return text
    }
  }

  /// As much as is known: "2026", "November 2026", "9 November 2026", "9 November 2026, 10:00"; whoever knows by which clock the
  /// hour counts says it too, see `text(_:by:)`.
  package func text(_ moment: Moment) -> String {
    switch moment {
    case .year: text(moment.firstDay, .year)
    case .month: text(moment.firstDay, .month)
    case .day(let date): text(date)
    case .time(let time): joined(text(time.date), hour: time.time.hourAndMinuteText)
    }
  }

  /// Empty where nothing is known.
  package func text(_ moment: Moment?) -> String { moment.map { text($0) } ?? "" }

  /// "9 to 27 November 2026", "29 October to 16 November 2018", without hours; empty where nothing is known.
  package func days(from start: Moment?, to end: Moment?) -> String {
    guard let start else { return end.map { text($0.withoutTime) } ?? "" }
    guard let end, start.firstDay != end.firstDay else { return text(start.withoutTime) }
    let (first, last) = (start.firstDay, end.lastDay)
    if let unit = rangeUnit(start, end), let ranges = ranges?[unit], first.year > 1582 {
      return ranges.text(from: first.daysSince1970, to: last.daysSince1970)
    }
    guard start.isExact, end.isExact else { return joined(text(start.withoutTime), text(end.withoutTime)) }
    guard first.year == last.year else { return joined(text(first), text(last)) }
    return joined(text(first, first.month == last.month ? .dayOfMonth : .dayAndMonth), text(last))
  }

  /// Nil where the ends are not known equally well.
  private func rangeUnit(_ start: Moment, _ end: Moment) -> DayRanges.Unit? {
    switch (start, end) {
    case (.year, .year): .year
    case (.month, .month): .month
    default: start.isExact && end.isExact ? .day : nil
    }
  }

  package func joined(_ first: String, _ last: String) -> String {
    filled(patterns.range.isEmpty ? "{first} – {last}" : patterns.range, ["first": first, "last": last])
  }

  /// "9 November 2026, 10:00".
  package func joined(_ day: String, hour: String) -> String { day + patterns.comma + hour }

  /// A day of which only the hour of the end is known.
  package func until(_ day: String, _ time: String) -> String { filled(patterns.until, ["day": day, "time": time]) }

  /// "18:00 in New York (UTC−5)", or of a zone that is named for another city "18:00 Zurich time (UTC+1)".
  package func time(_ time: String, inCity city: String, isElsewhere: Bool, offset: String) -> String {
    filled(
      isElsewhere ? patterns.timeOf : patterns.timeIn, ["time": time, "city": city, "offset": offset])
  }

  /// The city that a zone is named for, in the language; nil for zones such as UTC that are named for none.
  package func city(ofZone id: String) -> String? {
    guard id.contains("/"), !id.hasPrefix("Etc/") else { return nil }
    return state.withLock { state in
      if let city = state.cities[id] { return city }
      guard let zone = TimeZone(identifier: id) else { return nil }
      state.cityFormatter.timeZone = zone
      let city = state.cityFormatter.string(from: Self.instant(.first))
      state.cities[id] = city
      return city
    }
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
  package var withoutTime: Moment {
    guard case .time(let time) = self else { return self }
    return .day(time.date)
  }
}

extension Moment? {
  /// For `<time datetime>`, which takes a year, a month, a day or a time; empty where nothing is known.
  package var isoText: String { self?.isoText ?? "" }

  /// The time of day with its day; nil where no more than the day is known.
  package var time: CivilDateTime? {
    if case .time(let time)? = self { time } else { nil }
  }
}
