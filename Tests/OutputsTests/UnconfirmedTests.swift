import Testing

/// What no source confirms says so wherever it shows.
@Suite struct UnconfirmedTests {
  private static func hub(_ confidence: String) -> String {
    """
    -- site-content/bodies/b.yaml --
    - {id: board, title: Board, confidence: \(confidence)}
    -- site-content/actors/a.yaml --
    - {id: hills, title: Hills, type: bloc, confidence: \(confidence)}
    -- site-content/glossary/g.yaml --
    - {id: weir, title: weir, meaning: A low dam., confidence: \(confidence)}
    -- site-content/countries/us.yaml --
    - {id: us, title: United States, alpha3: USA, region: north}
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical, meetings: [m]}
    -- site-content/meetings/m.yaml --
    - {id: m, title: Talks, type: group, organ: board, start: 2031-05-15, confidence: \(confidence), sources: [{title: S}],
       deadlines: [{title: Ask, rule: 2 weeks before the opening}]}
    -- site-content/routes/r.md --
    ---
    title: Write
    leads_to: [board]
    meeting_types: [group]
    letter: "On {dates}"
    ---
    -- site-content/guides/g.md --
    ---
    title: Guide
    summary: How to.
    date: 2031-01-01
    confidence: \(confidence)
    ---

    Mind the weir.
    """
  }

  private static let mark = "<span class=\"unconfirmed\">not confirmed</span>"

  @Test(arguments: [("memory", "not confirmed"), ("inferred", "inferred from a wider statement")])
  func saysSoWhereverItShows(_ confidence: String, _ words: String) throws {
    let site = try BuiltSite(Self.hub(confidence))
    let line = "<span>15 May 2031 \(Self.mark)</span>"
    for path in ["index.html", "meetings/m-plan.html", "calendar/index.html"] {
      #expect(try site.main(path).contains(line), "\(path)")
    }
    for path in [
      "meetings/m.html", "meetings/index.html", "calendar/2031.html", "issues/flow.html", "bodies/board.html",
    ] {
      #expect(try site.main(path).contains(Self.mark), "\(path)")
    }
    #expect(try site.main("bodies/index.html").contains("Board</a> \(Self.mark)</p>"))
    #expect(try site.main("actors/index.html").contains("Hills</a> \(Self.mark)</p>"))
    #expect(try site.main("guides/index.html").contains("Guide</a> \(Self.mark)</p>"))
    let guide = try site.main("guides/g.html")
    #expect(guide.contains("title=\"weir: A low dam. (\(words))\">weir</a>"), "\(guide)")
    #expect(guide.contains("<dd>A low dam. \(Self.mark)</dd>"))
    #expect(guide.contains("<strong>Not confirmed.</strong>"))
    #expect(try site.text("countries/us-letter.txt") == "On 15 May 2031 (\(words))")
    for path in ["downloads/pack-m.html", "downloads/guide-g.html"] {
      #expect(try site.text(path).contains("<p>\(Self.mark)</p>"), "\(path)")
    }
    #expect(try site.text("downloads/pack-m.html").contains("<p class=\"summary\">15 May 2031 (\(words))</p>"))
    #expect(try site.text("feed.xml").contains("<summary>How to. (\(words))</summary>"))
    let found = try site.paths.filter { $0.contains("search") && $0.hasSuffix(".js") }.map { try site.text($0) }
      .joined()
    #expect(found.contains("15 May 2031 (\(words))"))
    #expect(found.contains("Guide, \(words)"))
    // A day that is counted from one that is not sure is no surer.
    let due = try site.section("deadlines", of: "meetings/m.html")
    #expect(due.contains(confidence == "memory" ? Self.mark : "<span class=\"certainty\">inferred</span>"), "\(due)")
  }

  @Test func saysNothingOfWhatASourceConfirms() throws {
    let site = try BuiltSite(Self.hub("sourced"))
    for path in site.paths where path.hasSuffix(".html") {
      #expect(try !site.text(path).contains("class=\"unconfirmed\""), "\(path)")
    }
  }
}
