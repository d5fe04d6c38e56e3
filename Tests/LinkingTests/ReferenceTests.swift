import Content
import Diagnostics
import Linking
import TestSupport
import Testing

/// A field that refers to a document, and what is said where there is none.
struct ReferringField: Sendable, CustomTestStringConvertible {
  let document: String
  let message: String

  init(_ document: String, _ message: String) {
    (self.document, self.message) = (document, message)
  }

  var testDescription: String { message }
}

private let referringFields = [
  ReferringField("guides|authors: [1️⃣nobody]", "'authors' holds the id of a person, and there is none 'nobody'"),
  ReferringField("guides|issues: [1️⃣nothing]", "'issues' holds the id of an issue, and there is none 'nothing'"),
  ReferringField("guides|meetings: [1️⃣nowhere]", "'meetings' holds the id of a meeting, and there is none 'nowhere'"),
  ReferringField("guides|route: 1️⃣none", "'route' holds the id of a route, and there is none 'none'"),
  ReferringField(
    "guides|sources: [{ library: 1️⃣none }]", "'library' holds the id of a publication, and there is none 'none'"),
  ReferringField("guides|series: 1️⃣spotlights", "hub.yaml declares no 'spotlights' under 'series'"),
  ReferringField("briefings|meeting: 1️⃣pp-23", "'meeting' holds the id of a meeting, and there is none 'pp-23'"),
  ReferringField(
    "issues|stance: technical\nrelated: [1️⃣none]", "'related' holds the id of an issue, and there is none 'none'"),
  ReferringField(
    "issues|stance: technical\nresolutions: [1️⃣x]", "'resolutions' holds the id of a resolution, and there is none 'x'"),
  ReferringField("meetings|type: 1️⃣conferences", "hub.yaml declares no 'conferences' under 'meeting_types'"),
  ReferringField("meetings|type: conference\norgan: 1️⃣none", "'organ' holds the id of a body, and there is none 'none'"),
  ReferringField(
    "meetings|type: conference\npart_of: 1️⃣none", "'part_of' holds the id of a meeting, and there is none 'none'"),
  ReferringField(
    "meetings|type: conference\ncountry: 1️⃣xx", "'country' holds the id of a country, and there is none 'xx'"),
  ReferringField(
    "meetings|type: conference\nsessions: [{ title: S, speakers: [{ person: 1️⃣none }] }]",
    "'person' holds the id of a person, and there is none 'none'"),
  ReferringField("bodies|parent: 1️⃣none", "'parent' holds the id of a body, and there is none 'none'"),
  ReferringField("resolutions|organ: 1️⃣none\nnumber: 1", "'organ' holds the id of a body, and there is none 'none'"),
  ReferringField("outcomes|meeting: 1️⃣none", "'meeting' holds the id of a meeting, and there is none 'none'"),
  ReferringField("actors|type: bloc\nregion: 1️⃣europa", "hub.yaml declares no 'europa' under 'regions'"),
  ReferringField(
    "actors|type: bloc\nmembers: [1️⃣xx]", "'members' holds the id of a country or an actor, and there is none 'xx'"),
  ReferringField(
    "countries|organisations: [1️⃣none]", "'organisations' holds the id of an actor, and there is none 'none'"),
  ReferringField("people|affiliation: 1️⃣none", "'affiliation' holds the id of an actor, and there is none 'none'"),
  ReferringField("library|publisher: 1️⃣none", "'publisher' holds the id of an actor, and there is none 'none'"),
  ReferringField(
    "glossary|meaning: M\nsee: [1️⃣none]", "'see' holds the id of a glossary term, and there is none 'none'"),
  ReferringField(
    "guides|title: A\n---\n\n```{meeting}\nmeeting: 1️⃣none\n```",
    "'meeting' holds the id of a meeting, and there is none 'none'"),
]

@Test(arguments: referringFields)
func reportsAReferenceToNothing(_ field: ReferringField) throws {
  let parts = field.document.split(separator: "|", maxSplits: 1).map(String.init)
  let fields = parts[1].hasPrefix("title:") ? parts[1] : "title: A\nconfidence: memory\n\(parts[1])\n---"
  let site = try SiteFixture("-- \(parts[0])/a.md --\n---\n\(fields)\n")
  let diagnostics = site.link().diagnostics
  #expect(site.faults(diagnostics) == ["\(parts[0])/a.md 1️⃣ unresolved-reference"])
  #expect(diagnostics.first?.message == field.message)
}

/// Of a word that resembles none, whoever meets the fault learns what the hub declares.
@Test(arguments: [
  ("", "Declare it in hub.yaml"), ("series: [{ id: fish, title: F }]", "Declare it in hub.yaml, or write one of fish"),
  (
    "series: [{ id: fish, title: F }, { id: boats, title: B }]",
    "Declare it in hub.yaml, or write one of fish, boats"
  ),
])
func namesWhatTheHubDeclares(_ series: String, _ help: String) throws {
  let site = try SiteFixture(
    """
    -- hub.yaml --
    title: A hub
    address: https://hub.example.org/
    language: en
    time_zone: UTC
    sections: [{ folder: guides, kind: guide, title: Guides }]
    \(series)
    -- guides/a.md --
    ---
    title: A
    series: 1️⃣xylophones
    ---
    """)
  let diagnostics = site.link().diagnostics
  #expect(site.faults(diagnostics) == ["guides/a.md 1️⃣ unresolved-reference"])
  #expect(diagnostics.map(\.help) == [help])
}

