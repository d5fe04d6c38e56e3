import Content
import Diagnostics
import Linking
import TestSupport
import Testing

/// What registers elsewhere know records by.
@Suite struct IdentifierTests {
  @Test func readsWhatEachRegisterGivesOut() throws {
    let site = try SiteFixture(
      """
      -- people/p.yaml --
      - id: ada
        title: Ada
        identifiers:
          wikidata: Q7259
          other:
            - {scheme: orcid, id: 0000-0001, url: "https://orcid.example/0000-0001"}
      -- countries/c.yaml --
      - {id: gb-sct, title: Scotland, identifiers: {iso_3166: GB-SCT}}
      """)
    let (linked, diagnostics) = site.link()
    let graph = try #require(linked)
    #expect(site.faults(diagnostics) == [])
    let identifiers = graph.pages.flatMap(\.document.common.identifiers)
    #expect(identifiers.map(\.scheme) == ["iso_3166", "wikidata", "orcid"])
    #expect(identifiers.map(\.value) == ["GB-SCT", "Q7259", "0000-0001"])
    #expect(
      identifiers.map(\.address) == [nil, "https://www.wikidata.org/entity/Q7259", "https://orcid.example/0000-0001"])
  }

  @Test(arguments: [
    ("wikidata", "q42", "Write 'Q42'"), ("wikidata", "'https://www.wikidata.org/wiki/Q42'", "Write 'Q42'"),
    ("wikidata", "Q042", "Write the number of an item of Wikidata such as Q42"),
    ("wikidata", "Douglas", "Write the number of an item of Wikidata such as Q42"),
    ("symbol", "Res 68", "Write the symbol of a document without spaces such as A/RES/68/167"),
    ("symbol", "RESOLUTION", "Write the symbol of a document without spaces such as A/RES/68/167"),
  ])
  func refusesWhatHasAnotherForm(_ field: String, _ value: String, _ help: String) throws {
    let site = try SiteFixture(
      "-- library/l.yaml --\n- id: a\n  title: A\n  identifiers:\n    \(field): 1️⃣\(value)")
    let diagnostics = site.link().diagnostics
    #expect(site.faults(diagnostics) == ["library/l.yaml 1️⃣ wrong-type"])
    #expect(diagnostics.first?.help == help)
  }

  @Test(arguments: ["ke", "KEN", "KE-", "KE-1234", "K"])
  func refusesWhatIsNoCodeOfAState(_ code: String) throws {
    let site = try SiteFixture(
      "-- countries/c.yaml --\n- {id: ke, title: Kenya, identifiers: {iso_3166: 1️⃣\(code)}}")
    #expect(site.faults(site.link().diagnostics) == ["countries/c.yaml 1️⃣ wrong-type"])
  }

  @Test func reportsASecondRecordOfOneIdentifier() throws {
    let site = try SiteFixture(
      """
      -- library/a.yaml --
      - {id: a, title: A, identifiers: {symbol: 1️⃣D-1}}
      - {id: b, title: B, identifiers: {symbol: 2️⃣D-1, wikidata: Q5}}
      - {id: c, title: C, identifiers: {other: [{scheme: doi, id: 3️⃣D-1}, {scheme: doi, id: 4️⃣D-1}]}}
      -- glossary/g.yaml --
      - {id: t, title: T, meaning: A word., identifiers: {wikidata: Q5}}
      """)
    let diagnostics = site.link().diagnostics
    #expect(
      site.faults(diagnostics) == ["library/a.yaml 2️⃣ duplicate-id", "library/a.yaml 4️⃣ duplicate-id"])
    #expect(diagnostics[0].message == "'D-1' of 'symbol' is a publication, and this is a second")
    #expect(
      diagnostics.map { $0.notes.map { site.place(of: $0.range) } } == [
        ["library/a.yaml 1️⃣"], ["library/a.yaml 3️⃣"],
      ])
  }

  @Test func belongsToKindsThatRegistersKnow() throws {
    let site = try SiteFixture(
      "-- routes/r.yaml --\n- {id: a, title: A, 1️⃣identifiers: {wikidata: Q1}}\n"
        + "-- people/p.yaml --\n- {id: a, title: A, identifiers: {1️⃣symbol: D-1}}")
    #expect(
      site.faults(site.link().diagnostics).sorted() == [
        "people/p.yaml 1️⃣ unknown-field", "routes/r.yaml 1️⃣ unknown-field",
      ])
  }
}
