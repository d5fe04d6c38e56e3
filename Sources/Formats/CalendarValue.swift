import CivilTime

/// When something in a calendar is (RFC 5545, sections 3.3.4 and 3.3.5).
package enum CalendarTime: Sendable, Equatable {
  case day(CivilDate)
  case instant(Timestamp)
  /// A time on the clocks of a zone, by the name that the file gives it; nil is wherever the reader is.
  case local(CivilDateTime, zone: String?)

  package var day: CivilDate {
    switch self {
    case .day(let day): day
    case .instant(let instant): instant.utc.date
    case .local(let local, _): local.date
    }
  }
}

/// A time, and an end where one is told.
package struct CalendarPeriod: Sendable, Equatable {
  package let start: CalendarTime
  package let end: End?

  package init(start: CalendarTime, end: End?) {
    self.start = start
    self.end = end
  }

  package enum End: Sendable, Equatable {
    case time(CalendarTime)
    case after(CalendarDuration)
  }
}

/// What the text of a property means; nil where it means nothing.
extension CalendarProperty {
  /// Text with its escapes undone (section 3.3.11).
  package var text: String { texts(separatedBy: nil)[0] }

  /// Texts with commas between them.
  package var texts: [String] { texts(separatedBy: ",") }

  private func texts(separatedBy separator: Unicode.Scalar?) -> [String] {
    var texts = [""]
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        texts[texts.count - 1].unicodeScalars.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == separator {
        texts.append("")
      } else {
        texts[texts.count - 1].unicodeScalars.append(scalar)
      }
    }
    return texts
  }

  package var time: CalendarTime? { calendarTime(value.trimmed, zone: parameter("TZID")) }

  /// Several times or periods with commas between (section 3.3.9), as a series has them that is told date by date.
  package var periods: [CalendarPeriod]? {
    let zone = parameter("TZID")
    let periods = value.split(separator: ",").map { part -> CalendarPeriod? in
      let ends = part.split(separator: "/", maxSplits: 1).map(\.trimmed)
      guard let start = ends.first.flatMap({ calendarTime($0, zone: zone) }) else { return nil }
      guard ends.count == 2 else { return CalendarPeriod(start: start, end: nil) }
      if let length = CalendarDuration(ends[1]) { return CalendarPeriod(start: start, end: .after(length)) }
      return calendarTime(ends[1], zone: zone).map { CalendarPeriod(start: start, end: .time($0)) }
    }
    return periods.contains(nil) ? nil : periods.compactMap { $0 }
  }

  /// Section 3.3.6: `P1DT2H`, `-PT15M`, `P2W`.
  package var duration: CalendarDuration? { CalendarDuration(value.trimmed) }

  /// Latitude and longitude with a semicolon between (section 3.8.1.6).
  package var position: ICalendar.Position? {
    let parts = value.split(separator: ";", omittingEmptySubsequences: false).map { Double($0) }
    guard parts.count == 2, let latitude = parts[0], let longitude = parts[1] else { return nil }
    return ICalendar.Position(latitude: latitude, longitude: longitude)
  }

  /// In seconds ahead of UTC (section 3.3.14).
  package var offset: Int? {
    guard let sign = value.first, sign == "+" || sign == "-" else { return nil }
    let digits = Array(value.dropFirst())
    guard digits.count == 4 || digits.count == 6, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    let parts = stride(from: 0, to: digits.count, by: 2).compactMap { Int(String(digits[$0..<$0 + 2])) }
    let seconds = parts[0] * 3_600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)
    return sign == "-" ? -seconds : seconds
  }
}

/// Reads `20261109`, `20261109T100000` and `20261109T100000Z`.
func calendarTime(_ text: String, zone: String?) -> CalendarTime? {
  let digits = Array(text.utf8)
  func number(_ range: Range<Int>) -> Int? {
    guard range.upperBound <= digits.count else { return nil }
    return digits[range].reduce(0 as Int?) { sum, digit in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) ? sum.map { $0 * 10 + Int(digit) - 48 } : nil
    }
  }
  guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
    let date = CivilDate(year: year, month: month, day: day)
  else { return nil }
  if digits.count == 8 { return .day(date) }
  guard digits.count == 15 || digits.count == 16, digits[8] == UInt8(ascii: "T"), let hour = number(9..<11),
    let minute = number(11..<13), let second = number(13..<15),
    // A leap second is the last of its minute on our clocks.
    let time = TimeOfDay(hour: hour, minute: minute, second: second == 60 ? 59 : second)
  else { return nil }
  let local = CivilDateTime(date, time)
  guard digits.count == 16 else { return .local(local, zone: zone) }
  return digits[15] == UInt8(ascii: "Z") ? .instant(Timestamp(local)) : nil
}

extension StringProtocol {
  /// Without the spaces that some programs leave around a value.
  package var trimmed: String {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
