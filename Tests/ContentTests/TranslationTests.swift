import CivilTime
import Content
import Diagnostics
import TestSupport
import Testing

/// A translation holds what is different, and has all else from its original.
@Suite struct TranslationTests {
  private static let meetings = """
    -- bodies/b.yaml --
    - { id: council, title: Council }
    -- meetings/m.yaml --
    - id: session
      title: Session
      type: conference
      organ: council
      start: 2026-11-09
      end: 2026-11-20
      city: Geneva
      url: https://example.org/en
      deadlines:
        - { id: apply, title: Apply, date: 2026-10-01 }
        - { id: pay, title: Pay, rule: 2 weeks before the opening }
      documents:
        - { title: Agenda, url: https://example.org/agenda }
        - { title: Report }
      attend: [Members, Observers]
      sources: [{ title: Calendar }]

    """

  private func french(_ text: String) throws -> (site: SiteFixture, meeting: Meeting?, document: Document?) {
    let site = try SiteFixture(Self.meetings + "-- meetings/m.fr.yaml --\n" + text)
    let document = site.read().content?.documents.first { $0.language == "fr" }
    return (site, document?.fields as? Meeting, document)
  }

  @Test func hasEveryFieldThatItDoesNotGiveFromItsOriginal() throws {
    let (site, meeting, document) = try french("- { id: session, title: Séance, city: Genève }\n")
    #expect(site.allFaults() == [])
    #expect(document?.title == "Séance")
    #expect(meeting?.city == "Genève")
    #expect(meeting?.start?.isoText == "2026-11-09" && meeting?.end?.isoText == "2026-11-20")
    #expect(meeting?.type.id == "conference" && meeting?.organ?.target == "council")
    #expect(meeting?.deadlines.map(\.title) == ["Apply", "Pay"])
    #expect(document?.common.sources.map(\.title) == ["Calendar"])
    #expect(document?.references.map(\.isInherited) == [true])
  }

  @Test func wordsItemsOfAListByTheirIDs() throws {
    let (site, meeting, _) = try french(
      """
      - id: session
        deadlines:
          - { id: pay, title: Payer }
        documents:
          - { title: Ordre du jour, url: https://example.org/fr/agenda }
          - title: Rapport
        attend: [Membres]
      """)
    #expect(site.allFaults() == [])
    #expect(meeting?.deadlines.map(\.title) == ["Apply", "Payer"])
    #expect(meeting?.deadlines.map { $0.rule == nil } == [true, false])
    #expect(meeting?.documents.map(\.title) == ["Ordre du jour", "Rapport"])
    #expect(meeting?.documents.map(\.address) == ["https://example.org/fr/agenda", nil])
    #expect(meeting?.attend == ["Membres"])
  }

