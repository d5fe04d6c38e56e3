import Content
import Diagnostics
import Linking
import TestSupport
import Testing

@testable import class Linking.Page

private let records = """
  -- issues/all.yaml --
  - { id: itrs, title: "The ITRs: what is at stake", short: ITRs, stance: technical }
  - { id: open-ran, title: Open RAN, stance: technical }
  -- glossary/all.yaml --
  - { id: ran, title: Radio access network, abbreviation: RAN, meaning: The radio. }
  - { id: members-rights, title: Member’s “rights”, meaning: Rights. }
  - { id: tcp, title: TCP/IP, meaning: Protocols. }
  - { id: ai, title: Artificial intelligence, abbreviation: AI, meaning: Machines. }
  -- countries/all.yaml --
  - { id: ai, title: Anguilla }
  - { id: fr, title: France }
  -- bodies/all.yaml --
  - { id: tsag, title: Advisory group, abbreviation: TSAG }
  -- actors/all.yaml --
  - { id: cept, title: European Conference, abbreviation: CEPT, type: bloc }
  - { id: sg, title: Study group, short: Group, type: group }
  -- people/all.yaml --
  - { id: p1, title: Élodie Ångström }
  - { id: p2, title: Group }
  -- proposals/all.yaml --
  - { id: prop, issue: itrs, meeting: pp-22, asks: Open RAN, sources: [{ title: S }] }
  -- meetings/all.yaml --
  - { id: pp-22, title: Plenipotentiary Conference 2022, short: PP-22, type: conference }

  """

/// Where the only wikilink of a text leads, as id and anchor, or the fault.
private func target(of text: String) throws -> String {
  let site = try SiteFixture("\(records)-- guides/a.md --\n---\ntitle: A guide\n---\n\n## Own part\n\n\(text)\n")
  let (graph, diagnostics) = site.link()
  if let fault = diagnostics.first { return "\(diagnostics.count) \(fault.code.rawValue): \(fault.help ?? "")" }
  let linked = try #require(graph)
  let page = try #require(linked.page(DocumentID(folder: "guides", name: "a")))
  guard case .page(let index, let anchor)?? = page.targets.first else { return "nowhere" }
  return linked.pages[index].document.id.description + (anchor.map { "#" + $0 } ?? "")
}

@Test(arguments: [
  ("[[itrs]]", "issues/itrs"), ("[[issues/itrs]]", "issues/itrs"), ("[[ itrs ]]", "issues/itrs"),
  ("[[itrs|the treaty]]", "issues/itrs"),
  ("[[The ITRs: what is at stake]]", "issues/itrs"), ("[[THE ITRS: WHAT IS AT STAKE]]", "issues/itrs"),
  ("[[Itrs]]", "issues/itrs"),
  ("[[PP-22]]", "meetings/pp-22"), ("[[pp-22]]", "meetings/pp-22"),
  ("[[plenipotentiary conference 2022]]", "meetings/pp-22"),
  ("[[RAN]]", "glossary/ran"), ("[[TSAG]]", "bodies/tsag"), ("[[Cept]]", "actors/cept"),
  ("[[Open RAN]]", "issues/open-ran"),
  ("[[Member's \"rights\"]]", "glossary/members-rights"), ("[[Member’s “rights”]]", "glossary/members-rights"),
  ("[[TCP/IP]]", "glossary/tcp"), ("[[tcp/ip]]", "glossary/tcp"), ("[[élodie ångström]]", "people/p1"),
  ("[[E\u{301}lodie A\u{30A}ngstro\u{308}m]]", "people/p1"), ("[[prop]]", "proposals/prop"),
  ("[[ai]]", "2 ambiguous"), ("[[AI]]", "glossary/ai"), ("[[glossary/ai]]", "glossary/ai"),
  ("[[countries/ai]]", "countries/ai"),
  ("[[#own-part]]", "guides/a#own-part"), ("[[a#own-part]]", "guides/a#own-part"),
  ("[[itrs#positions]]", "issues/itrs#positions"),
  ("[[itrs#positions|who wants what]]", "issues/itrs#positions"), ("| x |\n|---|\n| [[itrs\\|a]] |", "issues/itrs"),
])
func findsDocumentsByWhatWritersCallThem(_ link: String, expected: String) throws {
  let found = try target(of: link)
  if expected == "2 ambiguous" {
    #expect(found == "1 ambiguous-wikilink: Write '[[countries/ai]]' or another of them")
  } else {
    #expect(found == expected)
  }
}

@Test(arguments: [
  ("[[itrz]]", "unresolved-wikilink", "Write '[[itrs]]'"),
  ("[[issues/itrz]]", "unresolved-wikilink", "Write '[[issues/itrs]]'"),
  ("[[issues/open-ran-x]]", "unresolved-wikilink", "Write '[[issues/open-ran]]'"),
  ("[[Nobody knows this]]", "unresolved-wikilink", "Write the id, title or abbreviation of a document"),
  ("[[isues/itrs]]", "unresolved-wikilink", "Write '[[issues/itrs]]'"),
  ("[[For Open RAN]]", "unresolved-wikilink", "Write the id, title or abbreviation of a document"),
  ("[[Group]]", "ambiguous-wikilink", "Write '[[actors/sg]]' or another of them"),
  (
    "[[itrs#nothing]]", "unresolved-anchor",
    "Write one of #key-questions, #positions, #outcomes, #next, #timeline, #resolutions, #read-more, #library, #related"
  ),
  ("[[itrs#position]]", "unresolved-anchor", "Write '#positions'"),
  ("[[#own-parts]]", "unresolved-anchor", "Write '#own-part'"),
  ("[[ran#x]]", "unresolved-anchor", "Leave the anchor out"),
])
func reportsWikilinksThatLeadNowhere(_ link: String, code: String, help: String) throws {
  #expect(try target(of: link) == "1 \(code): \(help)")
}

@Test func namesEveryDocumentOfAnAmbiguousName() throws {
  let site = try SiteFixture("\(records)-- guides/a.md --\n---\ntitle: A\n---\n\nSee 1️⃣[[group]].\n")
  let diagnostic = try #require(site.onlyFault())
  #expect(site.place(of: diagnostic.range) == "guides/a.md 1️⃣")
  #expect(diagnostic.message == "'group' is the name of 'actors/sg' and of 'people/p2'")
  #expect(diagnostic.notes.map(\.message) == ["one is here", "one is here"])
  #expect(diagnostic.notes.map { site.place(of: $0.range) } == ["actors/all.yaml 2:9", "people/all.yaml 2:9"])
}

@Test func preferIdsThatAreWrittenJustSo() throws {
  // 'open-ran' is an id; a title of that spelling does not make it ambiguous.
  let site = try SiteFixture(
    "\(records)-- essays/x.md --\n---\ntitle: open-ran\n---\n-- guides/a.md --\n---\ntitle: A\n---\n\n[[open-ran]] 1️⃣[[OPEN-RAN]]\n"
  )
  #expect(site.allFaults() == ["guides/a.md 1️⃣ ambiguous-wikilink"])
}

// MARK: Derived anchors

@Test(arguments: [
  ("issues/itrs", "positions"), ("issues/itrs", "related"), ("meetings/pp-22", "deadlines"),
  ("meetings/pp-22", "elections"),
  ("actors/cept", "members"), ("countries/fr", "administration"), ("bodies/tsag", "bodies"),
])
func knowsTheSectionsThatAreDerived(_ id: String, anchor: String) throws {
  #expect(try target(of: "[[\(id)#\(anchor)]]") == "\(id)#\(anchor)")
}
