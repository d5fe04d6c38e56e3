import Content
import Diagnostics
import Formats
import Markdown

/// Every name that a document answers to.
///
/// A class for the reason that a document is one.
final class DocumentIndex: Sendable {
  let hub: HubDescription
  /// Each once; sorted by id and language.
  let documents: [Document]
  let originals: [DocumentID: Int]
  let translations: [DocumentID: [Int]]
  /// The originals that are not shown on the day.
  let hidden: [DocumentID: HiddenDocument]
  let unread: UnreadDocuments
  /// Where the files that are no documents stand in the site, by their paths in the content folder.
  let assets: [String: OutputPath]
  /// Those that are no pictures, or not whole ones, by their paths in the content folder.
  let pictureFlaws: [String: PictureFlaw]
  /// Files that programs leave behind and no site holds.
  let passedOver: Set<String>
  /// All files, for names to suggest.
  let files: Set<String>
  /// Files that are reported themselves, so that links to them say nothing new.
  let unreadFiles: Set<String>
  /// The ids that `hub.yaml` declares.
  let declared: [Named.Vocabulary: Set<String>]
  private let folders: [Kind: [String]]
  private let names: DocumentNames
  /// Markdown files by their path as diagnostics show it.
  private let markdownFiles: [String: Int]
  private let contentFolder: String
  /// Ids of headings by their names, of the documents that have many.
  private let headings: [Int: [String: String]]
  /// Originals by their old addresses.
  private let moved: [String: Int]

  init(_ content: ReadContent, _ shown: ShownDocuments) {
    let hub = content.hub
    let documents = shown.documents
    var originals: [DocumentID: Int] = [:]
    var translations: [DocumentID: [Int]] = [:]
    var files: [String: Int] = [:]
    var moved: [String: Int] = [:]
    originals.reserveCapacity(documents.count)
    files.reserveCapacity(documents.count)
    for (number, document) in documents.enumerated() {
      if document.language == hub.language {
        originals[document.id] = number
        for alias in document.common.aliases { moved[alias.path] = number }
      } else {
        translations[document.id, default: []].append(number)
      }
      if document.source.path.hasSuffix(".md") { files[document.source.path] = number }
    }
    self.hub = hub
    self.documents = documents
    self.originals = originals
    self.translations = translations
    markdownFiles = files
    self.moved = moved
    hidden = shown.hidden
    unread = shown.unread
    let assets = Dictionary(
      content.assets.compactMap { asset in OutputPath(asset.path).map { (asset.contentPath, $0) } },
      uniquingKeysWith: { first, _ in first })
    self.assets = assets
    self.files = Set(content.assets.map(\.contentPath)).union(content.strays.map { composed($0.path) })
    pictureFlaws = Dictionary(
      content.assets.compactMap { asset in asset.pictureFlaw.map { (asset.contentPath, $0) } },
      uniquingKeysWith: { first, _ in first })
    passedOver = Set(content.strays.map { composed($0.path) })
    unreadFiles = shown.unread.files.union(content.assets.map(\.contentPath).filter { assets[$0] == nil })
    declared = Dictionary(
      uniqueKeysWithValues: Named.Vocabulary.allCases.map { ($0, Set(hub.declared($0).map(\.id))) })
    folders = hub.foldersOfKinds
    names = DocumentNames(of: documents, originals: originals)
    contentFolder = String(hub.file.path.dropLast("hub.yaml".count))
    headings = Dictionary(
      uniqueKeysWithValues: documents.enumerated().filter { $0.element.body.headings.count > 50 }
        .map { ($0.offset, $0.element.body.headings.idsByName) })
  }
}

// MARK: Lookups

extension DocumentIndex {
  /// The document that a reference leads to.
  func target(of reference: AnyReference) -> Int? {
    for kind in reference.kinds {
      for folder in folders(of: kind) {
        if let index = originals[DocumentID(folder: folder, name: reference.target)] { return index }
      }
    }
    return nil
  }

  func folders(of kind: Kind) -> [String] { folders[kind] ?? [] }

  /// The documents that answer to the name in a wikilink, with or without its folder; each once, in the order of their
  /// ids.
  func documents(named name: String) -> [Int] {
    if let id = DocumentID(text: name), let number = originals[id] { return [number] }
    return names.documents(named: name)
  }

  /// The document in a Markdown file, whose path is relative to the content folder.
  func document(inFile path: String) -> Int? { markdownFiles[contentFolder + path] }

  /// The id of the heading that an anchor names; a text of many headings is not looked through for each of its links.
  func heading(namedBy anchor: String, in number: Int) -> String? {
    guard let ids = headings[number] else { return documents[number].body.headings.id(namedBy: anchor) }
    return ids[anchor]
  }

  /// The document that had an address before.
  func document(movedFrom address: String) -> Int? { moved[address] }

  /// The path of a document's file, relative to the content folder.
  func contentPath(of document: Document) -> String { String(document.source.path.dropFirst(contentFolder.count)) }

  /// The file that a document of the folder names by a path relative to its own.
  func asset(at written: String, inFolder folder: String) -> OutputPath? {
    Content.contentPath(written, fromFolder: folder).flatMap { assets[$0] }
  }

  /// The version of a document that a page in `language` links to.
  func version(of number: Int, in language: String) -> Int {
    guard documents[number].language != language else { return number }
    return translations[documents[number].id]?.first { documents[$0].language == language } ?? number
  }
}

// MARK: Names to suggest

extension DocumentIndex {
  /// The ids of the kinds.
  func ids(of kinds: [Kind]) -> [String] {
    let folders = Set(kinds.flatMap { self.folders(of: $0) })
    return originals.keys.filter { folders.contains($0.folder) }.map(\.name)
  }

  var wikilinkNames: [String] { originals.keys.flatMap { [$0.name, $0.description] } }

  var paths: [String] { markdownFiles.keys.map { String($0.dropFirst(contentFolder.count)) } + files }
}

// MARK: Texts that could not be read

extension DocumentIndex {
  /// Whether a name may be that of a document that could not be read, so that a link to it says nothing new.
  func isUnread(_ name: String) -> Bool {
    if let id = DocumentID(text: name), hub.kind(ofFolder: id.folder) != nil { return unread.covers(id) }
    let name = folded(name)
    return !unread.folders.isEmpty || unread.names.contains { folded($0) == name }
      || unread.ids.contains { $0.name == name }
  }
}

extension UnreadDocuments {
  func covers(_ id: DocumentID) -> Bool { ids.contains(id) || folders.contains(id.folder) }
}

extension DocumentID {
  /// Reads `folder/name`.
  init?(text: String) {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    self.init(folder: String(text[..<slash]), name: String(text[text.utf8.index(after: slash)...]))
  }
}

extension [Heading] {
  /// What `id(namedBy:)` finds, by all names for which it finds something.
  var idsByName: [String: String] {
    var ids: [String: String] = [:]
    for heading in self { ids[heading.anchor] = heading.anchor }
    for old in flatMap(\.oldAnchors) where ids[old] == nil { ids[old] = old }
    for heading in self {
      if let name = heading.displacedAnchor, ids[name] == nil { ids[name] = heading.anchor }
    }
    return ids
  }
}
