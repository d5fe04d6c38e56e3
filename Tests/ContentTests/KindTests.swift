import Content
import Diagnostics
import TestSupport
import Testing

/// The smallest document of a kind: each line is a field that it needs.
struct SmallestDocument: Sendable, CustomTestStringConvertible {
  let folder: String
  let kind: Kind
  let required: [String]
  var body = ""

  var testDescription: String { kind.rawValue }

  func file(without left: String? = nil, adding extra: String = "") -> String {
    let fields = required.filter { $0 != left }.map { $0 + "\n" }.joined()
    return "-- \(folder)/a.md --\n---\n\(fields)\(extra)---\n\(body)"
  }

  private static let caseStudyBody = CaseStudy.kind.headings.map { "## \($0)\n\n" }.joined()

  static let all = [
    SmallestDocument(folder: "explainers", kind: .explainer, required: ["title: A"]),
    SmallestDocument(
      folder: "advocacy-bytes", kind: .caseStudy, required: ["title: A", "meeting: pp-22", "mechanism: Conference"],
      body: caseStudyBody),
    SmallestDocument(folder: "guides", kind: .guide, required: ["title: A"]),
    SmallestDocument(folder: "briefings", kind: .briefing, required: ["title: A", "meeting: pp-22"]),
    SmallestDocument(
      folder: "dispatches", kind: .dispatch,
      required: ["title: A", "date: 2026-11-09", "authors: [somebody]", "meeting: pp-22", "role: Delegate"]),
    SmallestDocument(folder: "takeaways", kind: .takeaways, required: ["title: A", "meeting: pp-22"]),
    SmallestDocument(folder: "statements", kind: .statement, required: ["title: A", "date: 2026-11-09"]),
    SmallestDocument(folder: "essays", kind: .article, required: ["title: A"]),
    SmallestDocument(folder: "pages", kind: .page, required: ["title: A"]),
    SmallestDocument(folder: "issues", kind: .issue, required: ["title: A", "stance: technical"]),
    SmallestDocument(folder: "meetings", kind: .meeting, required: ["title: A", "type: conference"]),
    SmallestDocument(folder: "bodies", kind: .body, required: ["title: A"]),
    SmallestDocument(folder: "resolutions", kind: .resolution, required: ["title: A", "organ: pp", "number: 130"]),
    SmallestDocument(
      folder: "proposals", kind: .proposal, required: ["issue: itrs", "meeting: pp-22", "asks: For more"]),
    SmallestDocument(folder: "outcomes", kind: .outcome, required: ["title: A", "meeting: pp-22"]),
    SmallestDocument(folder: "actors", kind: .actor, required: ["title: A", "type: bloc"]),
    SmallestDocument(folder: "countries", kind: .country, required: ["title: A"]),
    SmallestDocument(folder: "people", kind: .person, required: ["title: A"]),
    SmallestDocument(folder: "routes", kind: .route, required: ["title: A"]),
    SmallestDocument(folder: "elections", kind: .election, required: ["meeting: pp-22", "post: Secretary-General"]),
    SmallestDocument(folder: "library", kind: .publication, required: ["title: A"]),
    SmallestDocument(folder: "glossary", kind: .term, required: ["title: A", "meaning: First letter."]),
  ]
}

@Test func knowsTheSmallestDocumentOfEveryKind() {
  #expect(SmallestDocument.all.map(\.kind) == Kind.allCases)
}

@Test(arguments: SmallestDocument.all)
func readsTheSmallestDocument(_ smallest: SmallestDocument) throws {
  let (content, diagnostics) = try SiteFixture(smallest.file()).read()
  #expect(diagnostics.map(\.message) == [])
  let document = try #require(content?.documents.first)
  #expect(document.kind == smallest.kind)
  #expect(document.id == DocumentID(folder: smallest.folder, name: "a"))
  #expect(!document.title.isEmpty)
}

@Test(arguments: SmallestDocument.all)
func reportsEachRequiredFieldThatIsMissing(_ smallest: SmallestDocument) throws {
  for line in smallest.required {
    let (content, diagnostics) = try SiteFixture(smallest.file(without: line)).read()
    let name = line.prefix { $0 != ":" }
    #expect(diagnostics.map(\.message) == ["\(smallest.kind.noun) has the field '\(name)'"])
    #expect(diagnostics.map(\.code) == [.missingField])
    #expect(diagnostics.first?.help == "Add a line '\(name): …'")
    #expect(content?.unread.ids == [DocumentID(folder: smallest.folder, name: "a")])
    #expect(content?.documents.isEmpty == true)
  }
}

@Test(arguments: SmallestDocument.all)
func takesAnEmptyRequiredFieldForAMissingOne(_ smallest: SmallestDocument) throws {
  for line in smallest.required {
    let name = line.prefix { $0 != ":" }
    for nothing in ["", " ~", " null", " \"\"", " '  '", " >-"] {
      let diagnostics = try SiteFixture(smallest.file(without: line, adding: "\(name):\(nothing)\n")).read().diagnostics
      #expect(diagnostics.map(\.code) == [.missingField])
    }
  }
}

@Test(arguments: SmallestDocument.all)
func reportsAnUnknownFieldWithTheNearestName(_ smallest: SmallestDocument) throws {
  let (content, diagnostics) = try SiteFixture(smallest.file(adding: "sumary: Short\n")).read()
  #expect(diagnostics.map(\.message) == ["\(smallest.kind.noun) has no field 'sumary'"])
  #expect(diagnostics.map(\.help) == ["Write 'summary'"])
  // The document is read all the same, so that links to it are not reported as well.
  #expect(content?.documents.count == 1)
}

@Test(arguments: SmallestDocument.all)
func describesEachFieldOfAKindOnce(_ smallest: SmallestDocument) {
  let fields = smallest.kind.fields
  #expect(Set(fields.map(\.name)).count == fields.count)
  #expect(
    fields.filter(\.isRequired).map(\.name).sorted()
      == smallest.required.map { String($0.prefix { $0 != ":" }) }.sorted())
  #expect(fields.allSatisfy { $0.meaning.hasSuffix(".") && $0.shape.words.count > 5 })
}

@Test func suggestsAFieldThatIsWrittenToo() throws {
  let site = try SiteFixture(
    """
    -- issues/itrs.md --
    ---
    title: The ITRs
    1️⃣tittle: The ITRs
    stance: technical
    2️⃣id: itrs
    3️⃣colour: blue
    ---
    """)
  let diagnostics = site.read().diagnostics
  #expect(
    site.faults(diagnostics) == [
      "issues/itrs.md 1️⃣ unknown-field", "issues/itrs.md 2️⃣ unknown-field", "issues/itrs.md 3️⃣ unknown-field",
    ])
  #expect(
    diagnostics.map(\.help) == [
      "Write 'title'", "Remove the line; the file's name is the id",
      "Remove the line; 'hubwright explain' and the name of the kind lists the fields",
    ])
  #expect(diagnostics.map(\.range.coveredText) == ["tittle", "id", "colour"])
}
