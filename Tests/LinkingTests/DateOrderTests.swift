import Content
import Diagnostics
import TestSupport
import Testing

/// The days of publication and of the last change, in their order.
@Suite struct DateOrderTests {
  private static func faults(_ fields: String, on day: String = "2026-11-30") throws -> [String] {
    try SiteFixture("-- guides/a.md --\n---\ntitle: A\n\(fields)\n---\n").allFaults(today: day)
  }

  @Test(arguments: [
    ("date: 1️⃣2026-12-01", ["guides/a.md 1️⃣ future-date"]), ("date: 2026-11-30", []), ("date: 2025-01-01", []),
    // Held back until its day, as it is meant.
    ("date: 2026-12-01\npublish: 2026-12-01", []), ("date: 2026-12-01\npublish: 2026-12-05", []),
    ("date: 1️⃣2026-12-10\npublish: 2026-12-05", ["guides/a.md 1️⃣ future-date"]),
    ("date: 2026-12-01\ndraft: true", []),
    ("date: 2026-11-01\nupdated: 1️⃣2026-10-31", ["guides/a.md 1️⃣ updated-before-date"]),
    ("date: 2026-11-01\nupdated: 2026-11-01", []), ("updated: 2026-10-31", []),
  ])
  func comparesTheDaysOfAnArticle(_ fields: String, _ expected: [String]) throws {
    #expect(try Self.faults(fields) == expected)
  }

  @Test func saysWhatHoldsAPageBack() throws {
    let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\ndate: 2027-11-01\n---\n")
    let fault = try #require(site.onlyFault())
    #expect(fault.severity == .warning)
    #expect(
      fault.message
        == "'date' is the day on which readers see the page first, and it is shown from 2026-11-22 on, before 2027-11-01"
    )
    #expect(fault.help == "Add 'publish: 2027-11-01', which holds the page back until then, or correct the day")
  }

  /// A translation has its day from its original, where it is reported.
  @Test func comparesWhatATranslationSaysItself() throws {
    let site = try SiteFixture(
      """
      -- guides/a.md --
      ---
      title: A
      date: 1️⃣2027-11-01
      updated: 2️⃣2027-10-01
      ---
      -- guides/a.fr.md --
      ---
      title: B
      ---
      -- guides/a.ar.md --
      ---
      title: C
      updated: 3️⃣2027-10-02
      ---
      """)
    #expect(
      site.allFaults() == [
        "guides/a.ar.md 3️⃣ updated-before-date", "guides/a.md 1️⃣ future-date", "guides/a.md 2️⃣ updated-before-date",
      ])
  }

  /// An election has its day before it is held.
  @Test func leavesTheDaysOfRecordsAlone() throws {
    let site = try SiteFixture(
      "-- library/l.yaml --\n- {id: book, title: Book, date: 2027-05-01, url: \"https://books.example/\"}\n")
    #expect(site.allFaults() == [])
  }
}
