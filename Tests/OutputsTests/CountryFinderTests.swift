import Diagnostics
import TestSupport
import Testing

/// The map of states, the lists and what each state's page says.
@Suite struct CountryFinderTests {
  private static let hub =
    "-- site-content/hub.yaml --\n" + BuiltSite.hub + """
      languages: [en, fr, sv, ar]
      contact: contact
      edit_address: https://git.example/{path}
      -- site-content/pages/contact.md --
      ---
      title: Contact
      ---
      -- site-content/map.yaml --
      width: 400
      height: 200
      mark: 6
      note: Shapes are invented.
      sources: [{title: Atlas}]
      shapes:
        - {country: fr, path: M10 10h20v20z, x: 15, y: 15}
        - {country: de, path: M40 10h20v20z}
        - {path: M90 90h5v5z}
      tiles:
        - {country: fr, column: 0, row: 1}
        - {country: de, column: 1, row: 1}
        - {country: ax, column: 4, row: 0}
      -- site-content/countries/c.yaml --
      - {id: fr, title: France, slug: france, region: north, organisations: [union], other_names: [Gaul]}
      - {id: de, title: Germany, slug: germany, alpha3: DEU, region: south, administration: {name: Post Office, confidence: memory}}
      - {id: ax, title: Åland Islands, slug: aland}
      - {id: ee, title: Estonia, slug: estonia}
      - {id: eg, title: Égypte, slug: egypt}
      -- site-content/bodies/b.yaml --
      - {id: parties, title: Parties}
      - {id: office, title: Union office}
      -- site-content/actors/a.yaml --
      - {id: union, title: Union, type: regional-bloc, body: office}
      -- site-content/meetings/m.yaml --
      - {id: past, title: Past talks, type: group, organ: office, start: 2030-01-01, confidence: memory}
      - {id: prep, title: Talks, type: group, organ: office, start: 2031-09-01, confidence: memory}
      - {id: now, title: COP one, type: group, organ: parties, start: 2031-03-10, end: 2031-03-20, confidence: memory}
      - {id: next, title: COP two, type: group, organ: parties, start: 2032-06-01, city: Bern, confidence: memory}
      -- site-content/routes/r.yaml --
      - id: join
        title: Join
        leads_to: [parties]
        letter: "To {administration} of {country}: {meeting}, {dates}, {place}; {nothing}."
      -- site-content/notes/n.fr.md --
      ---
      title: Note
      ---
      -- site-content/notes/n.sv.md --
      ---
      title: Not
      ---
      -- site-content/notes/n.ar.md --
      ---
      title: N
      ---
      -- site-content/notes/n.md --
      ---
      title: Note
      ---
      """

  private static func site(asOf day: String = "2031-03-15", adding files: String = "") throws -> BuiltSite {
    let folder = try HubFolder(hub + files)
    let words = BuiltSite.englishWords.replacing("locale: en_GB", with: "locale: sv_SE")
    try folder.write("templates/strings/sv.yaml", words)
    let site = try BuiltSite(in: folder, asOf: day)
    #expect(conciseText(for: site.diagnostics) == "")
    return site
  }

