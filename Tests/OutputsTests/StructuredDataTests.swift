import Foundation
import Testing

@Suite struct StructuredDataTests {
  private static let hub = """
    -- site-content/hub.yaml --
    \(BuiltSite.hub)
    summary: A hub </script> & more.
    publisher: {name: The editors, url: "https://editors.example/"}
    -- site-content/people/p.yaml --
    - {id: ada, title: Ada, identifiers: {wikidata: Q7259, other: [{scheme: isni, id: "1"}]}}
    - {id: bo, title: Bo}
    -- site-content/actors/a.yaml --
    - {id: hills, title: Hills, type: bloc, url: "https://hills.example/", identifiers: {wikidata: Q5}}
    -- site-content/countries/c.yaml --
    - {id: ch, title: Switzerland, slug: switzerland}
    -- site-content/meetings/m.yaml --
    - {id: full, title: Full, type: group, start: 2031-06-02, end: 2031-06-13, city: Bern, country: ch, venue: Hall, format: hybrid, sources: [{title: A letter}]}
    - {id: online, title: Online, type: group, start: 2031-06-02T10:00, time_zone: UTC, format: online, url: "https://x.example/", status: postponed, confidence: memory}
    - {id: bare, title: Bare, type: group, start: 2031-06-02, city: Bern, confidence: memory}
    - {id: moved, title: Moved, type: group, start: 2031-06-02, city: Bern, format: in-person, status: moved-online, sources: [{title: A letter}]}
    - {id: perhaps, title: Perhaps, type: group, start: 2031-06-02, city: Bern, status: tentative, sources: [{title: A letter}]}
    - {id: past, title: Past, type: group, start: 2031-02-02, city: Bern, sources: [{title: A letter, consulted: 2031-01-01}]}
    - {id: held, title: Held, type: group, start: 2031-02-02, city: Bern, evidence: reported, sources: [{title: A letter, consulted: 2031-03-01}]}
    - {id: nowhere, title: Nowhere, type: group, start: 2031-06-02, confidence: memory}
    - {id: month, title: Month, type: group, start: 2031-06, confidence: memory}
    - {id: off, title: "Off </script>", type: group, start: 2031-06-02, status: cancelled, format: online, confidence: memory}
    -- site-content/notes/n.md --
    ---
    title: "N </script><b>"
    summary: In short.
    date: 2031-01-01
    updated: 2031-02-01
    authors: [ada]
    ---
    -- site-content/pages/p.md --
    ---
    title: P
    ---
    """

  /// The JSON-LD of a page, by its type.
  private static func data(_ path: String) throws -> [String: [String: any Sendable]] {
    let scripts = try BuiltSite(hub).text(path).pieces(
      between: "<script type=\"application/ld+json\">", and: "</script>")
    var things: [String: [String: any Sendable]] = [:]
    for script in scripts {
      let thing = try JSONSerialization.jsonObject(with: Data(script.utf8)) as? [String: any Sendable] ?? [:]
      things[thing["@type"] as? String ?? ""] = thing
    }
    return things
  }

  private static func text(_ path: String, _ type: String, _ key: String) throws -> String? {
    let value = try data(path)[type]?[key]
    guard let group = value as? [String: any Sendable] else { return value as? String }
    return group.sorted { $0.key < $1.key }.compactMap { $0.value as? String }.joined(separator: " | ")
  }

