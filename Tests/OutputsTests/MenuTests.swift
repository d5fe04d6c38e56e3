import Testing

@Suite struct MenuTests {
  private static let records = """
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical}
    -- site-content/bodies/b.yaml --
    - {id: parties, title: Parties}
    -- site-content/countries/c.yaml --
    - {id: xa, title: Alderland}
    -- site-content/routes/r.yaml --
    - {id: observe, title: Observe, lead_time: Two weeks}
    """

  private func menu(_ hub: String, on page: String = "index.html") throws -> String {
    try BuiltSite(hub).text(page).pieces(between: "<nav class=\"menu\"", and: "</nav>").first ?? ""
  }

  @Test func namesEachIndexOfASmallHub() throws {
    let menu = try menu(Self.records)
    #expect(!menu.contains("<details"))
    #expect(
      menu.elements("<li>", "</li>").sorted() == ["All pages", "Countries", "Issues", "Take part", "Who decides"])
  }

  /// Neither the foot of a page nor the sitemap names a page of data that a hub without records lacks.
  @Test(arguments: [
    (records, true), ("-- site-content/pages/about.md --\n---\ntitle: About\n---\nWho runs it.\n", false),
  ])
  func namesThePageOfDataWhereThereIsOne(_ hub: String, _ isThere: Bool) throws {
    let site = try BuiltSite(hub)
    #expect(site.paths.contains("data/index.html") == isThere)
    for path in ["index.html", "404.html", "sitemap.xml"] {
      #expect(try site.text(path).contains("data/") == isThere, "\(path)")
    }
  }

  @Test func putsTheIndexesOfALargeHubBehindDoors() throws {
    let hub =
      Self.records + "\n" + """
        -- site-content/meetings/m.yaml --
        - {id: m, title: M, type: group, start: 2031-06-01, confidence: memory}
        -- site-content/actors/a.yaml --
        - {id: hills, title: Hills, type: bloc}
        -- site-content/glossary/t.yaml --
        - {id: bank, title: Bank, meaning: A side.}
        """
    let menu = try menu(hub, on: "countries/index.html")
    #expect(
      menu.pieces(between: "<summary", and: "</summary>") == [
        " class=\"here\">Take part", ">Meetings", ">Who decides", ">Learn",
      ])
    #expect(menu.contains("<li><a href=\"../issues/index.html\">Issues</a></li>"))
    #expect(menu.contains("aria-current=\"true\">Countries"))
  }

  @Test func leadsFromTheFootOfEachPageToWhoRunsTheHub() throws {
    let about = "\n-- site-content/pages/about.md --\n---\ntitle: About us\n---"
    let text = try BuiltSite(Self.records + about).text("all-pages.html")
    let foot = text.pieces(between: "<footer class=\"site-foot\">", and: "</footer>").first ?? ""
    #expect(foot.contains("<li><a href=\"pages/about.html\">About us</a></li>"))
    #expect(foot.contains("<li><a href=\"data/index.html\">Data</a></li>"))
  }
}
