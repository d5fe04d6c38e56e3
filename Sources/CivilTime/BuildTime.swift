/// The time for which a hub is built: a day as a whole, or an instant of it.
package enum BuildTime: Sendable, Hashable {
  case day(CivilDate)
  case instant(Timestamp)

  /// Reads a day such as `2026-11-18`, or an instant with its distance from UTC, such as `2026-11-18T23:00Z` or
  /// `2026-11-18T23:00:30+01:00` (RFC 3339, where the seconds may be absent).
  package init?(isoText text: some StringProtocol) {
    if let day = CivilDate(isoText: text) {
      self = .day(day)
    } else if let instant = Timestamp(isoText: text) {
      self = .instant(instant)
    } else {
      return nil
    }
  }
}
