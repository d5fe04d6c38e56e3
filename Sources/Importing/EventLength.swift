import CivilTime
import Formats

/// How long an event lasts, as its calendar tells it.
enum EventLength: Equatable {
  /// By an end: so many seconds pass on clocks that never change, for each meeting of a series.
  case shown(seconds: Int)
  /// By a duration, whose days are nominal and whose hours are exact (RFC 5545, section 3.8.2.5).
  case told(CalendarDuration)

  var isNegative: Bool {
    switch self {
    case .shown(let seconds): seconds < 0
    case .told(let duration): duration.days < 0 || duration.seconds < 0
    }
  }

  /// The whole days of an event that has no hours.
  var days: Int {
    switch self {
    case .shown(let seconds): seconds / TimeOfDay.secondsOfDay
    case .told(let duration): duration.days + duration.seconds / TimeOfDay.secondsOfDay
    }
  }
}

extension CalendarClock {
  /// The first moment that is no longer part of what begins when these clocks show a time; nil where it is that moment itself.
  func end(of length: EventLength, from start: CivilDateTime) -> Timestamp? {
    let end: Timestamp
    switch length {
    case .shown(let seconds):
      guard seconds > 0 else { return nil }
      end = instant(of: start.adding(seconds: seconds))
    case .told(let duration):
      let day = instant(of: CivilDateTime(start.date.adding(days: duration.days), start.time))
      end = Timestamp(secondsSince1970: day.secondsSince1970 + duration.seconds)
    }
    return end > instant(of: start) ? end : nil
  }
}
