import Diagnostics
import TestSupport
import Testing

/// Calendar, sitemap, robots and redirects.
@Suite struct SiteFilesTests {
  private static let meetings = """
    -- site-content/meetings/m.yaml --
    - id: one
      title: One; the first
      short: M1
      summary: To decide.
      type: group
      start: 2031-03-10
      end: 2031-03-12
      city: Alder
      venue: Mill
      updated: 2031-02-01
      confidence: memory
    - {id: timed, title: Timed, type: group, start: 2031-05-07T09:00, end: 2031-05-08T10:00, time_zone: UTC, status: tentative, sources: [{title: A letter}]}
    - {id: off, title: Off, type: group, start: 2031-04-01, status: cancelled, sources: [{url: "https://x.example/", consulted: 2031-01-09}]}
    - {id: month, title: Some month, type: group, start: 2031-04, confidence: memory}
    - {id: undated, title: Undated, type: group}
    """

  @Test func putsEveryMeetingWhoseDaysAreKnownIntoTheCalendar() throws {
    let calendar = try BuiltSite(Self.meetings).text("meetings.ics")
    #expect(calendar.events("UID") == ["off@hub.example", "one@hub.example", "timed@hub.example"])
    #expect(calendar.events("SUMMARY") == ["Cancelled: Off", "One\\; the first", "Timed"])
    // Nothing confirms the second.
    #expect(calendar.events("STATUS") == ["CANCELLED", "TENTATIVE"])
    #expect(calendar.pieces(between: "DTSTART;VALUE=DATE:", and: "\r\n") == ["20310401", "20310310"])
    #expect(calendar.pieces(between: "DTEND;VALUE=DATE:", and: "\r\n") == ["20310402", "20310313"])
    #expect(calendar.pieces(between: "DTSTART:", and: "\r\n") == ["20310507T090000Z"])
    #expect(calendar.pieces(between: "DTEND:", and: "\r\n") == ["20310508T100000Z"])
  }

