import Diagnostics
import TestSupport
import Testing

@Suite struct TranslatedCalendarTests {
  private static func site() throws -> BuiltSite {
    try BuiltSite(
      """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)languages: [en, fr]
      -- site-content/meetings/m.yaml --
      - id: talks
        title: Talks
        type: group
        start: 2031-06-02
        confidence: memory
        deadlines: [{title: Papers, date: 2031-05-01}, {title: Badges, date: 2031-05-02}]
        sessions: [{title: Opening, start: "2031-06-02T09:00", end: "2031-06-02T10:00"}]
        time_zone: Europe/Zurich
      - {id: plain, title: Plain, type: group, start: 2031-07-01, confidence: memory}
      -- site-content/meetings/m.fr.yaml --
      - id: talks
        title: Pourparlers
        deadlines: [{title: Textes}, {title: Insignes}]
        sessions: [{title: Ouverture}]
      """)
  }

  @Test func givesEachLanguageCalendarsOfItsOwn() throws {
    let site = try Self.site()
    #expect(conciseText(for: site.diagnostics) == "")
    #expect(
      site.paths.filter { $0.hasSuffix(".ics") && $0.hasPrefix("fr/") }.map { $0.dropFirst(3) }.sorted()
        == site.paths.filter { $0.hasSuffix(".ics") && !$0.hasPrefix("fr/") }.map { $0[...] }.sorted())
    let calendar = try site.text("fr/meetings.ics")
    #expect(calendar.contains("\r\nSUMMARY;LANGUAGE=fr:Pourparlers\r\n"))
    #expect(calendar.contains("\r\nSUMMARY;LANGUAGE=en:Plain\r\n"))
    #expect(calendar.contains("\r\nURL:https://hub.example/fr/meetings/talks.html\r\n"))
    #expect(calendar.contains("\r\nSOURCE;VALUE=URI:https://hub.example/fr/meetings.ics\r\n"))
    #expect(try site.text("meetings.ics").contains("\r\nSUMMARY;LANGUAGE=en:Talks\r\n"))
  }

  /// Whoever subscribes in two languages, or changes to another, has each event once.
  @Test(arguments: ["meetings.ics", "meetings/talks.ics", "calendars/deadlines.ics"])
  func namesEachEventAlikeInEveryLanguage(_ path: String) throws {
    let site = try Self.site()
    let names = try site.text(path).events("UID")
    #expect(names.count > 1)
    #expect(try site.text("fr/\(path)").events("UID") == names)
  }

  @Test func offersTheCalendarsOfThePagesLanguage() throws {
    let site = try Self.site()
    #expect(try site.text("fr/meetings/talks.html").contains("webcal://hub.example/fr/meetings/talks.ics"))
    #expect(try site.text("fr/index.html").contains("href=\"meetings.ics\""))
    #expect(try site.text("meetings/talks.html").contains("webcal://hub.example/meetings/talks.ics"))
  }

  @Test func saysNoLanguageWhereThereIsOne() throws {
    let site = try BuiltSite(
      "-- site-content/meetings/m.yaml --\n- {id: plain, title: Plain, type: group, start: 2031-07-01, confidence: memory}"
    )
    #expect(try site.text("meetings.ics").contains("\r\nSUMMARY:Plain\r\n"))
  }
}
