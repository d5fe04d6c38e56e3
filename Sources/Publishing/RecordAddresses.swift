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
