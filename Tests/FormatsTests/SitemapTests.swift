import CivilTime
import Formats
import Testing

struct SitemapTests {
  @Test func writesPagesAndTheirTranslations() throws {
    let sitemap = Sitemap(pages: [
      Sitemap.Page(
        address: "https://example.org/a.html?x=1&y=é", lastModified: date("2026-11-09"),
        translations: [
          Sitemap.Translation(language: "en", address: "https://example.org/a.html"),
          Sitemap.Translation(language: "x-default", address: "https://example.org/a b.html"),
        ]),
      Sitemap.Page(address: "https://example.org/b.html"),
    ])
    #expect(
      try text(of: sitemap.encoded()) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
          <url>
            <loc>https://example.org/a.html?x=1&amp;y=%C3%A9</loc>
            <lastmod>2026-11-09</lastmod>
            <xhtml:link rel="alternate" hreflang="en" href="https://example.org/a.html"/>
            <xhtml:link rel="alternate" hreflang="x-default" href="https://example.org/a%20b.html"/>
          </url>
          <url>
            <loc>https://example.org/b.html</loc>
          </url>
        </urlset>

        """)
  }

  @Test func declaresXHTMLOnlyWhereItIsUsed() throws {
    let bytes = try Sitemap(pages: [Sitemap.Page(address: "https://example.org/")]).encoded()
    #expect(!text(of: bytes).contains("xhtml"))
  }

  @Test func refusesMorePagesThanSearchEnginesTake() throws {
    let page = Sitemap.Page(address: "https://example.org/")
    let full = Sitemap(pages: Array(repeating: page, count: 50_000))
    #expect(try !full.encoded().isEmpty)
    #expect(throws: Sitemap.Failure.tooManyPages(count: 50_001, limit: 50_000)) {
      try Sitemap(pages: full.pages + [page]).encoded()
    }
  }

  @Test func cutsAHubOfManyPagesIntoSeveral() throws {
    let pages = (1...100_001).map { Sitemap.Page(address: "https://example.org/\($0).html") }
    let parts = Sitemap.parts(of: pages)
    #expect(parts.map(\.pages.count) == [50_000, 50_000, 1])
    #expect(parts.flatMap(\.pages).map(\.address) == pages.map(\.address))
    for part in parts { #expect(try part.encoded().count <= Sitemap.byteLimit) }
    #expect(Sitemap.parts(of: Array(pages.prefix(50_000))).count == 1)
    #expect(Sitemap.parts(of: []).map(\.pages.count) == [0])
  }

  /// The size of a part is known before it is written, to the bytes of its frame.
  @Test func cutsSitemapsByTheirSizeInBytes() throws {
    let pages = (1...200).map { number in
      Sitemap.Page(
        address: "https://example.org/\(String(repeating: "é&", count: number)).html",
        lastModified: number.isMultiple(of: 2) ? date("2026-11-09") : nil,
        translations: [Sitemap.Translation(language: "fr", address: "https://example.org/fr/\(number).html")])
    }
    for limit in [1_000, 2_048, 10_000, 100_000] {
      let parts = Sitemap.parts(of: pages, byteLimit: limit)
      #expect(parts.flatMap(\.pages).map(\.address) == pages.map(\.address))
      for part in parts where part.pages.count > 1 { #expect(try part.encoded().count <= limit) }
      for (part, next) in zip(parts, parts.dropFirst()) {
        let longer = Sitemap(pages: part.pages + next.pages.prefix(1))
        #expect(try longer.encoded().count > limit - 256)
      }
    }
  }

  @Test func listsSeveralSitemaps() {
    #expect(
      text(
        of: SitemapIndex(sitemaps: ["https://example.org/sitemap-1.xml", "https://example.org/é/sitemap-2.xml"])
          .encoded()) == """
          <?xml version="1.0" encoding="UTF-8"?>
          <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap>
              <loc>https://example.org/sitemap-1.xml</loc>
            </sitemap>
            <sitemap>
              <loc>https://example.org/%C3%A9/sitemap-2.xml</loc>
            </sitemap>
          </sitemapindex>

          """)
  }

  @Test(arguments: [
    ("https://example.org/ä%20b%zz%", "https://example.org/%C3%A4%20b%25zz%25"),
    ("a\r\nb<>\"{}|\\^`", "a%0D%0Ab%3C%3E%22%7B%7D%7C%5C%5E%60"),
    ("http://[::1]/?q=1&r=2#f", "http://[::1]/?q=1&r=2#f"), ("%", "%25"), ("%4", "%254"), ("%4f%4", "%4f%254"),
  ])
  func encodesAddresses(written: String, encoded: String) throws {
    let bytes = try Sitemap(pages: [Sitemap.Page(address: written)]).encoded()
    let escaped = encoded.split(separator: "&").joined(separator: "&amp;")
    #expect(text(of: bytes).contains("<loc>\(escaped)</loc>"))
  }
}

struct RobotsTextTests {
  @Test func allowsEverythingAtFirst() {
    #expect(text(of: RobotsText().encoded()) == "User-agent: *\nDisallow:\n")
  }

  @Test func writesGroupsAndSitemaps() {
    let robots = RobotsText(
      groups: [
        RobotsText.Group(
          crawlers: ["a", "b"], disallowedPaths: ["/drafts/"], allowedPaths: ["/drafts/public/*.html$"]),
        RobotsText.Group(),
      ], sitemaps: ["https://example.org/sitemap.xml"])
    #expect(
      text(of: robots.encoded()) == """
        User-agent: a
        User-agent: b
        Allow: /drafts/public/*.html$
        Disallow: /drafts/

        User-agent: *
        Disallow:

        Sitemap: https://example.org/sitemap.xml

        """)
  }

  @Test func letsNoPathBeginARuleOrAComment() {
    let robots = RobotsText(groups: [RobotsText.Group(disallowedPaths: ["/a\r\nAllow: /#b"])])
    #expect(text(of: robots.encoded()) == "User-agent: *\nDisallow: /a%0D%0AAllow:%20/%23b\n")
  }
}
