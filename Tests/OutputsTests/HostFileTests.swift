import Diagnostics
import TestSupport
import Testing

/// What the hosts of a hub are told: where old addresses lead, and what to say with every answer.
struct HostFileTests {
  private static func hub(_ hosts: String, aliases: String, more: String = "") -> String {
    """
    -- site-content/hub.yaml --
    title: A hub
    address: https://hub.example/talks/
    language: en
    time_zone: UTC
    hosts: \(hosts)
    \(more)
    feed_aliases: [/rss.xml]
    sections:
      - {folder: guides, kind: guide, title: Guides}
    -- site-content/guides/speak.md --
    ---
    title: Speak
    aliases: \(aliases)
    ---

    Words.

    """
  }

  private static let old = "[old/größe.html, 2019/05/one/, \"?p=123\", \"blog/?p=7\", \"index.php?id=4&x=a.b\"]"

  @Test func writesNothingForHostsThatAreNotNamed() throws {
    let site = try BuiltSite(Self.hub("[]", aliases: "[old/a.html]"))
    #expect(
      site.paths.filter { $0.hasPrefix("_") || $0.hasPrefix(".h") || $0.hasPrefix(".n") && $0 != ".nojekyll" } == [])
    #expect(site.paths.contains("old/a.html"))
  }

  @Test func listsRedirectsForHostsThatReadThem() throws {
    let site = try BuiltSite(Self.hub("[netlify, cloudflare]", aliases: "[old/größe.html, 2019/05/one/]"))
    #expect(
      try site.text("_redirects") == """
        /talks/old/gr%C3%B6%C3%9Fe.html /talks/guides/speak.html 301
        /talks/2019/05/one/ /talks/guides/speak.html 301
        /talks/2019/05/one/index.html /talks/guides/speak.html 301
        /talks/rss.xml /talks/feed.xml 301

        """)
    let headers = try site.text("_headers")
    #expect(headers.hasPrefix("/talks/*\n  Content-Security-Policy: default-src 'self';"))
    for name in [
      "Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Permissions-Policy",
    ] {
      #expect(headers.contains("\n  \(name): "))
    }
    // These hosts would answer with a file before they look at the list.
    #expect(site.paths.isDisjoint(with: ["old/größe.html", "2019/05/one/index.html", "rss.xml"]))
  }

  @Test func gitLabReadsRedirectsAlone() throws {
    let site = try BuiltSite(Self.hub("[gitlab]", aliases: "[old/a.html]"))
    #expect(site.paths.contains("_redirects"))
    #expect(!site.paths.contains("_headers"))
  }

  @Test func writesRulesForApache() throws {
    let site = try BuiltSite(Self.hub("[apache]", aliases: Self.old))
    let rules = try site.text(".htaccess")
    #expect(rules.contains("\nErrorDocument 404 /talks/404.html\n"))
    #expect(rules.contains("\n  RewriteBase /talks/\n"))
    #expect(rules.contains("\n  RewriteRule ^old/größe\\.html$ /talks/guides/speak.html [R=301,NE,QSD,L]\n"))
    #expect(
      rules.contains(
        "\n  RewriteCond %{QUERY_STRING} ^p=123$\n  RewriteRule ^$ /talks/guides/speak.html [R=301,NE,QSD,L]\n"))
    #expect(
      rules.contains(
        "\n  RewriteCond %{QUERY_STRING} ^id=4&x=a\\.b$\n  RewriteRule ^index\\.php$ /talks/guides/speak.html"))
    #expect(
      rules.contains(
        "\n  RewriteCond %{QUERY_STRING} ^p=7$\n  RewriteRule ^blog/$ /talks/guides/speak.html [R=301,NE,QSD,L]\n"))
    #expect(site.paths.contains("old/größe.html"))
  }

  @Test func writesRulesForNginx() throws {
    let rules = try BuiltSite(Self.hub("[nginx]", aliases: Self.old)).text(".nginx.conf")
    #expect(rules.contains("\nlocation = \"/talks/2019/05/one/\" { return 301 \"/talks/guides/speak.html\"; }\n"))
    #expect(rules.contains("\nif ($hub_asked = \"/talks/?p=123\") { return 301 \"/talks/guides/speak.html\"; }\n"))
  }

  @Test func writesRulesForCaddy() throws {
    let rules = try BuiltSite(Self.hub("[caddy]", aliases: Self.old)).text(".Caddyfile")
    #expect(rules.contains("\tpath \"/talks/\"\n\tquery p=123\n}\nredir @hub_old2 \"/talks/guides/speak.html\" 301\n"))
    #expect(rules.contains("\tquery id=4 x=a.b\n"))
  }

  @Test func packsTextsForServers() throws {
    let site = try BuiltSite(Self.hub("[apache, nginx, caddy]", aliases: "[old/a.html]", more: "precompressed: true"))
    for path in site.paths where path.hasSuffix(".html") || path.hasSuffix(".css") || path.hasSuffix(".xml") {
      let text = try #require(try site.files[path])
      let packed = try #require(try site.files[path + ".gz"], "\(path)")
      #expect(try UnpackedZip.ungzipped(packed, size: text.count) == text, "\(path)")
    }
    #expect(!site.paths.contains { $0.hasSuffix(".zip.gz") || $0.hasSuffix(".epub.gz") || $0.hasSuffix(".gz.gz") })
    #expect(try site.text("SHA256SUMS").contains("  index.html.gz\n"))
    let archive = try UnpackedZip(try #require(try site.files["downloads/offline-copy.zip"]))
    #expect(!archive.paths.contains { $0.hasSuffix(".gz") })
    #expect(try site.text(".nginx.conf").contains("\ngzip_static on;\n"))
    #expect(try site.text(".Caddyfile").contains("\nfile_server {\n\tprecompressed gzip\n}\n"))
    #expect(try site.text(".htaccess").contains("\n  RewriteCond %{REQUEST_FILENAME}.gz -f\n"))
  }

  @Test func packsNothingUnasked() throws {
    let site = try BuiltSite(Self.hub("[apache, nginx, caddy]", aliases: "[old/a.html]"))
    #expect(!site.paths.contains { $0.hasSuffix(".gz") })
    for file in [".nginx.conf", ".Caddyfile", ".htaccess"] {
      let rules = try site.text(file)
      #expect(!rules.contains("gzip_static") && !rules.contains("precompressed") && !rules.contains(".gz"), "\(file)")
    }
  }

  @Test func leavesHostsFilesOutOfTheOfflineCopy() throws {
    let site = try BuiltSite(Self.hub("[apache, nginx]", aliases: "[old/a.html]"))
    let archive = try UnpackedZip(try #require(try site.files["downloads/offline-copy.zip"]))
    #expect(archive.paths.filter { $0.hasSuffix(".htaccess") || $0.hasSuffix(".nginx.conf") } == [])
  }

  @Test func asksForAServerThatAnswersQueries() throws {
    let faults = try BuiltSite(Self.hub("[netlify]", aliases: "[\"?p=123\"]")).diagnostics
    #expect(faults.map(\.code) == [.invalidAddress])
    #expect(faults.first?.range.start.line == 3)
    #expect(
      faults.first?.message
        == "an old address such as '?p=123' is answered by a server, and 'hosts' in hub.yaml names none that can")
  }

  @Test(arguments: ["\"?\"", "\"?a b\"", "\"?p=1;rm\"", "\"?p='x'\"", "\"a\\\\b?p=1\"", "\"a$b?p=1\"", "\"old/page\""])
  func refusesWhatIsNoOldAddress(_ alias: String) throws {
    let faults = try BuiltSite(Self.hub("[nginx]", aliases: "[\(alias)]")).diagnostics
    #expect(faults.map(\.code) == [.invalidAddress], "\(alias)")
  }

  @Test func givesAQueryToOnePage() throws {
    let faults = try BuiltSite(
      Self.hub("[nginx]", aliases: "[\"?p=1\"]")
        + "-- site-content/guides/b.md --\n---\ntitle: B\naliases: [\"/?p=1\"]\n---\n"
    ).diagnostics
    #expect(faults.map(\.code) == [.duplicateAddress])
  }

  @Test func namesTheHostsThatThereAre() throws {
    let faults = try BuiltSite(Self.hub("[ngnix]", aliases: "[old/a.html]")).diagnostics
    #expect(faults.map(\.code) == [.invalidChoice])
  }

  @Test func saysWhereWeaknessesAreReported() throws {
    let site = try BuiltSite(
      Self.hub("[]", aliases: "[old/a.html]", more: "security_contact: https://hub.example/talks/report"))
    #expect(
      try site.text(".well-known/security.txt") == """
        Contact: https://hub.example/talks/report
        Expires: 2031-09-11T00:00:00Z
        Preferred-Languages: en
        Canonical: https://hub.example/talks/.well-known/security.txt

        """)
  }

  @Test func reportsNoWeaknessesOnOpenLines() throws {
    let faults = try BuiltSite(
      Self.hub("[]", aliases: "[old/a.html]", more: "security_contact: http://hub.example/report")
    ).diagnostics
    #expect(faults.map(\.code) == [.invalidAddress])
  }
}
