import Content
import Diagnostics
import Linking
import Markdown

// What is changed where others lead to the document, and where a document in another folder leads to others.

extension Move {
  mutating func mendReferences() throws(MoveRefusal) {
    guard from.name != to.name else { return }
    let hub = content.hub
    let others = hub.references + (content.map?.references ?? [])
    for reference in content.documents.flatMap(\.references) + others where !reference.isInherited {
      guard reference.target == from.name, graph.anyPage(reference, in: hub.language)?.document.id == from else {
        continue
      }
      let place = reference.place
      guard let found = place.file.bytes(of: from.name, inLine: place.start.line, fromColumn: place.start.column)
      else { throw unsure(place.file, place.start.line) }
      replace(found, with: to.name, in: place.file)
    }
  }

  mutating func mendLinks(of page: Page) throws(MoveRefusal) {
    let document = page.document
    let isMoved = document.id == from
    let home = isMoved ? to.folder : document.id.folder
    func mended(_ path: String) -> String? {
      isMoved && movesFolder && !path.isEmpty && !path.hasPrefix("../")
        ? "../\(from.folder)/\(withoutDot(path))" : nil
    }
    for link in page.links {
      let leadsHere = link.page.map { graph.pages[$0].document.id == from } ?? false
      switch link {
      case .wikilink(let link, _, _):
        guard leadsHere, let new = newTarget(link.target) else { continue }
        try replace(link.target, at: link.place, with: new, in: document.source)
      case .file(let link, _) where leadsHere && !link.path.isEmpty:
        try replace(link.path, at: link.place, with: newPath(link.path, from: home), in: document.source)
      case .file(let link, _):
        if let new = mended(link.path) { try replace(link.path, at: link.place, with: new, in: document.source) }
      case .image(let image, _):
        if let new = mended(image.path) { try replace(image.path, at: image.place, with: new, in: document.source) }
      case .broken(let link):
        guard let path = link.path, let new = mended(path) else { continue }
        try replace(path, at: link.place, with: new, in: document.source)
      }
    }
    guard isMoved, movesFolder else { return }
    if let picture = document.common.image, !picture.file.hasPrefix("../") {
      throw MoveRefusal(
        sentence:
          "The picture '\(picture.file)' of '\(from)' is named relative to its folder; write '../\(from.folder)/\(picture.file)' first."
      )
    }
  }

  /// What a wikilink says instead; nil where it calls the document by a title, which stays.
  private func newTarget(_ written: String) -> String? {
    if written == from.name { return to.name }
    return written == from.description ? to.description : nil
  }

  /// A relative path with the new name, as a document in a folder writes it.
  private func newPath(_ written: String, from folder: String) -> String {
    let file = written.split(separator: "/").last.map(String.init) ?? written
    let newFile = to.name + file.dropFirst(from.name.count)
    guard movesFolder else { return written.dropLast(file.count) + newFile }
    return folder == to.folder ? newFile : "../\(to.folder)/\(newFile)"
  }

  private func withoutDot(_ path: String) -> Substring { path.hasPrefix("./") ? path.dropFirst(2) : path[...] }

  private mutating func replace(_ written: String, at place: BodyPlace, with new: String, in file: SourceFile)
    throws(MoveRefusal)
  {
    let column = place.range(in: file).start.column
    guard let found = file.bytes(of: written, inLine: Int(place.line), fromColumn: column) else {
      throw unsure(file, Int(place.line))
    }
    replace(found, with: new, in: file)
  }
}