  @Test func mayRepeatAFactAndNotContradictIt() throws {
    let (site, meeting, _) = try french(
      """
      - id: session
        type: conference
        end: 1️⃣2026-11-21
        organ: 2️⃣board
        status: 3️⃣cancelled
        deadlines:
          - { id: apply, title: Postuler, date: 4️⃣2026-10-02 }
          - { id: 5️⃣aply, title: Postuler }
        documents: 6️⃣[{ title: Ordre du jour }]
      """)
    let diagnostics = site.read().diagnostics
    #expect(
      site.faults(diagnostics) == (1...6).map { "meetings/m.fr.yaml \($0)\u{FE0F}\u{20E3} contradicts-original" })
    let sorted = diagnostics.sorted(by: Diagnostic.inReadingOrder)
    #expect(
      sorted.map(\.message) == [
        "a translation says what its original says, and 'end' is '2026-11-21' here and '2026-11-20' there",
        "a translation says what its original says, and 'organ' is 'board' here and 'council' there",
        "a translation says what its original says, and the original has no 'status'",
        "a translation says what its original says, and 'date' is '2026-10-02' here and '2026-10-01' there",
        "a translation words items of its original's list, and none has the id 'aply'",
        "a translation has its original's items, and 'documents' has 1 here and 2 there",
      ])
    #expect(
      sorted.flatMap(\.notes).map { site.place(of: $0.range) } == [
        "meetings/m.yaml 6:8", "meetings/m.yaml 4:10", "meetings/m.yaml 1:7", "meetings/m.yaml 10:40",
        "meetings/m.yaml 1:7", "meetings/m.yaml 13:5",
      ])
    #expect(meeting?.end?.isoText == "2026-11-20")
  }

  @Test func comparesReferencesWhateverTheirOrder() throws {
    func faults(_ issues: String) throws -> [String] {
      try SiteFixture(
        """
        -- issues/all.yaml --
        - { id: a, title: A, stance: technical }
        - { id: b, title: B, stance: technical }
        -- guides/g.md --
        ---
        title: G
        issues: [a, b]
        tags: [one]
        ---
        -- guides/g.fr.md --
        ---
        title: F
        issues: 1️⃣\(issues)
        tags: [un, deux]
        ---
        """
      ).allFaults()
    }
    #expect(try faults("[b, a]") == [])
    #expect(try faults("[a]") == ["guides/g.fr.md 1️⃣ contradicts-original"])
  }

  @Test func hasItsOwnDraftSlugAndDays() throws {
    let site = try SiteFixture(
      """
      -- guides/g.md --
      ---
      title: G
      date: 2026-01-01
      updated: 2026-02-01
      review: 2027-01-01
      slug: guide
      aliases: [old.html]
      ---
      -- guides/g.fr.md --
      ---
      title: F
      updated: 2026-03-01
      slug: guide-fr
      ---
      -- guides/g.ar.md --
      ---
      draft: true
      ---
      """)
    let documents = try #require(site.read().content?.documents)
    #expect(documents.map(\.language) == ["ar", "en", "fr"])
    #expect(documents.map(\.title) == ["G", "G", "F"])
    #expect(documents.map(\.common.isDraft) == [true, false, false])
    #expect(documents.map(\.common.slug) == [nil, "guide", "guide-fr"])
    #expect(documents.map(\.common.date?.isoText) == ["2026-01-01", "2026-01-01", "2026-01-01"])
    #expect(documents.map(\.common.updated?.isoText) == ["2026-02-01", "2026-02-01", "2026-03-01"])
    #expect(documents.map(\.common.review?.isoText) == [nil, "2027-01-01", nil])
    #expect(documents.map(\.common.aliases.count) == [0, 1, 0])
    #expect(site.allFaults() == [])
  }

  @Test(arguments: [
    ("pages", ["2026-02-02", "2026-01-01"], []), ("guides", [], ["guides/a.fr.md 1️⃣ contradicts-original"]),
  ])
  func isPublishedOnADayOfItsOwnWhereItIsAStandingPage(_ folder: String, days: [String], faults: [String]) throws {
    let site = try SiteFixture(
      """
      -- \(folder)/a.md --
      ---
      title: A
      date: 2026-01-01
      ---
      -- \(folder)/a.fr.md --
      ---
      title: F
      date: 1️⃣2026-02-02
      ---
      -- \(folder)/a.ar.md --
      ---
      title: R
      ---
      """)
    #expect(site.allFaults() == faults)
    let translated = site.read().content?.documents.filter { $0.language != "en" } ?? []
    if !days.isEmpty { #expect(translated.compactMap(\.common.date?.isoText).sorted() == days.sorted()) }
  }

  @Test func wordsAStepThatHasMoreToSay() throws {
    let site = try SiteFixture(
      """
      -- routes/r.yaml --
      - id: observer
        title: Observer
        steps: [Ask, { title: Apply, rule: 2 months before the opening }]
      -- routes/r.fr.yaml --
      - id: observer
        steps: [Demander, Postuler]
      """)
    let route = site.read().content?.documents.first { $0.language == "fr" }?.fields as? Route
    #expect(site.allFaults() == [])
    #expect(route?.steps.map(\.title) == ["Demander", "Postuler"])
    #expect(route?.steps.map { $0.rule == nil } == [true, false])
  }

  @Test func reportsWhatIsWrongInTheOriginalOnce() throws {
    let site = try SiteFixture(
      """
      -- meetings/m.yaml --
      - { id: one, title: One, type: conference, organ: 1️⃣nobody, start: 2026-11-09 }
      - { id: two, title: Two, type: 2️⃣party }
      - { id: 3️⃣three, title: Three }
      -- meetings/m.fr.yaml --
      - { id: one, title: Un }
      - { id: two, title: Deux }
      - { id: three, title: Trois }
      - { id: 4️⃣four, title: Quatre }
      - { id: one, titel: Un }
      """)
    #expect(
      site.allFaults() == [
        "meetings/m.fr.yaml 4️⃣ missing-original", "meetings/m.fr.yaml 5:9 duplicate-id",
        "meetings/m.fr.yaml 5:14 unknown-field",
        "meetings/m.yaml 1:9 unsourced-fact", "meetings/m.yaml 1️⃣ unresolved-reference",
        "meetings/m.yaml 2️⃣ unresolved-reference", "meetings/m.yaml 3️⃣ missing-field",
      ])
  }

  @Test func givesEveryFieldOfEveryKindARule() {
    func facts(_ fields: [FieldDescription], _ path: String) -> [String] {
      fields.flatMap { field -> [String] in
        let name = "\(path).\(field.name)"
        guard case .byPart = field.sharing else { return field.sharing == .shared ? [name] : [] }
        switch field.shape {
        case .group(let fields), .list(.group(let fields)), .list(.textOrGroup(let fields)): return facts(fields, name)
        default: return [name]
        }
      }
    }
    #expect(
      facts(Meeting.kind.fields, "meeting") == [
        "meeting.authors", "meeting.date", "meeting.issues", "meeting.meetings", "meeting.identifiers",
        "meeting.confidence", "meeting.type", "meeting.organ", "meeting.status", "meeting.start", "meeting.end",
        "meeting.time_zone", "meeting.evidence",
        "meeting.country", "meeting.format", "meeting.openness", "meeting.deadlines.id", "meeting.deadlines.date",
        "meeting.deadlines.rule", "meeting.deadlines.confidence", "meeting.sessions.id", "meeting.sessions.type",
        "meeting.sessions.start", "meeting.sessions.end", "meeting.sessions.moderator.person",
        "meeting.sessions.speakers.person", "meeting.part_of", "meeting.uid", "meeting.sequence", "meeting.position",
      ])
    #expect(facts(Resolution.kind.fields, "r").contains("r.number"))
    #expect(facts(Route.kind.fields, "r").contains("r.suits") && facts(Country.kind.fields, "c").contains("c.alpha3"))
  }
}

