import TestSupport

/// A calendar or a table that is imported into a hub.
struct FuzzedCalendar {
  let name: String
  var bytes: [UInt8]

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Takes one of the corpus and changes it.
  init?(corpus: Corpus, _ generator: inout SeededGenerator) {
    guard let name = corpus.calendars.paths().randomElement(using: &generator) else { return nil }
    self.name = name
    bytes = corpus.calendars.files[name] ?? []
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      if Bool.random(using: &generator) {
        TextMutation.allCases.randomElement(using: &generator)?.change(&bytes, corpus: corpus, &generator)
      } else {
        var parts = lines(of: bytes)
        let line = Self.faultyLines.randomElement(using: &generator) ?? ""
        parts.insert(Array(line.utf8), at: Int.random(in: 0...parts.count, using: &generator))
        bytes = parts.joinedLines
      }
    }
  }

  private static let faultyLines = [
    "RRULE:FREQ=YEARLY;BYDAY=1SU,-1MO;BYMONTH=3", "RRULE:FREQ=DAILY;COUNT=99999999", "RRULE:FREQ=SECONDLY",
    "RRULE:FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,FR",
    "RRULE:FREQ=WEEKLY;INTERVAL=0", "RRULE:FREQ=WEEKLY;UNTIL=20261301", "RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2",
    "RRULE:", "RRULE:FREQ=X;FREQ=DAILY",
    "RRULE:FREQ=HOURLY;INTERVAL=9223372036854775807", "EXDATE:20261005T090000Z", "EXDATE;VALUE=DATE:20261005",
    "RDATE;VALUE=PERIOD:20261005T090000Z/PT1H",
    "RDATE:20261005T090000,20261006T090000", "RECURRENCE-ID:20261005T090000Z",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261005T090000Z", "DTSTART:20260101",
    "DTSTART;TZID=Europe/Zurich:20260329T023000", "DTSTART;TZID=Nowhere:20260329T023000", "DTSTART:99991231T235959Z",
    "DTSTART:00000000", "DTEND:20200101",
    "DURATION:PT0S", "DURATION:-P1W", "DURATION:P99999999999D", "DURATION:P", "UID:", "UID:one@example.org",
    "CLASS:PRIVATE", "STATUS:CANCELLED", "SUMMARY:",
    "SUMMARY:It is #1: [x] & <b>", "LOCATION:\\n\\,\\;\\\\", "URL:javascript:x", "BEGIN:VEVENT", "END:VEVENT",
    "BEGIN:VTIMEZONE", "END:VCALENDAR", "BEGIN:VCALENDAR",
    "TZID:X", "BEGIN:STANDARD", "TZOFFSETTO:+9999", "TZOFFSETFROM:-0000", " folded", "\tfolded", ":", ";", "X",
    "X;A=\"b:c", "Title,Date", "\"a\"\"b\",2026-10-05",
    "\"unclosed", "05.10.2026", "10/5/2026", ",,,,", "sep=,",
  ]
}
