import Content
import Diagnostics
import Markdown
import TestSupport
import Testing

@Test func readsEveryRecordOfAList() throws {
  let site = try SiteFixture(
    """
    -- issues/all.yaml --
    # Comments stand where they like.
    - id: itrs
      title: The ITRs
      stance: controversial

    - id: open-ran
      title: Open RAN
      stance: to-watch
      sources:
        - { title: A report }
    """)
  let (content, diagnostics) = site.read()
  #expect(diagnostics.isEmpty)
  let documents = try #require(content?.documents)
  #expect(documents.map(\.id.description) == ["issues/itrs", "issues/open-ran"])
  #expect(documents.map { site.place(of: $0.place) } == ["issues/all.yaml 2:7", "issues/all.yaml 6:7"])
  #expect(documents.allSatisfy { $0.body.isEmpty && $0.language == "en" })
}

@Test func reportsEveryFaultOfAListAtItsPlace() throws {
  let site = try SiteFixture(
    """
    -- issues/all.yaml --
    - 1️⃣title: No id
      stance: technical
    - id: 2️⃣Wrong_ID
      title: B
      stance: technical
    - 3️⃣just a text
    - 4️⃣[a]
    - id: 5️⃣good
      title: C
    - id: 6️⃣[x]
      title: D
    -
      7️⃣id:
      title: E
    - id: fine
      title: F
      stance: 8️⃣tecnical
    """)
  let (content, diagnostics) = site.read()
  #expect(
    site.faults(diagnostics) == [
      "issues/all.yaml 1️⃣ missing-field", "issues/all.yaml 2️⃣ invalid-id", "issues/all.yaml 3️⃣ wrong-type",
      "issues/all.yaml 4️⃣ wrong-type", "issues/all.yaml 5️⃣ missing-field", "issues/all.yaml 6️⃣ invalid-id",
      "issues/all.yaml 7️⃣ missing-field", "issues/all.yaml 8️⃣ invalid-choice",
    ])
  #expect(content?.unread.folders == ["issues"])
}

@Test(arguments: [
  ("", nil), ("# nothing yet\n", nil), ("[]\n", nil), ("1️⃣title: A\n", "wrong-type"), ("1️⃣text\n", "wrong-type"),
  ("- id: a\n1️⃣---\n- id: b\n", "invalid-yaml"),
] as [(String, String?)])
func readsAListAndNothingElse(_ text: String, code: String?) throws {
  let site = try SiteFixture("-- issues/all.yaml --\n\(text)")
  #expect(site.readFaults().filter { !$0.contains("missing-field") } == (code.map { ["issues/all.yaml 1️⃣ \($0)"] } ?? []))
}

@Test func readsTranslatedLists() throws {
  let site = try SiteFixture(
    """
    -- glossary/terms.yaml --
    - { id: bloc, title: Bloc, meaning: A group. }
    -- glossary/terms.fr.yaml --
    - { id: bloc, title: Groupe, meaning: Un groupe. }
    """)
  let (content, diagnostics) = site.read()
  #expect(diagnostics.isEmpty)
  #expect(content?.documents.map { "\($0.id) \($0.language) \($0.title)" } == ["glossary/bloc en Bloc", "glossary/bloc fr Groupe"])
}

@Test func putsTheDocumentsOfAllFilesInOneOrder() throws {
  let site = try SiteFixture(
    """
    -- issues/z.yaml --
    - { id: a, title: A, stance: technical }
    -- issues/b.md --
    ---
    title: B
    stance: technical
    ---
    -- issues/b.fr.md --
    ---
    title: B
    stance: technical
    ---
    -- issues/a.yaml --
    - { id: c, title: C, stance: technical }
    -- glossary/z.yaml --
    - { id: z, title: Z, meaning: Last. }
    """)
  let documents = try #require(site.read().content?.documents)
  #expect(
    documents.map { "\($0.id) \($0.language)" } == [
      "glossary/z en", "issues/a en", "issues/b en", "issues/b fr", "issues/c en",
    ])
}

@Test func showsSoManyFaultsOfAFileAndCountsTheOthers() throws {
  let records = (0..<300).map { "- { id: r\($0), title: R }\n" }.joined()
  let (content, diagnostics) = try SiteFixture("-- issues/all.yaml --\n\(records)").read()
  #expect(diagnostics.count == 201)
  #expect(diagnostics.filter { $0.code == .missingField }.count == 200)
  #expect(diagnostics.last?.code == .tooComplex)
  #expect(diagnostics.last?.range.start.line == 201)
  // What was not looked at may be linked to.
  #expect(content?.unread.folders == ["issues"])
}

@Test func countsTheFaultsOfATextToo() throws {
  let fields = (0..<250).map { "field\($0): x\n" }.joined()
  let diagnostics = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n\(fields)---\n").read().diagnostics
  #expect(diagnostics.count == 201)
  #expect(diagnostics.last?.message == "200 faults of a file are shown, and this has 50 more from here on")
}
