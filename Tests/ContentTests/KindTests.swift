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
    SmallestDocument(folder: "explainers", kind: Explainer.kind, required: ["title: A"]),
    SmallestDocument(
      folder: "advocacy-bytes", kind: CaseStudy.kind,
      required: ["title: A", "meeting: pp-22", "mechanism: Conference"],
      body: caseStudyBody),
    SmallestDocument(folder: "guides", kind: Guide.kind, required: ["title: A"]),
    SmallestDocument(folder: "briefings", kind: Briefing.kind, required: ["title: A", "meeting: pp-22"]),
    SmallestDocument(
      folder: "dispatches", kind: Dispatch.kind,
      required: ["title: A", "date: 2026-11-09", "authors: [somebody]", "meeting: pp-22", "role: Delegate"]),
    SmallestDocument(folder: "takeaways", kind: Takeaways.kind, required: ["title: A", "meeting: pp-22"]),
    SmallestDocument(folder: "statements", kind: Statement.kind, required: ["title: A", "date: 2026-11-09"]),
    SmallestDocument(folder: "essays", kind: Article.kind, required: ["title: A"]),
    SmallestDocument(folder: "pages", kind: StandingPage.kind, required: ["title: A"]),
    SmallestDocument(folder: "issues", kind: Content.Issue.kind, required: ["title: A", "stance: technical"]),
    SmallestDocument(folder: "meetings", kind: Meeting.kind, required: ["title: A", "type: conference"]),
    SmallestDocument(folder: "bodies", kind: Body.kind, required: ["title: A"]),
    SmallestDocument(folder: "resolutions", kind: Resolution.kind, required: ["title: A", "organ: pp", "number: 130"]),
    SmallestDocument(
      folder: "proposals", kind: Proposal.kind, required: ["issue: itrs", "meeting: pp-22", "asks: For more"]),
    SmallestDocument(folder: "outcomes", kind: Outcome.kind, required: ["title: A", "meeting: pp-22"]),
    SmallestDocument(folder: "actors", kind: Content.Actor.kind, required: ["title: A", "type: bloc"]),
    SmallestDocument(folder: "countries", kind: Country.kind, required: ["title: A"]),
    SmallestDocument(folder: "people", kind: Person.kind, required: ["title: A"]),
    SmallestDocument(folder: "routes", kind: Route.kind, required: ["title: A"]),
    SmallestDocument(
      folder: "elections", kind: Election.kind, required: ["meeting: pp-22", "post: Secretary-General"]),
    SmallestDocument(folder: "library", kind: Publication.kind, required: ["title: A"]),
    SmallestDocument(folder: "glossary", kind: Term.kind, required: ["title: A", "meaning: First letter."]),
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
