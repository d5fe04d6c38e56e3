import Authoring
import Content
import Diagnostics
import Foundation
import Linking

/// Moves a document, and takes the move back where the hub has more errors after it; returns what was changed.
///
/// The hub may have errors of its own, and drafts names that their writer still has to fill in; only a text that could not be read and
/// may name the document stands in the way. A file whose name is no id gets one.
package func moveDocument(_ old: String, to new: String, in request: BuildRequest) throws -> SourceChange {
  var published = request
  published.includesDrafts = false
  published.indexesSearch = false
  var whole = request
  whole.includesDrafts = true
  func errorCount() -> (published: Int, whole: Int) {
    (errors(buildSite(published).diagnostics).count, errors(linkHub(whole).diagnostics).count)
  }
  let (linked, faults) = linkHub(whole)
  guard let linked else { throw CommandRefusal("hub.yaml has errors; mend them first.") }
  let before = (published: errors(buildSite(published).diagnostics).count, whole: errors(faults).count)
  let change = try change(moving: old, to: new, in: request.hub, linked, errors(faults))
  let holds = try apply(change, in: request.hub) {
    let after = errorCount()
    return after.published <= before.published && after.whole <= before.whole
  }
  guard holds else {
    throw CommandRefusal(
      "The hub would have more errors after the move, so it was taken back: '\(new)' may be the name of something else."
    )
  }
  return change
}

private func errors(_ diagnostics: [Diagnostic]) -> [Diagnostic] { diagnostics.filter { $0.severity == .error } }

private func change(
  moving old: String, to new: String, in hub: String, _ linked: LinkedHub, _ errors: [Diagnostic]
) throws -> SourceChange {
  let name = new.hasSuffix(".md") ? String(new.dropLast(3)) : new
  if let change = try changeNamingFile(old, name, in: hub) { return change }
  guard let from = documentID(named: old, in: linked.graph) else {
    throw CommandRefusal("There is no one document '\(old)'; write its folder and id, such as 'issues/fisheries'.")
  }
  let target = documentID(named: name.contains("/") ? name : "\(from.folder)/\(name)", in: linked.graph)
  guard let target else { throw CommandRefusal("'\(new)' is no folder and id, such as 'issues/fisheries'.") }
  let read = Set(linked.graph.pages.map(\.document.source.path))
  if let unread = errors.map(\.range.file).first(where: { !read.contains($0.path) && $0.text.contains(from.name) }) {
    throw CommandRefusal("\(unread.path) has errors and may name '\(from)'; mend them first.")
  }
  return try moveDocument(from, to: target, in: linked.content, linked.graph).get()
}

/// Gives a Markdown file whose name is no id a name that is one; nil where the file has an id already or is not there.
private func changeNamingFile(_ old: String, _ new: String, in hub: String) throws -> SourceChange? {
  var path = old.firstRange(of: "site-content/").map { String(old[$0.upperBound...]) } ?? old
  if !path.hasSuffix(".md") { path += ".md" }
  let parts = path.dropLast(3).split(separator: "/").map(String.init)
  guard parts.count == 2, !isIdentifier(parts[1].prefix { $0 != "." }),
    let data = FileManager.default.contents(atPath: "\(hub)/site-content/\(path)")
  else { return nil }
  let id = new.split(separator: "/").last.map(String.init) ?? new
  let newPath = "site-content/\(parts[0])/\(id).md"
  guard isIdentifier(id), !new.contains("/") || new == "\(parts[0])/\(id)" else {
    throw CommandRefusal("An id consists of lower-case letters, digits and hyphens, and '\(new)' does not.")
  }
  guard !FileManager.default.fileExists(atPath: "\(hub)/\(newPath)") else {
    throw CommandRefusal("There is a file '\(newPath)' already.")
  }
  let text = String(decoding: data, as: UTF8.self)
  return SourceChange(
    files: [SourceChange.File(path: "site-content/\(path)", newPath: newPath, text: text, newText: text)])
}
