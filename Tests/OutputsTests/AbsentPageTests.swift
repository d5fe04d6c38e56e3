import Diagnostics
import Testing

/// What a page shows of what readers do not see on the day.
@Suite struct AbsentPageTests {
  private static let hub = """
    -- site-content/pages/b.md --
    ---
    title: Call for input
    expire: 2031-03-01
    ---
    -- site-content/pages/later.md --
    ---
    title: Secret plan
    publish: 2031-04-01
    ---
    -- site-content/people/p.yaml --
    - {id: ada, title: Ada, expire: 2031-03-01}
    - {id: ben, title: Ben, publish: 2031-04-01}
    -- site-content/bodies/b.yaml --
    - {id: old, title: Old board, expire: 2031-03-01}
    - {id: new, title: New board, publish: 2031-04-01}
    -- site-content/meetings/m.yaml --
    - {id: m, title: M, type: group, organ: old, start: 2031-05-01, confidence: memory}
    - {id: n, title: N, type: group, organ: new, start: 2031-05-01, confidence: memory}
    - {id: gone, title: Gone, type: group, start: 2031-01-01, expire: 2031-03-01, confidence: memory}
    -- site-content/proposals/p.yaml --
    - {id: p, issue: flow, meeting: gone, asks: More water, confidence: memory}
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical}
    -- site-content/notes/a.md --
    ---
    title: A
    date: 2031-01-01
    authors: [ada, ben]
    ---

    The [call *for* you](../pages/b.md "See it"), [[b]], [[b|here you are]], [[pages/later]], [[Secret plan]] and
    the [plan](../pages/later.md).

    ```{deadlines}
    meeting: gone
    ```

    ```{positions}
    meeting: gone
    ```
    """

  @Test func showsALinkAsItsWords() throws {
    let site = try BuiltSite(Self.hub)
    #expect(!site.diagnostics.containsError)
    let text = try site.main("notes/a.html")
    #expect(
      text.contains(
        """
        <p>The call <em>for</em> you, Call for input, here you are, later, Secret plan and
        the plan.</p>
        """), "\(text)")
    #expect(!text.contains("More water"))
    #expect(!text.contains("No deadline"))
    #expect(try site.main("meetings/m.html").contains("<dd>Old board</dd>"))
    #expect(try !site.main("meetings/n.html").contains("New board"))
    let others = site.paths.filter { $0.hasPrefix("pages/b") || $0.hasPrefix("pages/later") }
    #expect(others.isEmpty, "\(others)")
  }

  @Test func showsALinkWhereItLeadsOnItsDay() throws {
    #expect(
      try BuiltSite(Self.hub, asOf: "2031-02-28").main("notes/a.html").contains(
        "<a href=\"../pages/b.html\" title=\"See it\">call <em>for</em> you</a>, <a href=\"../pages/b.html\">Call for input</a>"
      ))
    #expect(
      try BuiltSite(Self.hub, asOf: "2031-04-01").main("notes/a.html").contains(
        "<a href=\"../pages/later.html\">plan</a>"))
  }
}
