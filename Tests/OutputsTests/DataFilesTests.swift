import Foundation
import TestSupport
import Testing

/// The records as data: tables, and what describes them to programs.
@Suite struct DataFilesTests {
  private static let hub = """
    -- site-content/hub.yaml --
    \(BuiltSite.hub)
    summary: A hub on rivers.
    publisher: {name: The editors, url: "https://editors.example/"}
    licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
    -- site-content/countries/c.yaml --
    - {id: aa, title: Aland, region: north, organisations: [hills], alpha3: AAA, identifiers: {wikidata: Q1, iso_3166: AA}}
    - {id: bb, title: Bland}
    -- site-content/actors/a.yaml --
    - {id: hills, title: Hills, type: bloc, abbreviation: HB, members: [aa, bb], body: assembly, url: "https://hills.example/"}
    - {id: friends, title: Friends, type: civil-society, tags: [one; two, three]}
    -- site-content/bodies/b.yaml --
    - {id: assembly, title: The assembly}
    - {id: bureau, title: The bureau, parent: assembly, openness: open}
    -- site-content/people/p.yaml --
    - {id: ada, title: Ada, role: Chair, affiliation: hills, identifiers: {other: [{scheme: orcid, id: 0000-1}]}}
    - {id: bo, title: Bo, affiliation_name: Elsewhere}
    - {id: cy, title: Cy}
    -- site-content/issues/i.yaml --
    - {id: flow, title: Flow, stance: technical}
    -- site-content/meetings/m.yaml --
    - id: old
      title: Old
      type: group
      organ: assembly
      start: 2031-02-03
      city: Bern
      confidence: memory
      attend: [states, anybody]
      deadlines: [{title: Register, date: 2031-01-04}]
    - {id: new, title: New, type: group, start: 2031-08, confidence: memory}
    -- site-content/proposals/p.yaml --
    - {id: p1, issue: flow, meeting: old, proposers: [aa], supporters: [bb, friends], asks: A., outcome: adopted, outcome_confidence: memory, confidence: memory}
    - {id: p2, issue: flow, meeting: old, proposers: [hills, aa], asks: B., confidence: memory}
    - {id: p3, issue: flow, meeting: old, proposers: [hills], asks: C., confidence: memory}
    -- site-content/elections/e.yaml --
    - id: chair
      meeting: old
      post: Chair
      date: 2031-02-04
      confidence: memory
      rounds: [{round: 1, candidates: [{name: Ada, votes: 7}, {country: bb, votes: 5}, {name: Cy}]}]

    """

  private static func json(_ path: String, of hub: String = hub) throws -> [String: Any] {
    let text = try BuiltSite(hub).text(path)
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  private static func lines(_ path: String, of hub: String = hub) throws -> [String] {
    try BuiltSite(hub).text(path).replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n")
      .split(separator: "\n").map(String.init)
  }

  private static func columns(_ table: String) throws -> [String] {
    try #require(lines("data/\(table).csv").first).split(separator: ",").map(String.init)
  }

  /// The parts of a list of objects by the value of one of their members.
  private static func parts(_ list: Any?, by name: String) -> [String: [String: Any]] {
    let objects = list as? [[String: Any]] ?? []
    return Dictionary(objects.map { ($0[name] as? String ?? "", $0) }) { first, _ in first }
  }

  private static let tables = [
    "actors", "bodies", "countries", "elections", "issues", "meetings", "people", "proposals", "proposals-by-bloc",
    "proposals-by-state",
  ]

  @Test func describesEveryTableAsADataPackage() throws {
    let package = try Self.json("data/datapackage.json")
    #expect(package["name"] as? String == "a-hub")
    #expect(package["id"] as? String == "https://hub.example/data/datapackage.json")
    #expect(package["description"] as? String == "A hub on rivers.")
    let licences = package["licenses"] as? [[String: String]]
    #expect(
      licences == [
        ["name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"]
      ])
    let contributors = Self.parts(package["contributors"], by: "title")
    #expect(contributors["The editors"]?["path"] as? String == "https://editors.example/")
    let resources = Self.parts(package["resources"], by: "name")
    #expect(resources.keys.sorted() == Self.tables)
    for (name, resource) in resources {
      let bytes = try #require(BuiltSite(Self.hub).files["data/\(name).csv"])
      #expect(resource["bytes"] as? Int == bytes.count)
      #expect((resource["hash"] as? String)?.count == 71)
      #expect(resource["path"] as? String == "\(name).csv")
    }
  }

