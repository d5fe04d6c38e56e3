import Content
import Diagnostics
import Linking
import TestSupport
import Testing

@Test func reportsTheSecondOfTwoDocumentsOfOneName() throws {
  let site = try SiteFixture(
    """
    -- issues/a-list.yaml --
    - { id: 1️⃣itrs, title: The ITRs, stance: technical }
    - { id: 2️⃣itrs, title: The ITRs again, stance: technical }
    -- issues/itrs.md --
    1️⃣---
    title: The ITRs once more
    stance: technical
    draft: true
    ---
    -- guides/itrs.md --
    ---
    title: Another folder
    ---
    -- issues/itrs.fr.md --
    ---
    title: Another language
    stance: technical
    ---
    -- issues/z.fr.yaml --
    - { id: 1️⃣itrs, title: That language again, stance: technical }
    """)
  let diagnostics = site.link().diagnostics.sorted(by: Diagnostic.inReadingOrder)
  #expect(
    site.faults(diagnostics) == [
      "issues/a-list.yaml 2️⃣ duplicate-id", "issues/itrs.md 1️⃣ duplicate-id", "issues/z.fr.yaml 1️⃣ duplicate-id",
    ])
  #expect(diagnostics[0].message == "'issues/itrs' is the name of two documents, and each has its own")
  #expect(diagnostics[0].notes.map { site.place(of: $0.range) } == ["issues/a-list.yaml 1️⃣"])
  #expect(diagnostics[2].notes.map { site.place(of: $0.range) } == ["issues/itrs.fr.md 1:1"])
}

@Test func reportsATranslationWithoutItsOriginal() throws {
  let site = try SiteFixture(
    """
    -- guides/a.fr.md --
    1️⃣---
    title: A
    ---
    -- guides/b.fr.md --
    ---
    title: B
    ---
    -- guides/b.md --
    not read, and so no reason to report its translation
    """)
  let diagnostics = site.link().diagnostics.sorted(by: Diagnostic.inReadingOrder)
  #expect(site.faults(diagnostics) == ["guides/a.fr.md 1️⃣ missing-original", "guides/b.md 1:1 missing-front-matter"])
  #expect(diagnostics[0].help == "Add 'guides/a.md', or take the language out of the file's name")
}

@Test func reportsTwoArticlesThatAreOnePart() throws {
  let site = try SiteFixture(
    """
    -- explainers/a.md --
    ---
    title: A
    series: spotlight
    part: 4
    ---
    -- explainers/a.fr.md --
    ---
    title: A
    series: spotlight
    part: 4
    ---
    -- guides/b.md --
    1️⃣---
    title: B
    series: spotlight
    part: 4
    ---
    -- explainers/c.md --
    ---
    title: C
    series: spotlight
    ---
    -- explainers/d.md --
    ---
    title: D
    series: spotlight
    ---
    """)
  let diagnostics = site.link().diagnostics
  #expect(site.faults(diagnostics) == ["guides/b.md 1️⃣ duplicate-part"])
  #expect(diagnostics.first?.message == "part 4 of 'spotlight' is one article, and this is a second")
  #expect(diagnostics.first?.notes.map { site.place(of: $0.range) } == ["explainers/a.md 1:1"])
}

// MARK: Circles

@Test func reportsEachCircleOnce() throws {
  let site = try SiteFixture(
    """
    -- bodies/all.yaml --
    - { id: top, title: Top }
    - { id: below, title: Below, parent: top }
    - { id: a, title: A, parent: 1️⃣b }
    - { id: b, title: B, parent: 2️⃣c }
    - { id: c, title: C, parent: 3️⃣a }
    - { id: leads-in, title: Leads in, parent: c }
    - { id: self, title: Self, parent: 4️⃣self }
    - { id: under-self, title: Under it, parent: self }
    -- meetings/all.yaml --
    - { id: m, title: M, type: conference, part_of: 1️⃣n }
    - { id: n, title: N, type: conference, part_of: 2️⃣m }
    """)
  let diagnostics = site.link().diagnostics
  #expect(
    site.faults(diagnostics) == [
      "bodies/all.yaml 1️⃣ circular-reference", "bodies/all.yaml 4️⃣ circular-reference",
      "meetings/all.yaml 1️⃣ circular-reference",
    ])
  #expect(
    diagnostics.map(\.message) == [
      "'a' cannot belong to itself, through 'b', 'c'", "'self' cannot belong to itself",
      "'m' cannot belong to itself, through 'n'",
    ])
  #expect(diagnostics[0].notes.map { site.place(of: $0.range) } == ["bodies/all.yaml 2️⃣", "bodies/all.yaml 3️⃣"])
}

@Test(.timeLimit(.minutes(15))) func walksALongChainOnce() throws {
  let bodies = (0..<2_000).map { "- { id: b\($0), title: B, parent: b\($0 + 1) }\n" }.joined()
  let site = try SiteFixture("-- bodies/all.yaml --\n\(bodies)- { id: b2000, title: Last, parent: 1️⃣b1998 }\n")
  #expect(site.link().diagnostics.map(\.code) == [.circularReference])
}
