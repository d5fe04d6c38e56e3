import Content
import Diagnostics
import Linking
import TestSupport
import Testing

private let files = """
  -- issues/itrs.md --
  ---
  title: The ITRs
  stance: technical
  ---

  ## What is at stake

  ### É, the accent

  ## What is at stake
  -- issues/list.yaml --
  - { id: entry, title: Entry, stance: technical }
  -- guides/join.md --
  ---
  title: Join
  ---

  ## Before
  -- guides/join.fr.md --
  ---
  title: Rejoindre
  ---

  ## Avant
  -- guides/files/paper one.pdf --
  -- guides/picture.png --
  -- pages/about.md --
  ---
  title: About
  ---

  """

/// Where the first link of a text leads: a page's id, language and anchor, a file, or the fault.
private func target(of link: String) throws -> String {
  let site = try SiteFixture(
    files
      + "-- guides/a.md --\n---\ntitle: A\n---\n\n## Part\n"
      + "-- guides/b.md --\n---\ntitle: B\n---\n\n## Own\n\n[x](\(link))\n")
  let (graph, diagnostics) = site.link()
  if let fault = diagnostics.first { return "\(fault.code.rawValue): \(fault.help ?? "")" }
  let linked = try #require(graph)
  let page = try #require(linked.pages.first { !$0.links.isEmpty })
  switch page.targets[0] {
  case .page(let index, let anchor)?:
    let document = linked.pages[index].document
    return "\(document.id) \(document.language)" + (anchor.map { " #" + $0 } ?? "")
  case .index(let path)?: return "index \(path)"
  case .asset(let path)?: return "file \(path)"
  case nil: return "nowhere"
  }
}

@Test(arguments: [
  ("join.md", "guides/join en"), ("./join.md", "guides/join en"), ("../guides/join.md", "guides/join en"),
  ("join.md#before", "guides/join en #before"),
  ("../issues/itrs.md", "issues/itrs en"), ("../issues/itrs.md#what-is-at-stake", "issues/itrs en #what-is-at-stake"),
  ("../issues/itrs.md#what-is-at-stake-1", "issues/itrs en #what-is-at-stake-1"),
  ("../issues/itrs.md#%C3%A9-the-accent", "issues/itrs en #é-the-accent"),
  ("../issues/itrs.md#é-the-accent", "issues/itrs en #é-the-accent"),
  ("../issues/itrs.md#positions", "issues/itrs en #positions"), ("../issues/itrs.md#", "issues/itrs en"),
  ("#own", "guides/b en #own"),
  ("b.md#own", "guides/b en #own"), ("join.fr.md", "guides/join fr"), ("join.fr.md#avant", "guides/join fr #avant"),
  ("files/paper%20one.pdf", "file guides/files/paper one.pdf"),
  ("<files/paper one.pdf>", "file guides/files/paper one.pdf"),
  ("picture.png", "file guides/picture.png"), ("../issues/", "index issues/index.html"),
  ("../issues", "index issues/index.html"),
  (".", "index guides/index.html"), ("%6Aoin.md", "guides/join en"), ("../guides/../issues/itrs.md", "issues/itrs en"),
])
func followsRelativeLinks(_ link: String, expected: String) throws {
  #expect(try target(of: link) == expected)
}

@Test(arguments: [
  ("jion.md", "unresolved-link: Write 'join.md'"), ("../issues/itr.md", "unresolved-link: Write '../issues/itrs.md'"),
  ("itrs.md", "unresolved-link: Write 'a.md'"), ("../isues/itrs.md", "unresolved-link: Write '../issues/itrs.md'"),
  ("xyz-quite-another.md", "unresolved-link: Correct the path; it is relative to this file"),
  (
    "../../README.md",
    "unresolved-link: Link to a file of the hub by its path from this one, or to an address that begins with https://"
  ),
  (
    "/guides/join.md",
    "unresolved-link: Link to a file of the hub by its path from this one, or to an address that begins with https://"
  ),
  (
    "%2Fetc/passwd",
    "unresolved-link: Link to a file of the hub by its path from this one, or to an address that begins with https://"
  ),
  (
    "..%2F..%2Fx.md",
    "unresolved-link: Link to a file of the hub by its path from this one, or to an address that begins with https://"
  ),
  ("join.md#befor", "unresolved-anchor: Write '#before'"), ("join.md#Before", "unresolved-anchor: Write '#before'"),
  ("#part", "unresolved-anchor: Write one of #own"), ("join.de.md", "unresolved-link: Write 'join.fr.md'"),
  ("../issues/entry.md", "unresolved-link: Write '[[issues/entry]]'"),
  ("../pages/", "unresolved-link: Correct the path; it is relative to this file"),
  ("../meetings/", "unresolved-link: Correct the path; it is relative to this file"),
  ("join.html", "unresolved-link: Write 'join.md'"),
  ("picture.jpg", "unresolved-link: Write 'picture.png'"), ("join.md?x=1", "unresolved-link: Write 'join.md'"),
  ("JOIN.md", "unresolved-link: Write 'join.md'"),
])
func reportsRelativeLinksThatLeadNowhere(_ link: String, expected: String) throws {
  #expect(try target(of: link) == expected)
}