  @Test func saysTheSameOfColumnsEverywhere() throws {
    let resources = Self.parts(try Self.json("data/datapackage.json")["resources"], by: "name")
    let metadata = Self.parts(try Self.json("data/csv-metadata.json")["tables"], by: "url")
    let dictionary = try BuiltSite(Self.hub).text("data/index.html")
    for table in Self.tables {
      let columns = try Self.columns(table)
      let fields = (resources[table]?["schema"] as? [String: Any])?["fields"] as? [[String: Any]] ?? []
      let described =
        (metadata["\(table).csv"]?["tableSchema"] as? [String: Any])?["columns"] as? [[String: Any]] ?? []
      #expect(fields.map { $0["name"] as? String } == columns, "\(table)")
      #expect(described.map { $0["name"] as? String } == columns, "\(table)")
      #expect(
        fields.map { $0["description"] as? String } == described.map { $0["dc:description"] as? String }, "\(table)")
      for (field, column) in zip(fields, columns) {
        let meaning = try #require(field["description"] as? String).replacing("\"", with: "&quot;")
        #expect(dictionary.contains("<code>\(column)</code>"))
        #expect(dictionary.contains("<td>\(meaning)</td>"), "\(table) \(column)")
      }
    }
  }

  @Test func givesColumnsTheirTypes() throws {
    let package = try BuiltSite(Self.hub).text("data/datapackage.json").replacing(
      #/\n\s*/#, with: " ")
    for part in [
      #"{ "name": "id", "type": "string", "description": "The record's id, which never changes.", "constraints": { "required": true, "pattern": "^[a-z0-9][a-z0-9-]*$" } }"#,
      #""name": "region", "type": "string", "description": "Its region, as declared in hub.yaml.", "constraints": { "enum": [ "north", "south" ] }"#,
      #""name": "start", "type": "string", "description": "When it opens; absent where not known.", "constraints": { "pattern": "#,
      #""name": "url", "type": "string", "format": "uri""#,
      #""name": "attend", "type": "list", "itemType": "string", "delimiter": "; ""#,
      #""name": "deadlines", "type": "array""#,
      #""name": "identifiers.wikidata", "type": "string", "description": "Its item in Wikidata.", "constraints": { "pattern": "^Q"#,
      #""primaryKey": [ "state", "meeting" ]"#,
    ] {
      #expect(package.contains(part.replacing("\"state\"", with: "\"country\"")), "\(part)")
    }
    let metadata = try BuiltSite(Self.hub).text("data/csv-metadata.json").replacing(#/\n\s*/#, with: " ")
    for part in [
      #""datatype": { "base": "string", "format": "^(north|south)$" }"#, #""datatype": "nonNegativeInteger""#,
      #""separator": "; ""#, #""datatype": "json""#, #""aboutUrl": "{+address}""#, #""lang": "en""#,
      #""dc:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" }"#,
    ] {
      #expect(metadata.contains(part), "\(part)")
    }
  }

  @Test func joinsTablesByKeys() throws {
    let package = try BuiltSite(Self.hub).text("data/datapackage.json").replacing(#/\n\s*/#, with: "")
    let metadata = try BuiltSite(Self.hub).text("data/csv-metadata.json").replacing(#/\n\s*/#, with: "")
    #expect(package.contains(#"{"fields": ["body"],"reference": {"resource": "bodies","fields": ["id"]}}"#))
    // A table that names its own rows.
    #expect(package.contains(#"{"fields": ["parent"],"reference": {"resource": "","fields": ["id"]}}"#))
    #expect(
      metadata.contains(
        #"{"columnReference": "parent","reference": {"resource": "bodies.csv","columnReference": "id"}}"#))
    // A list of ids has no key in either.
    #expect(!package.contains(#""fields": ["organisations"]"#))
  }

  @Test func separatesListsByWhatStandsInNoneOfTheirItems() throws {
    let actors = try Self.lines("data/actors.csv")
    #expect(actors.contains { $0.contains("one; two | three") })
    #expect(try BuiltSite(Self.hub).text("data/datapackage.json").contains("\"delimiter\": \" | \""))
    #expect(try BuiltSite(Self.hub).text("data/index.html").contains("stands between two items"))
    let steps = """
      -- site-content/routes/r.yaml --
      - {id: one, title: One, confidence: memory, steps: [Ask, Go]}
      """
    let mixed = steps + "\n- {id: two, title: Two, confidence: memory, steps: [{title: Ask, note: Early}, Go]}"
    #expect(try Self.lines("data/routes.csv", of: steps)[1].contains("\"Ask; Go\""))
    #expect(
      try Self.lines("data/routes.csv", of: mixed).filter { $0.contains("[") } == [
        "one,https://hub.example/routes/one.html,One,memory,\"[\"\"Ask\"\",\"\"Go\"\"]\"",
        "two,https://hub.example/routes/two.html,Two,memory,\"[{\"\"title\"\":\"\"Ask\"\",\"\"note\"\":\"\"Early\"\"},\"\"Go\"\"]\"",
      ])
  }

  @Test func countsProposalsByStateAndByBloc() throws {
    let head = "made,supported,made_by_blocs,adopted,adopted_with_changes,rejected,withdrawn,no_consensus,unknown"
    #expect(
      try Self.lines("data/proposals-by-state.csv") == [
        "country,meeting,\(head)", "aa,old,2,0,1,1,0,0,0,0,1", "bb,old,0,1,2,0,0,0,0,0,0",
      ])
    #expect(
      try Self.lines("data/proposals-by-bloc.csv") == [
        "actor,meeting,\(head.replacing("blocs", with: "members"))", "friends,old,0,1,0,0,0,0,0,0,0",
        "hills,old,2,0,1,0,0,0,0,0,2",
      ])
    let data = try Self.json("data/proposals-by-state.json")
    #expect((data["records"] as? [[String: Any]])?[0]["made"] as? Int == 2)
    let none = "-- site-content/issues/i.yaml --\n- {id: flow, title: Flow, stance: technical}"
    #expect(try BuiltSite(none).paths.allSatisfy { !$0.hasPrefix("data/proposals") })
  }

  @Test func namesPeopleAndOrganisationsAsPopoloDoes() throws {
    let popolo = try Self.json("data/popolo.json")
    let people = Self.parts(popolo["persons"], by: "id")
    #expect(people.keys.sorted() == ["people/ada", "people/bo", "people/cy"])
    #expect(
      people["people/ada"]?["identifiers"] as? [[String: String]] == [["identifier": "0000-1", "scheme": "orcid"]])
    #expect(people["people/cy"]?.keys.sorted() == ["id", "links", "name"])
    let organizations = Self.parts(popolo["organizations"], by: "id")
    #expect(organizations["bodies/bureau"]?["parent_id"] as? String == "bodies/assembly")
    #expect(organizations["actors/hills"]?["other_names"] as? [[String: String]] == [["name": "HB"]])
    #expect(
      organizations["countries/aa"]?["identifiers"] as? [[String: String]] == [
        ["identifier": "AAA", "scheme": "iso_3166_alpha_3"], ["identifier": "Q1", "scheme": "wikidata"],
        ["identifier": "AA", "scheme": "iso_3166"],
      ])
    let memberships = popolo["memberships"] as? [[String: Any]] ?? []
    #expect(memberships.count == 4)
    #expect(memberships[0]["role"] as? String == "Chair")
    #expect(memberships[1]["organization"] as? [String: String] == ["name": "Elsewhere"])
    #expect(
      memberships.compactMap { ($0["member"] as? [String: String])?["id"] } == ["countries/aa", "countries/bb"])
  }

  @Test func namesMeetingsAndVotesAsPopoloDoes() throws {
    let popolo = try Self.json("data/popolo.json")
    let events = Self.parts(popolo["events"], by: "id")
    #expect(events["meetings/old"]?["organization_id"] as? String == "bodies/assembly")
    #expect(events["meetings/new"]?["start_date"] as? String == "2031-08")
    let votes = popolo["vote_events"] as? [[String: Any]] ?? []
    #expect(votes.map { $0["id"] as? String } == ["elections/chair/round-1"])
    let counts = votes[0]["counts"] as? [[String: Any]] ?? []
    // Of the third nobody knows the votes.
    #expect(counts.map { $0["option"] as? String } == ["Ada", "Bland"])
    #expect(votes[0]["legislative_session_id"] as? String == "meetings/old")
    let none = "-- site-content/issues/i.yaml --\n- {id: flow, title: Flow, stance: technical}"
    #expect(try !BuiltSite(none).paths.contains("data/popolo.json"))
    #expect(try !BuiltSite(none).text("data/index.html").contains("popolo.json"))
  }

  @Test func claimsNoLicenceThatTheHubDoesNotName() throws {
    let none = "-- site-content/issues/i.yaml --\n- {id: flow, title: Flow, stance: technical}"
    let package = try Self.json("data/datapackage.json", of: none)
    #expect(package["licenses"] == nil)
    #expect(package["description"] == nil)
    #expect(try !BuiltSite(none).text("data/csv-metadata.json").contains("dc:license"))
  }
}
