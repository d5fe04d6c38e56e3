import CivilTime
import Content
import Formats

/// The clocks by which a calendar writes times.
struct CalendarClock: Sendable {
  /// The zone as records name it; nil for one that only its calendar knows.
  let name: String?
  /// Nil for UTC.
  private let rules: TimeZoneRules?

  static let utc = CalendarClock(name: "UTC", rules: nil)

  init(name: String?, rules: TimeZoneRules?) {
    self.name = name
    self.rules = rules
  }

  /// Nil where the machine's data has no zone of this name. After the year 2200 the clocks change no more.
  init?(named name: String) {
    guard name != "UTC" else {
      self = .utc
      return
    }
    guard let rules = systemTimeZone(named: name)?.rules(id: name, years: 1900...2200) else { return nil }
    self.init(name: name, rules: rules)
  }

  func instant(of local: CivilDateTime) -> Timestamp { rules?.instant(of: local) ?? Timestamp(local) }

  func local(at instant: Timestamp) -> CivilDateTime { rules?.local(at: instant) ?? instant.utc }

  /// The zone that a record names, and what its clocks show when these show a time: UTC for clocks that nobody else has.
  func recorded(_ local: CivilDateTime) -> (time: CivilDateTime, zone: String) {
    name.map { (local, $0) } ?? (instant(of: local).utc, "UTC")
  }
}

extension CalendarTime {
  /// The digits of a time, whatever its zone; a day begins at midnight.
  var asWritten: CivilDateTime {
    switch self {
    case .day(let day): CivilDateTime(day, .midnight)
    case .instant(let instant): instant.utc
    case .local(let local, _): local
    }
  }
}

extension CivilDateTime {
  /// As records hold it: seconds only where there are any.
  var recordText: String { time.second == 0 ? String(isoText.prefix(16)) : isoText }

  /// On clocks that run on without a change.
  func adding(seconds: Int) -> CivilDateTime {
    Timestamp(secondsSince1970: Timestamp(self).secondsSince1970 + seconds).utc
  }

  func seconds(until other: CivilDateTime) -> Int {
    Timestamp(other).secondsSince1970 - Timestamp(self).secondsSince1970
  }
}
