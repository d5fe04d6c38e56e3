import Content
import Diagnostics
import Linking
import TestSupport
import Testing

/// Pages with the fields of their kind, and the ways from one to another.
@Suite struct TypedPageTests {
  private let graph: ContentGraph

  init() throws {
    let site = try SiteFixture(
      """
      -- hub.yaml --
      title: A hub
      address: https://hub.example.org/
      language: en
      languages: [fr]
      time_zone: UTC
      meeting_types: [{ id: conference, title: Conferences }]
      sections: [{ folder: guides, kind: guide, title: Guides }, { folder: briefings, kind: briefing, title: Briefings }]
      start_here: [join]
      -- issues/itrs.md --
      ---
      title: The ITRs
      stance: technical
      resolutions: [res-2]
      resolutions_unconfirmed: [res-1, res-2]
      ---
      -- issues/itrs.fr.md --
      ---
      title: Le RTI
      stance: technical
      ---
      -- issues/names.md --
      ---
      title: Names
      stance: technical
      resolutions: [res-2]
      ---
      -- bodies/all.yaml --
      - { id: pp, title: PP }
      -- resolutions/all.yaml --
      - { id: res-1, title: R, organ: pp, number: 1 }
      - { id: res-2, title: S, organ: pp, number: 2, replaced_by: res-1 }
      -- meetings/all.yaml --
      - { id: pp-18, title: PP-18, type: conference, part_of: pp-22 }
      - id: pp-22
        title: PP-22
        type: conference
        organ: pp
        country: ro
        issues: [itrs]
        sessions:
          - { title: Opening, moderator: { person: ana }, speakers: [{ name: B }, { person: ana }] }
      -- people/all.yaml --
      - { id: ana, title: Ana }
      -- actors/all.yaml --
      - { id: cept, title: CEPT, type: bloc, members: [ro] }
      -- countries/all.yaml --
      - { id: ro, title: Romania }
      - { id: de, title: Germany }
      -- proposals/all.yaml --
      - { id: p, issue: itrs, meeting: pp-22, asks: Less, proposers: [cept, ro], confidence: memory, issues: [names] }
      - { id: q, issue: names, meeting: pp-22, asks: More, proposers: [de], supporters: [ro], confidence: memory }
      -- elections/all.yaml --
      - { id: a, post: Chair, meeting: pp-22, country: ro, candidates: [{ country: de }], confidence: memory }
      - { id: b, post: Seats, meeting: pp-22, results: [{ country: ro }, { country: de }], confidence: memory }
      - { id: c, post: Vice, meeting: pp-22, rounds: [{ candidates: [{ country: ro }, { country: ro }] }], confidence: memory }
      -- outcomes/all.yaml --
      - { id: o, title: O, meeting: pp-22, issues: [itrs], confidence: memory }
      -- guides/join.md --
      ---
      title: Join
      authors: [ana]
      meetings: [pp-22]
      ---
      -- briefings/before.md --
      ---
      title: Before
      meeting: pp-22
      meetings: [pp-22, pp-18]
      ---
      """)
    let (graph, diagnostics) = site.link()
    #expect(diagnostics.map(\.message) == [])
    self.graph = try #require(graph)
  }

  private func page(_ folder: String, _ name: String) throws -> Page {
    try #require(graph.page(DocumentID(folder: folder, name: name)))
  }

  @Test func givesThePagesOfAKindWithTheirFields() {
    #expect(graph.pages(of: Resolution.self).map(\.fields.number) == ["1", "2"])
    #expect(graph.pages(of: Issue.self).map(\.document.title) == ["The ITRs", "Names"])
    #expect(graph.pages(of: Route.self).isEmpty)
  }

  @Test func isNoPageOfAnotherKind() throws {
    let page = try page("issues", "itrs")
    let issue = try #require(PageOf<Content.Issue>(page))
    #expect(issue.page === page)
    #expect(issue.fields.stance == .technical)
    #expect(issue.index == page.index)
    #expect(issue.address == page.address)
    #expect(PageOf<Meeting>(page) == nil)
  }

