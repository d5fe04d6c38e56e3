import CivilTime
import Content
import Formats
import Foundation
import Testing

@testable import Sites

@Suite struct ProgrammeTests {
  private static func local(_ text: String) throws -> CivilDateTime { try #require(CivilDateTime(isoText: text)) }

  @Test(arguments: [
    ("Europe/Zurich", "2031-03-30T01:59", "2031-03-30T01:59+01:00"),
    // An hour that the clock skips is counted as before the change; one that it shows twice is the first.
    ("Europe/Zurich", "2031-03-30T02:30", "2031-03-30T02:30+01:00"),
    ("Europe/Zurich", "2031-03-30T03:00", "2031-03-30T03:00+02:00"),
    ("Europe/Zurich", "2031-10-26T01:59", "2031-10-26T01:59+02:00"),
    ("Europe/Zurich", "2031-10-26T02:30", "2031-10-26T02:30+02:00"),
    ("Europe/Zurich", "2031-10-26T03:00", "2031-10-26T03:00+01:00"),
    ("America/New_York", "2031-07-04T09:00", "2031-07-04T09:00-04:00"),
    ("Asia/Kathmandu", "2031-01-01T00:00", "2031-01-01T00:00+05:45"),
    ("Pacific/Kiritimati", "2031-01-01T00:00", "2031-01-01T00:00+14:00"),
    ("Australia/Lord_Howe", "2031-01-01T12:00", "2031-01-01T12:00+11:00"),
    ("UTC", "2031-01-01T00:00", "2031-01-01T00:00+00:00"),
    // This zone changed its rules: ahead by three hours until March 2011, by four until October 2014.
    ("Europe/Moscow", "2010-12-01T12:00", "2010-12-01T12:00+03:00"),
    ("Europe/Moscow", "2012-12-01T12:00", "2012-12-01T12:00+04:00"),
    ("Europe/Moscow", "2020-12-01T12:00", "2020-12-01T12:00+03:00"),
  ])
  func namesTheInstantOfALocalTime(_ zone: String, _ time: String, _ instant: String) throws {
    let clock = try #require(systemTimeZone(named: zone)?.rules(id: zone, years: 2009...2032))
    #expect(try clock.isoText(Self.local(time)) == instant)
  }

  private static let hub = """
    -- site-content/people/p.yaml --
    - {id: ada, title: Ada}
    -- site-content/meetings/m.yaml --
    - id: m
      title: M
      type: group
      start: 2031-03-29T09:00
      end: 2031-03-30T18:00
      time_zone: Europe/Zurich
      city: Bern
      languages: [English, French]
      invitation: Write to the organisers by letter.
      confidence: memory
      sessions:
        - {title: Opening, type: keynote, start: 2031-03-29T09:00, end: 2031-03-29T09:45, language: fr, speakers: [{person: ada, role: chair}], summary: A welcome.}
        - {title: Tea, type: break, start: 2031-03-29T10:00}
        - {title: Panel, type: panel, start: 2031-03-30T09:00, moderator: {name: Ben}, speakers: [{name: Cleo}]}
        - {title: Open end}
    """

  @Test func loadsItsScriptWhereverAProgrammeStands() throws {
    let script = "<script src=\"../assets/programme.js\"></script>"
    let site = try BuiltSite(
      Self.hub + """

        -- site-content/notes/n.md --
        ---
        title: A note
        date: 2031-01-01
        ---

        ```{programme}
        meeting: m
        ```
        """)
    #expect(try site.text("meetings/m.html").ranges(of: script).count == 1)
    #expect(try site.text("notes/n.html").ranges(of: script).count == 1)
    #expect(try !site.text("people/ada.html").contains(script))
  }

  @Test func givesEachTimeItsInstantAcrossAChangeOfSummerTime() throws {
    let programme = try BuiltSite(Self.hub).section("programme", of: "meetings/m.html")
    #expect(
      programme.pieces(between: "datetime=\"", and: "\"") == [
        "2031-03-29T09:00+01:00", "2031-03-29T09:45+01:00", "2031-03-29T10:00+01:00", "2031-03-30T09:00+02:00",
      ])
    #expect(
      programme.pieces(between: "<p class=\"quiet\">Times in ", and: "<") == [
        "Zurich (UTC+1)", "Zurich (UTC+2)",
      ])
    #expect(programme.elements("<p class=\"when\">", "</p>") == ["09:00 to 09:45", "10:00", "09:00", ""])
    #expect(try BuiltSite(Self.hub).text("meetings/m.html").contains("assets/programme.js\"></script>"))
  }

  @Test func setsBreaksApart() throws {
    let programme = try BuiltSite(Self.hub).section("programme", of: "meetings/m.html")
    let breaks = programme.pieces(between: "<li class=\"break\">", and: "</li>")
    #expect(breaks.count == 1 && breaks[0].contains("Tea"))
  }

  @Test func saysHowToAskForAnInvitationAndInWhichLanguagesItIsHeld() throws {
    let site = try BuiltSite(Self.hub)
    #expect(try site.section("invitation", of: "meetings/m.html").contains("<p>Write to the organisers by letter.</p>"))
    #expect(
      try site.main("meetings/m.html").contains(
        "<dt>Held in</dt><dd><span class=\"names\"><span>English</span><span>French</span></span></dd>"))
  }

  @Test func describesSessionsAsEventsOfTheirOwn() throws {
    let scripts = try BuiltSite(Self.hub).text("meetings/m.html").pieces(
      between: "<script type=\"application/ld+json\">", and: "</script>")
    let event = try #require(scripts.first { $0.contains("subEvent") })
    let data = try JSONSerialization.jsonObject(with: Data(event.utf8)) as? [String: any Sendable] ?? [:]
    #expect(data["startDate"] as? String == "2031-03-29T09:00+01:00")
    #expect(data["endDate"] as? String == "2031-03-30T18:00+02:00")
    #expect(data["inLanguage"] as? [String] == ["English", "French"])
    let sessions = data["subEvent"] as? [[String: any Sendable]] ?? []
    #expect(sessions.map { $0["name"] as? String } == ["Opening", "Panel"])
    #expect(sessions.map { $0["startDate"] as? String } == ["2031-03-29T09:00+01:00", "2031-03-30T09:00+02:00"])
    #expect(sessions.first?["endDate"] as? String == "2031-03-29T09:45+01:00")
    #expect(sessions.first?["inLanguage"] as? String == "fr")
    let people = sessions.map { ($0["performer"] as? [[String: String]] ?? []).map { $0["name"] ?? "" } }
    #expect(people == [["Ada"], ["Cleo", "Ben"]])
  }
}
