import Diagnostics
import TestSupport
import Testing

@Suite struct SearchTests {
  private static let hub = """
    -- site-content/bodies/b.yaml --
    - {id: assembly, title: River Assembly, abbreviation: RA, type: assembly of states}
    -- site-content/countries/c.yaml --
    - {id: ch, title: Switzerland, alpha3: CHE}
    -- site-content/actors/a.yaml --
    - {id: bloc, title: Upper Bloc, type: bloc, members: [ch]}
    -- site-content/people/p.yaml --
    - {id: ann, title: Ann Example, role: chair}
    -- site-content/routes/r.yaml --
    - {id: observe, title: Observe, steps: [Write a letter]}
    -- site-content/library/l.yaml --
    - {id: report, title: Report on weirs, author: Someone, date: 2030-05, url: "https://reports.example/weirs"}
    -- site-content/glossary/g.yaml --
    - {id: weir, title: Weir, abbreviation: WR, meaning: A low dam.}
    -- site-content/meetings/m.md --
    ---
    title: Assembly of 2030
    short: RA-30
    type: conference
    organ: assembly
    start: 2030-05-06
    end: 2030-05-10
    city: Basel
    country: ch
    confidence: memory
    sessions:
      - title: Opening
        speakers: [{person: ann}]
    ---
    Held [[observe|as an observer]] says.
    -- site-content/issues/i.md --
    ---
    title: Floods
    stance: technical
    key_questions: [Who warns whom?]
    ---
    -- site-content/resolutions/r.yaml --
    - {id: resolution-9, title: Warnings, organ: assembly, number: 9, topic: alarm, confidence: memory}
    -- site-content/proposals/p.yaml --
    - {id: ask, issue: i, meeting: m, proposers: [bloc], asks: Warn earlier., confidence: memory}
    -- site-content/outcomes/o.yaml --
    - {id: done, title: Warnings agreed, meeting: m, consequences: Sirens., confidence: memory}
    -- site-content/elections/e.yaml --
    - {id: vote, meeting: m, post: Chair, elected: Ann Example, confidence: memory}
    -- site-content/notes/n.md --
    ---
    title: A note
    summary: In short.
    issues: [i]
    date: 2031-02-01
    tags: [urgent]
    ---
    ## Sirens & horns

    Text with **bold**ness, a footnote[^1] and a [link](../issues/i.md).

    | a | b |
    | --- | --- |
    | one | two |

    [^1]: The note below.
    -- site-content/notes/later.md --
    ---
    title: Unpublished
    draft: true
    ---
    Secretplan.
    """

  private func shown(_ site: BuiltSite, _ language: String = "en") throws -> String {
    let names = site.paths.filter { $0.hasPrefix("search/\(language)/t") }.sorted()
    return try names.map { try site.text($0) }.joined()
  }

