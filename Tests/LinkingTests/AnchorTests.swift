import Content
import Diagnostics
import Linking
import TestSupport
import Testing

/// Links lead to the place that a writer meant, whatever the page's own parts are called.
struct AnchorTests {
  private let site = """
    -- issues/a.md --
    ---
    title: A
    stance: technical
    ---

    ## Positions

    ## What we want {#aims #goals}

    ## U\u{308}ber uns
    -- guides/b.md --
    ---
    title: B
    ---

    [1](../issues/a.md#positions), [2](../issues/a.md#timeline), [3](../issues/a.md#goals), [4](../issues/a.md#\u{FC}ber-uns), [[a#aims]],
    [[a#positions-1]].
    """

  @Test func leadToTheHeadingAndElseToThePartOfThePage() throws {
    let (linked, diagnostics) = try SiteFixture(site).link()
    let page = try #require(linked?.pages.first { $0.id.name == "b" })
    #expect(diagnostics.map(\.message) == [])
    let anchors = page.targets.map { target -> [UInt8] in
      guard case .page(_, let anchor?)? = target else { return [] }
      return Array(anchor.utf8)
    }
    #expect(
      anchors
        == ["positions-1", "timeline", "goals", "\u{FC}ber-uns", "aims", "positions-1"].map { Array($0.utf8) })
  }

  @Test func namesMeetHoweverTheirLettersWereTyped() throws {
    let site = try SiteFixture(
      "-- guides/a.md --\n---\ntitle: \u{DC}bersicht\n---\n\n[[U\u{308}bersicht]]\n-- guides/b.md --\n---\ntitle: B\nshort: E\u{301}cole\n---\n\n[[\u{C9}COLE]]\n"
    )
    #expect(site.allFaults() == [])
  }

  /// The record of an id that a heading has given up stands at its new one.
  @Test func aRenamedHeadingKeepsWhatWasPublished() throws {
    let ledger =
      "issues/a.html#goals\nissues/a.html#aims\nissues/a.html#positions\nissues/a.html#positions-1\nissues/a.html#gone"
    let fixture = try SiteFixture(site + "\n-- published.txt --\n" + ledger)
    let content = try #require(fixture.read().content)
    let graph = try #require(fixture.link().graph)
    #expect(checkPublished(content, graph).map(\.range.start.line) == [5])
    #expect(!PublishedAddresses.addresses(of: graph).contains("issues/a.html#goals"))
  }

  @Test func aRecordDoesNotStandAtAnOldIDOfAHeading() throws {
    let fixture = try SiteFixture(
      site + """

        -- proposals/p.yaml --
        - id: 1️⃣goals
          issue: a
          meeting: first
          asks: That it rain.
          confidence: memory
        -- meetings/m.yaml --
        - { id: first, title: First, type: conference }
        """)
    #expect(fixture.allFaults() == ["proposals/p.yaml 1️⃣ duplicate-address"])
  }

  /// A text of many headings is looked up by names, and one of few looked through: both find the same.
  @Test(arguments: [0, 60]) func findsHeadingsAmongFewAndMany(_ others: Int) throws {
    let more = (0..<others).map { "## Point \($0)\n\n" }.joined()
    let texts = """
      -- issues/a.md --
      ---
      title: A
      stance: technical
      ---

      ## Aims {#aims #goals}

      ## Positions

      \(more)
      -- guides/b.md --
      ---
      title: B
      ---

      [[a#aims]], [[a#goals]], [[a#positions]], [[a#positions-1]]
      """
    #expect(
      try SiteFixture(texts + ", [gone](1️⃣../issues/a.md#gone)").allFaults() == ["guides/b.md 1️⃣ unresolved-anchor"])
    let graph = try #require(SiteFixture(texts).link().graph)
    let page = try #require(graph.pages.first { $0.document.id.name == "b" })
    #expect(page.links.anchors.map(\.anchor) == ["aims", "goals", "positions-1", "positions-1"])
  }
}
