import Content
import Diagnostics
import Markdown

/// Resolves what one document refers to and links to, and reports what leads nowhere.
struct LinkResolver: Sendable {
  let index: DocumentIndex

  func link(_ number: Int, address: PageAddress) -> (page: Page, diagnostics: [Diagnostic]) {
    let document = index.documents[number]
    var faults: [Diagnostic] = []
    for reference in document.references {
      if let fault = fault(in: reference) { faults.append(fault) }
    }
    for name in document.names {
      if let fault = fault(in: name) { faults.append(fault) }
    }
    let page = Page(
      index: number, document: document, address: address,
      fileLinks: document.body.links.map { resolve($0, in: document, &faults) },
      wikilinks: document.body.wikilinks.map { resolve($0, in: document, number, &faults) },
      images: document.body.images.map { resolve($0, in: document, &faults) })
    return (page, faults)
  }

  func fault(in reference: Reference) -> Diagnostic? {
    guard index.target(of: reference) == nil else { return nil }
    let noun = reference.kinds.map(\.noun).joined(separator: " or ")
    for kind in reference.kinds {
      for folder in index.folders(of: kind) {
        guard let reason = index.hidden[DocumentID(folder: folder, name: reference.target)] else { continue }
        return Diagnostic(
          .unresolvedReference, "'\(reference.field)' names a page that readers see, and '\(reference.target)' \(reason)",
          at: reference.place, help: "Leave this document out until then as well, or take the name out")
      }
    }
    let nearest = nearestName(to: reference.target, among: index.names(of: reference.kinds))
    return Diagnostic(
      .unresolvedReference, "'\(reference.field)' holds the id of \(noun), and there is none '\(reference.target)'",
      at: reference.place, help: nearest.map { "Write '\($0)'" } ?? "Add a record '\(reference.target)', or correct the id")
  }

  private func fault(in name: Named) -> Diagnostic? {
    let declared = index.hub.declared(name.vocabulary).map(\.id)
    guard !declared.contains(name.id) else { return nil }
    let nearest = nearestName(to: name.id, among: declared)
    return Diagnostic(
      .unresolvedReference, "hub.yaml declares no '\(name.id)' under '\(name.vocabulary.rawValue)'", at: name.place,
      help: nearest.map { "Write '\($0)'" } ?? "Declare it in hub.yaml, or write one of \(declared.joined(separator: ", "))")
  }

  private func resolve(_ link: FileLink, in document: Document, _ faults: inout [Diagnostic]) -> LinkTarget? {
    let range = { link.place.range(in: document.source) }
    guard let path = contentPath(link.path, from: document) else {
      faults.append(
        Diagnostic(
          .unresolvedLink, "a link stays within the hub, and '\(link.path)' leads out of it", at: range(),
          help: "Link to a file of the hub, or to an address that begins with https://"))
      return nil
    }
    if index.assets.contains(path), let output = OutputPath(path) { return .asset(output) }
    guard let number = documentAt(path, language: document.language) else {
      let nearest = nearestName(to: path, among: index.originals.keys.map { "\($0).md" })
      faults.append(
        Diagnostic(
          .unresolvedLink, "the link leads to no file of the hub: '\(path)'", at: range(),
          help: nearest.map { "Write '\(relative($0, from: document))'" } ?? "Correct the path; it is relative to this file"))
      return nil
    }
    if let fault = anchorFault(link.anchor, on: number, at: range) {
      faults.append(fault)
      return nil
    }
    return .page(number, anchor: link.anchor)
  }

