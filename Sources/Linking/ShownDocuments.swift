import CivilTime
import Content
import Diagnostics

/// An original that is kept back.
struct HiddenDocument: Sendable {
  /// What writers may call it.
  let names: [String]
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
  /// What could not be read, drafts among it that were asked for and have empty fields.
  private(set) var unread: UnreadDocuments
  /// How many documents are kept back as drafts.
  private(set) var draftCount = 0
  /// What comes and goes after the day, in the order of the documents.
  private(set) var turns: [DocumentTurn] = []

  init(_ content: ReadContent, options: LinkingOptions) {
    let main = content.hub.language
    unread = content.unread
    for draft in content.drafts { add(draft, main, options) }
    let unique = withoutDuplicates(content.documents)
    documents.reserveCapacity(unique.count)
    // A document and its translations stand side by side.
    var rest = unique[...]
    while let id = rest.first?.id {
      let versions = rest.prefix { $0.id == id }
      rest = rest.dropFirst(versions.count)
      add(versions, original: versions.first { $0.language == main }, options)
    }
  }

  private mutating func add(_ draft: UnfinishedDraft, _ main: String, _ options: LinkingOptions) {
    guard !options.includesDrafts else {
      unread.add(draft.id, names: draft.names)
      diagnostics += draft.faults
      return
    }
    draftCount += 1
    if draft.language == main {
      hidden[draft.id] = HiddenDocument(names: [draft.id.name] + draft.names, reason: Self.draftReason)
    }
  }

  private mutating func add(
    _ versions: ArraySlice<Document>, original: Document?, _ options: LinkingOptions
  ) {
    // A translation is read only where its original is.
    guard let original else { return }
    let reason = reasonToHide(original.common, options)
    if let reason { hidden[original.id] = HiddenDocument(names: original.ownNames, reason: reason) }
    for document in versions {
      let own = reasonToHide(document.common, options)
      if own == Self.draftReason || reason == Self.draftReason { draftCount += 1 }
      // A translation is not shown before its original.
      guard reason == nil else { continue }
      if document === original || own == nil { documents.append(document) }
    }
    guard !options.includesDrafts else { return }
    turns += versions.flatMap { document in
      Self.turns(of: document, original: original.common, after: options.today)
    }
  }

  /// The days after which a document is shown and was not, or the other way round.
  private static func turns(
    of document: Document, original: CommonFields, after today: CivilDate
  ) -> [DocumentTurn] {
    let days = [document.common.publish, document.common.expire, original.publish, original.expire].compactMap { $0 }
    guard !days.isEmpty else { return [] }
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
            .duplicateID, "'\(document.id)' is the name of two documents, and each has its own", at: document.place,
            notes: [Note("the other is here", at: first.place)], help: "Give one of the two another id"))
      } else {
        unique.append(document)
      }
    }
    return unique
  }

  private static let draftReason = "is a draft"

  private func reasonToHide(_ fields: CommonFields, _ options: LinkingOptions) -> String? {
    options.includesDrafts ? nil : Self.reasonToHide(fields, on: options.today)
  }

  private static func reasonToHide(_ fields: CommonFields, on day: CivilDate) -> String? {
    if fields.isDraft { return draftReason }
    if let publish = fields.publish, day < publish { return "is left out until \(publish.isoText)" }
    if let expire = fields.expire, expire <= day { return "is left out since \(expire.isoText)" }
    return nil
  }
}
