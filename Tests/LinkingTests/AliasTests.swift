import Content
import Diagnostics
import Linking
import TestSupport
import Testing

/// Addresses under which something was found before.
struct AliasTests {
  private func site(_ aliases: String) throws -> SiteFixture {
    try SiteFixture("-- guides/a.md --\n---\ntitle: A\naliases: [\(aliases)]\n---\n")
  }

  @Test(arguments: [
    ("old/page.html", "old/page.html"), ("/old.html", "old.html"), ("2019/05/one/", "2019/05/one/index.html"),
    ("/2019/05/one/", "2019/05/one/index.html"), ("old/ün.html", "old/ün.html"), ("old/%C3%BCn.html", "old/ün.html"),
    ("/古い/", "古い/index.html"), ("a%20b.html", nil), ("/", nil),
  ])
  func readsPagesAndFoldersInAnyScript(_ written: String, _ path: String?) throws {
    let site = try site("'\(written)'")
    let alias = site.read().content?.documents.first?.common.aliases.first
    #expect(alias?.path == path)
    #expect(alias.map(\.form) == (path == nil ? nil : .page))
  }

  @Test(arguments: [
    "'?p=123'", "'old/?p=123'", "'../a.html'", "'//a.html'", "'a'", "'a//'", "'.well/a.html'", "'%FF.html'",
    "https://a.ch/a.html",
  ])
  func refusesWhatIsNoPath(_ written: String) throws {
    #expect(try site("1️⃣\(written)").allFaults() == ["guides/a.md 1️⃣ invalid-address"])
  }

  @Test func twoPagesCannotHaveOneFolder() throws {
    let site = try SiteFixture(
      "-- guides/a.md --\n---\ntitle: A\naliases: [one/]\n---\n-- guides/b.md --\n---\ntitle: B\naliases: [1️⃣/one/index.html]\n---\n"
    )
    #expect(site.allFaults() == ["guides/b.md 1️⃣ duplicate-address"])
  }

  @Test func feedsBelongToTheHub() throws {
    let fault = try #require(try site("1️⃣old/rss.xml").onlyFault())
    #expect(fault.code == .invalidAddress)
    #expect(fault.help == "Write it under 'feed_aliases' in hub.yaml, where the addresses of feeds stand")
    let hub = try SiteFixture("-- hub.yaml --\n\(SiteFixture.hub)feed_aliases: [/old/rss.xml, blog.atom]\n")
    #expect(hub.read().content?.hub.feedAliases.map(\.path) == ["old/rss.xml", "blog.atom"])
    #expect(hub.read().content?.hub.feedAliases.map(\.form) == [.feed, .feed])
    #expect(
      try SiteFixture("-- hub.yaml --\n\(SiteFixture.hub)feed_aliases: [1️⃣a.html]\n").allFaults() == [
        "hub.yaml 1️⃣ invalid-address"
      ])
  }
}
