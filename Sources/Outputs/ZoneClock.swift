import CivilTime
import Foundation

/// How far the clocks of a place are ahead of UTC, by the time-zone data of the system.
struct ZoneClock: Sendable {
  /// Such as `Europe/Zurich`.
  let name: String
  private let zone: TimeZone

  init?(name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.name = name
    self.zone = zone
  }

  /// In seconds, when calendar and clock there show `local`. An hour that a clock shows twice is the first of the two, and one
  /// that it skips is counted as if it had not been put on (RFC 5545, section 3.3.5).
  func offset(at local: CivilDateTime) -> Int {
    // No zone changes twice within two days, so that these are what holds before a change and after it.
    let asIfUTC = Timestamp(local)
    let before = offset(at: Timestamp(secondsSince1970: asIfUTC.secondsSince1970 - TimeOfDay.secondsOfDay))
    let after = offset(at: Timestamp(secondsSince1970: asIfUTC.secondsSince1970 + TimeOfDay.secondsOfDay))
    if offset(at: Timestamp(local, offset: before)) == before { return before }
    return offset(at: Timestamp(local, offset: after)) == after ? after : before
  }

  private func offset(at instant: Timestamp) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.secondsSince1970)))
  }

  /// `+05:45`
  func offsetText(at local: CivilDateTime) -> String {
    let offset = offset(at: local)
    return (offset < 0 ? "-" : "+") + TimeOfDay(secondsSinceMidnight: abs(offset)).hourAndMinuteText
  }

  /// `2031-05-07T09:00+03:00`, which names one instant.
  func isoText(_ local: CivilDateTime) -> String {
    local.date.isoText + "T" + local.time.hourAndMinuteText + offsetText(at: local)
  }
}
