import CivilTime
import Content
import Diagnostics

/// An original that is kept back.
struct HiddenDocument: Sendable {
  /// What writers may call it.
  let names: [String]
  /// How a sentence about it goes on: "is a draft".
  let reason: String
  /// Nil for a draft, which no day brings.
  let days: ShownDays?
  /// What readers knew it by; nil for what they have not seen yet.
  let title: String?
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
  /// What is shown on a later day and not yet on this one, in the order of the documents.
  private(set) var coming: [Document] = []
  /// The days of those originals that have any of their own.
  private var dated: [DocumentID: ShownDays] = [:]

  init(_ content: ReadContent, options: LinkingOptions) {
    let main = content.hub.language
    unread = content.unread
    if !options.includesDrafts {
      for document in content.documents where document.language == main {
        let days = ShownDays(document.common)
        if days != .always { dated[document.id] = days }
      }
    }
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
      hidden[draft.id] = HiddenDocument(
        names: [draft.id.name] + draft.names, reason: Self.draftReason, days: nil, title: nil)
    }
  }

  private mutating func add(
    _ versions: ArraySlice<Document>, original: Document?, _ options: LinkingOptions
  ) {
    // A translation is read only where its original is.
    guard let original else { return }
    if !options.includesDrafts { hide(original, options.today) }
    for document in versions {
      // A translation is not shown before its original.
      if !options.includesDrafts, original.common.isDraft || document.common.isDraft {
        draftCount += 1
        continue
      }
      guard !options.includesDrafts else {
        documents.append(document)
        continue
      }
      let days = days(of: document, original: original)
      if days.contains(options.today) {
        documents.append(document)
      } else if days.goesOn(on: options.today) {
        coming.append(document)
      }
      turns += Self.turns(of: document, days, after: options.today)
    }
  }

  private mutating func hide(_ original: Document, _ today: CivilDate) {
    let days = days(of: original, original: original)
    guard original.common.isDraft || !days.contains(today) else { return }
    let isExpired = days.end.map { $0 <= today } ?? false
    hidden[original.id] =
      original.common.isDraft
      ? HiddenDocument(names: original.ownNames, reason: Self.draftReason, days: nil, title: nil)
      : HiddenDocument(
        names: original.ownNames,
        reason: isExpired
          ? "is left out since \(days.end?.isoText ?? "")" : "is left out until \(days.first.isoText)",
        days: days, title: isExpired ? original.common.short ?? original.title : nil)
  }

  /// The days of a document: those of its original among them, and of the document on whose page it stands.
  func days(of document: Document, original: Document?) -> ShownDays {
    var days = ShownDays(document.common)
    guard !dated.isEmpty else { return days }
    if let original, original !== document { days.formIntersection(ShownDays(original.common)) }
    if let owner = owner(of: original ?? document) { days.formIntersection(owner) }
    return days
  }

  /// The days of the document on whose page another stands; nil where it has none of its own.
  private func owner(of document: Document) -> ShownDays? {
    guard case .page(let field) = document.kind.place, let reference = document.reference(in: field) else { return nil }
    return reference.kinds.lazy.compactMap(\.recordFolder).compactMap {
      dated[DocumentID(folder: $0, name: reference.target)]
    }.first
  }

  /// The days after which a document is shown and was not, or the other way round.
  private static func turns(of document: Document, _ days: ShownDays, after today: CivilDate) -> [DocumentTurn] {
    guard days.goesOn(on: days.first) else { return [] }
    let begin = days.first > today ? [DocumentTurn(document: document, day: days.first, isShown: true)] : []
    let end = days.end.flatMap { $0 > today ? DocumentTurn(document: document, day: $0, isShown: false) : nil }
    return begin + [end].compactMap { $0 }
  }

  /// The titles of what readers see no more, by the names, folded, that writers may call it.
  var absentTitles: [String: String] {
    var titles: [String: String] = [:]
    for (id, document) in hidden.sorted(by: { $0.key < $1.key }) {
      guard let title = document.title else { continue }
      for name in document.names + [id.description] { titles[folded(name)] = titles[folded(name)] ?? title }
    }
    return titles
  }

  /// The same as if all that is coming were shown already.
  var withComing: ShownDocuments {
    var whole = self
    whole.documents = (documents + coming).sorted { ($0.id, $0.language) < ($1.id, $1.language) }
    for document in coming { whole.hidden[document.id] = nil }
    whole.coming = []
    return whole
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
}
