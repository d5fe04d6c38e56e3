import Formats
import TestSupport
import Testing

@testable import Drawings

/// The map of bodies, and what a body's page says of the way into it.
@Suite struct ForumMapTests {
  private static let hub = """
    -- site-content/bodies/b.yaml --
    - {id: parties, title: Conference of the Parties, abbreviation: COP, openness: delegation, decides: "The treaty."}
    - {id: sector, title: Sector, parent: parties, rank: 1, openness: membership}
    - {id: group-2, title: Group two, parent: sector, openness: open}
    - {id: group-11, title: Group eleven <one>, parent: sector, openness: closed}
    - {id: bureau, title: Bureau, parent: parties}
    -- site-content/routes/r.yaml --
    - {id: observe, title: Observe, leads_to: [sector]}
    - {id: write, title: Write, leads_to: [group-2], cost: {text: Free, confidence: memory}}
    - {id: lobby, title: Lobby}
    -- site-content/meetings/m.yaml --
    - {id: past, title: Past, type: group, organ: sector, start: 2030-05-01, confidence: memory}
    - {id: later, title: Later, type: group, organ: sector, start: 2032-05-01, confidence: memory}
    - {id: soon, title: Soon, type: group, organ: sector, start: 2031-05-01, confidence: memory}
    -- site-content/notes/n.md --
    ---
    title: Note
    ---
    ```{forum-map}
    ```
    """

  @Test func linksEveryBodyInTheDrawingByItsNameAndWhoMayTakePart() throws {
    let main = try BuiltSite(Self.hub).main("bodies/index.html")
    let wide =
      main.pieces(between: "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"forum-drawing\"", and: "</svg>").first
      ?? ""
    #expect(
      wide.pieces(between: "<a href=\"", and: "\"").sorted() == [
        "bureau.html", "group-11.html", "group-2.html", "parties.html", "sector.html",
      ])
    #expect(
      wide.pieces(between: "<title>", and: "</title>") == [
        "Conference of the Parties, National delegations", "Sector, Members of the organisation",
        "Group two, Everybody",
        "Group eleven &lt;one&gt;, Closed", "Bureau",
      ])
    #expect(wide.elements("<text class=\"fine\"", "</text>") == ["states", "members", "open", "closed"])
  }

  @Test func tellsEachOpennessByAShapeOfItsOwn() {
    var drawn: Set<String> = []
    for mark in [OutcomeMark.full, .half, .open, .crossed] {
      var drawing = Drawing(width: 10)
      drawing.addDisc(mark, x: 5, y: 5, radius: 4)
      drawn.insert(String(decoding: drawing.ornament(height: 10, className: "m"), as: UTF8.self))
    }
    #expect(drawn.count == 4)
  }

  @Test func saysTheSameInListsAndInArticles() throws {
    let site = try BuiltSite(Self.hub)
    let names = ["Conference of the Parties", "Sector", "Group two", "Group eleven <one>", "Bureau"]
    let list = try site.main("bodies/index.html").elements("<p class=\"what\">", "</p>")
    #expect(
      list.map { $0.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(" COP", with: "") } == names)
    let note = try site.main("notes/n.html")
    #expect(note.contains("forum-drawing") && note.contains("href=\"../bodies/group-2.html\""))
  }

  @Test func showsWhereABodyStands() throws {
    let section = try BuiltSite(Self.hub).section("branch", of: "bodies/sector.html")
    #expect(
      section.pieces(between: "<a href=\"", and: "\"") == [
        "parties.html", "sector.html", "group-2.html", "group-11.html", "index.html",
      ])
    #expect(section.contains("<a href=\"sector.html\" aria-current=\"page\">"))
    #expect(
      try BuiltSite("-- site-content/bodies/b.yaml --\n- {id: lone, title: Lone}").section(
        "branch", of: "bodies/lone.html") == "")
  }

  @Test func tellsWhatABodyDecidesAndWhoMayTakePart() throws {
    let main = try BuiltSite(Self.hub).main("bodies/parties.html")
    #expect(main.contains("<dt>What it decides</dt><dd>The treaty.</dd>"))
    #expect(
      try BuiltSite(Self.hub).section("who", of: "bodies/parties.html").contains("Delegations of states take part."))
  }

  @Test func findsTheWayInToABodyOrToTheNearestAboveIt() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      try site.section("take-part", of: "bodies/group-2.html").links == [
        "../routes/write.html", "../routes/index.html",
      ])
    let borrowed = try site.section("take-part", of: "bodies/group-11.html")
    #expect(borrowed.links == ["sector.html", "../routes/observe.html", "../routes/index.html"])
    #expect(try site.section("take-part", of: "bodies/bureau.html") == "")
  }

  @Test func listsComingMeetingsNextFirst() throws {
    let site = try BuiltSite(Self.hub)
    #expect(
      try site.section("coming", of: "bodies/sector.html").links == ["../meetings/soon.html", "../meetings/later.html"])
    #expect(try site.section("past", of: "bodies/sector.html").links == ["../meetings/past.html"])
    #expect(try site.section("coming", of: "bodies/bureau.html").contains("No coming meeting"))
  }

  @Test func placesEveryBodyOfALargeForestWithinTheDrawing() throws {
    // Ten trees, one of them deep and wide: columns need several bands.
    var bodies = ""
    for tree in 0..<10 {
      bodies += "- {id: t\(tree), title: A rather long name of tree \(tree), openness: closed}\n"
      for leaf in 0..<(tree * 3) {
        bodies += "- {id: t\(tree)-\(leaf), title: Leaf \(leaf) of \(tree), parent: t\(tree)}\n"
      }
    }
    for depth in 1..<30 {
      bodies += "- {id: d\(depth), title: Deep \(depth), parent: \(depth == 1 ? "t0" : "d\(depth - 1)")}\n"
    }
    let main = try BuiltSite("-- site-content/bodies/b.yaml --\n\(bodies)").main("bodies/index.html")
    let wide =
      main.pieces(between: "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"forum-drawing\"", and: "</svg>").first
      ?? ""
    #expect(Set(wide.pieces(between: "<a href=\"", and: "\"")).count == 10 + 135 + 29)
    let height = Double(wide.pieces(between: "viewBox=\"0 0 1000 ", and: "\"").first ?? "") ?? 0
    for rectangle in wide.pieces(between: "<rect", and: "/>") {
      func number(_ name: String) -> Double {
        Double(rectangle.pieces(between: " \(name)=\"", and: "\"").first ?? "") ?? -1
      }
      #expect(number("x") >= 0 && number("x") + number("width") <= 1000.1)
      #expect(number("y") >= 0 && number("y") + number("height") <= height)
    }
  }
}
