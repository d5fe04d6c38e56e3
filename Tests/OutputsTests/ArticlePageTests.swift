import Testing

@Suite struct ArticlePageTests {
  private static let hub = """
    -- site-content/people/p.yaml --
    - {id: ada, title: Ada}
    - {id: ben, title: Ben}
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical}
    -- site-content/meetings/m.yaml --
    - {id: m, title: Meeting M, type: group, start: 2031-03-01, city: Alder, confidence: memory}
    -- site-content/routes/r.yaml --
    - {id: observe, title: Observe}
    -- site-content/explainers/one.md --
    ---
    title: One
    series: steps
    part: 1
    date: 2031-01-01
    authors: [ada, ben]
    issues: [flow]
    ---
    -- site-content/explainers/two.md --
    ---
    title: Two
    series: steps
    part: 2
    date: 2030-01-01
    ---
    -- site-content/explainers/three.md --
    ---
    title: Three
    series: steps
    part: 10
    date: 2029-01-01
    ---
    -- site-content/explainers/apart.md --
    ---
    title: Apart
    issues: [flow]
    ---
    -- site-content/guides/g.md --
    ---
    title: Guide
    for: Villagers
    lead_time: A year
    route: observe
    ---
    -- site-content/dispatches/d.md --
    ---
    title: Dispatch
    date: 2031-03-01
    authors: [ada]
    meeting: m
    role: Guest
    ---
    -- site-content/letters/l.md --
    ---
    title: Letter
    date: 2031-02-02
    addressee: The Bureau
    signatories: [A & B, C]
    ---
    """

  private static func sequence(of page: String) throws -> [String] {
    let main = try BuiltSite(hub).main(page)
    return (main.pieces(between: "<nav class=\"sequence\"", and: "</nav>").first ?? "").elements("<li>", "</li>")
  }

  @Test func namesThePartsBeforeAndAfterInASeries() throws {
    #expect(try Self.sequence(of: "explainers/one.html") == ["Next Two"])
    #expect(try Self.sequence(of: "explainers/two.html") == ["Previous One", "Next Three"])
    #expect(try Self.sequence(of: "explainers/three.html") == ["Previous Two"])
    #expect(try Self.sequence(of: "explainers/apart.html") == [])
  }

  @Test func listsTheSeriesOfASectionFirstInTheirOrder() throws {
    let main = try BuiltSite(Self.hub).main("explainers/index.html")
    #expect(main.pieces(between: "<h2 id=\"", and: "\"") == ["steps", "other-articles"])
    #expect(main.elements("<p class=\"what\">", "</p>") == ["One", "Two", "Three", "Apart"])
    #expect(main.elements("<p class=\"when\">", "</p>") == ["Part 1", "Part 2", "Part 10", ""])
  }

  @Test func leadsBackThroughBreadcrumbs() throws {
    let text = try BuiltSite(Self.hub).text("explainers/one.html")
    let crumbs = text.pieces(between: "<nav class=\"breadcrumbs\"", and: "</nav>").first ?? ""
    #expect(crumbs.elements("<li>", "</li>") == ["Home", "Explainers"])
    #expect(crumbs.links == ["../index.html", "index.html"])
    #expect(try !BuiltSite(Self.hub).text("index.html").contains("breadcrumbs"))
    let index =
      try BuiltSite(Self.hub).text("explainers/index.html").pieces(between: "<nav class=\"breadcrumbs\"", and: "</nav>")
      .first ?? ""
    #expect(index.elements("<li>", "</li>") == ["Home"])
  }

  @Test func namesItsAuthorsAndDate() throws {
    let byline =
      try BuiltSite(Self.hub).main("explainers/one.html").pieces(between: "<p class=\"byline\">", and: "</p>").first
      ?? ""
    #expect(byline.links == ["../people/ada.html", "../people/ben.html"])
    #expect(byline.contains("<time datetime=\"2031-01-01\">1 January 2031</time>"))
  }

