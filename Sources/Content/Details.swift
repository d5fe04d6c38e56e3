/// A document's fields as a case of its kind.
package enum Details: Sendable {
  case explainer(Explainer)
  case caseStudy(CaseStudy)
  case guide(Guide)
  case briefing(Briefing)
  case dispatch(Dispatch)
  case takeaways(Takeaways)
  case statement(Statement)
  case article(Article)
  case page(StandingPage)
  case issue(Issue)
  case meeting(Meeting)
  case body(Body)
  case resolution(Resolution)
  case proposal(Proposal)
  case outcome(Outcome)
  case actor(Actor)
  case country(Country)
  case person(Person)
  case route(Route)
  case election(Election)
  case publication(Publication)
  case term(Term)

  init?(_ fields: any DocumentFields) {
    switch fields {
    case let fields as Explainer: self = .explainer(fields)
    case let fields as CaseStudy: self = .caseStudy(fields)
    case let fields as Guide: self = .guide(fields)
    case let fields as Briefing: self = .briefing(fields)
    case let fields as Dispatch: self = .dispatch(fields)
    case let fields as Takeaways: self = .takeaways(fields)
    case let fields as Statement: self = .statement(fields)
    case let fields as Article: self = .article(fields)
    case let fields as StandingPage: self = .page(fields)
    case let fields as Issue: self = .issue(fields)
    case let fields as Meeting: self = .meeting(fields)
    case let fields as Body: self = .body(fields)
    case let fields as Resolution: self = .resolution(fields)
    case let fields as Proposal: self = .proposal(fields)
    case let fields as Outcome: self = .outcome(fields)
    case let fields as Actor: self = .actor(fields)
    case let fields as Country: self = .country(fields)
    case let fields as Person: self = .person(fields)
    case let fields as Route: self = .route(fields)
    case let fields as Election: self = .election(fields)
    case let fields as Publication: self = .publication(fields)
    case let fields as Term: self = .term(fields)
    default: return nil
    }
  }

  /// What every article has; nil for records.
  package var article: ArticleFields? {
    switch self {
    case .explainer(let fields): ArticleFields(series: fields.series)
    case .caseStudy(let fields): ArticleFields(series: fields.series)
    case .guide(let fields): ArticleFields(series: fields.series)
    case .briefing(let fields): ArticleFields(series: fields.series)
    case .dispatch(let fields): ArticleFields(series: fields.series)
    case .takeaways(let fields): ArticleFields(series: fields.series)
    case .statement(let fields): ArticleFields(series: fields.series)
    case .article(let fields): ArticleFields(series: fields.series)
    case .page(let fields): ArticleFields(series: fields.series)
    default: nil
    }
  }
}

/// What articles have and records have not.
package struct ArticleFields: Sendable {
  package let series: SeriesPart?
}

package typealias IssueFields = Issue
package typealias MeetingFields = Meeting
package typealias BodyFields = Body
package typealias ResolutionFields = Resolution
package typealias ProposalFields = Proposal
package typealias OutcomeFields = Outcome
package typealias ActorFields = Actor
package typealias CountryFields = Country
package typealias PersonFields = Person
package typealias RouteFields = Route
package typealias ElectionFields = Election
package typealias PublicationFields = Publication
package typealias TermFields = Term
package typealias CaseStudyFields = CaseStudy

extension Kind {
  package static var explainer: Kind { Explainer.kind }
  package static var caseStudy: Kind { CaseStudy.kind }
  package static var guide: Kind { Guide.kind }
  package static var briefing: Kind { Briefing.kind }
  package static var dispatch: Kind { Dispatch.kind }
  package static var takeaways: Kind { Takeaways.kind }
  package static var statement: Kind { Statement.kind }
  package static var article: Kind { Article.kind }
  package static var page: Kind { StandingPage.kind }
  package static var issue: Kind { Issue.kind }
  package static var meeting: Kind { Meeting.kind }
  package static var body: Kind { Body.kind }
  package static var resolution: Kind { Resolution.kind }
  package static var proposal: Kind { Proposal.kind }
  package static var outcome: Kind { Outcome.kind }
  package static var actor: Kind { Actor.kind }
  package static var country: Kind { Country.kind }
  package static var person: Kind { Person.kind }
  package static var route: Kind { Route.kind }
  package static var election: Kind { Election.kind }
  package static var publication: Kind { Publication.kind }
  package static var term: Kind { Term.kind }
}
