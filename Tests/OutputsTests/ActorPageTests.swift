import Testing

/// Actors, countries and people.
@Suite struct ActorPageTests {
  private static let hub = """
    -- site-content/actors/a.yaml --
    - {id: hills, title: Hills, type: bloc, abbreviation: HS, region: north, members: [xb, xa], members_count: 7, members_note: in 2030}
    - {id: coasts, title: Coasts, type: regional-bloc}
    - {id: quiet, title: Quiet, type: bloc}
    -- site-content/countries/c.yaml --
    - {id: xa, title: Alderland, slug: alderland, alpha3: XAL, region: north, organisations: [hills]}
    - {id: xb, title: Brookland, slug: brookland, region: south, organisations: [coasts]}
    - {id: xc, title: Élan, slug: elan}
    - {id: xd, title: Dune, slug: dune, organisations: [hills]}
    -- site-content/people/p.yaml --
    - {id: ada, title: Ada, affiliation: hills, country: xa, role: Editor}
    - {id: ben, title: Ben, affiliation_name: A mill}
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical}
    -- site-content/meetings/m.yaml --
    - id: old
      title: Old
      type: conference
      start: 2029-05-01
      country: xa
      confidence: memory
      sessions:
        - {title: Opening, moderator: {person: ada}, speakers: [{person: ben, role: guest}]}
        - {title: Closing, speakers: [{person: ada, role: speaker}, {name: Nobody}]}
    - {id: new, title: New, type: conference, start: 2030-05-01, country: xa, confidence: memory}
    -- site-content/proposals/p.yaml --
    - {id: a, issue: flow, meeting: old, proposers: [hills], supporters: [coasts], asks: A., confidence: memory}
    - {id: b, issue: flow, meeting: new, proposers: [xa], supporters: [hills], asks: B., confidence: memory}
    - {id: c, issue: flow, meeting: new, proposers: [hills, xa], asks: C., confidence: memory}
    -- site-content/elections/e.yaml --
    - {id: chair, meeting: old, post: Chair, elected: Ada, country: xa, term: 2029–2030, status: held, confidence: memory}
    -- site-content/routes/r.yaml --
    - {id: observe, title: Observe, rank: 1}
    -- site-content/library/l.yaml --
    - {id: report, title: A report, publisher: hills, date: 2030, confidence: memory}
    -- site-content/notes/one.md --
    ---
    title: A note
    authors: [ada]
    date: 2031-01-01
    ---
    See [[alderland]].
    -- site-content/notes/two.md --
    ---
    title: A newer note
    authors: [ada, ben]
    date: 2031-02-01
    ---
    """

