import CivilTime
import Formats
import Foundation
import Testing

/// Zones as the system's time-zone data has them.
struct TimeZoneFileTests {
  private static func zone(_ name: String, _ years: ClosedRange<Int>) throws -> TimeZoneRules {
    let bytes = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)"))
    return try #require(TimeZoneFile([UInt8](bytes))).rules(id: name, years: years)
  }

  @Test func readsChangesOfOneYearAndWhatHeldBefore() throws {
    let zone = try Self.zone("Europe/Zurich", 2026...2026)
    #expect(zone.base == TimeZoneRules.Observance(offset: 3_600, name: "CET"))
    #expect(zone.changes.map(\.instant.rfc3339Text) == ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"])
    #expect(zone.changes.map(\.observance.name) == ["CEST", "CET"])
    #expect(zone.changes.map(\.observance.isDaylightSaving) == [true, false])
  }

  /// Beyond the listed changes the rule goes on for ever.
  @Test(arguments: [
    (2100, "2100-03-28T01:00:00Z", "2100-10-31T01:00:00Z"), (9998, "9998-03-29T01:00:00Z", "9998-10-25T01:00:00Z"),
  ])
  func goesOnForEver(_ year: Int, _ summer: String, _ winter: String) throws {
    #expect(try Self.zone("Europe/Zurich", year...year).changes.map(\.instant.rfc3339Text) == [summer, winter])
  }

  /// Days of the year that never count 29 February, and days that do, in a year without it and in one with it.
  @Test(arguments: [
    ("J59,J60", 2103, "02-28", "03-01"), ("J59,J60", 2104, "02-28", "03-01"), ("J1,J300", 2103, "01-01", "10-27"),
    ("J1,J300", 2104, "01-01", "10-27"), ("58,59", 2103, "02-28", "03-01"), ("58,59", 2104, "02-28", "02-29"),
    ("0,299", 2103, "01-01", "10-27"), ("0,299", 2104, "01-01", "10-26"),
  ])
  func countsTheDaysOfAYear(_ days: String, _ year: Int, _ summer: String, _ winter: String) throws {
    let bytes = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/Zurich"))
    let rule = Array("CET-1CEST,M3.5.0,M10.5.0/3\n".utf8)
    try #require([UInt8](bytes).suffix(rule.count).elementsEqual(rule))
    let zone = try #require(TimeZoneFile([UInt8](bytes).dropLast(rule.count) + Array("CET-1CEST,\(days)\n".utf8)))
    #expect(
      zone.rules(id: "Z", years: year...year).changes.map(\.instant.rfc3339Text)
        == ["\(year)-\(summer)T01:00:00Z", "\(year)-\(winter)T00:00:00Z"])
  }

  @Test(arguments: [
    ("Asia/Kathmandu", "1986-01-01T12:00", 20_700), ("Asia/Kathmandu", "1985-12-31T12:00", 19_800),
    ("Asia/Kathmandu", "2026-07-01T12:00", 20_700), ("Pacific/Kiritimati", "1994-12-30T12:00", -36_000),
    ("Pacific/Kiritimati", "1995-01-01T12:00", 50_400), ("Pacific/Kiritimati", "2026-01-01T00:00", 50_400),
    ("Europe/Moscow", "2010-07-01T12:00", 14_400), ("Europe/Moscow", "2012-01-01T12:00", 14_400),
    ("Europe/Moscow", "2015-01-01T12:00", 10_800), ("Asia/Amman", "2022-01-01T12:00", 7_200),
    ("Asia/Amman", "2023-01-01T12:00", 10_800), ("America/New_York", "2040-07-01T12:00", -14_400),
    ("Australia/Sydney", "2040-01-01T12:00", 39_600), ("UTC", "2026-01-01T00:00", 0),
  ])
  func knowsOffsets(_ name: String, _ text: String, _ offset: Int) throws {
    let local = local(text)
    let zone = try Self.zone(name, local.date.year...local.date.year)
    #expect(zone.instant(of: local) == Timestamp(local, offset: offset))
    #expect(zone.local(at: zone.instant(of: local)) == local)
  }

  /// RFC 5545, section 3.3.5.
  @Test(arguments: [
    ("2026-03-29T01:59", "2026-03-29T00:59:00Z"), ("2026-03-29T02:30", "2026-03-29T01:30:00Z"),
    ("2026-03-29T03:00", "2026-03-29T01:00:00Z"), ("2026-10-25T01:59", "2026-10-24T23:59:00Z"),
    ("2026-10-25T02:30", "2026-10-25T00:30:00Z"), ("2026-10-25T03:00", "2026-10-25T02:00:00Z"),
  ])
  func placesSkippedAndRepeatedTimes(_ text: String, _ instant: String) throws {
    #expect(try Self.zone("Europe/Zurich", 2026...2026).instant(of: local(text)).rfc3339Text == instant)
  }

  /// Every hour of a year, across each change, there and back, in the zones with the most changes and the oddest offsets.
  @Test(arguments: [
    "Europe/Zurich", "Asia/Kathmandu", "Pacific/Kiritimati", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Amman",
  ])
  func comesBackToEveryHour(_ name: String) throws {
    for year in [1986, 1995, 2022, 2026, 2060] {
      let zone = try Self.zone(name, year...year)
      let start = try #require(CivilDate(year: year, month: 1, day: 1))
      for hour in 0..<366 * 24 {
        let instant = Timestamp(secondsSince1970: Timestamp(start).secondsSince1970 + hour * 3_600)
        let again = zone.instant(of: zone.local(at: instant))
        // The second showing of a repeated hour is read as the first.
        #expect(again == instant || zone.local(at: again) == zone.local(at: instant))
        #expect(again <= instant)
      }
    }
  }

  @Test func givesEveryYearItsOwnPart() throws {
    let whole = try Self.zone("Europe/Zurich", 1975...2060)
    for year in [1976, 1981, 2026, 2059] {
      let part = try Self.zone("Europe/Zurich", year...year)
      #expect(whole.covering(year...year) == part)
      #expect(part.changes.count <= 2)
    }
  }

  @Test func survivesDamagedFiles() throws {
    let bytes = [UInt8](try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/Zurich")))
    for length in stride(from: 0, to: bytes.count, by: 7) {
      _ = TimeZoneFile(Array(bytes[..<length]))?.rules(id: "x", years: 2026...2026)
    }
    for position in stride(from: 0, to: bytes.count, by: 3) {
      var damaged = bytes
      damaged[position] ^= 0xFF
      _ = TimeZoneFile(damaged)?.rules(id: "x", years: 1900...2100)
    }
    #expect(TimeZoneFile(Array("BEGIN:VTIMEZONE".utf8)) == nil)
  }
}
