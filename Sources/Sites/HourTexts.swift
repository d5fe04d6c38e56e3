import CivilTime
import Content
import Formats
import Linking

/// The clocks by which the hours of a meeting count, as texts name them.
package struct LocalClock: Sendable {
  package let zone: TimeZoneRules
  /// Where the meeting takes place; nil where that is not known, or nowhere.
  package let city: String?

  /// Whether it takes place in another city than that for which the zone is named, in the language of the page or as the zone's own name
  /// has it.
  package func isElsewhere(than name: String) -> Bool {
    guard let city else { return false }
    let own = zone.id.split(separator: "/").last.map { String($0).replacing("_", with: " ") } ?? ""
    return ![name, own].contains { city.hasPrefix($0) }
  }
}

extension Site {
  /// The clocks of a meeting's own zone, or else of the hub's.
  package func localClock(of meeting: Meeting) -> LocalClock? {
    clock.zone(of: meeting).map { LocalClock(zone: $0, city: meeting.format == .online ? nil : meeting.city) }
  }

  /// When a meeting is, with its hours, as far as that is known; empty where nothing is.
  package func datesText(_ meeting: Meeting) -> String {
    guard meeting.hasHours else {
      return dates.days(from: meeting.start, to: meeting.end)
    }
    return dates.text(from: meeting.start, to: meeting.end, by: localClock(of: meeting))
  }

  /// The same in plain text, which says itself whether a source confirms it.
  package func datesText(_ meeting: PageOf<Meeting>) -> String {
    marked(datesText(meeting.fields), meeting.document.common.confidence)
  }

  /// When something on the way to a meeting is due, with its hour where that is known; empty where nothing is.
  package func dateText(_ moment: Moment?, for meeting: Meeting) -> String {
    guard let moment else { return "" }
    return moment.hasTime ? dates.text(moment, by: localClock(of: meeting)) : dates.text(moment)
  }
}

extension DateTexts {
  /// "18 November 2026, 18:00 in New York (UTC−5)": a moment with the clocks by which its hour counts.
  package func text(_ moment: Moment, by clock: LocalClock?) -> String {
    guard case .time(let time) = moment else { return text(moment) }
    return joined(text(time.date), hour: text(time.time.hourAndMinuteText, on: time, by: clock))
  }

  /// "15 May 2027, 18:00 to 19:30 in New York (UTC−4)"; an hour stays where only one of the two has one.
  package func text(from start: Moment?, to end: Moment?, by clock: LocalClock?) -> String {
    guard let start else { return end.map { text($0, by: clock) } ?? "" }
    guard let end else { return text(start, by: clock) }
    let isOneDay = start.isExact && end.isExact && start.firstDay == end.firstDay
    switch (start, end) {
    case (.time(let first), .time(let last)):
      guard first != last else { return text(start, by: clock) }
      let isOneOffset = clock.map { $0.zone.offset(at: first) == $0.zone.offset(at: last) } ?? true
      if isOneDay && isOneOffset {
        let hours = joined(first.time.hourAndMinuteText, last.time.hourAndMinuteText)
        return joined(text(first.date), hour: text(hours, on: first, by: clock))
      }
      return joined(isOneOffset ? text(start) : text(start, by: clock), text(end, by: clock))
    case (.time, _): return isOneDay ? text(start, by: clock) : joined(text(start, by: clock), text(end))
    case (_, .time(let last)) where isOneDay:
      return until(text(last.date), text(last.time.hourAndMinuteText, on: last, by: clock))
    case (_, .time): return joined(text(start), text(end, by: clock))
    default: return days(from: start, to: end)
    }
  }

  /// "18:00 in New York (UTC−5)", "18:00 UTC"; the hours alone where no clock is known.
  private func text(_ hours: String, on day: CivilDateTime, by clock: LocalClock?) -> String {
    guard let clock else { return hours }
    let offset = clock.zone.offsetName(at: day)
    guard let city = city(ofZone: clock.zone.id) else { return "\(hours) \(offset)" }
    return time(hours, inCity: city, isElsewhere: clock.isElsewhere(than: city), offset: offset)
  }
}