  @Test func followsAReferenceToThePageOfItsKind() throws {
    let proposal = try #require(graph.pages(of: Proposal.self).first)
    let meeting = try #require(graph.page(proposal.fields.meeting, in: "en"))
    #expect(meeting.fields.type.id == "conference")
    #expect(graph.page(proposal.fields.issue, in: "fr")?.document.title == "Le RTI")
    #expect(
      proposal.fields.proposers.map { graph.anyPage($0, in: "en")?.id.description } == ["actors/cept", "countries/ro"])
    #expect(graph.hub.startHere.map { graph.anyPage($0, in: "en")?.id.description } == ["guides/join"])
  }

  @Test func givesTheVersionOfAPageWithItsFields() throws {
    let issue = try #require(graph.pages(of: Issue.self).first)
    let french = graph.version(of: issue, in: "fr")
    #expect(french.document.title == "Le RTI")
    #expect(french.fields.resolutions.map(\.target) == ["res-2"])
    #expect(graph.version(of: issue, in: "ar").page === issue.page)
  }

  @Test func findsThePagesThatReferToOneInAField() throws {
    let (issue, meeting) = (try page("issues", "itrs"), try page("meetings", "pp-22"))
    #expect(graph.pages(referringTo: issue, by: Proposal.issue).map(\.fields.asks) == ["Less"])
    #expect(graph.pages(referringTo: meeting, by: Proposal.meeting).map(\.id.name) == ["p", "q"])
    #expect(graph.pages(referringTo: meeting, by: Meeting.partOf).map(\.id.name) == ["pp-18"])
    #expect(graph.pages(referringTo: issue, by: Issue.related).isEmpty)
    // What refers to a translation refers to its original.
    #expect(graph.pages(referringTo: graph.version(of: issue, in: "fr"), by: Proposal.issue).map(\.id.name) == ["p"])
  }

  @Test func findsThoseThatReferInOneOfSeveralFieldsOnce() throws {
    let (first, second) = (try page("resolutions", "res-1"), try page("resolutions", "res-2"))
    #expect(graph.pages(referringTo: first, by: Issue.resolutions).isEmpty)
    for page in [first, second] {
      let issues = graph.pages(referringTo: page, by: Issue.unconfirmedResolutions, Issue.resolutions)
      #expect(issues.map(\.id.name) == (page === first ? ["itrs"] : ["itrs", "names"]))
    }
  }

  @Test func tellsFieldsOfOneNameApart() throws {
    let country = try page("countries", "ro")
    #expect(graph.pages(referringTo: country, by: Election.country).map(\.id.name) == ["a"])
    #expect(graph.pages(referringTo: country, by: Election.candidateCountry).map(\.id.name) == ["c"])
    #expect(graph.pages(referringTo: country, by: Election.resultCountry).map(\.id.name) == ["b"])
    #expect(
      graph.pages(referringTo: country, by: Election.country, Election.candidateCountry, Election.resultCountry)
        .map(\.id.name) == ["a", "b", "c"])
    #expect(graph.pages(referringTo: country, by: Meeting.country).map(\.id.name) == ["pp-22"])
    #expect(graph.pages(referringTo: country, by: Proposal.proposers).map(\.id.name) == ["p"])
    #expect(graph.pages(referringTo: country, by: Proposal.supporters).map(\.id.name) == ["q"])
  }

  @Test func findsTheMeetingsOfASpeakerOnce() throws {
    #expect(graph.pages(referringTo: try page("people", "ana"), by: Meeting.speaker).map(\.id.name) == ["pp-22"])
  }

  @Test func findsThePagesOfAKindThatReferInAFieldOfEveryKind() throws {
    let (itrs, names) = (try page("issues", "itrs"), try page("issues", "names"))
    #expect(graph.pages(of: Outcome.self, referringTo: itrs, by: CommonFields.issues).map(\.id.name) == ["o"])
    #expect(graph.pages(of: Meeting.self, referringTo: itrs, by: CommonFields.issues).map(\.id.name) == ["pp-22"])
    #expect(graph.pages(of: Proposal.self, referringTo: itrs, by: CommonFields.issues).isEmpty)
    #expect(graph.pages(of: Proposal.self, referringTo: names, by: CommonFields.issues).map(\.id.name) == ["p"])
  }

  @Test func findsArticlesOfEveryKind() throws {
    let meeting = try page("meetings", "pp-22")
    let fields = Kind.occasionsOfArticles + [CommonFields.meetings.identity]
    #expect(graph.articles(referringTo: meeting, by: fields).map(\.id.name) == ["before", "join"])
    #expect(graph.articles(referringTo: meeting, by: Kind.occasionsOfArticles).map(\.id.name) == ["before"])
    #expect(graph.pages(referringTo: meeting, by: Briefing.meeting).map(\.document.title) == ["Before"])
    #expect(
      graph.articles(referringTo: try page("people", "ana"), by: [CommonFields.authors.identity]).map(\.id.name) == [
        "join"
      ])
    #expect(graph.articles(referringTo: try page("meetings", "pp-18"), by: Kind.occasionsOfArticles).isEmpty)
  }

  @Test func knowsTheMeetingThatADocumentIsMadeFor() throws {
    let expected = [
      ("proposals/p", "pp-22"), ("outcomes/o", "pp-22"), ("elections/a", "pp-22"), ("briefings/before", "pp-22"),
      ("guides/join", nil), ("meetings/pp-18", nil),
    ]
    for (id, meeting) in expected {
      let parts = id.split(separator: "/").map(String.init)
      #expect(try page(parts[0], parts[1]).document.occasion?.target == meeting)
    }
  }

  @Test func knowsWhatIsReferredTo() throws {
    #expect(graph.isReferredTo(try page("issues", "itrs")))
    #expect(!graph.isReferredTo(try page("guides", "join")))
  }
}