  @Test func keepsWhatAnActorAskedForApartFromWhatItSupported() throws {
    let site = try BuiltSite(Self.hub)
    let positions = try site.section("positions", of: "actors/hills.html")
    #expect(
      positions.elements("<p class=\"group-title\">", "</p>") == [
        "New 1 May 2030 (not confirmed)", "Old 1 May 2029 (not confirmed)",
      ])
    #expect(positions.elements("<div class=\"asks\">\n<p>", "</p>") == ["C. not confirmed", "A. not confirmed"])
    #expect(
      try site.section("supported", of: "actors/hills.html").elements("<div class=\"asks\">\n<p>", "</p>") == [
        "B. not confirmed"
      ])
    #expect(try site.section("positions", of: "actors/coasts.html").contains("No position on record."))
    #expect(
      try site.section("supported", of: "actors/coasts.html").elements("<div class=\"asks\">\n<p>", "</p>") == [
        "A. not confirmed"
      ])
  }

  @Test func showsAnActorWhatTheGroupsItBelongsToAskedFor() throws {
    let site = try BuiltSite(
      """
      -- site-content/actors/a.yaml --
      - {id: hills, title: Hills, type: bloc, members: [mill, hills]}
      - {id: mill, title: Mill, type: company}
      -- site-content/issues/i.yaml --
      - {id: flow, title: Flow, stance: technical}
      -- site-content/meetings/m.yaml --
      - {id: m, title: M, type: group}
      -- site-content/proposals/p.yaml --
      - {id: a, issue: flow, meeting: m, proposers: [hills], asks: A., confidence: memory}
      - {id: b, issue: flow, meeting: m, proposers: [hills, mill], asks: B., confidence: memory}
      """)
    let asks = "<div class=\"asks\">\n<p>"
    #expect(try site.section("positions", of: "actors/mill.html").elements(asks, "</p>") == ["B. not confirmed"])
    #expect(try site.section("bloc-positions", of: "actors/mill.html").elements(asks, "</p>") == ["A. not confirmed"])
    #expect(try site.section("bloc-positions", of: "actors/hills.html") == "")
  }

  @Test func listsEachMemberOnceWhetherActorOrCountryNamesIt() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      try site.section("members", of: "actors/hills.html").elements("<li>", "</li>") == [
        "Alderland", "Brookland", "Dune",
      ])
    #expect(try site.section("members", of: "actors/coasts.html").elements("<li>", "</li>") == ["Brookland"])
    #expect(try site.section("members", of: "actors/quiet.html") == "")
  }

  @Test func listsAnActorsFactsPeopleAndPublications() throws {
    let site = try BuiltSite(Self.hub)
    let main = try site.main("actors/hills.html")
    #expect(main.contains("<dt>Region</dt><dd><a href=\"../countries/index.html#region-north\">The north</a></dd>"))
    #expect(main.contains("<dt>Members</dt><dd>7<br/><span class=\"quiet\">in 2030</span></dd>"))
    #expect(try site.section("people", of: "actors/hills.html").links.first == "../people/ada.html")
    #expect(try site.section("library", of: "actors/hills.html").contains("A report"))
    #expect(try site.section("issues", of: "actors/hills.html").links == ["../issues/flow.html"])
  }

  @Test func groupsActorsByTypeWithTheNumberOfTheirProposals() throws {
    let main = try BuiltSite(Self.hub).main("actors/index.html")
    #expect(main.pieces(between: "<h2 id=\"", and: "\"") == ["regional-bloc", "bloc"])
    #expect(main.contains("2 proposals"))
  }

  @Test func keepsWhatAStateAskedForApartFromWhatItsBlocsDid() throws {
    let site = try BuiltSite(Self.hub)
    let own = try site.section("positions", of: "countries/alderland.html")
    #expect(own.elements("<div class=\"asks\">\n<p>", "</p>") == ["B. not confirmed", "C. not confirmed"])
    let bloc = try site.section("bloc-positions", of: "countries/alderland.html")
    #expect(bloc.elements("<div class=\"asks\">\n<p>", "</p>") == ["A. not confirmed"])
    #expect(try site.section("positions", of: "countries/dune.html").contains("No position on record."))
    #expect(
      try site.section("bloc-positions", of: "countries/dune.html").elements("<div class=\"asks\">\n<p>", "</p>").count
        == 2)
  }

  @Test func saysThatItDoesNotKnowWhoLeadsADelegation() throws {
    let administration = try BuiltSite(Self.hub).section("administration", of: "countries/alderland.html")
    #expect(administration.contains("Not known. If you know who leads the delegation"))
  }

  @Test func listsElectionsMeetingsAndArticlesOfAState() throws {
    let site = try BuiltSite(Self.hub)
    #expect(try site.section("elected", of: "countries/alderland.html").contains("2029–2030"))
    #expect(
      try site.section("hosted", of: "countries/alderland.html").pieces(between: "<li id=\"", and: "\"") == [
        "new", "old",
      ])
    #expect(
      try site.section("read-more", of: "countries/alderland.html").elements("<p class=\"what\">", "</p>") == ["A note"]
    )
    #expect(try site.section("take-part", of: "countries/alderland.html").links.first == "../routes/observe.html")
  }

  @Test func findsCountriesByLetterAndByRegion() throws {
    let main = try BuiltSite(Self.hub).main("countries/index.html")
    #expect(main.elements("<p class=\"initial\"", "</p>") == ["A", "B", "D", "E"])
    #expect(main.pieces(between: "<h3 id=\"", and: "\"") == ["region-north", "region-south"])
  }

  @Test func listsWhatAPersonWroteSpokeAtAndWasElectedTo() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      try site.section("wrote", of: "people/ada.html").elements("<p class=\"what\">", "</p>") == [
        "A newer note", "A note",
      ])
    #expect(
      try site.section("spoke", of: "people/ada.html").elements("<span class=\"what\">", "</p>") == [
        "Opening Old", "Closing, speaker Old",
      ])
    #expect(
      try site.section("elected", of: "people/ada.html").elements("<span class=\"what\">", "</span>") == ["Chair"])
    #expect(try site.section("elected", of: "people/ben.html") == "")
    #expect(
      try site.section("spoke", of: "people/ben.html").elements("<span class=\"what\">", "</p>") == [
        "Opening, guest Old"
      ])
  }
}
