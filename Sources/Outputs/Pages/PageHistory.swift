import CivilTime
import Content
import Diagnostics
import Formats
import Linking

/// Who changed a page and when, as the repository tells it, and where it can be mended.
extension PageComposer {
  func editAddress(of page: Page) -> String {
    graph.hub.editAddress.map { filled($0, ["path": page.document.source.path]) } ?? ""
  }

  /// Where a mistake can be reported: the address that the hub gives, or else the page that says how to reach its editors.
  func reportAddress(of page: Page) -> String {
    if let pattern = graph.hub.reportAddress {
      return filled(
        pattern,
        [
          "path": page.document.source.path.percentEncodedValue, "title": page.document.title.percentEncodedValue,
          "address": edition.absoluteAddress(of: page).percentEncodedValue,
        ])
    }
    guard let contact = graph.hub.contact.flatMap(self.page), contact.index != page.index else { return "" }
    return link(to: contact)
  }

  /// A list's file tells nothing of one entry, so only documents with a file of their own have a history.
  func addHistory(of page: Page, to frame: inout PageFrame) {
    let path = page.document.source.path
    guard path.hasSuffix(".md"), let file = edition.history?.files[path] else { return }
    if page.document.common.updated == nil {
      frame.lastChanged = edition.dates.text(file.lastChange)
      frame.lastChangedIso = file.lastChange.isoText
    }
    if graph.hub.history == .contributors { frame.contributors = file.contributors.joined(separator: ", ") }
  }
}
