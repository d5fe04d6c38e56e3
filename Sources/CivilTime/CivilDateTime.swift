/// What calendar and clock show at some place; which instant that is depends on the place's time zone.
package struct CivilDateTime: Sendable, Hashable {
  package let date: CivilDate
  package let time: TimeOfDay

  package init(_ date: CivilDate, _ time: TimeOfDay) {
    self.date = date
    self.time = time
  }
}

extension CivilDateTime: Comparable {
  package static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
    (left.date, left.time) < (right.date, right.time)
  }
}

extension CivilDateTime: CustomStringConvertible {
  /// Reads `2026-11-09T10:00` and `2026-11-09T10:00:30`, without a zone or an offset.
  package init?(isoText text: some StringProtocol) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(isoText: parts[0]), let time = TimeOfDay(isoText: parts[1]) else {
      return nil
    }
    self.init(date, time)
  }

  /// `2026-11-09T10:00:30`
  package var isoText: String { date.isoText + "T" + time.isoText }

  package var description: String { isoText }
}
