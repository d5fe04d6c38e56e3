import Content
import Diagnostics
import Foundation
import Linking
import TestSupport
import Testing

private let everyKind = """
  -- explainers/e.md --
  ---
  title: E
  ---
  -- pages/about.md --
  ---
  title: About
  ---
  -- issues/itrs.md --
  ---
  title: The ITRs
  stance: technical
  slug: the-itrs
  ---
  -- meetings/pp-22.md --
  ---
  title: PP-22
  type: conference
  ---
  -- meetings/pp-22.fr.md --
  ---
  title: PP-22
  type: conference
  ---
  -- bodies/all.yaml --
  - { id: pp, title: PP }
  -- resolutions/all.yaml --
  - { id: resolution-130, title: Security, organ: pp, number: 130 }
  -- proposals/all.yaml --
  - { id: prop, issue: itrs, meeting: pp-22, asks: More, confidence: memory }
  -- proposals/all.fr.yaml --
  - { id: prop, issue: itrs, meeting: pp-22, asks: Plus, confidence: memory }
  -- outcomes/all.yaml --
  - { id: out, title: Out, meeting: pp-22, confidence: memory }
  -- outcomes/all.fr.yaml --
  - { id: out, title: Out, meeting: pp-22, confidence: memory }
  -- elections/all.yaml --
  - { id: sg, post: Secretary-General, meeting: pp-22, confidence: memory }
  -- actors/all.yaml --
  - { id: cept, title: CEPT, type: bloc }
  -- countries/all.yaml --
  - { id: ro, title: Romania, slug: romania }
  -- countries/all.fr.yaml --
  - { id: ro, title: Roumanie, slug: roumanie }
  -- people/all.yaml --
  - { id: p, title: P }
  -- routes/all.yaml --
  - { id: observer, title: Observer }
  -- library/all.yaml --
  - { id: report, title: Report }
  -- glossary/all.yaml --
  - { id: ran, title: RAN, meaning: Radio. }
  -- glossary/all.fr.yaml --
  - { id: ran, title: RAN, meaning: La radio. }
  -- issues/itrs.ar.md --
  ---
  title: The ITRs
  stance: technical
  ---

  """

@Test func givesEveryKindItsAddress() throws {
  let (graph, diagnostics) = try SiteFixture(everyKind).link()
  #expect(diagnostics.map(\.message) == [])
  let addresses = try #require(graph).pages.map { page in
    "\(page.document.id) \(page.document.language): \(page.address.path)\(page.address.fragment.map { "#" + $0 } ?? "")"
  }
  #expect(
    addresses == [
      "actors/cept en: actors/cept.html", "bodies/pp en: bodies/pp.html", "countries/ro en: countries/romania.html",
      "countries/ro fr: fr/countries/roumanie.html", "elections/sg en: meetings/pp-22.html#sg",
      "explainers/e en: explainers/e.html",
      "glossary/ran en: glossary/index.html#ran", "glossary/ran fr: fr/glossary/index.html#ran",
      "issues/itrs ar: ar/issues/the-itrs.html",
      "issues/itrs en: issues/the-itrs.html", "library/report en: library/index.html#report",
      "meetings/pp-22 en: meetings/pp-22.html",
      "meetings/pp-22 fr: fr/meetings/pp-22.html", "outcomes/out en: meetings/pp-22.html#out",
      "outcomes/out fr: fr/meetings/pp-22.html#out",
      "pages/about en: pages/about.html", "people/p en: people/p.html", "proposals/prop en: issues/the-itrs.html#prop",
      // Its issue is not translated into French, so it has its place on the original's page.
      "proposals/prop fr: issues/the-itrs.html#prop",
      "resolutions/resolution-130 en: resolutions/resolution-130.html", "routes/observer en: routes/observer.html",
    ])
}

@Test(
  arguments: [
    ("issues/itrs.html", nil, "issues/itrs.html", "itrs.html"),
    ("issues/a.html", nil, "meetings/b.html", "../issues/a.html"),
    ("index.html", nil, "fr/issues/b.html", "../../index.html"), ("fr/a.html", nil, "a.html", "fr/a.html"),
    ("issues/a.html", "é b", "x.html", "issues/a.html#%C3%A9%20b"), ("issues/a.html", "b", "issues/a.html", "#b"),
  ] as [(String, String?, String, String)])