  @Test func givesAnEventItsPlaceAddressAndSummary() throws {
    let calendar = try BuiltSite(Self.meetings).text("meetings.ics").replacing("\r\n ", with: "")
    #expect(calendar.contains("LOCATION:Mill\\, Alder\r\n"))
    #expect(
      calendar.contains("URL:https://hub.example/meetings/one.html\r\n")
        || calendar.contains("URL;VALUE=URI:https://hub.example/meetings/one.html\r\n"))
    #expect(
      calendar.contains("DESCRIPTION:To decide.\\n\\nnot confirmed\\n\\nhttps://hub.example/meetings/one.html\r\n"))
  }

  @Test func stampsAnEventWithItsLastChangeNeverWithTheDayOfTheBuild() throws {
    let one = try BuiltSite(Self.meetings, asOf: "2031-03-15").text("meetings.ics")
    #expect(one == (try BuiltSite(Self.meetings, asOf: "2031-03-16").text("meetings.ics")))
    #expect(
      one.events("DTSTAMP") == ["20310109T000000Z", "20310201T000000Z", "19700101T000000Z"])
  }

  /// Whoever corrects a day, and only later says when, makes the stamp no older.
  @Test func stampsNoCorrectionEarlierThanWhatItCorrects() throws {
    let meeting = "-- site-content/meetings/m.yaml --\n- {id: m, title: M, type: group, confidence: memory, start: "
    let stamps = try [
      "2031-06-10}", "2031-05-10}", "2031-05-10, updated: 2031-03-01}", "2031-07-10, updated: 2031-03-02}",
    ]
    .map { try BuiltSite(meeting + $0).text("meetings.ics").events("DTSTAMP")[0] }
    #expect(stamps == ["19700101T000000Z", "19700101T000000Z", "20310301T000000Z", "20310302T000000Z"])
  }

  private static let pages = """
    -- site-content/hub.yaml --
    \(BuiltSite.hub)languages: [fr]
    -- site-content/notes/n.md --
    ---
    title: N
    date: 2031-01-01
    updated: 2031-02-01
    aliases: [old/n.html, n.html]
    ---
    -- site-content/notes/n.fr.md --
    ---
    title: N en français
    aliases: [vieux/n.html]
    ---
    -- site-content/notes/m.md --
    ---
    title: M & m
    date: 2031-01-02
    ---
    -- site-content/glossary/g.yaml --
    - {id: term, title: Term, meaning: A word.}
    """

  @Test func listsEveryPageInTheSitemapWithItsLastChange() throws {
    let sitemap = try BuiltSite(Self.pages).text("sitemap.xml")
    let locations = sitemap.pieces(between: "<loc>", and: "</loc>")
    #expect(
      locations == [
        "https://hub.example/", "https://hub.example/all-pages.html", "https://hub.example/data/",
        "https://hub.example/downloads/", "https://hub.example/downloads/handbook.html", "https://hub.example/fr/",
        "https://hub.example/fr/all-pages.html", "https://hub.example/fr/downloads/",
        "https://hub.example/fr/downloads/handbook.html", "https://hub.example/fr/glossary/",
        "https://hub.example/fr/notes/", "https://hub.example/fr/notes/n.html", "https://hub.example/fr/search.html",
        "https://hub.example/glossary/", "https://hub.example/notes/", "https://hub.example/notes/m.html",
        "https://hub.example/notes/n.html", "https://hub.example/search.html",
      ])
    #expect(sitemap.pieces(between: "<lastmod>", and: "</lastmod>") == ["2031-02-01", "2031-01-02", "2031-02-01"])
    #expect(sitemap == (try BuiltSite(Self.pages, asOf: "2032-01-01").text("sitemap.xml")))
  }

  @Test func namesTheTranslationsOfAPageInTheSitemap() throws {
    let sitemap = try BuiltSite(Self.pages).text("sitemap.xml")
    #expect(
      sitemap.pieces(between: "hreflang=\"", and: "/>") == [
        "en\" href=\"https://hub.example/notes/n.html\"", "fr\" href=\"https://hub.example/fr/notes/n.html\"",
        "en\" href=\"https://hub.example/notes/n.html\"", "fr\" href=\"https://hub.example/fr/notes/n.html\"",
      ])
  }

  @Test func namesTheSitemapInTheRobotsFile() throws {
    #expect(try BuiltSite(Self.pages).text("robots.txt").contains("Sitemap: https://hub.example/sitemap.xml"))
    #expect(try BuiltSite(Self.pages).text(".nojekyll") == "")
  }

  @Test func usesAnotherAddressWhereOneIsGiven() throws {
    let site = try BuiltSite(Self.pages, address: "https://other.example/sub/")
    #expect(try site.text("robots.txt").contains("https://other.example/sub/sitemap.xml"))
    #expect(
      try site.text("notes/n.html").contains("<link rel=\"canonical\" href=\"https://other.example/sub/notes/n.html\">")
    )
    for (path, bytes) in try site.files {
      // Feeds know what they hold by a name that stays.
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      let named = lines.filter { $0.contains("hub.example") && !$0.contains("<id>") && !$0.contains("\"id\":") }
      #expect(named == [], "\(path)")
    }
  }

  @Test func leadsFromEachOldAddressToThePage() throws {
    let site = try BuiltSite(Self.pages)
    for (path, target) in [
      ("old/n.html", "../notes/n.html"), ("n.html", "notes/n.html"), ("vieux/n.html", "../fr/notes/n.html"),
    ] {
      let text = try site.text(path)
      #expect(text.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(target)\">"))
      #expect(text.contains("<a href=\"\(target)\">"))
      #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"))
    }
    #expect(try site.text("n.html").contains("<link rel=\"canonical\" href=\"https://hub.example/notes/n.html\">"))
    #expect(try site.text("n.html").contains("href=\"assets/style.css\""))
    #expect(try site.text("old/n.html").contains("href=\"../assets/style.css\""))
  }

  private static func faults(_ hub: String) throws -> [String] {
    let diagnostics = try BuiltSite(hub).diagnostics
    return conciseText(for: diagnostics).split(separator: "\n").map(String.init)
  }

  @Test func refusesAPageAtTheAddressOfAnIndex() throws {
    let faults = try Self.faults("-- site-content/notes/index.md --\n---\ntitle: N\n---")
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("site-content/notes/index.md:1:1: error[duplicate-address]: ") == true)
  }

  @Test(arguments: [
    ("index.html", "'index.html' is a file of every site, and this would be a second"),
    ("notes/index.html", "'notes/index.html' is a file of every site, and this would be a second"),
    ("404.html", "'404.html' is a file of every site, and this would be a second"),
    ("notes/m.html", "an old address belongs to one page, and 'notes/m.html' is taken"),
    ("NOTES/M.html", "an old address belongs to one page, and 'NOTES/M.html' is taken"),
    ("Notes/x.html", "'Notes/x.html' and 'notes/feed.json' differ only in case, and many disks hold them equal"),
    ("notes/m.html/x.html", "'notes/m.html' is a file, so that 'notes/m.html/x.html' cannot lie below it"),
    ("feed.xml/x.html", "'feed.xml' is a file, so that 'feed.xml/x.html' cannot lie below it"),
  ])
  func refusesAnAliasAtTheAddressOfAnotherFile(_ alias: String, _ rule: String) throws {
    let hub = """
      -- site-content/notes/m.md --
      ---
      title: M
      ---
      -- site-content/notes/n.md --
      ---
      title: N
      aliases: [\(alias)]
      ---
      """
    #expect(try Self.faults(hub) == ["site-content/notes/n.md:3:11: error[duplicate-address]: \(rule)"])
  }

  @Test func refusesAFileOfTheHubAtTheAddressOfAPage() throws {
    let faults = try Self.faults(
      "-- site-content/notes/m.md --\n---\ntitle: M\n---\n[It](m.html)\n-- site-content/notes/m.html --\n<p>")
    #expect(faults.count == 1)
    #expect(faults.first?.contains("error[duplicate-address]") == true)
  }
}
