import Diagnostics
import TestSupport
import Testing

/// What only a publisher can fill in is named until it is filled in.
struct PlaceholderTests {
  private func hub(_ address: String, _ text: String) -> String {
    """
    -- hub.yaml --
    title: A hub
    1️⃣address: \(address)
    language: en
    time_zone: UTC
    contact: reach
    sections: [{ folder: pages, kind: page, title: Pages }]
    -- pages/reach.md --
    ---
    title: Reach us
    ---

    \(text)
    -- pages/other.md --
    ---
    title: Other
    ---

    Elsewhere [brackets] are words.
    """
  }

  @Test(arguments: [
    ("https://hub.example.org/", true), ("https://example.com/a", true), ("https://a.example:80/", true),
    ("https://hub.invalid/", true), ("https://example.ch/", false), ("https://myexample.org/", false),
  ])
  func namesAnAddressThatNobodyCanOwn(_ address: String, _ isFound: Bool) throws {
    let found = try findings(in: hub(address, "Write."), of: .unreplacedPlaceholder)
    #expect(found == (isFound ? ["hub.yaml 1️⃣ unreplaced-placeholder"] : []))
  }

  @Test func countsTheBracketsOfTheContactPage() throws {
    let text = "| Who |\n| --- |\n| 1️⃣[name] |\n| [[other]] |\n| [a link](other.md) |\n| `[code]` |\n| [how soon] |\n"
    let site = try SiteFixture(hub("https://hub.ch/", text))
    let found = try check(site).filter { $0.code == .unreplacedPlaceholder }
    #expect(site.faults(found) == ["pages/reach.md 1️⃣ unreplaced-placeholder"])
    #expect(found.map(\.message) == ["the page that 'contact' names has words in brackets, '[name]' and 1 more"])
  }
}
