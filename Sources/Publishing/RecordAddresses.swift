import Authoring
import Content
import Diagnostics
import Foundation
import Linking

/// Adds the addresses of a hub to its ledger, `site-content/published.txt`; returns how many were new, or nil where the hub has
/// errors and nothing was written.
package func recordAddresses(of request: BuildRequest) throws -> (added: Int?, diagnostics: [Diagnostic]) {
  let (linked, diagnostics) = linkHub(request)
  guard let linked, !diagnostics.containsError else { return (nil, diagnostics) }
  let text = PublishedAddresses.text(adding: linked.graph, to: linked.content.published)
  let old = linked.content.published?.text ?? ""
  if text != old {
    let path = "\(request.hub)/site-content/\(PublishedAddresses.fileName)"
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  }
  return (max(0, PublishedAddresses.count(in: text) - PublishedAddresses.count(in: old)), diagnostics)
}

/// Moves a document, and takes the move back unless the hub still builds; returns what was changed.
///
/// Links in drafts are mended too, but a draft may have errors of its own, such as names that its writer still has to fill in.
package func moveDocument(_ old: String, to new: String, in request: BuildRequest) throws -> SourceChange {
  var published = request
  published.includesDrafts = false
  published.indexesSearch = false
  var whole = request
  whole.includesDrafts = true
  let (linked, faults) = linkHub(whole)
  guard let linked, !buildSite(published).diagnostics.containsError else {
    throw CommandRefusal("The hub has errors; mend them first, so that every link to the document is known.")
  }
  guard let from = documentID(named: old, in: linked.graph) else {
    throw CommandRefusal("There is no one document '\(old)'; write its folder and id, such as 'issues/fisheries'.")
  }
  let name = new.hasSuffix(".md") ? String(new.dropLast(3)) : new
  let target = documentID(named: name.contains("/") ? name : "\(from.folder)/\(name)", in: linked.graph)
  guard let target else { throw CommandRefusal("'\(new)' is no folder and id, such as 'issues/fisheries'.") }
  let change = try moveDocument(from, to: target, in: linked.content, linked.graph).get()
  func errors(_ diagnostics: [Diagnostic]) -> Int { diagnostics.count { $0.severity == .error } }
  let holds = try apply(change, in: request.hub) {
    !buildSite(published).diagnostics.containsError && errors(linkHub(whole).diagnostics) <= errors(faults)
  }
  guard holds else {
    throw CommandRefusal(
      "The hub would not build after the move, so it was taken back: '\(target)' may be the name of something else.")
  }
  return change
}
