/// What a document is: the rules of a kind as one value, which each file in `Kinds/` gives beside the kind's fields.
///
/// A class, since kinds are few, made once, and told apart by identity.
package final class Kind: Sendable {
  /// The word that a hub's `sections` and messages use.
  package let rawValue: String
  /// The kind with its article, as it stands in a sentence.
  package let noun: String
  /// The folder of a kind of record, which is the same in every hub; nil for articles, whose folders a hub declares.
  package let recordFolder: String?
  /// Where its documents are read.
  package let place: Place
  /// Whether its documents are listed on an index of their folder.
  package let hasIndex: Bool
  /// The anchors of the sections that are derived for a page, which links may name besides the headings of its text.
  package let anchors: [String]
  /// The ids that the page has besides, which the headings of its text cannot have.
  package let reservedIDs: Set<String>
  /// The headings that every text of the kind has, in this order; a translation words them otherwise.
  package let headings: [String]
  /// The field by which its documents form a tree.
  package let parent: AnyReferenceField?
  /// The field with the meeting that a document is made for, or at which it came about.
  package let occasion: AnyReferenceField?
  /// False for what is known by one of its fields, whose sentence stands for the title and is no name to link by.
  package let needsTitle: Bool
  package let needsDate: Bool
  package let needsAuthors: Bool
  /// Whether its texts are meant to stay true, unlike a report of one day or meeting.
  package let isForGood: Bool
  /// Whether readers come to its pages from other pages; dated articles are read when they appear.
  package let isFoundByLinks: Bool
  /// The registers that may know its documents; where there is none, they have no `identifiers`.
  package let registers: [IdentifierForm]
  /// An id that a document of the kind may have, for examples.
  package let exampleID: String

  /// When in the course of a meeting its articles belong, for the meeting's page.
  package let course: Course
  /// Whether its articles are news of a process, which the home page shows.
  package let isNews: Bool
  package let fieldsType: any DocumentFields.Type

  let read: @Sendable (inout FieldReader) -> (any DocumentFields)?

  package enum Course: Sendable, CaseIterable {
    case before, during, after
  }

  package enum Place: Sendable {
    case ownPage
    /// At a place on the page of the document that the field names.
    case page(of: AnyReferenceField)
    /// At a place on the index of its folder.
    case index
  }

  init<Fields: DocumentFields>(
    _ rawValue: String, of fields: Fields.Type, noun: String, folder: String? = nil, place: Place = .ownPage,
    hasIndex: Bool = true, anchors: [String] = [], otherIDs: [String] = [],
    headings: [String] = [], parent: AnyReferenceField? = nil,
    occasion: AnyReferenceField? = nil, needsTitle: Bool = true, needsDate: Bool = false, needsAuthors: Bool = false,
    isForGood: Bool = false, isFoundByLinks: Bool = false, course: Course = .before, isNews: Bool = false,
    registers: [IdentifierForm] = [], exampleID: String? = nil
  ) {
    self.rawValue = rawValue
    self.noun = noun
    recordFolder = folder
    self.place = place
    self.hasIndex = hasIndex
    self.anchors = anchors
    reservedIDs = Self.idsOfEveryPage.union(anchors).union(otherIDs).union(folder == nil ? Self.idsOfArticles : [])
    self.headings = headings
    self.parent = parent
    self.occasion = occasion
    self.needsTitle = needsTitle
    self.needsDate = needsDate
    self.needsAuthors = needsAuthors
    self.isForGood = isForGood
    self.isFoundByLinks = isFoundByLinks
    self.course = course
    self.isNews = isNews
    self.registers = registers
    fieldsType = fields
    self.exampleID = exampleID ?? "some-\(rawValue)"
    read = { Fields(reading: &$0) }
  }

  /// The text itself, what explains and supports it, and the pages that cite it.
  private static let idsOfEveryPage: Set = ["content", "terms-here", "sources", "cited"]
  private static let idsOfArticles: Set = ["signatories", "related-articles"]

  /// Articles are prose in folders that a hub declares; every other kind is a record in a folder of its own.
  package var isArticle: Bool { recordFolder == nil }
}

extension Kind: Hashable, CustomStringConvertible {
  package static func == (left: Kind, right: Kind) -> Bool { left === right }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  package var description: String { rawValue }
}

extension Kind: CaseIterable {
  /// Every kind, in the order in which lists name them.
  package static let allCases: [Kind] = [
    Explainer.kind, CaseStudy.kind, Guide.kind, Briefing.kind, Dispatch.kind, Takeaways.kind, Statement.kind,
    Article.kind, StandingPage.kind, Issue.kind, Meeting.kind, Body.kind, Resolution.kind, Proposal.kind, Outcome.kind,
    Actor.kind, Country.kind, Person.kind, Route.kind, Election.kind, Publication.kind, Term.kind,
  ]
  package static let records = allCases.filter { !$0.isArticle }
  package static let articles = allCases.filter(\.isArticle)
  /// The fields by which articles name the meeting that they are made for.
  package static let occasionsOfArticles = articles.compactMap(\.occasion)

  package static func named(_ word: String) -> Kind? { allCases.first { $0.rawValue == word } }

  package static func record(inFolder folder: String) -> Kind? { records.first { $0.recordFolder == folder } }
}

extension Kind {
  /// Every field that a document of the kind may have, in the order in which they are read.
  package var fields: [FieldDescription] {
    FieldReader.describe(noun) { reader in
      _ = CommonFields(self, reading: &reader)
      _ = read(&reader)
    }
  }
}