  @Test(arguments: [
    ("guides/g.html", ["For whom Villagers", "How early to start A year", "Way in Observe"]),
    ("dispatches/d.html", ["Attends as Guest", "Meeting Meeting M1 March 2031, Alder not confirmed"]),
    ("letters/l.html", ["Addressed to The Bureau"]), ("explainers/one.html", ["Issues Flow"]),
    ("explainers/two.html", []),
  ])
  func showsTheFactsOfItsKind(_ page: String, _ facts: [String]) throws {
    let lists = try BuiltSite(Self.hub).main(page).pieces(between: "<dl class=\"facts\">", and: "</dl>")
    #expect(lists.count == (facts.isEmpty ? 0 : 1))
    let list = lists.first ?? ""
    let found = list.pieces(between: "<div>", and: "</div>").map { $0.replacing("</dt>", with: "</dt> ") }
      .map { "<x>\($0)</x>" }.flatMap { $0.elements("<x>", "</x>") }
    #expect(found == facts)
  }

  /// An address or a number tells what is meant, whatever its title; a title does where it stands alone.
  @Test func listsEachSourceOnce() throws {
    let page = """
      -- site-content/notes/n.md --
      ---
      title: N
      sources:
        - {title: A report, url: "https://r.example/"}
        - {title: The report, url: "https://r.example/"}
        - {title: A paper, document: A/1}
        - {title: The paper, document: A/1}
        - {title: A paper, document: A/2}
        - {title: By ear}
        - {title: By ear}
        - {title: A report}
      ---
      """
    #expect(
      try BuiltSite(page).section("sources", of: "notes/n.html").elements("<cite>", "</cite>") == [
        "A report", "A paper", "A paper", "By ear", "A report",
      ])
  }

  @Test func listsWhoSignedALetter() throws {
    #expect(
      try BuiltSite(Self.hub).section("signatories", of: "letters/l.html").pieces(between: "<li>", and: "</li>") == [
        "A &amp; B", "C",
      ])
  }

  @Test func relatesArticlesAboutTheSameIssue() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      try site.section("related-articles", of: "explainers/one.html").elements("<p class=\"what\">", "</p>") == [
        "Apart"
      ])
    #expect(try site.section("related-articles", of: "explainers/two.html") == "")
  }

  @Test func listsEveryPageByItsFirstLetter() throws {
    let hub = """
      -- site-content/notes/a.md --
      ---
      title: “Élan” & co
      ---
      -- site-content/notes/b.md --
      ---
      title: 12 stones
      ---
      -- site-content/notes/c.md --
      ---
      title: "!?"
      ---
      -- site-content/notes/d.md --
      ---
      title: echo
      ---
      """
    let main = try BuiltSite(hub).main("all-pages.html")
    #expect(main.pieces(between: "<h2 class=\"initial\" id=\"", and: "\"") == ["indexes", "letter-other", "letter-e"])
    #expect(
      main.links.filter { $0.hasPrefix("notes/") && $0 != "notes/index.html" } == [
        "notes/c.html", "notes/b.html", "notes/d.html", "notes/a.html",
      ])
  }

  @Test func showsItsPictureWithItsAlternative() throws {
    let folder = """
      -- site-content/notes/n.md --
      ---
      title: N
      image: {file: ../explainers/river.svg, alt: A "bend"}
      ---
      ![again](../explainers/river.svg)
      -- site-content/explainers/river.svg --
      <svg/>
      """
    let site = try BuiltSite(folder)
    #expect(
      try site.main("notes/n.html").contains(
        "<figure><img src=\"../explainers/river.svg\" alt=\"A &quot;bend&quot;\"></figure>"))
    #expect(try site.text("explainers/river.svg") == "<svg/>\n")
  }

  @Test func saysOfWhichDayItTells() throws {
    let site = try BuiltSite(
      """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: group, start: 2031-01-10, confidence: memory}
      -- site-content/takeaways/t.md --
      ---
      title: T
      meeting: m
      date: 2031-02-01
      event_date: 2031-01-12
      ---
      """)
    let page = try site.text("takeaways/t.html")
    #expect(page.contains("<dt>Tells of</dt><dd><time datetime=\"2031-01-12\">12 January 2031</time></dd>"))
  }
}
