import Content
import Diagnostics
import Linking
import TestSupport
import Testing

private func site(_ field: String) throws -> SiteFixture {
  try SiteFixture("-- guides/a.md --\n---\ntitle: A\n\(field)\n---\n")
}

@Test(arguments: [
  ("draft: true", "2026-11-22", false), ("draft: false", "2026-11-22", true),
  ("publish: 2026-11-22", "2026-11-21", false), ("publish: 2026-11-22", "2026-11-22", true),
  ("publish: 2026-11-22", "2026-11-23", true),
  ("expire: 2026-11-22", "2026-11-21", true), ("expire: 2026-11-22", "2026-11-22", false),
  ("expire: 2026-11-22", "2026-11-23", false),
  ("publish: 2026-11-20\nexpire: 2026-11-22", "2026-11-19", false),
  ("publish: 2026-11-20\nexpire: 2026-11-22", "2026-11-21", true),
  ("date: 2027-01-01", "2026-11-22", true),
])
func showsADocumentOnItsDays(_ field: String, today: String, isShown: Bool) throws {
  let site = try site(field)
  #expect(site.link(today: today).graph?.pages.count == (isShown ? 1 : 0))
  #expect(site.link(today: today, drafts: true).graph?.pages.count == 1)
  #expect(site.allFaults(today: today) == (field.hasPrefix("date") ? ["guides/a.md 3:7 future-date"] : []))
}

@Test func reportsLinksToWhatReadersDoNotSee() throws {
  let site = try SiteFixture(
    """
    -- people/somebody.md --
    ---
    title: Somebody
    draft: true
    ---
    -- guides/later.md --
    ---
    title: Later on
    publish: 2026-12-01
    ---
    -- guides/past.md --
    ---
    title: Past
    expire: 2026-11-01
    ---
    -- guides/a.md --
    ---
    title: A
    authors: [1️⃣somebody]
    ---

    2️⃣[[later]], 3️⃣[[Later on]], 4️⃣[[guides/past]], [past](5️⃣past.md#x).
    """)
  let diagnostics = site.link().diagnostics.sorted(by: Diagnostic.inReadingOrder)
  #expect(
    diagnostics.map { "\(site.place(of: $0.range)): \($0.message)" } == [
      "guides/a.md 1️⃣: 'authors' names what readers see, and 'somebody' is a draft",
      "guides/a.md 2️⃣: 'guides/later' is left out until 2026-12-01, and until then the link is shown as plain text",
      "guides/a.md 3️⃣: 'guides/later' is left out until 2026-12-01, and until then the link is shown as plain text",
      "guides/a.md 4️⃣: 'guides/past' is left out since 2026-11-01, and the link is shown as plain text",
      "guides/a.md 5️⃣: 'guides/past' is left out since 2026-11-01, and the link is shown as plain text",
    ])
  #expect(
    diagnostics.map(\.code) == [
      .unresolvedReference, .hiddenTarget, .hiddenTarget, .hiddenTarget, .hiddenTarget,
    ])
  // With drafts, only the heading is missing.
  #expect(site.allFaults(drafts: true) == ["guides/a.md 5️⃣ unresolved-anchor"])
}

@Test func hidesATranslationWithItsOriginal() throws {
  let site = try SiteFixture(
    """
    -- guides/a.md --
    ---
    title: A
    draft: true
    ---
    -- guides/a.fr.md --
    ---
    title: A
    ---
    -- guides/b.md --
    ---
    title: B
    ---
    -- guides/b.fr.md --
    ---
    title: B
    publish: 2026-12-01
    ---
    """)
  let (graph, diagnostics) = site.link()
  #expect(diagnostics.isEmpty)
  #expect(graph?.pages.map { "\($0.document.id) \($0.document.language)" } == ["guides/b en"])
  #expect(site.link(drafts: true).graph?.pages.count == 4)
}
