import CivilTime
import Content
import Diagnostics
import Publishing
import TestSupport
import Testing

/// Texts that no page can be made of end a build with what is wrong with them, and with nothing else.
struct RefusedHubTests {
  private func faults(_ site: SiteFixture) -> [String] {
    let result = buildSite(BuildRequest(hub: site.root, asOf: nil, today: { _ in .first }, jobs: 1))
    #expect(result.plan == nil)
    return site.faults(result.diagnostics)
  }

  private static let hostileNames = [
    "https://example.org/water", "a/../../b", "..", "/", "a\\\\b", "a\\nb", "con", "a:b", "%2e%2e",
    String(repeating: "x", count: 200), String(repeating: "é", count: 300), "\u{202E}x",
  ]

  @Test(arguments: hostileNames)
  func refusesAReferenceThatIsNoID(_ name: String) throws {
    let site = try SiteFixture(
      """
      -- guides/a.md --
      ---
      title: A
      issues: [1️⃣"\(name)"]
      ---
      -- proposals/list.yaml --
      - id: p-1
        asks: Clean water.
        issue: 1️⃣"\(name)"
        meeting: 2️⃣"\(name)"
      -- meetings/list.yaml --
      - id: m-1
        title: M
        type: conference
        start: 2026-11-09
        organ: 1️⃣"\(name)"
        part_of: 2️⃣"\(name)"
      """)
    let faults = faults(site)
    #expect(faults.contains("guides/a.md 1️⃣ unresolved-reference"), "\(faults)")
    #expect(faults.contains("proposals/list.yaml 1️⃣ unresolved-reference"), "\(faults)")
    #expect(faults.contains("meetings/list.yaml 1️⃣ unresolved-reference"), "\(faults)")
  }

  @Test func placesAFaultOfATextThatEndsInACarriageReturn() throws {
    let site = try SiteFixture("")
    let text = "---\r\ntitle: A\r\nsummary: B\r\n---\r\n\r\n[x](y.md)\r\n\r\nWords.\r"
    try site.write(Array(text.utf8), to: "guides/a.md")
    #expect(faults(site) == ["guides/a.md 6:5 unresolved-link"])
  }

  @Test func tellsTheFaultsOfTheThemeBesidesThoseOfTheContent() throws {
    let site = try SiteFixture(
      """
      -- guides/a.md --
      ---
      title: A
      issues: [1️⃣nowhere]
      ---
      -- /templates/home.mustache --
      {{1️⃣nothing}}
      """)
    #expect(faults(site) == ["guides/a.md 1️⃣ unresolved-reference", "/templates/home.mustache 1️⃣ unknown-template-name"])
  }
}
