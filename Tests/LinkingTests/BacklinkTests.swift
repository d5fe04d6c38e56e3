import CivilTime
import Content
import Diagnostics
import Linking
import Markdown
import TestSupport
import Testing

/// What each page is cited by, as `from (language): sentence`.
private func backlinks(to id: String, in graph: ContentGraph?, language: String = "en") throws -> [String] {
  let linked = try #require(graph)
  let page = try #require(linked.pages.first { $0.document.id.description == id && $0.document.language == language })
  return linked.backlinks[page.index].map { backlink in
    let from = linked.pages[backlink.from]
    let sentence = backlink.sentence.text { link in
      guard case .wikilink(_, let page, _) = from.links[link] else { return "?" }
      return linked.pages[page].document.title
    }
    return "\(from.document.id) (\(from.document.language)): \(sentence)"
  }
}

@Test func turnsLinksRoundWithTheSentenceThatCitesFirst() throws {
  let site = try SiteFixture(
    """
    -- issues/itrs.md --
    ---
    title: The ITRs
    stance: technical
    ---

    They cite [[itrs|themselves]], and [[#part]].

    ## Part
    -- guides/b.md --
    ---
    title: B
    ---

    A sentence before. The [treaty](../issues/itrs.md) comes first. Then [[itrs]] comes.

    - [[itrs]] in a list.
    -- guides/a.md --
    ---
    title: A
    ---

    ## A heading with [[itrs|a link]]

    Delegates met over
    [[itrs|the treaty]] in *Dubai*. No more.
    -- guides/a.fr.md --
    ---
    title: A
    ---

    Voir [[itrs]].
    -- guides/c.md --
    ---
    title: C
    issues: [itrs]
    ---

    A field is no citation.
    """)
  let (graph, diagnostics) = site.link()
  #expect(diagnostics.map(\.message) == [])
  #expect(
    try backlinks(to: "issues/itrs", in: graph) == [
      "guides/a (en): A heading with a link", "guides/a (fr): Voir The ITRs.", "guides/b (en): The treaty comes first.",
    ])
}

@Test func citesTheVersionThatTheReaderIsLedTo() throws {
  let site = try SiteFixture(
    """
    -- guides/a.md --
    ---
    title: A
    ---

    See [[b]].
    -- guides/a.fr.md --
    ---
    title: A
    ---

    Voir [[b]].
    -- guides/b.md --
    ---
    title: B
    ---
    -- guides/b.fr.md --
    ---
    title: B
    ---
    """)
  let graph = site.link().graph
  #expect(try backlinks(to: "guides/b", in: graph) == ["guides/a (en): See B."])
  #expect(try backlinks(to: "guides/b", in: graph, language: "fr") == ["guides/a (fr): Voir B."])
}

@Test func namesWhatLinksWithoutWordsLeadTo() throws {
  let beyond = String(repeating: "More and more words. ", count: 20)
  let long = String(repeating: "and so on ", count: 30)
  let site = try SiteFixture(
    """
    -- guides/a.md --
    ---
    title: A
    ---

    Nothing here. Compare [[c]] with [[b]]: [[c|this]] is [[c]] too. \(beyond)
    -- guides/d.md --
    ---
    title: D
    ---

    \(long)[[c]] \(long)[[b]] \(long).
    -- guides/b.md --
    ---
    title: Bees
    ---
    -- guides/c.md --
    ---
    title: Seas
    ---
    """)
  let graph = site.link().graph
  #expect(try backlinks(to: "guides/b", in: graph).first == "guides/a (en): Compare Seas with Bees: this is Seas too.")
  let cut = try #require(try backlinks(to: "guides/b", in: graph).last)
  #expect(cut.hasPrefix("guides/d (en): … ") && cut.hasSuffix(" …") && cut.contains("so on Bees and so"))
}

// MARK: Lookups

@Test func looksUpVersionsAndWhoRefers() throws {
  let site = try SiteFixture(
    """
    -- issues/itrs.md --
    ---
    title: The ITRs
    stance: technical
    related: [itrs]
    ---
    -- issues/itrs.fr.md --
    ---
    title: Le RTI
    stance: technical
    ---
    -- guides/a.md --
    ---
    title: A
    issues: [itrs, itrs]
    ---
    -- guides/a.fr.md --
    ---
    title: A
    issues: [itrs]
    ---
    -- briefings/b.md --
    ---
    title: B
    issues: [itrs]
    meeting: pp-22
    ---
    -- meetings/all.yaml --
    - { id: pp-22, title: PP-22, type: conference }
    """)
  let (found, diagnostics) = site.link()
  #expect(diagnostics.isEmpty)
  let graph = try #require(found)
  let issue = try #require(graph.page(DocumentID(folder: "issues", name: "itrs")))
  #expect(graph.page(DocumentID(folder: "issues", name: "none")) == nil)
  #expect(graph.versions(of: issue).map(\.document.title) == ["The ITRs", "Le RTI"])
  let french = graph.version(of: issue, in: "fr")
  #expect(french.document.title == "Le RTI")
  #expect(graph.version(of: french, in: "en") === issue)
  #expect(graph.version(of: issue, in: "ar") === issue)
  #expect(graph.versions(of: french).map(\.document.language) == ["en", "fr"])
  // The translation's references are those of its original.
  for page in [issue, french] {
    #expect(graph.pages(of: Guide.self, referringTo: page, by: CommonFields.issues).map(\.document.id.name) == ["a"])
    #expect(graph.articles(referringTo: page, by: [CommonFields.issues.identity]).map(\.id.name) == ["b", "a"])
  }
  #expect(graph.pages(referringTo: issue, by: Issue.related).map(\.document.id.name) == ["itrs"])
  #expect(graph.pages(of: Guide.self).map(\.document.language) == ["en"])
  #expect(graph.pages(of: Route.self).isEmpty)
  #expect(graph.today.isoText == "2026-11-22")
}
