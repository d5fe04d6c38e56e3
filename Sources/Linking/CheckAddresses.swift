import Content
import Diagnostics
import Markdown

/// Checks that everything the hub writes has an address of its own: pages, places on pages, files and old addresses.
func checkAddresses(
  _ pages: [Page], hub: HubDescription, assets: [AssetFile], addresses: PageAddresses
) -> [Diagnostic] {
  var search = AddressSearch()
  // Of two pages at one address the one that asks for it by its slug is at fault.
  for hasSlug in [false, true] {
    for page in pages where page.address.fragment == nil && (page.document.common.slug != nil) == hasSlug {
      search.addPage(page, addresses)
    }
  }
  for page in pages where page.address.fragment != nil { search.addPlace(page) }
  for asset in assets { search.add(asset) }
  for page in pages {
    for alias in page.document.common.aliases { search.add(alias) }
    for alias in page.document.common.queryAliases { search.addQuery(alias, of: hub) }
  }
  for alias in hub.feedAliases { search.add(alias) }
  return search.diagnostics
}

private struct AddressSearch {
  private(set) var diagnostics: [Diagnostic] = []
  /// By path without case, since many file systems know none.
  private var owners: [String: (path: OutputPath, place: SourceRange)] = [:]
  private var pages: [OutputPath: Page] = [:]
  private var places: [PageAddress: Document] = [:]
  private var queries: [String: SourceRange] = [:]

  mutating func addPage(_ page: Page, _ addresses: PageAddresses) {
    let path = page.address.path
    let document = page.document
    if addresses.index(ofFolder: document.id.folder, language: document.language) == path {
      diagnostics.append(
        Diagnostic(
          .duplicateAddress, "'\(path)' is the list of the folder, and this page would stand there too",
          at: document.place,
          help: "Rename the document, or give it a 'slug'"))
      return
    }
    pages[path] = page
    add(path, at: document.place, help: "Change the slug of one of the two") {
      "one page stands at '\($0)', and this would be a second"
    }
  }

  /// A place on a page has an anchor that neither another place nor a heading or section of the page has.
  mutating func addPlace(_ page: Page) {
    guard let anchor = page.address.fragment else { return }
    if let first = places[page.address] {
      // A translation whose page is not translated stands where its original does.
      if first.id != page.document.id { report(page, notes: [Note("the first is here", at: first.place)]) }
      return
    }
    places[page.address] = page.document
    guard let owner = pages[page.address.path] else { return }
    let isHeading = owner.document.body.headings.contains { $0.anchor == anchor || $0.oldAnchors.contains(anchor) }
    if isHeading || owner.document.kind.anchors.contains(anchor) {
      report(page, notes: [Note("the page has a section of that name", at: owner.document.place)])
    }
  }

  private mutating func report(_ page: Page, notes: [Note]) {
    diagnostics.append(
      Diagnostic(
        .duplicateAddress, "one place is '\(page.address.path)#\(page.document.id.name)', and this would be a second",
        at: page.document.place, notes: notes, help: "Give it another id"))
  }

  mutating func add(_ asset: AssetFile) {
    guard let path = OutputPath(asset.path), path.reasonAgainstName == nil else {
      let reason = OutputPath(asset.path)?.reasonAgainstName.map { ", and \($0)" } ?? ""
      diagnostics.append(
        Diagnostic(
          .invalidFileName, "a file that is published has a name that every system can hold\(reason)", at: asset.place,
          help: "Rename it with letters, digits and hyphens"))
      return
    }
    add(path, at: asset.place, help: "Rename one of the two") {
      "one file stands at '\($0)', and this would be a second"
    }
  }

  mutating func add(_ alias: Alias) {
    guard let path = OutputPath(alias.path), path.reasonAgainstName == nil else {
      let reason = OutputPath(alias.path)?.reasonAgainstName.map { ", and \($0)" } ?? ""
      diagnostics.append(
        Diagnostic(
          .invalidAddress, "an old address is a path that every system can hold\(reason)", at: alias.place,
          help: "Shorten it, or take it out"))
      return
    }
    add(path, at: alias.place, help: "Take the old address out") { _ in
      "an old address belongs to one page, and '\(alias.path)' is taken"
    }
  }

  /// A file cannot stand at such an address, so that a server has to know it.
  mutating func addQuery(_ alias: Alias, of hub: HubDescription) {
    if let first = queries[alias.path] {
      diagnostics.append(
        Diagnostic(
          .duplicateAddress, "an old address belongs to one page, and '\(alias.path)' is taken", at: alias.place,
          notes: [Note("taken by this", at: first)], help: "Take the old address out"))
    } else if !hub.hosts.contains(where: \.answersQueries) {
      diagnostics.append(
        Diagnostic(
          .invalidAddress,
          "an old address such as '\(alias.path)' is answered by a server, and 'hosts' in hub.yaml names none that can",
          at: alias.place,
          help:
            "Add the server to 'hosts' (\(WebHost.allCases.filter(\.answersQueries).map(\.rawValue).joined(separator: ", "))), or take the old address out"
        ))
    }
    queries[alias.path] = queries[alias.path] ?? alias.place
  }

  private mutating func add(
    _ path: OutputPath, at place: SourceRange, help: String, _ message: (_ taken: OutputPath) -> String
  ) {
    let key = path.keyIgnoringCase
    guard let owner = owners[key] else {
      owners[key] = (path, place)
      return
    }
    let note = owner.path == path ? "by this" : "by '\(owner.path)', since many systems do not tell capitals apart"
    diagnostics.append(
      Diagnostic(
        .duplicateAddress, message(owner.path), at: place, notes: [Note("taken \(note)", at: owner.place)], help: help))
  }
}
