import CivilTime
import Formats

extension TimeZoneRules {
  /// How far the clocks are ahead of UTC when they show a time: `+05:45`.
  package func offsetText(at local: CivilDateTime) -> String {
    let offset = Timestamp(local).secondsSince1970 - instant(of: local).secondsSince1970
    return (offset < 0 ? "-" : "+") + TimeOfDay(secondsSinceMidnight: abs(offset)).hourAndMinuteText
  }

  /// `2031-05-07T09:00+03:00`, which names one instant.
  package func isoText(_ local: CivilDateTime) -> String {
    local.date.isoText + "T" + local.time.hourAndMinuteText + offsetText(at: local)
  }
}