  @Test func findsEveryKindAtItsPlace() throws {
    let site = try BuiltSite(Self.hub)
    #expect(conciseText(for: site.diagnostics) == "")
    let addresses = try shown(site).pieces(between: "[\"", and: "\"").filter { $0.contains(".html") }
    #expect(
      addresses == [
        "actors/bloc.html", "bodies/assembly.html", "countries/ch.html", "meetings/m.html#vote",
        "glossary/index.html#weir", "issues/i.html", "library/index.html#report", "meetings/m.html", "notes/n.html",
        "meetings/m.html#done", "people/ann.html", "issues/i.html#ask", "resolutions/resolution-9.html",
        "routes/observe.html", "issues/index.html", "calendar/index.html", "meetings/index.html", "routes/index.html",
        "countries/index.html", "bodies/index.html", "resolutions/index.html", "proposals/index.html",
        "actors/index.html",
        "people/index.html", "library/index.html", "glossary/index.html", "notes/index.html", "proposals/m.html",
        "calendar/2030.html", "calendar/2030-05.html", "calendar/body-assembly.html", "calendar/issue-i.html",
        "data/index.html",
      ])
  }

  @Test func indexesTextWithoutMarkupAndWithFields() throws {
    let texts = try shown(BuiltSite(Self.hub))
    #expect(
      texts.contains(
        "[\"notes/n.html\",\"A note\",\"Article\",\"1 February 2031\",\"In short.\",[\"n\"],"
          + "\"Sirens & horns Text with boldness, a footnote and a link. a b one two The note below. · urgent\",\"en\"]"
      ))
    #expect(
      texts.contains(
        "\"Assembly of 2030\",\"Meeting\",\"6 to 10 May 2030 (not confirmed)\",\"\",[\"RA-30\",\"m\"],"
          + "\"Held as an observer says. · Basel, Switzerland · River Assembly · Opening · Ann Example\""))
    #expect(
      texts.contains(
        "\"Warnings\",\"Resolution, not confirmed\",\"\",\"alarm\",[\"Resolution 9\",\"Res 9\",\"resolution-9\"]"))
    #expect(texts.contains("\"Weir\",\"Term\",\"\",\"A low dam.\",[\"WR\",\"weir\"]"))
  }

  /// Blocks are set apart whatever their length, and what begins a text has no space before it.
  @Test func setsBlocksApart() throws {
    let hub = """
      -- site-content/notes/n.md --
      ---
      title: T
      ---
      A

      - b
      - c & "e" \\<f\\>
      """
    #expect(try shown(BuiltSite(hub)).contains("\"A b c & \\\"e\\\" <f>"))
  }

  @Test func neverShowsDrafts() throws {
    let site = try BuiltSite(Self.hub)
    let index = try site.paths.filter { $0.hasPrefix("search/") }.map { try site.text($0).lowercased() }.joined()
    #expect(!index.contains("unpublished") && !index.contains("secretplan"))
    #expect(try shown(BuiltSite(Self.hub, drafts: true)).contains("Secretplan"))
  }

  @Test func filtersByKindIssueAndYear() throws {
    let main = try BuiltSite(Self.hub).main("search.html")
    // A choice of one is none.
    #expect(!main.contains("<select name=\"issue\">"))
    #expect(main.pieces(between: "<option value=\"2031\">", and: "</option>") == ["2031 (1)"])
    #expect(main.pieces(between: "<option value=\"meeting\">", and: "</option>") == ["Meeting (1)"])
    #expect(!main.contains("<option value=\"index\">"))
  }

  @Test func putsAFieldOnEveryPageAndTheSearchPageAlikeOnce() throws {
    let site = try BuiltSite(Self.hub)
    for path in site.paths where path.hasSuffix(".html") {
      let html = try site.text(path)
      // A book to be printed has no head.
      guard !html.contains("<body class=\"page-book\">") else { continue }
      let forms = html.pieces(between: "role=\"search\" action=\"", and: "\"")
      #expect(forms.count == 1 && forms[0].hasSuffix("search.html"), "\(path)")
    }
    #expect(try site.text("notes/n.html").contains("<form class=\"search\" role=\"search\" action=\"../search.html\""))
    #expect(try site.text("search.html").contains("data-index=\"search/en/\""))
  }

  @Test func leavesTheSearchOutWhereTheHubSaysSo() throws {
    let description = BuiltSite.hub.replacing("time_zone: UTC", with: "time_zone: UTC\nsearch: false")
    let site = try BuiltSite("-- site-content/hub.yaml --\n\(description)\n" + Self.hub)
    #expect(!site.paths.contains { $0.hasPrefix("search") })
    for path in site.paths where path.hasSuffix(".html") || path == "sitemap.xml" {
      #expect(try !site.text(path).contains("search.html"), "\(path)")
    }
  }

  @Test func leadsToTheListOfAllPagesWithoutScripts() throws {
    let site = try BuiltSite(Self.hub)
    let page = try site.main("search.html")
    #expect(page.contains("<noscript><p class=\"notice\">Searching needs a script"))
    #expect(page.links.contains("all-pages.html"))
    let list = try site.main("all-pages.html")
    #expect(list.contains("<span class=\"quiet\">Term · WR</span>") && list.links.contains("search.html"))
  }

  @Test func searchesEachLanguageByItself() throws {
    let folder = try HubFolder(
      """
      -- site-content/hub.yaml --
      \(BuiltSite.hub)languages: [en, fr]
      -- site-content/countries/c.yaml --
      - {id: de, title: Germany}
      -- site-content/notes/one.md --
      ---
      title: One
      ---
      English words.
      -- site-content/notes/one.fr.md --
      ---
      title: Une
      ---
      Mots français.
      -- site-content/notes/two.md --
      ---
      title: Two
      summary: Never translated.
      ---
      English only.
      """)
    let site = try BuiltSite(in: folder)
    let french = try shown(site, "fr")
    #expect(french.contains("[\"notes/one.html\",\"Une\"") && french.contains("Mots français"))
    #expect(french.contains("[\"../notes/two.html\",\"Two\"") && french.contains("Never translated"))
    #expect(!french.contains("English only") && french.contains("\"Allemagne\"") && french.contains("[\"Germany\","))
    #expect(try !shown(site).contains("Une"))
    #expect(try site.text("fr/search.html").contains("data-index=\"../search/fr/\""))
  }

  @Test func makesTheSameIndexOnAnyNumberOfThreads() throws {
    let terms = (0..<1_200).map { "- {id: t\($0), title: Term \($0), meaning: Meaning of \($0 * 7) words.}" }
    let hub = "-- site-content/glossary/t.yaml --\n" + terms.joined(separator: "\n")
    let one = try BuiltSite(hub, jobs: 1).files.filter { $0.key.hasPrefix("search/") }
    let many = try BuiltSite(hub, jobs: 5).files.filter { $0.key.hasPrefix("search/") }
    #expect(one.count > 6 && one == many)
  }
}
