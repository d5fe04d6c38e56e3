/// An instant, to the second, in Coordinated Universal Time and within the years 1 to 9999.
package struct Timestamp: Sendable, Hashable {
  package let secondsSince1970: Int

  /// Clamps to the years 1 to 9999, since no format that we write knows others.
  package init(secondsSince1970 seconds: Int) {
    secondsSince1970 = min(max(seconds, Timestamp.firstSecond), Timestamp.lastSecond)
  }

  /// The instant at which calendar and clock show `local` where they are `offset` seconds ahead of UTC.
  package init(_ local: CivilDateTime, offset: Int = 0) {
    let localSeconds = local.date.daysSince1970 * TimeOfDay.secondsOfDay + local.time.secondsSinceMidnight
    let (seconds, overflow) = localSeconds.subtractingReportingOverflow(offset)
    self.init(secondsSince1970: overflow ? (offset > 0 ? Int.min : Int.max) : seconds)
  }

  package init(_ date: CivilDate, _ time: TimeOfDay = .midnight, offset: Int = 0) {
    self.init(CivilDateTime(date, time), offset: offset)
  }

  /// What calendar and clock show where they are `offset` seconds ahead of UTC.
  package func local(atOffset offset: Int) -> CivilDateTime {
    let (seconds, overflow) = secondsSince1970.addingReportingOverflow(offset)
    let shown = Timestamp(secondsSince1970: overflow ? (offset < 0 ? Int.min : Int.max) : seconds).secondsSince1970
    let (days, ofDay) = floorDivision(shown, TimeOfDay.secondsOfDay)
    return CivilDateTime(CivilDate(clampingDaysSince1970: days), TimeOfDay(secondsSinceMidnight: ofDay))
  }

  package var utc: CivilDateTime { local(atOffset: 0) }

  private static let firstSecond = CivilDate.first.daysSince1970 * TimeOfDay.secondsOfDay
  private static let lastSecond = (CivilDate.last.daysSince1970 + 1) * TimeOfDay.secondsOfDay - 1
}

extension Timestamp: Comparable {
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}

// MARK: Text

extension Timestamp: CustomStringConvertible {
  /// Reads RFC 3339 with an offset, such as `2026-11-09T10:00:00+01:00`; a fraction of a second is cut off.
  package init?(rfc3339Text text: some StringProtocol) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(isoText: parts[0]) else { return nil }
    var reader = DigitReader(parts[1])
    guard let hour = reader.number(digits: 2), reader.skip(":"), let minute = reader.number(digits: 2),
      reader.skip(":"), let second = reader.number(digits: 2),
      let time = TimeOfDay(hour: hour, minute: minute, second: second)
    else { return nil }
    if reader.skip(".") {
      guard reader.skipDigits() > 0 else { return nil }
    }
    guard let offset = Timestamp.readOffset(&reader), reader.isAtEnd else { return nil }
    self.init(date, time, offset: offset)
  }

  /// Reads RFC 3339 as above, and the same without seconds, such as `2026-11-09T10:00+01:00`.
  package init?(isoText text: some StringProtocol) {
    if let instant = Timestamp(rfc3339Text: text) {
      self = instant
      return
    }
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(isoText: parts[0]) else { return nil }
    var reader = DigitReader(parts[1])
    guard let hour = reader.number(digits: 2), reader.skip(":"), let minute = reader.number(digits: 2),
      let time = TimeOfDay(hour: hour, minute: minute), let offset = Timestamp.readOffset(&reader), reader.isAtEnd
    else { return nil }
    self.init(date, time, offset: offset)
  }

  private static func readOffset(_ reader: inout DigitReader) -> Int? {
    if reader.skip("Z") { return 0 }
    let sign: Int
    if reader.skip("+") {
      sign = 1
    } else if reader.skip("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = reader.number(digits: 2), hours < 24, reader.skip(":"),
      let minutes = reader.number(digits: 2), minutes < 60
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }

  /// `2026-11-09T10:00:00Z`
  package var rfc3339Text: String { utc.isoText + "Z" }

  package var description: String { rfc3339Text }
}
