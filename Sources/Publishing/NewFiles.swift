import Authoring
import CivilTime
import Content
import Diagnostics
import Foundation

/// Why a writer's command did nothing, in a sentence.
package struct CommandRefusal: Error, Sendable, Equatable {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
}

/// Writes a document of a kind, or of a hub's section, for a writer to begin with; returns its path.
///
/// `word` is a kind or a folder. Nothing that is there is written over.
package func writeNewDocument(
  _ word: String, title: String?, id: String?, in hub: String, today: (_ timeZone: String) -> CivilDate
) throws -> String {
  let (content, diagnostics) = readContent(in: "\(hub)/site-content", shownAs: "site-content", jobs: 1)
  guard let content else {
    throw CommandRefusal(diagnostics.first.map { "\($0.message)." } ?? "There is no hub in '\(hub)'.")
  }
  let (kind, folder) = try place(named: word, in: content.hub)
  let title = title ?? "New \(kind.rawValue.replacing("-", with: " "))"
  guard let id = id ?? identifier(ofTitle: title), isIdentifier(id) else {
    throw CommandRefusal(
      "No file can be named for '\(title)'; give it a name of lower-case letters, digits and hyphens with --id.")
  }
  if let reason = reasonAgainst(fileName: id) {
    throw CommandRefusal("No file can be named '\(id)': \(reason); give it another name with --id.")
  }
  if content.documents.contains(where: { $0.id == DocumentID(folder: folder, name: id) }) {
    throw CommandRefusal("There is a document '\(folder)/\(id)' already.")
  }
  let skeleton = Skeleton(kind, folder: folder, title: title, id: id, today: today(content.hub.timeZone))
  let path = "\(hub)/site-content/\(skeleton.path)"
  guard !FileManager.default.fileExists(atPath: path) else {
    throw CommandRefusal("There is a file '\(path)' already.")
  }
  try writeNewFile(skeleton.text, to: path)
  return path
}

/// The kind and folder that a writer means.
private func place(named word: String, in hub: HubDescription) throws -> (Kind, String) {
  if let kind = hub.kind(ofFolder: word) { return (kind, word) }
  guard let kind = Kind.named(word) else {
    let folders = hub.sections.map(\.folder)
    let known = ["hub"] + Kind.allCases.map(\.rawValue) + folders
    throw CommandRefusal("There is no kind or folder '\(word)'; write one of \(known.joined(separator: ", ")).")
  }
  let folders = kind.recordFolder.map { [$0] } ?? hub.sections.filter { $0.kind == kind }.map(\.folder)
  guard let folder = folders.first else {
    throw CommandRefusal(
      "The hub has no folder for \(kind.noun); declare one under 'sections' in hub.yaml, with 'kind: \(word)'.")
  }
  return (kind, folder)
}

/// Writes a small hub into a folder that is empty or not there yet; returns the paths of its files.
package func writeNewHub(to folder: String, today: CivilDate, release: HubSkeleton.Release) throws -> [String] {
  let isThere = FileManager.default.fileExists(atPath: folder)
  let names = isThere ? try FileManager.default.contentsOfDirectory(atPath: folder) : []
  guard names.allSatisfy({ $0 == ".git" }) else {
    throw CommandRefusal("'\(folder)' is not empty, and nothing is written over; name a new folder.")
  }
  let files = HubSkeleton(today: today, release: release).files
  for file in files { try writeNewFile(file.text, to: "\(folder)/\(file.path)", isProgram: file.isProgram) }
  try writeSchemas(to: "\(folder)/\(HubSkeleton.schemas)")
  return files.map(\.path) + ["\(HubSkeleton.schemas)/"]
}
