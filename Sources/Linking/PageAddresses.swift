import Content

/// Gives every document its address.
struct PageAddresses: Sendable {
  private let index: DocumentIndex
  private let folders: Set<String>

  init(index: DocumentIndex) {
    self.index = index
    folders = Set(index.documents.map(\.id.folder))
  }

  func address(of number: Int) -> PageAddress {
    let document = index.documents[number]
    switch document.kind.place {
    case .ownPage: return PageAddress(path: path(of: document))
    case .page(let field): return place(of: document, on: document.reference(in: field))
    case .index: return placeOnIndex(of: document)
    }
  }

  /// The index of a folder, where the folder has documents and their kind an index.
  func index(ofFolder folder: String, language: String) -> OutputPath? {
    guard folders.contains(folder), let kind = index.hub.kind(ofFolder: folder), kind.hasIndex else { return nil }
    return path(folder: folder, name: "index", language)
  }

  /// On the page of its owner in the document's language, or of the owner's original where it is not translated.
  private func place(of document: Document, on owner: AnyReference?) -> PageAddress {
    // An owner that does not exist is reported as a reference.
    guard let number = owner.flatMap(index.target) else { return placeOnIndex(of: document) }
    let page = index.documents[index.version(of: number, in: document.language)]
    return PageAddress(path: path(of: page), fragment: anchor(of: document))
  }

  private func placeOnIndex(of document: Document) -> PageAddress {
    PageAddress(
      path: path(folder: document.id.folder, name: "index", document.language), fragment: anchor(of: document))
  }

  private func path(of document: Document) -> OutputPath {
    path(folder: document.id.folder, name: anchor(of: document), document.language)
  }

  /// The last part of its address: its slug or its id; a translation has its original's slug where it gives none.
  private func anchor(of document: Document) -> String {
    let original = index.originals[document.id].map { index.documents[$0] }
    return document.common.slug ?? original?.common.slug ?? document.id.name
  }

  /// The main language stands at the root, every other in a folder of its own.
  private func path(folder: String, name: String, _ language: String) -> OutputPath {
    PageAddress.path(language == index.hub.language ? "\(folder)/\(name).html" : "\(language)/\(folder)/\(name).html")
  }
}
