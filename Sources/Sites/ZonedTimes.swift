import CivilTime
import Formats

extension TimeZoneRules {
  /// How far the clocks are ahead of UTC when they show a time, in seconds.
  package func offset(at local: CivilDateTime) -> Int {
    Timestamp(local).secondsSince1970 - instant(of: local).secondsSince1970
  }

  /// The same as in RFC 3339: `+05:45`.
  package func offsetText(at local: CivilDateTime) -> String {
    let offset = offset(at: local)
    return (offset < 0 ? "-" : "+") + TimeOfDay(secondsSinceMidnight: abs(offset)).hourAndMinuteText
  }

  /// The same for readers: "UTC−5", "UTC+5:45", "UTC".
  package func offsetName(at local: CivilDateTime) -> String {
    let offset = offset(at: local)
    guard offset != 0 else { return "UTC" }
    let distance = TimeOfDay(secondsSinceMidnight: abs(offset))
    let minutes = distance.minute == 0 ? "" : ":\(distance.minute < 10 ? "0" : "")\(distance.minute)"
    return "UTC\(offset < 0 ? "\u{2212}" : "+")\(distance.hour)\(minutes)"
  }

  /// `2031-05-07T09:00+03:00`, which names one instant.
  package func isoText(_ local: CivilDateTime) -> String {
    local.date.isoText + "T" + local.time.hourAndMinuteText + offsetText(at: local)
  }
}
