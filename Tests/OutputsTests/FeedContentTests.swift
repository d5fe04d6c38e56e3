import Foundation
import TestSupport
import Testing

@Suite struct FeedContentTests {
  private static let hub = """
    -- site-content/hub.yaml --
    \(BuiltSite.hub)
    summary: A hub of hubs.
    publisher: {name: The editors, url: "https://editors.example/"}
    -- site-content/people/p.yaml --
    - {id: ada, title: Ada}
    -- site-content/issues/flow.md --
    ---
    title: Flow
    stance: technical
    summary: About flow.
    ---
    -- site-content/issues/data.md --
    ---
    title: Data
    stance: technical
    ---
    -- site-content/notes/old.md --
    ---
    title: Old & <new>
    date: 2031-01-01
    updated: 2031-03-01
    summary: In short.
    authors: [ada]
    tags: [walks]
    issues: [flow]
    ---
    -- site-content/notes/new.md --
    ---
    title: New
    date: 2031-02-01
    ---
    -- site-content/notes/undated.md --
    ---
    title: Undated
    issues: [flow]
    ---
    -- site-content/explainers/e.md --
    ---
    title: Explainer
    date: 2031-01-15
    issues: [flow]
    ---
    -- site-content/pages/about.md --
    ---
    title: About
    date: 2031-03-01
    ---
    """

  private struct JSONFeed: Decodable {
    struct Item: Decodable {
      let id: String
      let title: String
    }
    let title: String
    let homePage: String
    let items: [Item]

    enum CodingKeys: String, CodingKey {
      case title, items
      case homePage = "home_page_url"
    }
  }

  private static func feed(_ path: String, _ hub: String = hub) throws -> JSONFeed {
    try JSONDecoder().decode(JSONFeed.self, from: Data(try BuiltSite(hub).text(path).utf8))
  }

  @Test(arguments: [
    ("feed.json", ["New", "Explainer", "Old & <new>"]), ("notes/feed.json", ["New", "Old & <new>"]),
    ("explainers/feed.json", ["Explainer"]), ("issues/flow-feed.json", ["Explainer", "Old & <new>"]),
    ("issues/data-feed.json", []),
  ])
  func holdsDatedArticlesTheNewestFirst(_ path: String, _ titles: [String]) throws {
    #expect(try Self.feed(path).items.map(\.title) == titles)
  }

  @Test func makesAFeedOfTheHubOfEachSectionAndOfEachIssue() throws {
    let feeds = try BuiltSite(Self.hub).paths.filter { $0.hasSuffix("feed.xml") }
    #expect(
      feeds.sorted() == [
        "explainers/feed.xml", "feed.xml", "issues/data-feed.xml", "issues/flow-feed.xml", "notes/feed.xml",
      ])
  }

  @Test func namesThePageThatShowsTheSame() throws {
    #expect(try Self.feed("feed.json").homePage == "https://hub.example/")
    #expect(try Self.feed("notes/feed.json").homePage == "https://hub.example/notes/")
    #expect(try Self.feed("issues/flow-feed.json").homePage == "https://hub.example/issues/flow.html")
    #expect(try Self.feed("issues/flow-feed.json").title == "A hub: Flow")
  }

  @Test func writesAnAtomEntryWhole() throws {
    let entries = try BuiltSite(Self.hub).text("feed.xml").pieces(between: "<entry>", and: "</entry>")
    #expect(
      entries.last?.trimmingCharacters(in: .whitespacesAndNewlines) == """
        <id>https://hub.example/notes/old.html</id>
            <title>Old &amp; &lt;new&gt;</title>
            <updated>2031-03-01T00:00:00Z</updated>
            <published>2031-01-01T00:00:00Z</published>
            <link rel="alternate" type="text/html" href="https://hub.example/notes/old.html"/>
            <author>
              <name>Ada</name>
            </author>
            <category term="walks"/>
            <summary>In short.</summary>
        """)
  }

  @Test func keepsTheIDsOfEntriesWhateverTheirTitlesBecome() throws {
    let before = try Self.feed("feed.json").items.map(\.id)
    let after = try Self.feed("feed.json", Self.hub.replacing("title: New", with: "title: Renamed")).items.map(\.id)
    #expect(before == after)
    #expect(
      before == [
        "https://hub.example/notes/new.html", "https://hub.example/explainers/e.html",
        "https://hub.example/notes/old.html",
      ])
  }

  @Test func isAsOldAsItsNewestEntryWhateverTheDayOfTheBuild() throws {
    let one = try BuiltSite(Self.hub, asOf: "2031-03-15").text("feed.xml")
    let later = try BuiltSite(Self.hub, asOf: "2031-09-15").text("feed.xml")
    #expect(one == later)
    #expect(one.contains("<updated>2031-03-01T00:00:00Z</updated>"))
  }

  @Test func holdsAtMostThirtyEntries() throws {
    let notes = (1...40).map { number in
      "-- site-content/notes/n\(number).md --\n---\ntitle: Note \(number)\ndate: 2030-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)-15\n---\n"
    }
    #expect(try Self.feed("feed.json", notes.joined()).items.count == 30)
  }

  @Test func keepsThePlaceOfWhatIsNotYetPublished() throws {
    let hub = "-- site-content/notes/n.md --\n---\ntitle: N\ndate: 2031-04-01\npublish: 2031-04-01\n---"
    #expect(try BuiltSite(hub, asOf: "2031-03-31").paths.contains("notes/feed.json") == false)
    #expect(try BuiltSite(hub, asOf: "2031-04-01").text("notes/feed.json").contains("notes/n.html"))
  }

  @Test func announcesFeedsOnTheirPages() throws {
    let site = try BuiltSite(Self.hub)
    let alternates = try site.text("issues/flow.html").pieces(between: "<link rel=\"alternate\" type=\"", and: ">")
    #expect(
      alternates.compactMap { $0.pieces(between: "href=\"", and: "\"").first } == [
        "flow-feed.xml", "flow-feed.json", "../feed.xml", "../feed.json", "../meetings.ics",
      ])
  }

  /// Readers' programs know entries by their ids (RFC 4287, section 4.2.6), which no move and no other host changes.
  @Test func keepsTheNameOfAnEntryThatMoves() throws {
    func ids(_ file: String, aliases: String = "", address: String? = nil) throws -> [String] {
      let hub = """
        -- site-content/notes/\(file).md --
        ---
        title: One
        date: 2031-01-01
        \(aliases)
        ---
        """
      return try BuiltSite(hub, address: address).text("feed.xml").elements("<id>", "</id>")
    }
    let first = try ids("one")
    #expect(first.last == "https://hub.example/notes/one.html")
    #expect(try ids("moved", aliases: "aliases: [notes/one.html]") == first)
    #expect(try ids("again", aliases: "aliases: [notes/moved.html, notes/one.html]") == first)
    #expect(try ids("one", address: "https://other.example/sub/") == first)
  }

  @Test func standsAtItsOldAddressesToo() throws {
    let site = try BuiltSite(
      "-- site-content/hub.yaml --\n\(BuiltSite.hub)\nfeed_aliases: [/rss.xml, old/blog.atom]\n-- site-content/notes/n.md --\n---\ntitle: N\ndate: 2031-01-01\n---\n"
    )
    #expect(try site.text("rss.xml") == site.text("feed.xml"))
    #expect(try site.text("old/blog.atom") == site.text("feed.xml"))
  }
}
