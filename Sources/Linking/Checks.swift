import Content
import Diagnostics

/// Checks what `hub.yaml` itself refers to.
func checkHub(_ hub: HubDescription, index: DocumentIndex) -> [Diagnostic] {
  let resolver = LinkResolver(index: index)
  return (hub.startHere + hub.citations.map(\.organ)).compactMap(resolver.fault(in:))
}

/// Checks that no two documents with a page of their own are written to one address, and no alias onto a page.
func checkAddresses(_ pages: [Page]) -> [Diagnostic] {
  var owners: [String: Page] = [:]
  var diagnostics: [Diagnostic] = []
  for page in pages where page.address.fragment == nil {
    let key = page.address.path.keyIgnoringCase
    if let owner = owners[key] {
      diagnostics.append(
        Diagnostic(
          .duplicateAddress, "one page stands at '\(page.address.path)', and this would be a second",
          at: page.document.place, notes: [Note("the first is here", at: owner.document.place)],
          help: "Change the slug of one of the two"))
    } else {
      owners[key] = page
    }
  }
  for page in pages {
    for alias in page.document.common.aliases {
      guard let path = OutputPath(alias.path) else { continue }
      if let owner = owners[path.keyIgnoringCase] {
        diagnostics.append(
          Diagnostic(
            .duplicateAddress, "an old address belongs to one page, and '\(alias.path)' is taken", at: alias.place,
            notes: [Note("by this one", at: owner.document.place)], help: "Take the alias out"))
      } else {
        owners[path.keyIgnoringCase] = page
      }
    }
  }
  return diagnostics
}

/// Checks that bodies, and meetings within meetings, form trees.
func checkTrees(_ pages: [Page], index: DocumentIndex) -> [Diagnostic] {
  pages.compactMap { page in
    guard let parent = page.document.parentReference else { return nil }
    var next = index.target(of: parent)
    var steps = 0
    while let current = next, steps <= pages.count {
      if current == page.index {
        return Diagnostic(
          .circularReference, "'\(page.document.id.name)' cannot belong to itself through '\(parent.target)'",
          at: parent.place, help: "Name another '\(parent.field)', or none for the topmost")
      }
      next = index.documents[current].parentReference.flatMap(index.target(of:))
      steps += 1
    }
    return nil
  }
}

/// Checks that each part of a series is one article.
func checkSeries(_ pages: [Page]) -> [Diagnostic] {
  var parts: [String: Page] = [:]
  return pages.compactMap { page in
    guard let series = page.document.details.article?.series, let part = series.part else { return nil }
    let key = "\(page.document.language) \(series.series.id) \(part)"
    guard let other = parts.updateValue(page, forKey: key) else { return nil }
    return Diagnostic(
      .duplicatePart, "part \(part) of '\(series.series.id)' is one article, and this is a second", at: page.document.place,
      notes: [Note("the first is here", at: other.document.place)], help: "Give one of the two another part")
  }
}

extension Document {
  var parentReference: Reference? {
    switch details {
    case .body(let fields): fields.parent
    case .meeting(let fields): fields.partOf
    default: nil
    }
  }
}