@Test func resolvesReferencesOfEveryKindThatAFieldAdmits() throws {
  let site = try SiteFixture(
    """
    -- proposals/all.yaml --
    - { id: p, issue: itrs, meeting: pp-22, asks: More, proposers: [cept, ro], supporters: [1️⃣rom], sources: [{ title: S }] }
    -- issues/all.yaml --
    - { id: itrs, title: The ITRs, stance: technical }
    -- meetings/all.yaml --
    - { id: pp-22, title: PP-22, type: conference }
    -- actors/all.yaml --
    - { id: cept, title: CEPT, type: bloc }
    -- countries/all.yaml --
    - { id: ro, title: Romania }
    """)
  let (graph, diagnostics) = site.link()
  #expect(site.faults(diagnostics) == ["proposals/all.yaml 1️⃣ unresolved-reference"])
  #expect(diagnostics.first?.help == "Write 'ro'")
  let linked = try #require(graph)
  let proposal = try #require(linked.pages(of: Proposal.self).first)
  let fields = proposal.fields
  #expect(fields.proposers.map { linked.anyPage($0, in: "en")?.document.title } == ["CEPT", "Romania"])
  #expect(linked.page(fields.issue, in: "fr")?.document.id.description == "issues/itrs")
  let issue = try #require(linked.page(fields.issue, in: "en"))
  #expect(linked.pages(referringTo: issue, by: Proposal.issue).map(\.index) == [proposal.index])
  #expect(linked.pages(referringTo: issue, by: Proposal.meeting).isEmpty)
  #expect(linked.articles(referringTo: issue, by: [CommonFields.issues.identity]).isEmpty)
}

@Test func checksWhatTheHubItselfRefersTo() throws {
  let site = try SiteFixture(
    """
    -- hub.yaml --
    title: A hub
    address: https://hub.example.org/
    language: en
    time_zone: UTC
    sections: [{ folder: guides, kind: guide, title: Guides }]
    start_here: [join, 1️⃣jion]
    citations: [{ write: "Resolution {number}", organ: 2️⃣pp }]
    -- guides/join.md --
    ---
    title: Join
    ---
    """)
  let diagnostics = site.link().diagnostics.sorted(by: Diagnostic.inReadingOrder)
  #expect(site.faults(diagnostics) == ["hub.yaml 1️⃣ unresolved-reference", "hub.yaml 2️⃣ unresolved-reference"])
  #expect(diagnostics.map(\.help) == ["Write 'join'", "Correct the id, or add what it names"])
}

@Test func findsArticlesInEveryFolderOfTheirKind() throws {
  let site = try SiteFixture(
    """
    -- hub.yaml --
    title: A hub
    address: https://hub.example.org/
    language: en
    time_zone: UTC
    sections: [{ folder: a, kind: guide, title: A }, { folder: b, kind: guide, title: B }]
    start_here: [join]
    -- b/join.md --
    ---
    title: Join
    ---
    """)
  let (graph, diagnostics) = site.link()
  #expect(diagnostics.isEmpty)
  let linked = try #require(graph)
  #expect(linked.hub.startHere.map { linked.anyPage($0, in: "en")?.document.title } == ["Join"])
}

// MARK: What could not be read

@Test func reportsADocumentThatCannotBeReadOnce() throws {
  let site = try SiteFixture(
    """
    -- issues/itrs.md --
    1️⃣---
    title: The ITRs
    short: The Regulations
    ---
    -- issues/open-ran.md --
    ---
    title: 1️⃣'Open RAN
    ---
    -- meetings/all.yaml --
    - id: pp-22
      title: 1️⃣"PP-22
    -- guides/a.md --
    ---
    title: A
    issues: [itrs, open-ran, 1️⃣other]
    meetings: [pp-22, anything]
    ---

    [One](../issues/itrs.md), [two](../issues/open-ran.md#x), [[itrs]], [[issues/open-ran]], [[The Regulations]], [[pp-22]].
    [Three](../meetings/pp-22.md), [[whatever stands in the list]], 2️⃣[[guides/nothing]], [four](3️⃣nothing.md).
    """)
  #expect(
    site.allFaults() == [
      "guides/a.md 1️⃣ unresolved-reference", "guides/a.md 2️⃣ unresolved-wikilink", "guides/a.md 3️⃣ unresolved-link",
      "issues/itrs.md 1️⃣ missing-field", "issues/open-ran.md 1️⃣ invalid-yaml", "meetings/all.yaml 1️⃣ invalid-yaml",
    ])
}

