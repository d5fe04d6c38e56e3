import Content
import Diagnostics
import Linking
import Markdown

/// Why a document is not moved, in a sentence.
package struct MoveRefusal: Error, Sendable, Equatable {
  package let sentence: String
}

/// Gives a document another id: its file or its entry of a list, and whatever leads there. The old address stays: a page has it
/// as an alias, and a record that has no page of its own keeps its anchor by its slug.
///
/// `graph` holds every document, drafts too. Refuses whatever cannot be mended for sure.
package func moveDocument(
  _ from: DocumentID, to: DocumentID, in content: ReadContent, _ graph: ContentGraph
) -> Result<SourceChange, MoveRefusal> {
  do throws(MoveRefusal) {
    var move = try Move(from, to, content, graph)
    try move.moveVersions()
    try move.mendReferences()
    move.mendRenderings()
    for page in graph.pages { try move.mendLinks(of: page) }
    return .success(try move.change())
  } catch let refusal {
    return .failure(refusal)
  }
}

/// The id that a writer means: `issues/itrs`, the path of its file, or its own name where only one document has it.
package func documentID(named written: String, in graph: ContentGraph) -> DocumentID? {
  var text = written[...]
  if let folder = text.firstRange(of: "site-content/") { text = text[folder.upperBound...] }
  let parts = text.split(separator: "/")
  let name = parts.last.map { $0.hasSuffix(".md") ? String($0.prefix { $0 != "." }) : String($0) } ?? ""
  if parts.count == 2 { return DocumentID(folder: String(parts[0]), name: name) }
  let found = Set(graph.pages.map(\.document.id).filter { $0.name == name })
  return found.count == 1 ? found.first : nil
}

struct Move {
  let from: DocumentID
  let to: DocumentID
  let content: ReadContent
  let graph: ContentGraph
  /// The document in each of its languages.
  let versions: [Page]
  private var edits: [String: SourceEdits] = [:]
  private var newPaths: [String: String] = [:]

  init(_ from: DocumentID, _ to: DocumentID, _ content: ReadContent, _ graph: ContentGraph) throws(MoveRefusal) {
    guard let page = graph.page(from) else { throw MoveRefusal(sentence: "There is no document '\(from)'.") }
    guard from != to else { throw MoveRefusal(sentence: "'\(from)' is its id already.") }
    guard graph.page(to) == nil else { throw MoveRefusal(sentence: "There is a document '\(to)' already.") }
    guard isIdentifier(to.name) else {
      throw MoveRefusal(
        sentence: "An id consists of lower-case letters, digits and hyphens, and '\(to.name)' does not.")
    }
    guard content.hub.kind(ofFolder: to.folder) == page.document.kind else {
      throw MoveRefusal(
        sentence: "The folder '\(to.folder)' holds no documents of the kind '\(page.document.kind.rawValue)'.")
    }
    guard from.folder == to.folder || page.document.source.path.hasSuffix(".md") else {
      throw MoveRefusal(sentence: "An entry of a list stays in its folder; move it to another file by hand.")
    }
    self.from = from
    self.to = to
    self.content = content
    self.graph = graph
    versions = graph.versions(of: page)
  }

  var movesFolder: Bool { from.folder != to.folder }

  mutating func replace(_ range: Range<Int>, with text: String, in file: SourceFile) {
    edits[file.path, default: SourceEdits(file)].replace(range, with: text)
  }

  mutating func rename(_ file: SourceFile, to path: String) {
    newPaths[file.path] = path
    if edits[file.path] == nil { edits[file.path] = SourceEdits(file) }
  }

  func unsure(_ file: SourceFile, _ line: Int) -> MoveRefusal {
    MoveRefusal(
      sentence:
        "'\(from)' is named at \(file.path):\(line) in a way that cannot be mended for sure; change that line by hand first."
    )
  }

  func change() throws(MoveRefusal) -> SourceChange {
    var files: [SourceChange.File] = []
    for (path, edits) in edits.sorted(by: { $0.key < $1.key }) {
      guard let text = edits.result() else { throw unsure(edits.file, 1) }
      files.append(
        SourceChange.File(path: path, newPath: newPaths[path] ?? path, text: edits.file.text, newText: text))
    }
    return SourceChange(files: files)
  }
}