  @Test func drawsEveryShapeOnceAndLinksThoseOfStates() throws {
    let map = try Self.site().main("countries/map.html")
    let drawing =
      map.pieces(between: "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"world\"", and: "</svg>").first ?? ""
    #expect(
      drawing.hasSuffix(
        "<path d=\"M90 90h5v5z\"/><a href=\"germany.html\"><title>Germany</title><path d=\"M40 10h20v20z\"/></a>"
          + "<a href=\"france.html\"><title>France</title><path d=\"M10 10h20v20z\"/><circle cx=\"15\" cy=\"15\" r=\"6\"/></a>"
      ))
    #expect(map.contains("Shapes are invented.") && map.contains("<cite>Atlas</cite>"))
  }

  @Test func namesStatesInTheLanguageOfTheInterface() throws {
    let site = try Self.site()
    let squares = try site.main("fr/countries/index.html").pieces(
      between: "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"squares\"", and: "</svg>"
    )
    .first
    #expect(squares?.pieces(between: "<title>", and: "</title>") == ["France", "Allemagne", "Îles Åland"])
    #expect(squares?.pieces(between: "<a href=\"", and: "\"").first == "../../countries/france.html")
    #expect(try site.main("ar/countries/map.html").contains("<title>ألمانيا</title>"))
  }

  @Test func listsStatesInTheOrderOfTheLanguagesAlphabet() throws {
    let site = try Self.site()
    func letters(_ path: String) throws -> [String] {
      try site.section("by-name", of: path).elements("<p class=\"initial\"", "</p>")
    }
    #expect(try letters("countries/index.html") == ["A", "E", "F", "G"])
    #expect(
      try site.section("by-name", of: "countries/index.html").elements("<li", "</li>") == [
        "Åland Islands", "Égypte", "Estonia", "France", "Germany",
      ])
    #expect(try letters("fr/countries/index.html") == ["A", "E", "F", "I"])
    #expect(try letters("sv/countries/index.html") == ["E", "F", "T", "Å"])
    #expect(try Set(letters("ar/countries/index.html")).count == letters("ar/countries/index.html").count)
  }

  /// Several texts may have the list, also in one book.
  @Test func namesTheLettersOfTheListOfAllStatesAlone() throws {
    let block = "~~~{countries}\n~~~"
    let page = "\n-- site-content/pages/states.md --\n---\ntitle: States\n---\n\(block)\n\n\(block)\n"
    let site = try Self.site(adding: page)
    #expect(try site.text("pages/states.html").contains("<p class=\"initial\">F</p>"))
    #expect(try site.text("countries/index.html").contains("<p class=\"initial\" id=\"letter-f\">F</p>"))
  }

  @Test func givesTheSearchCodesAndOtherNames() throws {
    let list = try Self.site().section("by-name", of: "countries/index.html")
    #expect(list.contains("<li data-find=\"de DEU\"><a href=\"germany.html\">Germany</a>"))
    #expect(list.contains("<li data-find=\"fr  Gaul\">"))
    #expect(
      try Self.site().main("countries/france.html").contains(
        "<dt>Also called</dt><dd><span class=\"names\"><span>Gaul</span></span></dd>"))
  }

  @Test func marksAStateOnTheSquares() throws {
    let site = try Self.site()
    let locator = try site.main("countries/germany.html").pieces(
      between: "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"locator\"", and: "</svg>"
    ).first
    #expect(locator?.contains("d=\"M40 5L50 5M0 15L20 15\"") == true)
    #expect(locator?.contains("<rect class=\"here\" x=\"8\" y=\"8\" width=\"13\" height=\"13\"/>") == true)
    #expect(try !site.main("countries/estonia.html").contains("locator"))
  }

  @Test func namesTheNextMeetingAtWhichARegionPrepares() throws {
    let site = try Self.site()
    #expect(
      try site.section("preparation", of: "countries/france.html").links == [
        "../bodies/office.html", "../meetings/prep.html",
      ])
    #expect(try site.section("preparation", of: "countries/germany.html") == "")
    let later = try Self.site(asOf: "2033-01-01")
    #expect(try later.section("preparation", of: "countries/france.html").contains("No coming meeting is known."))
  }

  @Test func makesOutALetterForEachState() throws {
    let site = try Self.site()
    #expect(
      try site.text("countries/germany-letter.txt")
        == "To Post Office of Germany: COP two, 1 June 2032 (not confirmed), Bern; {nothing}.")
    #expect(
      try site.text("countries/france-letter.txt")
        == "To [name of the ministry or regulator] of France: COP two, 1 June 2032 (not confirmed), Bern; {nothing}.")
    let section = try site.section("letter", of: "countries/germany.html")
    #expect(section.contains("<pre class=\"letter-text\">To Post Office of Germany"))
    #expect(section.links == ["../routes/join.html", "germany-letter.txt"])
  }

  @Test func saysHowToReportAMistake() throws {
    let site = try Self.site()
    let edit = try site.main("countries/france.html").pieces(between: "<div class=\"edit\">", and: "</div>").joined()
    #expect(edit.links == ["https://git.example/site-content/countries/c.yaml", "../pages/contact.html"])
    #expect(try site.main("countries/germany.html").contains("tell us: <a href=\"../pages/contact.html\">"))
  }

  @Test func worksWithoutMapLetterAndCorrections() throws {
    let site = try BuiltSite("-- site-content/countries/c.yaml --\n- {id: xa, title: Alderland, slug: alderland}")
    #expect(
      site.paths.filter { $0.hasPrefix("countries/") }.sorted() == ["countries/alderland.html", "countries/index.html"])
    let main = try site.main("countries/alderland.html")
    for name in ["locator", "id=\"letter\"", "map.html"] { #expect(!main.contains(name), "\(name)") }
    #expect(try !site.main("countries/index.html").contains("<svg"))
  }
}
