import Content
import Diagnostics
import Markdown

/// Every name that a document answers to.
struct DocumentIndex: Sendable {
  let hub: HubDescription
  /// Without the later ones of two that share a name; sorted by id and language.
  let documents: [Document]
  let originals: [DocumentID: Int]
  let translations: [DocumentID: [Int]]
  /// Why a document that exists is not shown.
  let hidden: [DocumentID: String]
  let assets: Set<String>
  let diagnostics: [Diagnostic]
  /// Folded ids, titles, short names and abbreviations of originals.
  private let byName: [String: [Int]]

  init(hub: HubDescription, documents all: [Document], hidden: [DocumentID: String], assets: [ContentFolder.ContentFile]) {
    var kept: [Document] = []
    var originals: [DocumentID: Int] = [:]
    var translations: [DocumentID: [Int]] = [:]
    var diagnostics: [Diagnostic] = []
    for document in all {
      if let last = kept.last, last.id == document.id, last.language == document.language {
        diagnostics.append(
          Diagnostic(
            .duplicateID, "'\(document.id)' is the name of one document, and this is a second", at: document.place,
            notes: [Note("first used here", at: last.place)], help: "Give one of the two another id"))
        continue
      }
      if document.language == hub.language {
        originals[document.id] = kept.count
      } else {
        translations[document.id, default: []].append(kept.count)
      }
      kept.append(document)
    }
    for document in kept where document.language != hub.language && originals[document.id] == nil {
      diagnostics.append(
        Diagnostic(
          .untranslatedOriginalMissing, "a translation stands beside its original, and '\(document.id)' has none",
          at: document.place, help: "Add '\(document.id).md', or take the language out of the file's name"))
    }
    self.hub = hub
    self.documents = kept
    self.originals = originals
    self.translations = translations
    self.hidden = hidden
    self.assets = Set(assets.map(\.path))
    self.diagnostics = diagnostics
    byName = Self.names(of: kept, language: hub.language)
  }

  private static func names(of documents: [Document], language: String) -> [String: [Int]] {
    var names: [String: [Int]] = [:]
    for (number, document) in documents.enumerated() where document.language == language {
      // A sentence is no name: proposals and elections answer to their id alone.
      let hasName = document.kind != .proposal && document.kind != .election
      let candidates = [document.id.name] + (hasName ? [document.title, document.common.short, document.abbreviation].compactMap { $0 } : [])
      for name in Set(candidates.map(folded)) { names[name, default: []].append(number) }
    }
    return names
  }

  /// The document that a reference leads to.
  func target(of reference: Reference) -> Int? {
    for kind in reference.kinds {
      for folder in folders(of: kind) {
        if let index = originals[DocumentID(folder: folder, name: reference.target)] { return index }
      }
    }
    return nil
  }

  func folders(of kind: Kind) -> [String] {
    kind.recordFolder.map { [$0] } ?? hub.sections.filter { $0.kind == kind }.map(\.folder)
  }

  /// The documents that answer to the name in a wikilink, with or without its folder.
  func documents(named name: String) -> [Int] {
    if let slash = name.firstIndex(of: "/") {
      let id = DocumentID(folder: String(name[..<slash]), name: String(name[name.index(after: slash)...]))
      return originals[id].map { [$0] } ?? []
    }
    return byName[folded(name)] ?? []
  }

  /// The ids of the kinds, for "did you mean".
  func names(of kinds: [Kind]) -> [String] {
    originals.keys.filter { id in kinds.contains { folders(of: $0).contains(id.folder) } }.map(\.name).sorted()
  }

  func wikilinkNames() -> [String] {
    originals.keys.flatMap { [$0.name, $0.description] }.sorted()
  }

  /// The version of a document that a page in `language` links to.
  func version(of number: Int, in language: String) -> Int {
    guard documents[number].language != language else { return number }
    return translations[documents[number].id]?.first { documents[$0].language == language } ?? number
  }
}

/// A name as it is compared: in lower case, with typographic quotes made plain.
func folded(_ name: String) -> String {
  String(
    name.lowercased().map { character in
      switch character {
      case "’", "‘": "'"
      case "“", "”": "\""
      default: character
      }
    })
}

extension Document {
  var abbreviation: String? {
    switch details {
    case .term(let fields): fields.abbreviation
    case .body(let fields): fields.abbreviation
    case .actor(let fields): fields.abbreviation
    default: nil
    }
  }
}
