import Content
import Diagnostics
import Markdown

/// A document with its links resolved.
struct LinkedDocument: Sendable {
  let page: Page
  /// Where each of the document's references leads; nil for one that was reported.
  let targets: [Int?]
  let faults: [LinkFault]
}

/// Resolves what one document refers to and links to, and reports what leads nowhere.
struct LinkResolver: Sendable {
  let index: DocumentIndex
  let addresses: PageAddresses
  /// Nil where no document of the index comes or goes.
  var timetable: Timetable?

  @Sendable func link(_ number: Int) -> LinkedDocument {
    let document = index.documents[number]
    var faults = LinkFaults(of: document, number)
    // What a translation has from its original is reported there.
    let targets = document.references.map { $0.isInherited ? index.target(of: $0) : resolve($0, &faults) }
    for name in document.names where index.declared[name.vocabulary]?.contains(name.id) != true {
      faults.add(fault(in: name))
    }
    let page = Page(
      index: number, document: document, address: addresses.address(of: number),
      links: ResolvedLinks(document.body.links) { resolve($0, in: document, number, &faults) },
      picture: document.common.image.flatMap { image in
        image.isInherited
          ? index.asset(at: image.file, inFolder: document.id.folder)
          : resolve(imageAt: image.file, inFolder: document.id.folder, &faults) { image.place }
      })
    faults.close(at: document.place)
    return LinkedDocument(page: page, targets: targets, faults: faults.faults)
  }

  /// Finds the hub's pictures, and checks what `hub.yaml` and the map refer to.
  func link(_ hub: HubDescription, _ map: MapDescription?) -> (pictures: HubPictures, faults: [LinkFault]) {
    var faults = LinkFaults()
    for reference in hub.references + (map?.references ?? []) { _ = resolve(reference, &faults) }
    let picture = hub.image.flatMap { image in
      resolve(imageAt: image.file, inFolder: "", &faults) { image.place }
    }
    let logo = hub.theme?.logo.flatMap { logo in
      resolve(imageAt: logo.file, inFolder: "", &faults) { logo.place }
    }
    let favicon = hub.theme?.favicon.flatMap { icon in
      resolve(imageAt: icon.file, inFolder: "", &faults) { icon.place }
    }
    return (HubPictures(shared: picture, logo: logo, favicon: favicon), faults.faults)
  }
}

// MARK: Fields

extension LinkResolver {
  private func resolve(_ reference: AnyReference, _ faults: inout LinkFaults) -> Int? {
    if let target = index.target(of: reference) {
      reportAbsence(of: target, .field(reference.field), &faults) { reference.place }
      return target
    }
    let ids = reference.kinds.flatMap(index.folders(of:)).map { DocumentID(folder: $0, name: reference.target) }
    if ids.contains(where: index.unread.covers) { return nil }
    if let id = ids.first(where: { index.hidden[$0] != nil }), let hidden = index.hidden[id] {
      let source = faults.source
      faults.add(fault(for: hidden, id, .field(reference.field), source, at: reference.place))
    } else {
      faults.add(unresolved(reference))
    }
    return nil
  }

  private func unresolved(_ reference: AnyReference) -> LinkFault {
    let noun = reference.kinds.map(\.noun).joined(separator: " or ")
    let message =
      "'\(reference.field.name)' holds the id of \(noun), and there is none '\(shortened(reference.target))'"
    if let id = id(of: reference) {
      let covered = reference.place.coveredText
      let isAsWritten = ["", "'", "\""].contains { covered == $0 + reference.target + $0 }
      return LinkFault(
        diagnostic: Diagnostic(
          .unresolvedReference, message, at: reference.place, help: "Write '\(id)', its id",
          edits: isAsWritten ? [Edit(reference.place, to: id)] : []))
    }
    return LinkFault(
      diagnostic: Diagnostic(
        .unresolvedReference, message, at: reference.place,
        help: helpForName(reference) ?? "Correct the id, or add what it names"),
      search: NameSearch(written: reference.target, names: .ids(reference.kinds)) { "Write '\($0)'" })
  }

  /// What to do where a name stands in the place of an id, and nothing has that name.
  private func helpForName(_ reference: AnyReference) -> String? {
    guard !isIdentifier(reference.target), let kind = reference.kinds.first,
      let id = identifier(ofTitle: reference.target)
    else { return nil }
    if kind == Country.kind, let code = countryCode(named: reference.target) {
      return "Write '\(code)', its code; 'hubwright new country \"\(reference.target)\" --id \(code)' makes it"
    }
    return "Write '\(id)', the id of \(kind.noun); 'hubwright new \(kind.rawValue) \"\(reference.target)\"' makes one"
  }

  /// The id of the one document of the kinds that a reference names by its title or another of its names.
  private func id(of reference: AnyReference) -> String? {
    let folders = Set(reference.kinds.flatMap(index.folders(of:)))
    let named = index.documents(named: reference.target).map { index.documents[$0].id }.filter {
      folders.contains($0.folder)
    }
    return named.count == 1 ? named.first?.name : nil
  }

  private func fault(in name: Named) -> LinkFault {
    let declared = index.hub.declared(name.vocabulary).map(\.id)
    return LinkFault(
      diagnostic: Diagnostic(
        .unresolvedReference, "hub.yaml declares no '\(shortened(name.id))' under '\(name.vocabulary.rawValue)'",
        at: name.place,
        help: declared.isEmpty
          ? "Declare it in hub.yaml" : "Declare it in hub.yaml, or write one of \(declared.joined(separator: ", "))"),
      search: NameSearch(written: name.id, names: .these(declared)) { "Write '\($0)'" })
  }
}
