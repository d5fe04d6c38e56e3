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
    ("FREQ=DAILY;COUNT=3", "9999-12-30", "9999-12-30"),
  ])
  func findsTheDays(_ text: String, _ start: String, _ days: String) throws {
    let rule = try #require(RecurrenceRule(text))
    #expect(rule.days(from: date(start), limit: 100).map(\.isoText).joined(separator: " ") == days)
  }

  @Test(arguments: [
    "", "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=x", "FREQ=DAILY;BYSETPOS=1", "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=YEARLY;BYDAY=20MO", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;UNTIL=never", "COUNT=1",
    "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=", "FREQ=DAILY;BYDAY=XX",
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
    let found = try #require(RecurrenceRule(text)).days(from: start, limit: 100_000) { $0.year < 2400 }
    #expect(found == wanted)
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
