import CivilTime
import Formats
import Testing

struct RecurrenceRuleTests {
  @Test(arguments: [
    ("FREQ=DAILY;COUNT=3", "2026-12-30", "2026-12-30 2026-12-31 2027-01-01"),
    ("FREQ=DAILY;INTERVAL=2;COUNT=2;BYDAY=MO,TU", "2026-11-09", "2026-11-09 2026-11-17"),
    ("FREQ=WEEKLY;COUNT=3", "2026-11-09", "2026-11-09 2026-11-16 2026-11-23"),
    ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", "2026-11-10", "2026-11-10 2026-11-12 2026-11-17 2026-11-19"),
    // The two of RFC 5545 that only the start of the week tells apart.
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1997-08-05 1997-08-10 1997-08-19 1997-08-24"),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1997-08-05 1997-08-17 1997-08-19 1997-08-31"),
    ("FREQ=MONTHLY;COUNT=3", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31"),
    ("FREQ=MONTHLY;BYDAY=1FR;COUNT=3", "2026-11-06", "2026-11-06 2026-12-04 2027-01-01"),
    ("FREQ=MONTHLY;BYDAY=-1MO;COUNT=2", "2026-11-30", "2026-11-30 2026-12-28"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2028-01-31", "2028-01-31 2028-02-29 2028-03-31"),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2", "2026-02-13", "2026-02-13 2026-03-13"),
    ("FREQ=YEARLY;COUNT=2", "2028-02-29", "2028-02-29 2032-02-29"),
    ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=2", "2026-03-29", "2026-03-29 2027-03-28"),
    ("FREQ=YEARLY;BYMONTH=1,11;COUNT=3", "2026-11-09", "2026-11-09 2027-01-09 2027-11-09"),
    ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2", "2026-01-01", ""),
    ("FREQ=DAILY;COUNT=3", "9998-12-30", "9998-12-30 9998-12-31"),
  ])
  func findsTheDays(_ text: String, _ start: String, _ days: String) throws {
    let start = local("\(start)T09:00")
    let times = try #require(RecurrenceRule(text)).times(
      from: start, within: start...local("9999-12-31T23:59"), limit: 100)
    #expect(times.map(\.date.isoText).joined(separator: " ") == days)
    #expect(times.allSatisfy { $0.time == start.time })
  }

  /// The rules of RFC 5545, section 3.3.10, that take days of the year, weeks, hours and positions.
  @Test(arguments: [
    (
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "2026-10-30T09:00",
      "2026-10-30T09:00 2026-11-30T09:00 2026-12-31T09:00"
    ),
    ("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3;COUNT=2", "1997-09-04T09:00", "1997-09-04T09:00 1997-10-07T09:00"),
    ("FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19T09:00", "1997-05-19T09:00 1998-05-18T09:00 1999-05-17T09:00"),
    ("FREQ=YEARLY;BYDAY=-1FR;COUNT=2", "2026-12-25T09:00", "2026-12-25T09:00 2027-12-31T09:00"),
    (
      "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "1997-05-12T09:00",
      "1997-05-12T09:00 1998-05-11T09:00 1999-05-17T09:00"
    ),
    ("FREQ=YEARLY;BYWEEKNO=53;COUNT=2", "2026-12-31T09:00", "2026-12-31T09:00 2032-12-30T09:00"),
    ("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU;WKST=SU;COUNT=2", "2026-12-01T09:00", "2026-12-27T09:00 2027-12-26T09:00"),
    (
      "FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,-1;COUNT=5", "1997-01-01T09:00",
      "1997-01-01T09:00 1997-04-10T09:00 1997-12-31T09:00 2000-01-01T09:00 2000-04-09T09:00"
    ),
    (
      "FREQ=YEARLY;INTERVAL=2;BYDAY=MO;BYMONTHDAY=8,9,10,11,12,13,14;COUNT=3", "2005-11-14T07:00",
      "2005-11-14T07:00 2005-12-12T07:00 2007-01-08T07:00"
    ),
    (
      "FREQ=DAILY;BYHOUR=9,14;BYMINUTE=30;COUNT=3", "2026-11-09T09:00",
      "2026-11-09T09:30 2026-11-09T14:30 2026-11-10T09:30"
    ),
    ("FREQ=MONTHLY;BYDAY=1MO;BYHOUR=9,17;BYSETPOS=-1;COUNT=2", "2026-11-02T09:00", "2026-11-02T17:00 2026-12-07T17:00"),
    ("FREQ=HOURLY;INTERVAL=18;COUNT=3", "2026-11-09T09:00", "2026-11-09T09:00 2026-11-10T03:00 2026-11-10T21:00"),
    ("FREQ=HOURLY;INTERVAL=5;BYHOUR=9;COUNT=2", "2026-11-09T09:00", "2026-11-09T09:00 2026-11-14T09:00"),
    ("FREQ=WEEKLY;BYDAY=1MO;COUNT=2", "2026-11-09T09:00", "2026-11-09T09:00 2026-11-16T09:00"),
    ("FREQ=DAILY; INTERVAL=1;BYDAY=MO, TU;COUNT=2", "2026-11-09T09:00", "2026-11-09T09:00 2026-11-10T09:00"),
  ])
  func findsTheTimes(_ text: String, _ start: String, _ wanted: String) throws {
    let start = local(start)
    let times = try #require(RecurrenceRule(text)).times(
      from: start, within: start...local("2099-01-01T00:00"), limit: 100)
    #expect(times.map { String($0.isoText.prefix(16)) }.joined(separator: " ") == wanted)
  }

  /// What lies before a window is passed over, and counted where the rule counts.
  @Test(arguments: [
    ("FREQ=WEEKLY;INTERVAL=2", "2026-12-09 2026-12-23"), ("FREQ=MONTHLY", "2026-12-05"),
    ("FREQ=DAILY;COUNT=8001", "2026-12-01"), ("FREQ=YEARLY", ""), ("FREQ=HOURLY;BYHOUR=3;BYMONTHDAY=7", "2026-12-07"),
  ])
  func findsTheTimesOfAWindow(_ text: String, _ days: String) throws {
    let times = try #require(RecurrenceRule(text)).times(
      from: local("2005-01-05T03:00"), within: local("2026-12-01T00:00")...local("2026-12-31T23:59"), limit: 100)
    #expect(times.map(\.date.isoText).joined(separator: " ") == days)
  }

  @Test(arguments: [
    "", "FREQ=MINUTELY", "FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=x", "FREQ=DAILY;BYSETPOS=0",
    "FREQ=YEARLY;BYDAY=54MO", "FREQ=YEARLY;BYWEEKNO=54", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;UNTIL=never", "COUNT=1",
    "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=", "FREQ=DAILY;BYDAY=XX", "FREQ=DAILY;BYHOUR=24",
    "RSCALE=HEBREW;FREQ=YEARLY",
  ])
  func readsNoOtherRule(_ text: String) {
    #expect(RecurrenceRule(text) == nil)
  }

  /// Against a walk over every day of 400 years.
  @Test(arguments: [
    "FREQ=MONTHLY;BYDAY=2TU", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=-1SU;BYMONTH=3,10",
  ])
  func agreesWithACalendarOfFourHundredYears(_ text: String) throws {
    let start = date("2000-01-01")
    let wanted = (0..<146_097).map { start.adding(days: $0) }.filter { Self.isMeant(by: text, $0) }
    let found = try #require(RecurrenceRule(text)).times(
      from: CivilDateTime(start, .midnight), within: local("2000-01-01T00:00")...local("2399-12-31T00:00"),
      limit: 100_000)
    #expect(found.map(\.date) == wanted)
  }

  private static func isMeant(by rule: String, _ day: CivilDate) -> Bool {
    switch rule {
    case "FREQ=MONTHLY;BYDAY=2TU": day.weekday == .tuesday && (8...14).contains(day.day)
    case "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29": day.month == 2 && day.day == 29
    case "FREQ=MONTHLY;BYMONTHDAY=-1": day.isLastOfMonth
    default: day.weekday == .sunday && [3, 10].contains(day.month) && day.day > 24
    }
  }
}