func writesRelativeLinks(_ path: String, fragment: String?, from page: String, expected: String) throws {
  let address = PageAddress(path: try #require(OutputPath(path)), fragment: fragment)
  #expect(address.link(from: try #require(OutputPath(page))) == expected)
}

@Test(
  arguments: [
    ("index.html", nil, "https://a/"), ("fr/index.html", nil, "https://a/fr/"),
    ("issues/a.html", nil, "https://a/issues/a.html"),
    ("issues/a.html", "b", "https://a/issues/a.html#b"), ("issues/myindex.html", nil, "https://a/issues/myindex.html"),
  ] as [(String, String?, String)])
func writesAbsoluteAddresses(_ path: String, fragment: String?, expected: String) throws {
  let address = PageAddress(path: try #require(OutputPath(path)), fragment: fragment)
  #expect(address.absolute(below: "https://a/") == expected)
}

// MARK: Collisions

@Test func reportsTwoThingsAtOneAddress() throws {
  let site = try SiteFixture(
    """
    -- issues/a.md --
    1️⃣---
    title: A
    stance: technical
    aliases: [old/a.html, 2️⃣old/A.html, 3️⃣issues/a.html]
    ---
    -- issues/b.md --
    1️⃣---
    title: B
    stance: technical
    slug: a
    aliases: [2️⃣old/a.html]
    ---
    -- issues/b.fr.md --
    ---
    title: B
    stance: technical
    ---
    -- issues/index.md --
    1️⃣---
    title: Index
    stance: technical
    ---
    -- pages/index.md --
    ---
    title: A page may be called so, since pages have no list
    ---
    -- Issues/A.html --
    -- guides/names.md --
    ---
    title: Names
    ---

    [One](../Issues/A.html) [two](../files/a.pdf) [three](../files/A.pdf)
    -- files/a.pdf --
    -- files/A.pdf --
    """)
  let diagnostics = site.link().diagnostics.sorted(by: Diagnostic.inReadingOrder)
  #expect(
    diagnostics.map { "\(site.place(of: $0.range)): \($0.message)" } == [
      "Issues/A.html 1:1: one file stands at 'issues/a.html', and this would be a second",
      "files/a.pdf 1:1: one file stands at 'A.pdf', and this would be a second",
      "issues/a.md 2️⃣: an old address belongs to one page, and 'old/A.html' is taken",
      "issues/a.md 3️⃣: an old address belongs to one page, and 'issues/a.html' is taken",
      "issues/b.md 1️⃣: one page stands at 'issues/a.html', and this would be a second",
      "issues/b.md 2️⃣: an old address belongs to one page, and 'old/a.html' is taken",
      "issues/index.md 1️⃣: 'issues/index.html' is the list of the folder, and this page would stand there too",
    ])
  #expect(diagnostics.allSatisfy { $0.code == .duplicateAddress })
  #expect(
    diagnostics[0].notes.map(\.message) == ["taken by 'issues/a.html', since many systems do not tell capitals apart"])
  #expect(diagnostics[4].notes.map { "\($0.message) \(site.place(of: $0.range))" } == ["taken by this issues/a.md 1️⃣"])
}

@Test func reportsTwoThingsAtOnePlaceOfAPage() throws {
  let site = try SiteFixture(
    """
    -- meetings/pp-22.md --
    ---
    title: PP-22
    type: conference
    ---

    ## The hall
    -- outcomes/all.yaml --
    - { id: same, title: O, meeting: pp-22, confidence: memory }
    - { id: 1️⃣the-hall, title: O, meeting: pp-22, confidence: memory }
    - { id: 2️⃣deadlines, title: O, meeting: pp-22, confidence: memory }
    -- elections/all.yaml --
    - { id: same, post: P, meeting: pp-22, confidence: memory }
    """)
  let diagnostics = site.link().diagnostics
  #expect(
    site.faults(diagnostics) == [
      "outcomes/all.yaml 1:9 duplicate-address", "outcomes/all.yaml 1️⃣ duplicate-address",
      "outcomes/all.yaml 2️⃣ duplicate-address",
    ])
  #expect(diagnostics.map(\.message).contains("one place is 'meetings/pp-22.html#same', and this would be a second"))
}

@Test(arguments: [
  "a%5Cb.png", "a%01b.png", "\(String(repeating: "a", count: 230)).png", "con.png", "NUL.tar.png", "com¹.png",
  "x%3A1.png",
  "q%3F.png", "a%7Cb.png", "a.png.", "a.png%20", "a%22b.png", "aux/b.png", "b%20/c.png",
])
func reportsNamesThatNotEverySystemCanHold(_ written: String) throws {
  let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n\n![A](<img/\(written)>)\n")
  let path = "guides/img/\(try #require(written.removingPercentEncoding))"
  try site.write([], to: path)
  let diagnostics = site.link().diagnostics
  #expect(diagnostics.map(\.code) == [.invalidFileName])
  #expect(diagnostics.first?.help == "Rename it with letters, digits and hyphens")
}

@Test(arguments: [
  "console.png", "a.con.png", "com10.png", "nu l.png", "100%25.png", "h%23y.png", "it's.png", "Photo 1 (final).png",
])
func takesNamesThatEverySystemCanHold(_ written: String) throws {
  let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n\n![A](<\(written)>)\n")
  try site.write([], to: "guides/\(try #require(written.removingPercentEncoding))")
  #expect(site.allFaults() == [])
}

@Test func refusesOldAddressesAndSlugsThatNotEverySystemCanHold() throws {
  let site = try SiteFixture(
    """
    -- guides/a.md --
    ---
    title: A
    aliases: [1️⃣old/con.html, 2️⃣prn/b.html]
    ---
    -- guides/b.md --
    ---
    title: B
    slug: 1️⃣aux
    ---
    -- people/all.yaml --
    - id: 1️⃣nul
      title: N
    """)
  #expect(
    site.allFaults() == [
      "guides/a.md 1️⃣ invalid-address", "guides/a.md 2️⃣ invalid-address", "guides/b.md 1️⃣ invalid-id",
      "people/all.yaml 1️⃣ invalid-id",
    ])
}

@Test(arguments: ["..", "../../etc/passwd", "a/b", "a b", "", ".hubwright", "é", String(repeating: "x", count: 2_000)])
func survivesOwnersThatAreNoNames(_ name: String) throws {
  let site = try SiteFixture(
    """
    -- proposals/all.yaml --
    - { id: p, issue: "\(name)", meeting: "\(name)", asks: A, confidence: memory }
    -- outcomes/all.yaml --
    - { id: o, title: O, meeting: "\(name)", confidence: memory }
    """)
  #expect(!site.link().diagnostics.isEmpty)
}