  @Test func describesAMeetingAsAnEvent() throws {
    #expect(try Self.text("meetings/full.html", "Event", "name") == "Full")
    #expect(try Self.text("meetings/full.html", "Event", "startDate") == "2031-06-02")
    #expect(try Self.text("meetings/full.html", "Event", "endDate") == "2031-06-13")
    #expect(
      try Self.text("meetings/full.html", "Event", "location") == "Place | Bern, Switzerland | Hall, Bern, Switzerland")
    #expect(try Self.text("meetings/full.html", "Event", "eventStatus") == "https://schema.org/EventScheduled")
    #expect(
      try Self.text("meetings/full.html", "Event", "eventAttendanceMode")
        == "https://schema.org/MixedEventAttendanceMode")
    #expect(try Self.text("meetings/full.html", "Event", "url") == "https://hub.example/meetings/full.html")
  }

  @Test func describesAnOnlineMeetingThatIsPutOff() throws {
    #expect(try Self.text("meetings/online.html", "Event", "startDate") == "2031-06-02T10:00+00:00")
    #expect(try Self.text("meetings/online.html", "Event", "location") == "VirtualLocation | https://x.example/")
    #expect(try Self.text("meetings/online.html", "Event", "eventStatus") == "https://schema.org/EventPostponed")
    #expect(try Self.text("meetings/off.html", "Event", "eventStatus") == "https://schema.org/EventCancelled")
    #expect(
      try Self.text("meetings/off.html", "Event", "location")
        == "VirtualLocation | https://hub.example/meetings/off.html")
  }

  @Test func describesAMeetingThatWasMovedOnline() throws {
    let path = "meetings/moved.html"
    #expect(try Self.text(path, "Event", "eventStatus") == "https://schema.org/EventMovedOnline")
    #expect(
      try Self.text(path, "Event", "eventAttendanceMode") == "https://schema.org/OnlineEventAttendanceMode")
    #expect(
      try Self.text(path, "Event", "location") == "VirtualLocation | https://hub.example/meetings/moved.html")
    #expect(try BuiltSite(Self.hub).main(path).contains("Moved online"))
    #expect(try BuiltSite(Self.hub).text("meetings.ics").contains("SUMMARY:Moved\r\n"))
  }

  @Test func namesWhatRegistersKnowARecordBy() throws {
    let person = try #require(Self.data("people/ada.html")["Person"])
    #expect(person["sameAs"] as? String == "https://www.wikidata.org/entity/Q7259")
    #expect((person["identifier"] as? [[String: any Sendable]])?.first?["propertyID"] as? String == "isni")
    #expect(try Self.data("people/bo.html")["Person"] == nil)
  }

  @Test func claimsNothingThatIsNotKnown() throws {
    let bare = try Self.data("meetings/bare.html")["Event"] ?? [:]
    #expect(Set(bare.keys) == ["@context", "@type", "name", "startDate", "location", "url"])
    // Nobody has said so yet, or nobody has told since.
    for meeting in ["perhaps", "past"] {
      #expect(try Self.text("meetings/\(meeting).html", "Event", "eventStatus") == nil)
    }
    #expect(try Self.text("meetings/held.html", "Event", "eventStatus") == "https://schema.org/EventScheduled")
    #expect(try Self.data("meetings/nowhere.html")["Event"] == nil)
    #expect(try Self.data("meetings/month.html")["Event"] == nil)
  }

  @Test func describesAnArticleWithItsAuthorAndPublisher() throws {
    #expect(try Self.text("notes/n.html", "Article", "headline") == "N </script><b>")
    #expect(try Self.text("notes/n.html", "Article", "datePublished") == "2031-01-01")
    #expect(try Self.text("notes/n.html", "Article", "dateModified") == "2031-02-01")
    #expect(
      try Self.text("notes/n.html", "Article", "publisher") == "Organization | The editors | https://editors.example/")
    #expect(try Self.data("pages/p.html")["Article"] == nil)
  }

  @Test func describesOrganisationsAndTheSite() throws {
    #expect(
      try Self.data("actors/hills.html")["Organization"]?["sameAs"] as? [String]
        == ["https://hills.example/", "https://www.wikidata.org/entity/Q5"])
    #expect(try Self.text("index.html", "WebSite", "description") == "A hub </script> & more.")
    #expect(try Self.data("index.html")["BreadcrumbList"] == nil)
  }

  @Test(arguments: [
    ("notes/n.html", ["https://hub.example/", "https://hub.example/notes/", "https://hub.example/notes/n.html"]),
    ("notes/index.html", ["https://hub.example/", "https://hub.example/notes/"]),
    ("pages/p.html", ["https://hub.example/", "https://hub.example/pages/p.html"]),
  ])
  func leadsBackByBreadcrumbs(_ path: String, _ addresses: [String]) throws {
    let items = try Self.data(path)["BreadcrumbList"]?["itemListElement"] as? [[String: any Sendable]]
    #expect(items?.compactMap { $0["item"] as? String } == addresses)
    #expect(items?.compactMap { $0["position"] as? Int } == Array(1...addresses.count))
  }

  @Test func keepsSectionsOfOneTitleApartInBreadcrumbs() throws {
    let hub =
      Self.hub.replacing("title: Letters", with: "title: Notes")
      + "\n-- site-content/letters/l.md --\n---\ntitle: L\ndate: 2031-01-01\n---"
    let text = try BuiltSite(hub).text("notes/n.html")
    #expect(text.contains("\"name\":\"Notes\",\"item\":\"https://hub.example/notes/\""))
    #expect(!text.contains("hub.example/letters/\""))
  }

  @Test func letsNoTextEndItsScript() throws {
    let site = try BuiltSite(Self.hub)
    for path in ["notes/n.html", "meetings/off.html", "index.html"] {
      let text = try site.text(path)
      #expect(
        text.pieces(between: "<script", and: "</script>").count == text.pieces(between: "<script", and: ">").count)
      #expect(!text.contains("</script><b>"))
    }
  }

  @Test func describesThePageToThoseWhoShareIt() throws {
    let text = try BuiltSite(Self.hub).text("notes/n.html")
    #expect(text.contains("<meta property=\"og:title\" content=\"N &lt;/script&gt;&lt;b&gt;\">"))
    #expect(text.contains("<meta property=\"og:type\" content=\"article\">"))
    #expect(text.contains("<meta name=\"description\" content=\"In short.\">"))
    #expect(text.contains("<title>N &lt;/script&gt;&lt;b&gt; · A hub</title>"))
  }
}
