import CivilTime
import Formats
import Foundation
import Testing

struct TimeZoneRulesTests {
  private let winter = TimeZoneRules.Observance(offset: 3600, name: "CET")
  private let summer = TimeZoneRules.Observance(offset: 7200, name: "CEST", isDaylightSaving: true)

  @Test func writesTheBaseAndEachChange() {
    let zurich = TimeZoneRules(
      id: "Europe/Zurich", base: winter,
      changes: [
        TimeZoneRules.Change(at: instant("2026-10-25T01:00:00Z"), to: winter),
        TimeZoneRules.Change(at: instant("2026-03-29T01:00:00Z"), to: summer),
      ])
    #expect(
      zoneLines(zurich) == """
        BEGIN:VTIMEZONE
        TZID:Europe/Zurich
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0100
        TZNAME:CET
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20260329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20261025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        END:STANDARD
        END:VTIMEZONE
        """)
  }

  /// Old versions of Outlook know no zone but one of two rules.
  @Test(arguments: [
    (
      "Europe/Zurich",
      "DAYLIGHT 19700329T020000 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU +0100 +0200, STANDARD 19701025T030000 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU +0200 +0100"
    ),
    (
      "America/New_York",
      "DAYLIGHT 19700308T020000 FREQ=YEARLY;BYMONTH=3;BYDAY=2SU -0500 -0400, STANDARD 19701101T020000 FREQ=YEARLY;BYMONTH=11;BYDAY=1SU -0400 -0500"
    ),
    ("Asia/Tokyo", "STANDARD 19700101T000000  +0900 +0900"),
  ])
  func writesRulesThatGoOnForEver(_ name: String, _ wanted: String) throws {
    let zone = try systemZone(name, 2026...2031)
    #expect(parts(of: zone, at: "2026-11-09T10:00") == wanted)
  }

  /// Before 1996 summer ended in September, and in 1996 the rule of today held for the first time.
  @Test func writesYearsOneByOneWhereTheyWereNotAlike() throws {
    let zone = try systemZone("Europe/Zurich", 1994...1996)
    #expect(zoneLines(zone, at: "1995-11-09T10:00").contains("RRULE") == false)
    #expect(zoneLines(zone, at: "1995-11-09T10:00").contains("DTSTART:19950924T030000"))
  }

  private func systemZone(_ name: String, _ years: ClosedRange<Int>) throws -> TimeZoneRules {
    let bytes = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)"))
    return try #require(TimeZoneFile([UInt8](bytes))).rules(id: name, years: years)
  }

  private func parts(of zone: TimeZoneRules, at start: String) -> String {
    let lines = zoneLines(zone, at: start).split(separator: "\n").map {
      $0.split(separator: ":", maxSplits: 1).map(String.init)
    }
    var parts: [String] = []
    for line in lines where line.count == 2 {
      switch line[0] {
      case "BEGIN" where line[1] != "VTIMEZONE": parts.append(line[1])
      case "DTSTART": parts[parts.count - 1] += " \(line[1]) "
      case "RRULE": parts[parts.count - 1] += line[1]
      case "TZOFFSETFROM", "TZOFFSETTO": parts[parts.count - 1] += " \(line[1])"
      default: break
      }
    }
    return parts.joined(separator: ", ")
  }

  @Test(arguments: [
    (0, "+0000"), (20_700, "+0545"), (-12_600, "-0330"), (-1, "-000001"), (1172, "+001932"), (50_400, "+1400"),
  ])
  func writesOffsets(seconds: Int, written: String) {
    let zone = TimeZoneRules(id: "Z", base: TimeZoneRules.Observance(offset: seconds, name: "Z"))
    #expect(zoneLines(zone).contains("\nTZOFFSETTO:\(written)\n"))
  }

  @Test func beginsBeforeTheFirstChange() {
    let change = TimeZoneRules.Change(at: instant("1912-01-01T00:00:00Z"), to: winter)
    let zone = TimeZoneRules(id: "Z", base: TimeZoneRules.Observance(offset: 0, name: "GMT"), changes: [change])
    #expect(
      zoneLines(zone, at: "1912-02-01T10:00").contains("BEGIN:STANDARD\nDTSTART:19110101T000000\nTZOFFSETFROM:+0000\n"))
  }

  @Test func writesEachZoneOnceByName() {
    let tokyo = TimeZoneRules(id: "Asia/Tokyo", base: TimeZoneRules.Observance(offset: 32_400, name: "JST"))
    let events = [tokyo, doha, tokyo].map { zone in
      event(span: .local(start: local("2026-11-09T10:00"), end: nil, zone: zone))
    }
    let lines = linesOf(calendar(of: events)).split(separator: "\n").filter { $0.hasPrefix("TZID:") }
    #expect(lines == ["TZID:Asia/Qatar", "TZID:Asia/Tokyo"])
  }

  @Test func leavesOutWhatAnEventDoesNotNeed() {
    let changes = (2020...2030).flatMap { year in
      [("03", summer), ("10", winter)].map { month, observance in
        TimeZoneRules.Change(at: instant("\(year)-\(month)-25T01:00:00Z"), to: observance)
      }
    }
    let lines = zoneLines(TimeZoneRules(id: "Z", base: winter, changes: changes), at: "2026-11-09T10:00")
    #expect(
      lines.split(separator: "\n").filter { $0.hasPrefix("DTSTART") }.map { $0.dropFirst(8).prefix(4) } == [
        "1970", "2026", "2026",
      ])
  }

  private func zoneLines(_ zone: TimeZoneRules, at start: String = "2026-11-09T10:00") -> String {
    let event = event(span: .local(start: local(start), end: nil, zone: zone))
    let lines = linesOf(calendar(of: [event])).split(separator: "\n")
    let start = lines.firstIndex(of: "BEGIN:VTIMEZONE") ?? 0
    let end = lines.firstIndex(of: "END:VTIMEZONE") ?? start
    return lines[start...end].joined(separator: "\n")
  }
}
