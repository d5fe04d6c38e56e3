import CivilTime

/// The forms that values take in iCalendar (RFC 5545, section 3.3).
enum ContentValue {
  /// `20261109`
  static func date(_ date: CivilDate) -> [UInt8] {
    date.isoBytes.filter { $0 != UInt8(ascii: "-") }
  }

  /// `20261109T100000`
  static func dateTime(_ local: CivilDateTime) -> [UInt8] {
    date(local.date) + [UInt8(ascii: "T")] + local.time.isoBytes.filter { $0 != UInt8(ascii: ":") }
  }

  /// `20261109T090000Z`
  static func instant(_ instant: Timestamp) -> [UInt8] {
    dateTime(instant.utc) + [UInt8(ascii: "Z")]
  }

  /// `+0100`, with seconds only where there are any.
  static func offset(_ seconds: Int) -> [UInt8] {
    let magnitude = Int(clamping: seconds.magnitude)
    var bytes = [seconds < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")]
    bytes.appendDecimal(magnitude / 3600, digits: 2)
    bytes.appendDecimal(magnitude / 60 % 60, digits: 2)
    if magnitude % 60 != 0 { bytes.appendDecimal(magnitude % 60, digits: 2) }
    return bytes
  }

  /// `P1D`, `-PT1H30M`
  static func duration(minutes: Int) -> [UInt8] {
    let magnitude = Int(clamping: minutes.magnitude)
    let (days, hours, rest) = (magnitude / 1440, magnitude / 60 % 24, magnitude % 60)
    var text = minutes < 0 ? "-P" : "P"
    if days > 0 { text += "\(days)D" }
    if hours > 0 || rest > 0 || days == 0 { text += "T" }
    if hours > 0 { text += "\(hours)H" }
    if rest > 0 || (days == 0 && hours == 0) { text += "\(rest)M" }
    return Array(text.utf8)
  }

  /// `46.948100;7.447400`, with six digits of the fraction, which is a hand's breadth.
  static func position(_ position: ICalendar.Position) -> [UInt8] {
    degrees(position.latitude) + [UInt8(ascii: ";")] + degrees(position.longitude)
  }

  private static func degrees(_ degrees: Double) -> [UInt8] {
    let millionths = Int((degrees * 1_000_000).rounded())
    var bytes: [UInt8] = millionths < 0 ? [UInt8(ascii: "-")] : []
    bytes.appendDecimal(abs(millionths) / 1_000_000)
    bytes.append(UInt8(ascii: "."))
    bytes.appendDecimal(abs(millionths) % 1_000_000, digits: 6)
    return bytes
  }

  /// Section 3.3.11: backslash, semicolon, comma and line end are escaped; controls but the tab are not allowed.
  static func text(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\r"): bytes.append(text: "\\n")
      case UInt8(ascii: "\n"): if previous != UInt8(ascii: "\r") { bytes.append(text: "\\n") }
      case UInt8(ascii: "\t"): bytes.append(byte)
      case 0x00..<0x20, 0x7F: break
      default: bytes.append(byte)
      }
      previous = byte
    }
    return bytes
  }

  /// Section 3.2: quoted where a colon, semicolon or comma would end the value; a quote itself has no form in there.
  static func parameter(_ value: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var needsQuotes = false
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(UInt8(ascii: "'"))
      case 0x00..<0x20, 0x7F: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
      if [UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ",")].contains(byte) { needsQuotes = true }
    }
    guard needsQuotes else { return bytes }
    return [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
  }
}
