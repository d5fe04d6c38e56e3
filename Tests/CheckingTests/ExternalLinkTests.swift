import Checking
import CivilTime
import Diagnostics
import Foundation
import Publishing
import Synchronization
import TestSupport
import Testing

/// Addresses outside the hub, asked of a table in memory and of a server on this machine alone.
struct ExternalLinkTests {
  /// A web of a few addresses, which remembers what it was asked.
  private final class SmallWeb: Sendable {
    let asked = Mutex<[String]>([])
    private let pages: [String: LinkResponse]

    init(_ pages: [String: LinkResponse]) { self.pages = pages }

    @Sendable func answer(_ address: String, _ isWhole: Bool) -> LinkResponse {
      asked.withLock { $0.append((isWhole ? "GET " : "HEAD ") + address) }
      return pages[address] ?? LinkResponse(status: 404)
    }
  }

  @Test func followsRedirectionsAndTellsThoseThatLast() throws {
    let web = SmallWeb([
      "https://a.example/1": LinkResponse(status: 301, next: "https://a.example/2"),
      "https://a.example/2": LinkResponse(status: 308, next: "https://a.example/3"),
      "https://a.example/3": LinkResponse(status: 200),
      "https://a.example/now": LinkResponse(status: 302, next: "https://a.example/3"),
      "https://a.example/round": LinkResponse(status: 301, next: "https://a.example/round"),
      "https://a.example/shy": LinkResponse(status: 403), "https://a.example/busy": LinkResponse(status: 429),
      "https://a.example/none": LinkResponse(status: 0, failure: "names a host that does not exist"),
    ])
    let answer = { (name: String) in try probe("https://a.example/\(name)", web.answer) }
    #expect(try answer("1") == .moved(to: "https://a.example/3"))
    #expect(try answer("3") == .alive)
    #expect(try answer("now") == .alive)
    #expect(try answer("round") == .dead(reason: "leads in a circle"))
    #expect(try answer("shy") == .unclear)
    #expect(try answer("busy") == .unclear)
    #expect(try answer("none") == .dead(reason: "names a host that does not exist"))
    #expect(try answer("gone") == .dead(reason: "answers that there is no such page (404)"))
    // A host that has enough is not asked twice, and one that knows no HEAD is.
    let asked = web.asked.withLock { $0 }
    #expect(asked.filter { $0.hasSuffix("/busy") } == ["HEAD https://a.example/busy"])
    #expect(asked.filter { $0.hasSuffix("/shy") } == ["HEAD https://a.example/shy", "GET https://a.example/shy"])
  }

  @Test func reportsEachAddressOnceAndRemembersTheLiving() throws {
    let site = try SiteFixture(
      """
      -- guides/a.md --
      ---
      title: A
      sources:
        - title: Rules
          url: 1️⃣https://a.example/gone
          consulted: 2026-11-01
      ---

      [Rules](https://a.example/gone), [more](https://a.example/more_(old)), [old](2️⃣https://b.example/old).
      """)
    let web = SmallWeb([
      "https://a.example/more_(old)": LinkResponse(status: 200), "https://hub.example.org/": LinkResponse(status: 200),
      "https://b.example/old": LinkResponse(status: 301, next: "https://b.example/new"),
      "https://b.example/new": LinkResponse(status: 200),
    ])
    let day = try #require(CivilDate(isoText: "2026-11-22"))
    let graph = try #require(checkSite(BuildRequest(hub: site.root, asOf: day, today: { _ in day }, jobs: 1)).graph)
    let options = ExternalOptions(cacheFolder: "\(site.root)/.hubwright", pause: 0, request: web.answer)
    let found = try checkExternalLinks(graph, options)
    #expect(site.faults(found) == ["guides/a.md 1️⃣ dead-link", "guides/a.md 2️⃣ moved-link"])
    #expect(found.first?.help == "Look for an archived copy: https://web.archive.org/web/https://a.example/gone")
    #expect(found.first?.notes.count == 1)
    web.asked.withLock { $0.removeAll() }
    #expect(try checkExternalLinks(graph, options).count == 2)
    #expect(!web.asked.withLock { $0 }.contains { $0.contains("more_") || $0.contains("hub.example") })
  }

  private static let hasCurl = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/curl") }

  @Test(.enabled(if: !hasCurl)) func saysThatThereIsNoCurl() {
    #expect(throws: NoCurl.self) { try probe("https://hub.example/", requestWithCurl) }
  }

  @Test(.enabled(if: hasCurl, "curl is not installed")) func asksByCurlWithoutLeavingTheMachine() throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    #expect(try probe("\(server.address)/there", requestWithCurl) == .alive)
    #expect(try probe("\(server.address)/old", requestWithCurl) == .moved(to: "\(server.address)/there"))
    #expect(
      try probe("\(server.address)/gone", requestWithCurl) == .dead(reason: "answers that there is no such page (404)"))
    server.stop()
    #expect(try probe("\(server.address)/there", requestWithCurl) == .dead(reason: "names a host that does not answer"))
  }
}
