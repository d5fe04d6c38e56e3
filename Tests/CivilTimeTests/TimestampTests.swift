import CivilTime
import Testing

struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (1_794_218_400, "2026-11-09T10:00:00Z"),
    (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (-62_135_596_800, "0001-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func writesAndReadsRFC3339(seconds: Int, text: String) {
    #expect(Timestamp(secondsSince1970: seconds).rfc3339Text == text)
    #expect(Timestamp(rfc3339Text: text)?.secondsSince1970 == seconds)
  }

  @Test(arguments: [
    ("2026-11-09T10:00:00+01:00", "2026-11-09T09:00:00Z"), ("2026-11-09T10:00:00-05:30", "2026-11-09T15:30:00Z"),
    ("2026-11-09T10:00:00.999+00:00", "2026-11-09T10:00:00Z"), ("2026-12-31T23:30:00-01:00", "2027-01-01T00:30:00Z"),
    ("2026-11-09T10:00:00-00:00", "2026-11-09T10:00:00Z"),
  ])
  func readsOffsets(text: String, utc: String) {
    #expect(Timestamp(rfc3339Text: text)?.rfc3339Text == utc)
  }

  @Test(arguments: [
    "", "T", "2026-11-09", "2026-11-09T10:00:00", "2026-11-09T10:00Z", "2026-11-09T10:00:00.Z",
    "2026-11-09T10:00:00+1:00", "2026-11-09T10:00:00+01", "2026-11-09T10:00:00+24:00", "2026-11-09T10:00:00+01:60",
    "2026-11-09T24:00:00Z",
    "2026-11-09T10:00:60Z", "2026-11-09T10:00:00Z ", "2026-11-09 10:00:00Z", "2026-11-09T10:00:00z", "TTTT",
  ])
  func readsNothingButWholeTimestamps(text: String) {
    #expect(Timestamp(rfc3339Text: text) == nil)
  }

  @Test(arguments: [
    (Int.min, "0001-01-01T00:00:00Z"), (Int.max, "9999-12-31T23:59:59Z"),
    (253_402_300_800, "9999-12-31T23:59:59Z"),
  ])
  func staysWithinTheYearsThatCanBeWritten(seconds: Int, text: String) {
    #expect(Timestamp(secondsSince1970: seconds).rfc3339Text == text)
  }

  @Test(arguments: [Int.min, -1, 0, 1, Int.max])
  func survivesAnyOffset(offset: Int) {
    let earliest = Timestamp(CivilDate.first, offset: offset)
    let latest = Timestamp(CivilDate.last, offset: offset)
    #expect(earliest <= latest)
    #expect(earliest.local(atOffset: offset) <= latest.local(atOffset: offset))
  }

  @Test func knowsWhatTheClockShowsElsewhere() throws {
    let opening = try #require(Timestamp(rfc3339Text: "2026-11-09T22:30:00Z"))
    #expect(opening.utc.isoText == "2026-11-09T22:30:00")
    #expect(opening.local(atOffset: 3 * 3600).isoText == "2026-11-10T01:30:00")
    #expect(opening.local(atOffset: -8 * 3600).isoText == "2026-11-09T14:30:00")
  }

  /// Odd steps, so that every hour and minute is met, over 450 years.
  @Test func returnsToItselfThroughCalendarAndClock() throws {
    let start = try #require(Timestamp(rfc3339Text: "1750-01-01T00:00:00Z"))
    let end = try #require(Timestamp(rfc3339Text: "2200-01-01T00:00:00Z"))
    for seconds in stride(from: start.secondsSince1970, to: end.secondsSince1970, by: 997_789) {
      let instant = Timestamp(secondsSince1970: seconds)
      let offset = (seconds % 51) * 900
      let local = instant.local(atOffset: offset)
      guard Timestamp(local, offset: offset) == instant, Timestamp(rfc3339Text: instant.rfc3339Text) == instant,
        CivilDateTime(isoText: local.isoText) == local
      else {
        Issue.record("\(instant) at offset \(offset)")
        return
      }
    }
  }
}

struct TimeOfDayTests {
  @Test(arguments: [
    ("00:00", 0, "00:00:00"), ("10:00", 36_000, "10:00:00"), ("10:00:30", 36_030, "10:00:30"),
    ("23:59:59", 86_399, "23:59:59"),
  ])
  func readsAndWritesTimes(text: String, seconds: Int, whole: String) throws {
    let time = try #require(TimeOfDay(isoText: text))
    #expect(time.secondsSinceMidnight == seconds)
    #expect(time.isoText == whole)
    #expect(time.hourAndMinuteText == String(text.prefix(5)))
    #expect(TimeOfDay(secondsSinceMidnight: seconds) == time)
  }

  @Test(arguments: ["", "10", "10:", "1:00", "10:0", "24:00", "10:60", "10:00:60", "10:00:", "10:00Z", "-1:00"])
  func refusesWhatNoClockShows(text: String) {
    #expect(TimeOfDay(isoText: text) == nil)
  }

  @Test func wrapsAroundMidnight() {
    #expect(TimeOfDay(secondsSinceMidnight: -60).isoText == "23:59:00")
    #expect(TimeOfDay(secondsSinceMidnight: 86_400) == .midnight)
    #expect(TimeOfDay(secondsSinceMidnight: Int.min) < TimeOfDay(secondsSinceMidnight: 86_399))
  }

  @Test func readsADateWithATime() throws {
    let opening = try #require(CivilDateTime(isoText: "2026-11-09T10:00"))
    #expect("\(opening)" == "2026-11-09T10:00:00")
    #expect(opening > CivilDateTime(opening.date, .midnight))
  }

  @Test(arguments: [
    "2026-11-09", "2026-11-09T", "T10:00", "2026-11-09T10:00Z", "2026-11-09T10:00T", "2026-11-09 10:00",
  ])
  func refusesADateWithoutATime(text: String) {
    #expect(CivilDateTime(isoText: text) == nil)
  }
}