/// Who answers for a translation.
@Suite struct TranslationReviewTests {
  private static let original = "-- issues/i.md --\n---\ntitle: Issue\nstance: technical\n---\n"

  @Test func isReadFromATranslation() throws {
    let site = try SiteFixture(
      Self.original + "-- issues/i.fr.md --\n---\ntitle: Point\nreviewed: {by: Ada, date: 2026-01-02}\n---\n")
    #expect(site.allFaults() == [])
    let reviews = site.read().content?.documents.map { $0.common.reviewed?.by }
    #expect(reviews == [nil, "Ada"])
  }

  @Test func isNoMatterOfAnOriginal() throws {
    let site = try SiteFixture(
      "-- issues/i.md --\n---\ntitle: Issue\nstance: technical\nreviewed: 1️⃣{by: Ada, date: 2026-01-02}\n---\n")
    #expect(site.allFaults() == ["issues/i.md 1️⃣ unknown-field"])
  }

  @Test func namesAPersonAndADay() throws {
    let site = try SiteFixture(
      Self.original + "-- issues/i.fr.md --\n---\ntitle: Point\nreviewed: {by: 1️⃣[Ada], date: 2️⃣soon}\n---\n")
    #expect(site.allFaults() == ["issues/i.fr.md 1️⃣ wrong-type", "issues/i.fr.md 2️⃣ invalid-date"])
  }
}
