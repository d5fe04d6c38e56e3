import Diagnostics
import Markdown

/// A translation as far as its own file tells: its fields have their types only together with its original's.
struct WrittenTranslation: Sendable {
  let id: DocumentID
  let origin: DocumentReader.Origin
  let fields: [YAMLField]
  let source: YAMLSource
  let place: SourceRange
  let body: MarkdownBody
  let isWhole: Bool
}

/// What is known of the originals when their translations are read.
struct Originals: Sendable {
  private let documents: [DocumentID: Document]
  private let drafts: Set<DocumentID>
  private let unread: UnreadDocuments

  init(of reading: DocumentReader.Reading) {
    // Of two documents with one id the first is shown.
    documents = Dictionary(reading.documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    drafts = Set(reading.drafts.map(\.id))
    unread = reading.unread
  }

  enum Original {
    case document(Document)
    case draft
    /// There is one, and it could not be read.
    case unread
    case missing
  }

  subscript(_ id: DocumentID) -> Original {
    if let document = documents[id] { return .document(document) }
    if drafts.contains(id) { return .draft }
    return unread.ids.contains(id) || unread.folders.contains(id.folder) ? .unread : .missing
  }
}

extension DocumentReader {
  /// Reads a translation, whose fields are its original's where it gives none.
  ///
  /// Nothing is said of one whose original cannot be read: what is wrong with both may be one thing.
  func read(_ translation: WrittenTranslation, among originals: Originals) -> Reading {
    switch originals[translation.id] {
    case .document(let original): return read(translation, of: original)
    case .unread: return Reading()
    case .draft:
      return Reading(drafts: [
        UnfinishedDraft(id: translation.id, language: translation.origin.language, names: [], faults: [])
      ])
    case .missing:
      var reading = Reading(diagnostics: [
        Diagnostic(
          .untranslatedOriginalMissing, "a translation stands beside its original, and '\(translation.id)' has none",
          at: translation.place, help: "Add '\(translation.id).md', or take the language out of the file's name")
      ])
      reading.unread.add(translation.id)
      return reading
    }
  }

  private func read(_ translation: WrittenTranslation, of original: Document) -> Reading {
    let start = translation.place.start
    var joining = TranslatedFields(
      source: translation.source,
      original: YAMLSource(file: original.source, lineOffset: original.source.path.hasSuffix(".md") ? 1 : 0),
      originalPlace: original.place,
      place: YAMLMark(
        line: Int32(clamping: start.line - translation.source.lineOffset), column: Int32(clamping: start.column),
        length: 1))
    let fields = joining.joined(
      translation.fields, over: original.written, as: translation.origin.kind.fieldsOfVersions)
    var reading = document(
      named: translation.id.name, translation.origin, fields, in: translation.source, at: translation.place,
      body: translation.body, isWhole: translation.isWhole)
    reading.diagnostics += joining.diagnostics
    return reading
  }
}

extension Kind {
  /// The fields with the rules by which versions have them in common, worked out once for each kind.
  var fieldsOfVersions: [FieldDescription] { Self.fieldsOfAll[self] ?? [] }

  private static let fieldsOfAll = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.fields) })
}

extension DocumentReader.Reading {
  /// The reading with its translations read, now that every original is known.
  func withTranslations(_ reader: DocumentReader, jobs: Int) -> Self {
    guard !translations.isEmpty else { return self }
    let originals = Originals(of: self)
    let readings = mapConcurrently(translations, jobs: jobs) { reader.read($0, among: originals) }
    var whole = self
    var faults: [String: [Diagnostic]] = [:]
    for var reading in readings {
      for fault in reading.diagnostics { faults[fault.range.file.path, default: []].append(fault) }
      reading.diagnostics = []
      whole.add(reading)
    }
    for (_, found) in faults.sorted(by: { $0.key < $1.key }) {
      whole.diagnostics += found.limited(to: DocumentReader.mostFaults)
    }
    return whole
  }
}
