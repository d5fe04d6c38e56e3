import Testing

/// First mentions of terms and texts, and pages that cite a page.
@Suite struct MentionTests {
  private static func paragraphs(_ body: String, in hub: String = hub) throws -> [String] {
    let main = try BuiltSite("\(hub)\n-- site-content/notes/n.md --\n---\ntitle: N\n---\n\(body)\n").main(
      "notes/n.html")
    return main.pieces(between: "<p>", and: "</p>").map { $0.replacing("../glossary/index.html", with: "G") }
  }

  private static let hub = """
    -- site-content/hub.yaml --
    \(BuiltSite.hub)
    citations:
      - {write: "Decision {number}", organ: parties, form: decision}
    -- site-content/bodies/b.yaml --
    - {id: parties, title: Parties}
    -- site-content/resolutions/r.yaml --
    - {id: d1, title: On flows, organ: parties, form: decision, number: 1}
    - {id: d12, title: On <floods>, organ: parties, form: decision, number: 12}
    -- site-content/glossary/g.yaml --
    - {id: gauge, title: gauge, meaning: 'A "scale" & more.'}
    - {id: river-gauge, title: river gauge, meaning: A gauge in a river.}
    - {id: member, title: Sector Member, abbreviation: SM, meaning: A member.}
    """

  private static let gauge =
    "<a class=\"term\" href=\"G#gauge\" title=\"gauge: A &quot;scale&quot; &amp; more.\">gauge</a>"

  @Test func explainsATermAtItsFirstMentionAlone() throws {
    #expect(try Self.paragraphs("A gauge and a gauge.\n\nA gauge.") == ["A \(Self.gauge) and a gauge.", "A gauge."])
  }

  @Test func countsAMentionInAnyForm() throws {
    let member = "<a class=\"term\" href=\"G#member\" title=\"Sector Member: A member.\">"
    #expect(try Self.paragraphs("An SM is a Sector Member.") == ["An \(member)SM</a> is a Sector Member."])
    #expect(try Self.paragraphs("Each sector member is an SM.") == ["Each \(member)sector member</a> is an SM."])
    #expect(try Self.paragraphs("All SMs.") == ["All \(member)SMs</a>."])
  }

  @Test func takesTheLongestName() throws {
    #expect(try Self.paragraphs("The river gauge.").first?.contains("G#river-gauge") == true)
    #expect(
      try Self.paragraphs("By Decision 12, not 1.").first
        == "By <a class=\"term\" href=\"../resolutions/d12.html\" title=\"On &lt;floods&gt;\">Decision 12</a>, not 1.")
  }

  @Test(arguments: ["gauged", "misgauge", "gauge-like", "Gauge", "decision 1", "Decision 123", "SMART", "Decision  1"])
  func leavesOtherWordsAlone(_ word: String) throws {
    #expect(try Self.paragraphs("The \(word) here.") == ["The \(word) here."])
  }

  @Test func linksATextAcrossALineBreak() throws {
    #expect(try Self.paragraphs("By Decision\n1 only.").first?.contains(">Decision\n1</a>") == true)
  }

  @Test func neverLinksInHeadingsLinksOrCode() throws {
    let main = try BuiltSite(
      Self.hub
        + "\n-- site-content/notes/n.md --\n---\ntitle: N\n---\n## The gauge\n\n[a gauge](https://x.example/) `gauge` and a gauge.\n"
    ).main("notes/n.html")
    #expect(main.contains("<h2 id=\"the-gauge\">The gauge</h2>"))
    #expect(main.contains(">a gauge</a> <code>gauge</code> and a <a class=\"term\""))
  }

  @Test func linksNoMoreWhatAWikilinkNamedBefore() throws {
    #expect(try Self.paragraphs("The [[gauge]] is a gauge.").first?.contains("class=\"term\"") == false)
    #expect(try Self.paragraphs("A gauge, see [[gauge]].").first?.contains("class=\"term\"") == true)
  }

  @Test func doesNotLinkAPageToItself() throws {
    let hub =
      Self.hub
      + "\n-- site-content/resolutions/d2.md --\n---\ntitle: On seats\norgan: parties\nform: decision\nnumber: 2\n---\nDecision 2 refers to Decision 1.\n"
    let main = try BuiltSite(hub).main("resolutions/d2.html")
    #expect(main.contains("<p>Decision 2 refers to <a class=\"term\" href=\"d1.html\""))
  }

  @Test func linksFromThePageOfTheTermWithinIt() throws {
    #expect(try Self.paragraphs("Emphasis: *gauge*.") == ["Emphasis: <em>\(Self.gauge)</em>."])
    #expect(try Self.paragraphs("| A |\n| --- |\n| gauge |") == [])
  }

  private static func citations(of path: String, in hub: String) throws -> [String] {
    try BuiltSite(hub).section("cited", of: path).elements("<li>", "</li>")
  }

  @Test func showsWhereAPageIsCitedWithTheSentence() throws {
    let hub = """
      -- site-content/notes/target.md --
      ---
      title: Target
      ---
      See [[target|this]] itself.
      -- site-content/notes/b.md --
      ---
      title: B
      ---
      Nothing here. It is [[target|the aim]], they say! More.
      -- site-content/notes/a.md --
      ---
      title: A
      ---
      First [it](target.md) is. Then [[target|that]] again.
      -- site-content/notes/c.md --
      ---
      title: C
      ---
      A Target in plain words.
      """
    #expect(try Self.citations(of: "notes/target.html", in: hub) == ["A First it is.", "B It is the aim, they say!"])
  }

  @Test func escapesTheSentenceThatCites() throws {
    let hub = """
      -- site-content/notes/t.md --
      ---
      title: T
      ---
      -- site-content/notes/a.md --
      ---
      title: A <b>
      ---
      "Is [[t|T]] \\<i> & so?"
      """
    let cited = try BuiltSite(hub).section("cited", of: "notes/t.html")
    #expect(cited.contains("<a href=\"a.html\">A &lt;b&gt;</a> <q>&quot;Is T &lt;i&gt; &amp; so?&quot;</q>"))
  }

  @Test func showsWhatUsesATermInTheGlossary() throws {
    let hub = Self.hub + "\n-- site-content/notes/n.md --\n---\ntitle: A note\n---\nThe [[gauge]].\n"
    let glossary = try BuiltSite(hub).main("glossary/index.html")
    #expect(
      glossary.contains("Used in <span class=\"names\"><span><a href=\"../notes/n.html\">A note</a></span></span>"))
  }
}
