import CivilTime
import Diagnostics

/// Where a fact comes from.
package struct Source: Sendable {
  package static let publication = ReferenceField<Source, Publication>(
    "library", meaning: "An entry of the hub's library.")

  package let title: String?
  package let address: String?
  /// The number or symbol of a document that has no public address.
  package let document: String?
  package let publication: Reference<Publication>?
  package let consulted: CivilDate?

  static func read(_ fields: inout FieldReader) -> Source? {
    let title = fields.text("title", "What the source is called.")
    let address = fields.address("url", "Where it can be read.")
    let document = fields.text("document", "Its number or symbol, where it has no public address.")
    let publication = fields.reference(Self.publication)
    let consulted = fields.date("consulted", "The day on which it was read.")
    fields.requireAny(
      title != nil || address != nil || document != nil || publication != nil, of: "title", "url", "document", "library"
    )
    return Source(
      title: title, address: address, document: document, publication: publication, consulted: consulted)
  }
}

/// How sure a fact is.
package enum Confidence: String, Sendable, CaseIterable {
  case sourced
  /// Concluded from a more general statement.
  case inferred
  /// Generally known, and not confirmed by a source.
  case memory
}

extension FieldReader {
  mutating func sources(_ name: String = "sources", _ meaning: StaticString = "Where the facts come from.") -> [Source]
  {
    // A translation may name other sources, such as a document's edition in its language.
    sharing(.varies) { $0.groups(name, "a source", meaning, Source.read) }
  }

  mutating func confidence(_ name: String = "confidence") -> Confidence {
    choice(name, Confidence.self, "How sure the facts are; what is not sourced is shown as unconfirmed.") ?? .sourced
  }
}
