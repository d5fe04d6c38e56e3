import Importing
import Testing

/// Meetings around the nights in which clocks are changed: in Zurich on 2031-03-30, from two to three, and on 2031-10-26, from three
/// back to two.
struct ClockChangeTests {
  private static func times(_ start: String, _ more: String) throws -> (times: [String], remarks: [String]) {
    let hub = try ImportedHub()
    let text = calendar(event("UID:a\nSUMMARY:S\nDTSTART;TZID=Europe/Zurich:\(start)\n\(more)"))
    let result = try hub.add(text, type: "group")
    #expect(try hub.add(text, type: "group").files.isEmpty)
    return (hub.times(), result.remarks.map { "\($0.line): \($0.text)" })
  }

  /// Days are nominal and hours exact (RFC 5545, section 3.3.6); an end is what the clocks show.
  @Test(arguments: [
    ("20310329T220000", "DURATION:P1D", "2031-03-29T22:00 2031-03-30T22:00"),
    ("20310329T220000", "DURATION:PT24H", "2031-03-29T22:00 2031-03-30T23:00"),
    ("20310329T220000", "DURATION:PT6H", "2031-03-29T22:00 2031-03-30T05:00"),
    ("20310328T220000", "DURATION:P1DT6H", "2031-03-28T22:00 2031-03-30T05:00"),
    ("20310329T220000", "DTEND;TZID=Europe/Zurich:20310330T040000", "2031-03-29T22:00 2031-03-30T04:00"),
    ("20311025T220000", "DURATION:PT6H", "2031-10-25T22:00 2031-10-26T03:00"),
    ("20311025T220000", "DURATION:P1W", "2031-10-25T22:00 2031-11-01T22:00"),
  ])
  func lastsAsLongAsItSays(_ start: String, _ more: String, _ wanted: String) throws {
    #expect(try Self.times(start, more) == ([wanted + " Europe/Zurich"], []))
  }

  /// Each meeting of a series lasts as long as the first.
  @Test func lastsAsLongInASeries() throws {
    let found = try Self.times("20310328T220000", "DURATION:PT6H\nRRULE:FREQ=DAILY;COUNT=3").times
    #expect(
      found == ["28T22:00 2031-03-29T04", "29T22:00 2031-03-30T05", "30T22:00 2031-03-31T04"].map {
        "2031-03-\($0):00 Europe/Zurich"
      })
  }

  @Test func movesAStartThatClocksSkip() throws {
    let (times, remarks) = try Self.times("20310329T023000", "DURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2")
    #expect(
      times == ["2031-03-29T02:30 2031-03-29T03:30", "2031-03-30T03:30 2031-03-30T04:30"].map { "\($0) Europe/Zurich" })
    #expect(
      remarks == ["4: the clocks are put forward past 2031-03-30T02:30; 'S' begins when they show 2031-03-30T03:30"])
  }

  /// An hour that clocks show twice is the first (RFC 5545, section 3.3.5); an end in the second is told in UTC.
  @Test func tellsTheSecondOfTwoHours() throws {
    #expect(
      try Self.times("20311026T013000", "DURATION:PT1H").times == ["2031-10-26T01:30 2031-10-26T02:30 Europe/Zurich"])
    let (times, remarks) = try Self.times("20311026T013000", "DURATION:PT2H")
    #expect(times == ["2031-10-25T23:30 2031-10-26T01:30 UTC"])
    #expect(
      remarks == ["4: the clocks show 2031-10-26T02:30, when 'S' ends, twice; its times are in UTC"])
  }
}
