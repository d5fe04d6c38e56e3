import Diagnostics

/// What the documents of one kind have and others have not, and what follows from it.
///
/// A class, so that a page with its fields is handed on without retaining each of them.
package protocol DocumentFields: AnyObject, ReferenceTarget {
  static var kind: Kind { get }

  /// Nil where a required field is missing or wrong.
  init?(reading fields: inout FieldReader)

  /// What stands for the title of a document whose kind needs none.
  var substituteTitle: String? { get }
  var abbreviation: String? { get }
  /// The place in a numbered series, for articles.
  var series: SeriesPart? { get }
  /// The day of what an article tells of, as it was written.
  var eventDate: Moment? { get }

  /// What the document states as fact without a source, and what in it contradicts itself.
  func evidenceFaults(of document: Document) -> [Diagnostic]
  /// Texts whose abbreviations a reader of the hub can look up in the document.
  func explainedTexts(in document: Document) -> [String?]
  /// How other texts mention the document, so that a first mention leads to it.
  func mentions(of document: Document, in hub: HubDescription) -> [String]
}

extension DocumentFields {
  package static var kinds: [Kind] { [kind] }

  package var substituteTitle: String? { nil }
  package var abbreviation: String? { nil }
  package var series: SeriesPart? { nil }
  package var eventDate: Moment? { nil }
  package func evidenceFaults(of document: Document) -> [Diagnostic] { [] }
  package func explainedTexts(in document: Document) -> [String?] { [] }
  package func mentions(of document: Document, in hub: HubDescription) -> [String] { [] }
}

extension Document {
  /// What is only generally known is marked `confidence: memory` and shown as unconfirmed, so it needs no source.
  func missingSource(for fact: String) -> [Diagnostic] {
    guard common.confidence != .memory, common.sources.isEmpty else { return [] }
    return [
      Diagnostic(
        .unsourcedFact, "\(fact) has a source, and '\(id.name)' has none", at: place,
        help: "Add it under 'sources', or write 'confidence: memory', so that readers see it as unconfirmed")
    ]
  }
}
