import Content
import Diagnostics
import TestSupport
import Testing

/// The map of a hub's states.
@Suite struct MapTests {
  private static let countries = """
    -- countries/c.yaml --
    - { id: xa, title: Alderland }
    - { id: xb, title: Brookland }
    -- map.yaml --

    """

  @Test func readsAMap() throws {
    let site = try SiteFixture(
      Self.countries + """
        width: 400
        height: 200
        mark: 6
        note: Shapes are invented.
        sources: [{ title: Atlas }]
        shapes:
          - { country: xa, path: M10 10h20v-5l-3 4z }
          - { path: "M0 0H9V9Z" }
          - { country: xb, path: M1 1l2 2z, x: 2, y: 3 }
        tiles:
          - { country: xa, column: 0, row: 1 }
        """)
    #expect(site.allFaults() == [])
    let map = try #require(site.read().content?.map)
    #expect([map.width, map.height, map.markRadius] == [400, 200, 6])
    #expect(map.shapes.map { $0.country?.target } == ["xa", nil, "xb"])
    #expect(map.shapes.map { $0.mark?.y } == [nil, nil, 3])
    #expect(map.tiles.map { [$0.column, $0.row] } == [[0, 1]])
  }

  @Test func reportsEveryFaultOfAMap() throws {
    let site = try SiteFixture(
      Self.countries + """
        width: 1️⃣0
        height: 9
        shapes:
          - { path: 2️⃣"M0 0h1z\\"/><script>" }
          - { path: 3️⃣m0 0h1z }
          - 4️⃣country: xa
          - { path: M0 0h1z, 5️⃣color: red }
        tiles:
          - { country: xa, column: 0, row: 0 }
          - 6️⃣{ country: xb, column: 0, row: 0 }
        """)
    #expect(
      site.allFaults().map { $0.replacing("map.yaml ", with: "") } == [
        "1️⃣ wrong-type", "2️⃣ invalid-outline", "3️⃣ invalid-outline", "4️⃣ missing-field", "5️⃣ unknown-field",
        "6️⃣ duplicate-address",
      ])
  }

  @Test func reportsStatesThatAreNotThere() throws {
    let site = try SiteFixture(
      Self.countries + """
        width: 9
        height: 9
        shapes:
          - { country: 1️⃣xc, path: M0 0h1z }
        tiles:
          - { country: 2️⃣alderland, column: 0, row: 0 }
        """)
    #expect(site.allFaults() == ["map.yaml 1️⃣ unresolved-reference", "map.yaml 2️⃣ unresolved-reference"])
  }

  @Test(arguments: ["- a list", "width: [", "width: 1\nheight: 1\nshapes: none", "", "\u{1}"])
  func neverFailsOnAMapThatIsNone(_ text: String) throws {
    let site = try SiteFixture(Self.countries + text + "\n")
    #expect(site.allFaults().count == 1)
  }

  @Test func worksWithoutAMap() throws {
    #expect(try SiteFixture("-- countries/c.yaml --\n- { id: xa, title: A }").read().content?.map == nil)
  }
}

/// Ways to take part, and the questions that lead to them.
@Suite struct RouteFieldTests {
  private static let hub = """
    -- hub.yaml --
    \(SiteFixture.hub)questions:
      - id: aim
        title: What for?
        answers: [{ id: speak, title: To speak }, { id: watch, title: To watch }]

    """

  @Test func readsWhomARouteSuitsAndWhatItCosts() throws {
    let site = try SiteFixture(
      Self.hub + """
        -- bodies/b.yaml --
        - { id: parties, title: Parties }
        -- routes/r.yaml --
        - id: observe
          title: Observe
          suits: [watch]
          leads_to: [parties]
          cost: { text: Free., as_of: 2026-11, sources: [{ title: Rules }] }
          letter: "Dear {administration}"
        """)
    #expect(site.allFaults() == [])
    guard let fields = site.read().content?.documents.last?.fields as? Route else { throw NotARoute() }
    #expect(fields.suits.map(\.id) == ["watch"])
    #expect(fields.leadsTo.map(\.target) == ["parties"])
    #expect(fields.cost?.asOf?.isoText == "2026-11")
    #expect(fields.letter == "Dear {administration}")
  }

  private struct NotARoute: Error {}

  @Test func reportsWrongFieldsOfARoute() throws {
    let site = try SiteFixture(
      Self.hub + """
        -- routes/r.yaml --
        - { id: a, title: A, cost: 1️⃣Free }
        - { id: b, title: B, suits: [2️⃣wach] }
        - { id: c, title: C, leads_to: [3️⃣nowhere] }
        - { id: d, title: D, cost: 4️⃣{ text: 10, as_of: 2026 } }
        - { id: e, title: E, cost: 5️⃣{ text: 10, sources: [{ title: S }] } }
        - { id: f, title: F, cost: { text: 10, confidence: memory } }
        - { id: g, title: G, suits: [6️⃣[watch]] }
        """)
    #expect(
      site.allFaults().map { $0.replacing("routes/r.yaml ", with: "") } == [
        "1️⃣ wrong-type", "2️⃣ unresolved-reference", "3️⃣ unresolved-reference", "4️⃣ unsourced-fact", "5️⃣ unsourced-fact",
        "6️⃣ wrong-type",
      ])
    #expect(site.link().diagnostics.contains { $0.help == "Write 'watch'" })
  }

  @Test func refusesAnswersThatCannotBeToldApart() throws {
    let site = try SiteFixture(
      """
      -- hub.yaml --
      \(SiteFixture.hub)questions:
        - { id: aim, title: What for?, answers: [{ id: speak, title: To speak }] }
        - 1️⃣{ id: who, title: Who?, answers: [{ id: speak, title: A speaker }] }
        - 2️⃣{ id: aim, title: Again?, answers: [] }
      """)
    #expect(site.allFaults() == ["hub.yaml 1️⃣ duplicate-id", "hub.yaml 2️⃣ duplicate-id"])
  }
}
