/// What a document is. The raw value is the word that a hub's `sections` and messages use.
package enum Kind: String, Sendable, CaseIterable {
  case explainer
  case caseStudy = "case-study"
  case guide
  case briefing
  case dispatch
  case takeaways
  case statement
  case article
  case page
  case issue
  case meeting
  case body
  case resolution
  case proposal
  case outcome
  case actor
  case country
  case person
  case route
  case election
  case publication
  case term

  /// Articles are prose in folders that a hub declares; every other kind is a record in a folder of its own.
  package var isArticle: Bool { recordFolder == nil }

  /// The folder of a kind of record, which is the same in every hub; nil for articles.
  package var recordFolder: String? {
    switch self {
    case .explainer, .caseStudy, .guide, .briefing, .dispatch, .takeaways, .statement, .article, .page: nil
    case .issue: "issues"
    case .meeting: "meetings"
    case .body: "bodies"
    case .resolution: "resolutions"
    case .proposal: "proposals"
    case .outcome: "outcomes"
    case .actor: "actors"
    case .country: "countries"
    case .person: "people"
    case .route: "routes"
    case .election: "elections"
    case .publication: "library"
    case .term: "glossary"
    }
  }

  package static let records = allCases.filter { !$0.isArticle }
  package static let articles = allCases.filter(\.isArticle)
}
