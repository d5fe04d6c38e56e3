import Content
import Linking

extension Details {
  /// The sentence that stands for a summary where a record has none.
  var gist: String? {
    switch self {
    case .term(let fields): fields.meaning
    case .issue(let fields): fields.why
    case .resolution(let fields): fields.why ?? fields.topic
    case .body(let fields): fields.watch ?? fields.type
    case .outcome(let fields): fields.consequences
    case .person(let fields): fields.role
    case .route(let fields): fields.audience
    case .election(let fields): fields.elected
    case .country(let fields): fields.administration?.name
    default: nil
    }
  }
}

extension Details {
  /// The meeting at which a record came about, whose dates are its own.
  var occasion: Reference<Meeting>? {
    switch self {
    case .proposal(let fields): fields.meeting
    case .outcome(let fields): fields.meeting
    case .election(let fields): fields.meeting
    default: nil
    }
  }
}

extension PageComposer {
  /// What a page shows of its fields, as words to search.
  func facts(of page: Page) -> [String] {
    let facts: [String?] =
      switch page.document.details {
      case .issue(let fields): fields.keyQuestions + [fields.why, words[fields.stance.word]]
      case .meeting(let fields): facts(of: fields)
      case .body(let fields): [fields.type, fields.meets, fields.watch, fields.studyPeriod, fields.relation]
      case .resolution(let fields):
        [citedTitle(of: page), fields.topic, fields.why] + fields.revisions.map(revisionText) + titles([fields.organ])
      case .proposal(let fields):
        titles(fields.proposers + fields.supporters) + titles(fields.touches) + titles([fields.issue])
          + titles([fields.meeting])
          + fields.touchesOther + [fields.attribution, words[fields.form.word], words[fields.outcome.word]]
      case .outcome(let fields):
        [fields.consequences, fields.nextSteps, fields.rightsImpact]
          + titles([fields.meeting]) + titles([fields.resolution].compactMap { $0 })
      case .actor(let fields): titles(fields.members) + [fields.standing, words[fields.type.word]]
      case .country(let fields):
        titles(fields.organisations) + [
          fields.administration?.name, fields.administration?.role, fields.administration?.civilSociety,
          fields.administration?.note, fields.regulator?.name,
        ]
      case .person(let fields):
        [fields.role, fields.affiliationName] + titles([fields.affiliation].compactMap { $0 })
          + titles([fields.country].compactMap { $0 })
      case .route(let fields): facts(of: fields)
      case .election(let fields): facts(of: fields)
      case .publication(let fields):
        [fields.author, fields.publisherName, fields.type, fields.seriesName]
          + titles([fields.publisher].compactMap { $0 })
      case .term(let fields): [fields.meaning, fields.category]
      case .caseStudy(let fields): [fields.mechanism] + titles([fields.meeting])
      case .guide(let fields): [fields.audience, fields.leadTime]
      case .dispatch(let fields): [fields.role] + titles([fields.meeting])
      case .statement(let fields): [fields.addressee] + fields.signatories
      case .briefing(let fields): titles([fields.meeting])
      case .takeaways(let fields): titles([fields.meeting])
      case .explainer, .article, .page: []
      }
    return (facts + titles(page.document.common.authors)).compactMap { $0 }
  }

  private func facts(of meeting: MeetingFields) -> [String?] {
    let sessions = meeting.sessions.flatMap { session -> [String?] in
      let speakers = session.speakers + [session.moderator].compactMap { $0 }
      return [session.title, session.summary] + speakers.map { $0.name ?? $0.person.flatMap(page)?.document.title }
    }
    let deadlines = meeting.deadlines.map { Optional($0.title) }
    let papers = meeting.documents.map { Optional($0.title) } + meeting.groups.map { Optional($0) }
    return [placeText(meeting), meeting.venue, meeting.civilSociety, meeting.invitation]
      + titles([meeting.organ].compactMap { $0 }) + meeting.attend + deadlines + papers + sessions
  }

  private func facts(of route: RouteFields) -> [String?] {
    let rights = [route.rights.attend, route.rights.speak, route.rights.vote, route.rights.documents]
    let lists = [route.steps.map(\.title), route.advantages, route.drawbacks, route.pastTopics]
    return [route.audience, route.cost?.text, route.leadTime] + rights + lists.joined().map(Optional.some)
  }

  private func facts(of election: ElectionFields) -> [String?] {
    let candidates = election.candidates + election.rounds.flatMap(\.candidates)
    return [election.elected, election.term, election.region] + candidates.map(\.name)
      + titles([election.meeting]) + titles(candidates.compactMap(\.country) + election.results.map(\.country))
  }

  private func titles<Target>(_ references: [Reference<Target>]) -> [String?] {
    references.compactMap(page).map { title(of: $0) }
  }
}