@Test(arguments: [
  ("join.md", "guides/join fr"), ("join.md#avant", "guides/join fr #avant"),
  ("join.md#before", "unresolved-anchor: Write one of #avant"),
  ("../issues/itrs.md", "issues/itrs en"), ("../issues/", "index fr/issues/index.html"),
  ("b.fr.md#own", "guides/b fr #own"),
  ("picture.png", "file guides/picture.png"),
])
func leadsToTheReadersLanguage(_ link: String, expected: String) throws {
  let site = try SiteFixture(
    "\(files)-- guides/b.md --\n---\ntitle: B\n---\n-- guides/b.fr.md --\n---\ntitle: B\n---\n\n## Own\n\n[x](\(link))\n"
  )
  let (graph, diagnostics) = site.link()
  let linked = try #require(graph)
  let page = try #require(linked.pages.first { !$0.links.isEmpty })
  let found =
    switch page.targets[0] {
    case .page(let index, let anchor)?:
      "\(linked.pages[index].document.id) \(linked.pages[index].document.language)" + (anchor.map { " #" + $0 } ?? "")
    case .index(let path)?: "index \(path)"
    case .asset(let path)?: "file \(path)"
    case nil: diagnostics.map { "\($0.code.rawValue): \($0.help ?? "")" }.joined()
    }
  #expect(found == expected)
}

@Test func pointsAtTheAddressThatIsWritten() throws {
  let site = try SiteFixture(
    """
    -- guides/a.md --
    ---
    title: A
    ---

    É [one](1️⃣b.md), [two](../c.md), and ![three](2️⃣d.png)
    in **[four](<3️⃣e f.md>)**.
    """)
  let diagnostics = site.link().diagnostics.sorted(by: Diagnostic.inReadingOrder)
  #expect(
    diagnostics.map { "\(site.place(of: $0.range)) \($0.range.coveredText)" } == [
      "guides/a.md 1️⃣ b.md", "guides/a.md 5:22 ../c.md", "guides/a.md 2️⃣ d.png", "guides/a.md 3️⃣ e f.md",
    ])
}

// MARK: Images and files

@Test func resolvesImagesOfTextsAndFields() throws {
  let site = try SiteFixture(
    """
    -- guides/pictures/hall.png --
    -- guides/a.md --
    ---
    title: A
    image: { file: pictures/hall.png, alt: The hall }
    ---

    ![The hall](pictures/hall.png) ![Again](../guides/pictures/hall.png)
    -- people/all.yaml --
    - { id: p, title: P, image: { file: ../guides/pictures/hall.png, alt: The hall } }
    """)
  let (graph, diagnostics) = site.link()
  #expect(diagnostics.isEmpty)
  let linked = try #require(graph)
  #expect(linked.pages.map { $0.picture?.text } == ["guides/pictures/hall.png", "guides/pictures/hall.png"])
  #expect(linked.pages[0].links.map(\.picture?.text) == ["guides/pictures/hall.png", "guides/pictures/hall.png"])
  #expect(linked.assets.map(\.path.text) == ["guides/pictures/hall.png"])
}

@Test func reportsImagesThatAreNotThere() throws {
  let site = try SiteFixture(
    """
    -- guides/hall.png --
    -- guides/a.md --
    ---
    title: A
    image: { file: 1️⃣hal.png, alt: The hall }
    ---

    ![The hall](2️⃣hall.jpg) ![Up](3️⃣../../hall.png) ![Text](4️⃣a.md)
    """)
  let diagnostics = site.link().diagnostics.sorted(by: Diagnostic.inReadingOrder)
  #expect(
    diagnostics.map { "\(site.place(of: $0.range)) \($0.code.rawValue): \($0.help ?? "")" } == [
      "guides/a.md 1️⃣ unresolved-link: Write 'hall.png'", "guides/a.md 2️⃣ unresolved-link: Write 'hall.png'",
      "guides/a.md 3️⃣ unresolved-link: Put the file there, or correct the path; it is relative to this file",
      "guides/a.md 4️⃣ unresolved-link: Put the file there, or correct the path; it is relative to this file",
    ])
}
