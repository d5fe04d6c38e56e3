import CivilTime
import Content
import Diagnostics

/// An original that is kept back.
struct HiddenDocument: Sendable {
  let document: Document
  /// How a sentence about it goes on: "is a draft".
  let reason: String
}

/// A day on which a document comes or goes, by its fields `publish` and `expire`.
package struct DocumentTurn: Sendable {
  package let document: Document
  package let day: CivilDate
  /// Whether it is shown from that day on.
  package let isShown: Bool
}

/// The documents that a reader sees on the day, each once, and why others are kept back.
struct ShownDocuments {
  /// Sorted by id and language.
  private(set) var documents: [Document] = []
  private(set) var hidden: [DocumentID: HiddenDocument] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// What comes and goes after the day, in the order of the documents.
  private(set) var turns: [DocumentTurn] = []

  init(_ content: ReadContent, options: LinkingOptions) {
    let unique = withoutDuplicates(content.documents)
    var originals: Set<DocumentID> = []
    var originalFields: [DocumentID: CommonFields] = [:]
    for document in unique where document.language == content.hub.language {
      originals.insert(document.id)
      originalFields[document.id] = document.common
      hidden[document.id] = reasonToHide(document.common, options).map {
        HiddenDocument(document: document, reason: $0)
      }
    }
    documents.reserveCapacity(unique.count)
    for document in unique {
      if document.language != content.hub.language {
        reportMissingOriginal(of: document, originals: originals, unread: content.unread)
        guard reasonToHide(document.common, options) == nil else { continue }
      }
      // A translation is not shown before its original.
      if hidden[document.id] == nil { documents.append(document) }
    }
    guard !options.includesDrafts else { return }
    turns = unique.flatMap { document in
      Self.turns(of: document, original: originalFields[document.id] ?? document.common, after: options.today)
    }
  }

  /// The days after which a document is shown and was not, or the other way round.
  private static func turns(
    of document: Document, original: CommonFields, after today: CivilDate
  ) -> [DocumentTurn] {
    let days = [document.common.publish, document.common.expire, original.publish, original.expire].compactMap { $0 }
    return Set(days).filter { $0 > today }.sorted().compactMap { day in
      func isShown(on day: CivilDate) -> Bool {
        reasonToHide(document.common, on: day) == nil && reasonToHide(original, on: day) == nil
      }
      guard isShown(on: day) != isShown(on: day.adding(days: -1)) else { return nil }
      return DocumentTurn(document: document, day: day, isShown: isShown(on: day))
    }
  }

  /// Leaves out every document but the first of one id and language, which stand side by side.
  private mutating func withoutDuplicates(_ documents: [Document]) -> [Document] {
    var unique: [Document] = []
    unique.reserveCapacity(documents.count)
    for document in documents {
      if let first = unique.last, first.id == document.id, first.language == document.language {
        diagnostics.append(
          Diagnostic(
            .duplicateID, "'\(document.id)' is the name of one document, and this is a second", at: document.place,
            notes: [Note("first used here", at: first.place)], help: "Give one of the two another id"))
      } else {
        unique.append(document)
      }
    }
    return unique
  }

  private mutating func reportMissingOriginal(
    of document: Document, originals: Set<DocumentID>, unread: UnreadDocuments
  ) {
    guard !originals.contains(document.id), !unread.covers(document.id) else { return }
    diagnostics.append(
      Diagnostic(
        .untranslatedOriginalMissing, "a translation stands beside its original, and '\(document.id)' has none",
        at: document.place, help: "Add '\(document.id).md', or take the language out of the file's name"))
  }

  private func reasonToHide(_ fields: CommonFields, _ options: LinkingOptions) -> String? {
    options.includesDrafts ? nil : Self.reasonToHide(fields, on: options.today)
  }

  private static func reasonToHide(_ fields: CommonFields, on day: CivilDate) -> String? {
    if fields.isDraft { return "is a draft" }
    if let publish = fields.publish, day < publish { return "is left out until \(publish.isoText)" }
    if let expire = fields.expire, expire <= day { return "is left out since \(expire.isoText)" }
    return nil
  }
}
