import Diagnostics
import Markdown

/// The name of a document among all of the hub: its folder and its own name, such as `issues/itrs`.
package struct DocumentID: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let folder: String
  package let name: String

  package init(folder: String, name: String) {
    self.folder = folder
    self.name = name
  }

  package var description: String { "\(folder)/\(name)" }

  package static func < (left: DocumentID, right: DocumentID) -> Bool {
    (left.folder, left.name) < (right.folder, right.name)
  }
}

/// An article or a record as it was written: its kind known, every required field there and of its type, its text
/// read.
///
/// A class, since a document is handed from stage to stage and thread to thread, and a copy of a value so large would
/// retain each of its texts; it never changes.
package final class Document: Sendable {
  package let id: DocumentID
  package let language: String
  package let title: String
  package let common: CommonFields
  package let details: Details
  package let body: MarkdownBody
  package let source: SourceFile
  /// Where the document begins in its file: at its front matter, or at its entry of a list.
  package let place: SourceRange
  package let references: [Reference]
  package let names: [Named]
  package let blocks: [BlockRequest]
  /// A record's fields as they were written; none for articles.
  private let written: [YAMLField]

  init(
    id: DocumentID, language: String, common: CommonFields, details: Details, body: MarkdownBody, source: SourceFile,
    place: SourceRange, references: [Reference], names: [Named], blocks: [BlockRequest], written: [YAMLField]
  ) {
    self.id = id
    self.language = language
    title = common.title ?? details.title ?? id.name
    self.common = common
    self.details = details
    self.body = body
    self.source = source
    self.place = place
    self.references = references
    self.names = names
    self.blocks = blocks
    self.written = written
  }

  package var kind: Kind { details.kind }

  /// The document's text as it was written, and the line of its file on which it begins; nil for an entry of a list.
  package var writtenText: (text: Substring, firstLine: Int)? {
    guard source.path.hasSuffix(".md"), case .success(let cut) = FrontMatter.cut(source) else { return nil }
    return (cut.body, cut.bodyLine)
  }

  /// The fields as data, by the descriptions of the kind's fields.
  package func record(as descriptions: [FieldDescription]) -> Record {
    Record(written, as: descriptions)
  }
}

/// What a kind has and the others have not.
package indirect enum Details: Sendable {
  case explainer(ArticleFields)
  case caseStudy(CaseStudyFields)
  case guide(GuideFields)
  case briefing(MeetingArticleFields)
  case dispatch(DispatchFields)
  case takeaways(MeetingArticleFields)
  case statement(StatementFields)
  case article(ArticleFields)
  case page(ArticleFields)
  case issue(IssueFields)
  case meeting(MeetingFields)
  case body(BodyFields)
  case resolution(ResolutionFields)
  case proposal(ProposalFields)
  case outcome(OutcomeFields)
  case actor(ActorFields)
  case country(CountryFields)
  case person(PersonFields)
  case route(RouteFields)
  case election(ElectionFields)
  case publication(PublicationFields)
  case term(TermFields)

  init?(_ kind: Kind, reading fields: inout FieldReader) {
    let details: Details? =
      switch kind {
      case .explainer: .explainer(ArticleFields(reading: &fields))
      case .caseStudy: CaseStudyFields(reading: &fields).map { .caseStudy($0) }
      case .guide: .guide(GuideFields(reading: &fields))
      case .briefing: MeetingArticleFields(reading: &fields).map { .briefing($0) }
      case .dispatch: DispatchFields(reading: &fields).map { .dispatch($0) }
      case .takeaways: MeetingArticleFields(reading: &fields).map { .takeaways($0) }
      case .statement: .statement(StatementFields(reading: &fields))
      case .article: .article(ArticleFields(reading: &fields))
      case .page: .page(ArticleFields(reading: &fields))
      case .issue: IssueFields(reading: &fields).map { .issue($0) }
      case .meeting: MeetingFields(reading: &fields).map { .meeting($0) }
      case .body: .body(BodyFields(reading: &fields))
      case .resolution: ResolutionFields(reading: &fields).map { .resolution($0) }
      case .proposal: ProposalFields(reading: &fields).map { .proposal($0) }
      case .outcome: OutcomeFields(reading: &fields).map { .outcome($0) }
      case .actor: ActorFields(reading: &fields).map { .actor($0) }
      case .country: .country(CountryFields(reading: &fields))
      case .person: .person(PersonFields(reading: &fields))
      case .route: .route(RouteFields(reading: &fields))
      case .election: ElectionFields(reading: &fields).map { .election($0) }
      case .publication: .publication(PublicationFields(reading: &fields))
      case .term: TermFields(reading: &fields).map { .term($0) }
      }
    guard let details else { return nil }
    self = details
  }

  package var kind: Kind {
    switch self {
    case .explainer: .explainer
    case .caseStudy: .caseStudy
    case .guide: .guide
    case .briefing: .briefing
    case .dispatch: .dispatch
    case .takeaways: .takeaways
    case .statement: .statement
    case .article: .article
    case .page: .page
    case .issue: .issue
    case .meeting: .meeting
    case .body: .body
    case .resolution: .resolution
    case .proposal: .proposal
    case .outcome: .outcome
    case .actor: .actor
    case .country: .country
    case .person: .person
    case .route: .route
    case .election: .election
    case .publication: .publication
    case .term: .term
    }
  }

  /// What every article has; nil for records.
  package var article: ArticleFields? {
    switch self {
    case .explainer(let fields), .article(let fields), .page(let fields): fields
    case .caseStudy(let fields): fields.article
    case .guide(let fields): fields.article
    case .briefing(let fields), .takeaways(let fields): fields.article
    case .dispatch(let fields): fields.article
    case .statement(let fields): fields.article
    default: nil
    }
  }

  /// What stands for the title of a kind that needs none.
  var title: String? {
    switch self {
    case .proposal(let fields): fields.asks
    case .election(let fields): fields.post
    default: nil
    }
  }
}
