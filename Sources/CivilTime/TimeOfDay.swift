/// A time on a clock's face, from 00:00:00 to 23:59:59; there is no 24:00 and no leap second.
package struct TimeOfDay: Sendable, Hashable {
  package let hour: Int
  package let minute: Int
  package let second: Int

  /// Nil where no clock shows such a time.
  package init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    self.init(secondsSinceMidnight: hour * 3600 + minute * 60 + second)
  }

  /// Counts on into the next day, and back from midnight into the one before.
  package init(secondsSinceMidnight seconds: Int) {
    let ofDay = floorDivision(seconds, TimeOfDay.secondsOfDay).remainder
    (hour, minute, second) = (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
  }

  package static let midnight = TimeOfDay(secondsSinceMidnight: 0)
  package static let secondsOfDay = 86_400

  package var secondsSinceMidnight: Int { hour * 3600 + minute * 60 + second }
}

extension TimeOfDay: Comparable {
  package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
    left.secondsSinceMidnight < right.secondsSinceMidnight
  }
}

// MARK: Text

extension TimeOfDay: CustomStringConvertible {
  /// Reads `10:00` and `10:00:30`.
  package init?(isoText text: some StringProtocol) {
    var reader = DigitReader(text)
    guard let time = TimeOfDay(reading: &reader), reader.isAtEnd else { return nil }
    self = time
  }

  init?(reading reader: inout DigitReader) {
    guard let hour = reader.number(digits: 2), reader.skip(":"), let minute = reader.number(digits: 2) else {
      return nil
    }
    var second = 0
    if reader.skip(":") {
      guard let written = reader.number(digits: 2) else { return nil }
      second = written
    }
    self.init(hour: hour, minute: minute, second: second)
  }

  /// `10:00:30`
  package var isoText: String { String(decoding: isoBytes, as: UTF8.self) }

  /// `10:00`; the seconds are left away.
  package var hourAndMinuteText: String { String(decoding: isoBytes.prefix(5), as: UTF8.self) }

  package var isoBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8)
    bytes.appendDecimal(hour, digits: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDecimal(minute, digits: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.appendDecimal(second, digits: 2)
    return bytes
  }

  package var description: String { isoText }
}
