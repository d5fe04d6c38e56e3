import Diagnostics

/// What a reference can lead to: documents of one kind, or of one of several.
package protocol ReferenceTarget: Sendable {
  /// In the order in which they are tried.
  static var kinds: [Kind] { get }
}

/// A document's mention of another by its id, in a field; it is resolved when all documents are known.
package struct Reference<Target: ReferenceTarget>: Sendable {
  package let target: String
  package let place: SourceRange
}

/// A reference whatever it leads to, as documents list all of theirs.
package struct AnyReference: Sendable {
  package let target: String
  /// The kinds that the field admits, in the order in which they are tried.
  package let kinds: [Kind]
  package let field: AnyReferenceField
  package let place: SourceRange
  /// Whether a translation has it from its original, in whose file it stands.
  package let isInherited: Bool
}

/// A field that names documents: the constant by which it is read, and by which those are found that refer to a page.
package struct ReferenceField<Owner, Target: ReferenceTarget>: Sendable {
  package let identity: AnyReferenceField

  package init(_ name: String, meaning: StaticString) {
    identity = AnyReferenceField(name, meaning: meaning)
  }
}

/// A field that names documents, whoever has it: of one name there may be several, told apart by identity.
package final class AnyReferenceField: Sendable, Hashable {
  package let name: String
  let meaning: StaticString

  init(_ name: String, meaning: StaticString) {
    self.name = name
    self.meaning = meaning
  }

  package static func == (left: AnyReferenceField, right: AnyReferenceField) -> Bool { left === right }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

// MARK: Several kinds

/// Whoever makes or supports a proposal.
package enum Party: ReferenceTarget {
  package static let kinds = [Actor.kind, Country.kind]
}

/// Whoever belongs to an organisation or bloc.
package enum Member: ReferenceTarget {
  package static let kinds = [Country.kind, Actor.kind]
}

/// What a newcomer may read first.
package enum FirstReading: ReferenceTarget {
  package static let kinds = [
    Explainer.kind, Guide.kind, Article.kind, StandingPage.kind, Briefing.kind, CaseStudy.kind,
  ]
}
