import Diagnostics
import Linking
import TestSupport
import Testing

/// A draft whose required fields are still empty hinders nobody, and is told of to whoever asks.
struct UnfinishedDraftTests {
  private func site(_ fields: String, draft: String = "draft: true") throws -> SiteFixture {
    try SiteFixture("-- meetings/m.md --\n---\ntitle: M\n\(fields)\n\(draft)\n---\n")
  }

  @Test(arguments: ["1️⃣type:", "1️⃣type:  # The type.", "type: 1️⃣''", "type: 1️⃣~"])
  func isHiddenUntilDraftsAreAskedFor(_ fields: String) throws {
    let site = try site(fields)
    #expect(site.allFaults() == [])
    #expect(site.link().graph?.draftCount == 1)
    #expect(site.allFaults(drafts: true) == ["meetings/m.md 1️⃣ missing-field"])
    #expect(try self.site(fields, draft: "draft: false").allFaults() == ["meetings/m.md 1️⃣ missing-field"])
  }

  @Test func hidesWhatIsEmptyWithinAGroup() throws {
    let site = try site("type: conference\ndeadlines:\n  - 1️⃣title:\n    date: 2027-01-01")
    #expect(site.allFaults() == [])
    #expect(site.allFaults(drafts: true) == ["meetings/m.md 1️⃣ missing-field"])
  }

  /// What is absent, misspelt or wrong is a mistake in a draft, too.
  @Test(arguments: [
    ("type: 1️⃣[conference]", ["1️⃣ wrong-type"]), ("city: Bern", ["1:1 missing-field"]),
    ("1️⃣type:\n2️⃣venu: B", ["1️⃣ missing-field", "2️⃣ unknown-field"]), ("1️⃣type: #conference", ["1️⃣ missing-field"]),
  ])
  func stillReportsMistakes(_ fields: String, _ faults: [String]) throws {
    #expect(try site(fields).allFaults() == faults.map { "meetings/m.md \($0)" })
  }

  @Test func saysToThoseWhoLinkToItThatItIsADraft() throws {
    let site = try SiteFixture(
      """
      -- meetings/m.md --
      ---
      title: The meeting
      type:
      draft: true
      ---
      -- meetings/m.fr.md --
      ---
      title: La réunion
      type: conference
      ---
      -- guides/a.md --
      ---
      title: A
      meetings: [1️⃣m]
      ---

      2️⃣[[The meeting]] and [that](3️⃣../meetings/m.md).
      """)
    let diagnostics = site.link().diagnostics.sorted(by: Diagnostic.inReadingOrder)
    #expect(
      diagnostics.map { "\(site.place(of: $0.range)): \($0.message)" } == [
        "guides/a.md 1️⃣: 'meetings' names what readers see, and 'm' is a draft",
        "guides/a.md 2️⃣: a wikilink leads to what readers see, and 'meetings/m' is a draft",
        "guides/a.md 3️⃣: a link leads to what readers see, and 'meetings/m' is a draft",
      ])
    #expect(site.link().graph?.draftCount == 2)
    #expect(site.link(drafts: true).diagnostics.map(\.code).filter { $0 != .missingField } == [])
  }

  @Test func countsDraftsAndTheirTranslations() throws {
    let site = try SiteFixture(
      "-- guides/a.md --\n---\ntitle: A\ndraft: true\n---\n-- guides/a.fr.md --\n---\ntitle: A\n---\n"
        + "-- guides/b.md --\n---\ntitle: B\n---\n-- guides/b.fr.md --\n---\ntitle: B\ndraft: true\n---\n"
        + "-- guides/c.md --\n---\ntitle: C\npublish: 2027-01-01\n---\n")
    #expect(site.link().graph?.draftCount == 3)
    #expect(site.link(drafts: true).graph?.draftCount == 0)
  }
}