@Test func leavesOutATextThatIsTooComplexWithLinksToItsHeadings() throws {
  let site = try SiteFixture(
    """
    -- guides/a.md --
    ---
    title: A
    ---

    ## Part

    1️⃣\(String(repeating: "![[]()", count: 50_000))
    -- guides/b.md --
    ---
    title: B
    ---

    [A](a.md#part)
    """)
  #expect(site.allFaults() == ["guides/a.md 1️⃣ too-complex"])
}

// MARK: Many faults

@Test func suggestsNamesForTheFirstFaultsOnly() throws {
  let links = (0..<150).map { "[[itrs\($0 % 10)]]" }.joined(separator: "\n")
  let site = try SiteFixture(
    "-- issues/itrs.yaml --\n- { id: itrs, title: I, stance: technical }\n-- guides/a.md --\n---\ntitle: A\n---\n\(links)\n"
  )
  let helps = site.link().diagnostics.map(\.help)
  #expect(helps.count == 150)
  #expect(Set(helps.prefix(100)) == ["Write '[[itrs]]'"])
  #expect(Set(helps.dropFirst(100)) == ["Write the id, title or abbreviation of a document"])
}

@Test func countsTheFaultsOfADocumentThatAreNotShown() throws {
  let links = (0..<1_000).map { "[x](x\($0).md)" }.joined(separator: "\n")
  let diagnostics = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n---\n\(links)\n").link().diagnostics
  #expect(diagnostics.count == 201)
  #expect(diagnostics.last?.message == "200 faults of a document are shown, and this has 800 more")
  #expect(diagnostics.last?.code == .tooComplex)
}

/// A document that is named by its title where its id belongs gets the id, and an address without its beginning the beginning.
@Test(arguments: [
  ("meetings|type: conference\ncountry: 1️⃣Switzerland", "Write 'ch', its id", "country: ch"),
  ("meetings|type: conference\ncountry: 1️⃣'switzerland'", "Write 'ch', its id", "country: ch"),
  (
    "guides|title: G\n---\n\n[us](1️⃣info@example.org)", "Write 'mailto:info@example.org'",
    "[us](mailto:info@example.org)"
  ),
  (
    "guides|title: G\n---\n\n[us](1️⃣www.example.org/a#b)", "Write 'https://www.example.org/a'",
    "(https://www.example.org/a#b)"
  ),
  (
    "guides|title: G\n---\n\n[us](1️⃣example.org/a)", "Write 'https://example.org/a'", "[us](https://example.org/a)"
  ),
  ("guides|title: G\n---\n\n[us](1️⃣example.org)", "Write 'https://example.org'", "[us](https://example.org)"),
])
func writesWhatANameStandsFor(_ document: String, _ help: String, _ mended: String) throws {
  let parts = document.split(separator: "|", maxSplits: 1).map(String.init)
  let fields = parts[1].contains("---") ? parts[1] : parts[1] + "\n---"
  let title = parts[1].contains("title:") ? "" : "title: A\n"
  let site = try SiteFixture(
    "-- \(parts[0])/a.md --\n---\n\(title)\(fields)\n-- countries/c.yaml --\n- { id: ch, title: Switzerland }\n")
  let (_, diagnostics) = site.link()
  let fault = try #require(diagnostics.first)
  #expect(site.faults([fault]).first?.hasPrefix("\(parts[0])/a.md 1️⃣") == true)
  #expect(fault.help == help)
  #expect(MendedFile.mend([fault]).first?.text.contains(mended) == true)
}

@Test(arguments: [
  (
    "authors: [1️⃣Maria Lopez]",
    "Write 'maria-lopez', the id of a person; 'hubwright new person \"Maria Lopez\"' makes one"
  ),
  ("authors: [1️⃣maria-lopez]", "Correct the id, or add what it names"),
])
func offersToMakeWhoIsNamed(_ field: String, _ help: String) throws {
  let site = try SiteFixture("-- guides/a.md --\n---\ntitle: A\n\(field)\n---\n")
  let diagnostics = site.link().diagnostics
  #expect(site.faults(diagnostics) == ["guides/a.md 1️⃣ unresolved-reference"])
  #expect(diagnostics.first?.help == help)
}

@Test(arguments: [
  ("Switzerland", "Write 'ch', its code; 'hubwright new country \"Switzerland\" --id ch' makes it"),
  ("Schweiz", "Write 'ch', its code; 'hubwright new country \"Schweiz\" --id ch' makes it"),
  ("Ruritania Old", "Write 'ruritania-old', the id of a country; 'hubwright new country \"Ruritania Old\"' makes one"),
])
func namesTheCodeOfAStateThatTheHubLacks(_ name: String, _ help: String) throws {
  let site = try SiteFixture(
    "-- meetings/a.md --\n---\ntitle: A\ntype: conference\nconfidence: memory\ncountry: 1️⃣\(name)\n---\n")
  let diagnostics = site.link().diagnostics
  #expect(site.faults(diagnostics) == ["meetings/a.md 1️⃣ unresolved-reference"])
  #expect(diagnostics.first?.help == help)
}
