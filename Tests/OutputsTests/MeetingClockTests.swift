import Foundation
import Testing

/// What has begun and what is over, by the clocks of the meeting.
@Suite struct MeetingClockTests {
  private static let west = """
    -- site-content/hub.yaml --
    \(BuiltSite.hub.replacing("time_zone: UTC", with: "time_zone: Europe/Vienna"))
    -- site-content/meetings/m.yaml --
    - id: west
      title: West coast talks
      type: group
      time_zone: America/Los_Angeles
      start: 2031-06-15T18:00
      end: 2031-06-15T23:30
      confidence: memory
      deadlines:
        - {title: Late deadline, date: 2031-05-10T23:00, confidence: memory}
    """

  /// The status of the meeting, and whether its deadline has passed.
  private static func state(_ hub: String = west, _ id: String = "west", asOf time: String) throws -> String {
    let main = try BuiltSite(hub, asOf: time).main("meetings/\(id).html")
    let status = main.elements("<p class=\"dateline\"><span", "</span>").first ?? ""
    return status + (main.contains("<li class=\"passed\"") ? ", passed" : "")
  }

  @Test(arguments: [
    // 23:00 in Los Angeles is 6:00 UTC of the next day, 8:00 in Vienna.
    ("2031-05-11T05:59:59Z", "Coming"), ("2031-05-11T06:00Z", "Coming, passed"),
    ("2031-06-16T00:59:59Z", "Coming, passed"), ("2031-06-16T01:00Z", "Under way, passed"),
    ("2031-06-16T06:29:59Z", "Under way, passed"), ("2031-06-16T06:30Z", "Closed, passed"),
    // A day as a whole is a day in Vienna.
    ("2031-05-10", "Coming"), ("2031-05-11", "Coming"), ("2031-05-12", "Coming, passed"),
    ("2031-06-15", "Coming, passed"), ("2031-06-16", "Under way, passed"), ("2031-06-17", "Closed, passed"),
  ])
  func countsInstants(_ time: String, _ state: String) throws {
    #expect(try Self.state(asOf: time) == state)
  }

  private static let days = """
    -- site-content/hub.yaml --
    \(BuiltSite.hub.replacing("time_zone: UTC", with: "time_zone: Europe/Vienna"))
    -- site-content/meetings/m.yaml --
    - {id: west, title: W, type: group, time_zone: America/Los_Angeles, start: 2031-06-15, confidence: memory}
    - {id: here, title: H, type: group, start: 2031-06-15, confidence: memory}
    - {id: open, title: O, type: group, time_zone: America/Los_Angeles, start: 2031-06-15T18:00, confidence: memory}
    """

  @Test(arguments: [
    ("west", "2031-06-15T06:59Z", "Coming"), ("west", "2031-06-15T07:00Z", "Under way"),
    ("west", "2031-06-16T06:59Z", "Under way"), ("west", "2031-06-16T07:00Z", "Closed"),
    ("here", "2031-06-14T21:59Z", "Coming"), ("here", "2031-06-14T22:00Z", "Under way"),
    ("here", "2031-06-15T22:00Z", "Closed"),
    // Days are compared as they are written where the site is built for a day as a whole.
    ("west", "2031-06-14", "Coming"), ("west", "2031-06-15", "Under way"), ("west", "2031-06-16", "Closed"),
    // What begins at an hour and has no end lasts for the day, where it is.
    ("open", "2031-06-16T00:59Z", "Coming"), ("open", "2031-06-16T01:00Z", "Under way"),
    ("open", "2031-06-16T06:59Z", "Under way"), ("open", "2031-06-16T07:00Z", "Closed"),
    ("open", "2031-06-15", "Coming"), ("open", "2031-06-16", "Under way"), ("open", "2031-06-17", "Closed"),
  ])
  func countsDaysByTheirMidnights(_ id: String, _ time: String, _ state: String) throws {
    #expect(try Self.state(Self.days, id, asOf: time) == state)
  }