  private func resolve(
    _ link: Wikilink, in document: Document, _ number: Int, _ faults: inout [Diagnostic]
  ) -> LinkTarget? {
    let range = { link.place.range(in: document.source) }
    let found = link.target.isEmpty ? [number] : index.documents(named: link.target)
    guard let first = found.first else {
      faults.append(unresolved(link, at: range()))
      return nil
    }
    // A document's own id is meant before another's title or abbreviation.
    let exact = found.filter { index.documents[$0].id.name == link.target }
    let candidates = exact.isEmpty ? found : exact
    guard candidates.count == 1 || link.target.isEmpty else {
      let names = candidates.map { "'\(index.documents[$0].id)'" }
      faults.append(
        Diagnostic(
          .ambiguousWikilink, "'\(link.target)' is the name of \(names.joined(separator: " and of "))", at: range(),
          notes: candidates.map { Note("one is here", at: index.documents[$0].place) },
          help: "Write '[[\(index.documents[first].id)]]' or another of them"))
      return nil
    }
    let target = index.version(of: candidates.first ?? first, in: document.language)
    if let fault = anchorFault(link.anchor, on: target, at: range) {
      faults.append(fault)
      return nil
    }
    return .page(target, anchor: link.anchor)
  }

  private func unresolved(_ link: Wikilink, at range: SourceRange) -> Diagnostic {
    for (id, reason) in index.hidden where id.name == link.target || id.description == link.target {
      return Diagnostic(
        .unresolvedWikilink, "a wikilink leads to a page that readers see, and '\(id)' \(reason)", at: range,
        help: "Leave this document out until then as well, or take the link out")
    }
    let nearest = nearestName(to: link.target, among: index.wikilinkNames())
    return Diagnostic(
      .unresolvedWikilink, "no document is named '\(link.target)'", at: range,
      help: nearest.map { "Write '[[\($0)]]'" } ?? "Write the id, title or abbreviation of a document")
  }

  private func anchorFault(_ anchor: String?, on number: Int, at range: () -> SourceRange) -> Diagnostic? {
    guard let anchor, !anchor.isEmpty else { return nil }
    let document = index.documents[number]
    let anchors = document.body.headings.map(\.anchor) + PageAnchors.derived(for: document.kind)
    guard !anchors.contains(anchor) else { return nil }
    let nearest = nearestName(to: anchor, among: anchors)
    return Diagnostic(
      .unresolvedAnchor, "'\(document.id)' has no heading '#\(anchor)'", at: range(),
      help: nearest.map { "Write '#\($0)'" }
        ?? (anchors.isEmpty ? "Leave the anchor out" : "Write one of \(anchors.map { "#" + $0 }.joined(separator: ", "))"))
  }

  private func resolve(_ image: BodyImage, in document: Document, _ faults: inout [Diagnostic]) -> OutputPath? {
    if let path = contentPath(image.path, from: document), index.assets.contains(path) { return OutputPath(path) }
    let nearest = nearestName(to: image.path, among: index.assets.map { relative($0, from: document) })
    faults.append(
      Diagnostic(
        .unresolvedLink, "the image is a file of the hub, and there is none '\(image.path)'",
        at: image.place.range(in: document.source),
        help: nearest.map { "Write '\($0)'" } ?? "Put the file there, or correct the path; it is relative to this file"))
    return nil
  }

  /// A path relative to the content folder, from one relative to a document; nil where it leads out.
  private func contentPath(_ path: String, from document: Document) -> String? {
    guard !path.isEmpty else { return "\(document.id).md" }
    guard !path.hasPrefix("/") else { return nil }
    var parts: [Substring] = [document.id.folder[...]]
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  private func documentAt(_ path: String, language: String) -> Int? {
    guard path.hasSuffix(".md"), let slash = path.firstIndex(of: "/") else { return nil }
    let names = path[path.index(after: slash)...].dropLast(3).split(separator: ".", omittingEmptySubsequences: false)
    guard let name = names.first, names.count <= 2 else { return nil }
    guard let original = index.originals[DocumentID(folder: String(path[..<slash]), name: String(name))] else { return nil }
    guard names.count == 2 else { return index.version(of: original, in: language) }
    let version = index.version(of: original, in: String(names[1]))
    return index.documents[version].language == names[1] ? version : nil
  }

  private func relative(_ path: String, from document: Document) -> String {
    path.hasPrefix(document.id.folder + "/") ? String(path.dropFirst(document.id.folder.count + 1)) : "../" + path
  }
}
