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