  @Test func givesTheScriptTheSameInstants() throws {
    let site = try BuiltSite(Self.west)
    let page = try site.main("meetings/west.html")
    #expect(page.contains(" data-opens=\"2031-06-15T18:00-07:00\" data-closes=\"2031-06-15T23:30-07:00\""))
    #expect(page.contains(" data-due=\"2031-05-10T23:00-07:00\""))
    #expect(try site.main("calendar/2031.html").contains("data-passes=\"2031-06-15T23:30-07:00\""))
    let days = try BuiltSite(Self.days)
    #expect(
      try days.main("meetings/west.html").contains(
        " data-opens=\"2031-06-15T00:00-07:00\" data-closes=\"2031-06-16T00:00-07:00\""))
    #expect(
      try days.main("meetings/here.html").contains(
        " data-opens=\"2031-06-15T00:00+02:00\" data-closes=\"2031-06-16T00:00+02:00\""))
  }

  @Test(arguments: [
    ("2031-05-11T05:00Z", "2031-05-11 2031-05-11T06:00:00Z deadline-passed"),
    ("2031-05-11T06:00Z", "2031-06-16 2031-06-16T01:00:00Z meeting-begins"),
    ("2031-06-16T01:00Z", "2031-06-16 2031-06-16T06:30:00Z meeting-is-over"),
    ("2031-05-11", "2031-05-12 2031-05-11T22:00:00Z deadline-passed"),
    ("2031-05-12", "2031-06-16 2031-06-15T22:00:00Z meeting-begins"),
    ("2031-06-16", "2031-06-17 2031-06-16T22:00:00Z meeting-is-over"),
  ])
  func saysWhenTheSiteIsNextAnother(_ time: String, _ expected: String) throws {
    let text = try BuiltSite(Self.west, asOf: time).text("next-change.json")
    func value(_ name: String) -> String { text.pieces(between: "\"\(name)\": \"", and: "\"").first ?? "" }
    #expect("\(value("day")) \(value("utc")) \(value("reason"))" == expected)
  }

  /// A build at the instant that a timer was told is another, and one a second before it is not.
  @Test func changesAtThatInstant() throws {
    for instant in ["2031-05-11T06:00", "2031-06-16T01:00", "2031-06-16T06:30"] {
      let before = instant.replacing("06:30", with: "06:29").replacing("06:00", with: "05:59").replacing(
        "01:00", with: "00:59")
      #expect(try Self.state(asOf: "\(instant)Z") != Self.state(asOf: "\(before):59Z"), "\(instant)")
    }
  }

  private static let parts = """
    -- site-content/meetings/m.yaml --
    - {id: summit, title: Summit, type: conference, start: 2031-11-09, end: 2031-11-27, confidence: memory}
    - {id: day, title: Youth day, type: group, start: 2031, part_of: summit, confidence: memory}
    - {id: eve, title: Eve, type: group, start: 2031-12, part_of: summit, confidence: memory}
    - {id: when, title: When, type: group, part_of: summit, confidence: memory}
    - {id: deep, title: Deep, type: group, start: 2031, part_of: day, confidence: memory}
    - {id: free, title: Free, type: group, start: 2031, confidence: memory}
    - {id: sure, title: Sure, type: group, start: 2031-12-24, part_of: summit, confidence: memory}
    """

  @Test(arguments: [
    ("day", "Coming", "Closed"), ("when", "Dates not known", "Closed"), ("deep", "Coming", "Closed"),
    ("free", "Coming", "Coming"), ("sure", "Coming", "Coming"), ("eve", "Coming", "Closed"),
  ])
  func expectsNoPartOfWhatIsOver(_ id: String, _ before: String, _ after: String) throws {
    #expect(try Self.state(Self.parts, id, asOf: "2031-11-27") == before)
    #expect(try Self.state(Self.parts, id, asOf: "2031-11-28") == after)
    let calendar = try BuiltSite(Self.parts, asOf: "2031-12-01").main("calendar/index.html")
    let coming = calendar.components(separatedBy: "id=\"over\"").first ?? ""
    #expect(coming.contains("../meetings/\(id).html") == (after == "Coming"))
  }

  @Test func announcesThatNoPartIsExpectedAnyMore() throws {
    let text = try BuiltSite(Self.parts, asOf: "2031-11-10").text("next-change.json")
    #expect(text.contains("\"day\": \"2031-11-28\""))
    #expect(text.pieces(between: "\"document\": \"meetings/", and: "\"") == ["day", "deep", "eve", "summit", "when"])
  }
}
