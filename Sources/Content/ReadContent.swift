import Diagnostics

/// All that a hub's writers wrote: its description, its documents and its other files.
package struct ReadContent: Sendable {
  package let hub: HubDescription
  /// The hub as its readers know it in each other language in which something of it is worded.
  package let translatedHubs: [String: HubDescription]
  /// Nil where the hub draws no map of its states.
  package let map: MapDescription?
  /// Sorted by id and language.
  package let documents: [Document]
  package let drafts: [UnfinishedDraft]
  package let unread: UnreadDocuments
  /// The ledger of addresses, where the hub has one.
  package let published: SourceFile?
  /// What the texts of each other language render of their originals, as far as the hub keeps it.
  package let renderings: [String: Renderings]
  /// The files that documents name, and those that the hub declares.
  package let assets: [AssetFile]
  /// All other files, none of which is published.
  package let strays: [ContentFolder.ContentFile]
}

/// Reads a content folder: finds its files, reads the hub's description, then every document on `jobs` threads.
///
/// The content is nil only where the hub's description is missing or wrong; documents with faults are left out and
/// reported.
package func readContent(
  in folder: String, shownAs name: String, jobs: Int
) -> (content: ReadContent?, diagnostics: [Diagnostic]) {
  var memory = ReadingMemory()
  return readContent(in: folder, shownAs: name, jobs: jobs, memory: &memory)
}

/// Reads a content folder as above, but a file that has not changed since the reading that left the memory is not read again.
package func readContent(
  in folder: String, shownAs name: String, jobs: Int, memory: inout ReadingMemory
) -> (content: ReadContent?, diagnostics: [Diagnostic]) {
  let (found, findingDiagnostics) = ContentFolder.find(in: folder, shownAs: name)
  let (hub, hubDiagnostics) = readHub(found, in: folder, shownAs: name)
  var diagnostics = findingDiagnostics + hubDiagnostics
  guard let hub else { return (nil, diagnostics) }
  let (translatedHubs, translationDiagnostics) = readTranslatedHubs(found, of: hub)
  let (map, mapDiagnostics) = readMap(found)
  let (texts, sortingDiagnostics) = documentFiles(of: found, in: hub)
  diagnostics += translationDiagnostics + mapDiagnostics + sortingDiagnostics + misnamedTexts(among: found.assets)
  let reader = DocumentReader(hub: hub)
  let readings = mapConcurrently(texts, jobs: jobs) { [memory] in
    memory.reading(of: $0.file, in: hub) ?? reader.read($0.file, as: $0.kind)
  }
  var assetMemory = memory.assets
  memory = ReadingMemory(Array(zip(texts.map(\.file), readings)), in: hub)
  var whole = DocumentReader.Reading()
  for reading in readings { whole.add(reading) }
  whole = whole.withTranslations(reader, jobs: jobs)
  // Files come in the order of their paths, so documents of one id do too.
  let documents = whole.documents.enumerated().sorted { left, right in
    (left.element.id, left.element.language, left.offset) < (right.element.id, right.element.language, right.offset)
  }
  let (published, ledgerDiagnostics) = readLedger(among: found.assets)
  let (renderings, renderingDiagnostics) = readRenderings(among: found.assets, in: hub)
  let files = readAssets(
    found, namedBy: whole.documents, and: hub, jobs: jobs, memory: &assetMemory)
  memory.assets = assetMemory
  whole.unread.add(files: files.unread)
  let content = ReadContent(
    hub: hub, translatedHubs: translatedHubs, map: map, documents: documents.map(\.element), drafts: whole.drafts,
    unread: whole.unread,
    published: published, renderings: renderings, assets: files.assets, strays: files.strays)
  return (content, diagnostics + whole.diagnostics + ledgerDiagnostics + renderingDiagnostics + files.diagnostics)
}

// MARK: Files

/// A file with the kind of document it holds.
private struct DocumentFile: Sendable {
  let file: ContentFolder.ContentFile
  let kind: Kind
}

/// Finds out what each text is by its folder; a folder of no kind is reported once.
private func documentFiles(
  of found: ContentFolder, in hub: HubDescription
) -> (files: [DocumentFile], diagnostics: [Diagnostic]) {
  var kinds: [Substring: Kind?] = [:]
  var files: [DocumentFile] = []
  var diagnostics: [Diagnostic] = []
  for file in found.texts
  where ![hubFileName, mapFileName].contains(file.path) && languageOfTranslatedHub(file.path) == nil {
    let parts = file.path.split(separator: "/")
    guard parts.count == 2, let folder = parts.first else {
      diagnostics.append(
        Diagnostic(
          .unknownFolder, "documents stand in a folder of their kind, and no deeper", at: file.place,
          help: "Move the file into the folder of its kind, such as 'issues'"))
      continue
    }
    if kinds[folder] == nil {
      let kind = hub.kind(ofFolder: String(folder))
      kinds[folder] = .some(kind)
      if kind == nil { diagnostics.append(unknownFolder(String(folder), at: file, in: hub)) }
    }
    if let kind = kinds[folder] ?? nil { files.append(DocumentFile(file: file, kind: kind)) }
  }
  return (files, diagnostics)
}

private func unknownFolder(_ folder: String, at file: ContentFolder.ContentFile, in hub: HubDescription) -> Diagnostic {
  let known = Kind.records.compactMap(\.recordFolder) + hub.sections.map(\.folder)
  let way = nearestName(to: folder, among: known).map { "Rename the folder to '\($0)', or declare it" } ?? "Declare it"
  return Diagnostic(
    .unknownFolder, "no kind of document belongs into a folder '\(folder)'", at: file.place,
    help: "\(way) under 'sections' in hub.yaml")
}

/// Texts whose ending is written in another way, which would be published as they are.
private func misnamedTexts(among assets: [ContentFolder.ContentFile]) -> [Diagnostic] {
  assets.filter { isMisnamedText($0.path) }.map { file in
    Diagnostic(
      .invalidFileName, "a text's name ends with .md or .yaml", at: file.place,
      help: "Rename it so that it ends with '\(file.path.lowercased().hasSuffix("ml") ? ".yaml" : ".md")'")
  }
}

func isMisnamedText(_ path: String) -> Bool {
  let path = path.lowercased()
  return [".md", ".markdown", ".yaml", ".yml"].contains { path.hasSuffix($0) }
}

// MARK: The ledger

/// The file in which a hub keeps the addresses that it published.
package let publishedFileName = "published.txt"

/// Reads the ledger, which is written by a program and may be long.
private func readLedger(
  among files: [ContentFolder.ContentFile]
) -> (ledger: SourceFile?, diagnostics: [Diagnostic]) {
  guard let file = files.first(where: { $0.path == publishedFileName }) else { return (nil, []) }
  switch readText(file.location, size: file.size, shownAs: file.shownPath, limit: 100_000_000) {
  case .success(let ledger): return (ledger, [])
  case .failure(let found): return (nil, [found.diagnostic])
  }
}

// MARK: The hub

let hubFileName = "hub.yaml"

private func readHub(
  _ found: ContentFolder, in folder: String, shownAs name: String
) -> (hub: HubDescription?, diagnostics: [Diagnostic]) {
  guard let file = found.texts.first(where: { $0.path == hubFileName }) else {
    let place = SourceRange.start(of: SourceFile(path: "\(name)/\(hubFileName)", text: ""))
    let fault = Diagnostic(
      .missingHubFile, "a hub is described by \(name)/\(hubFileName), and there is no such file", at: place,
      help:
        "Name the hub's folder, since '\(folder)' was tried, or write the file with at least title, address, language and time_zone"
    )
    return (nil, [fault])
  }
  switch readText(file.location, size: file.size, shownAs: file.shownPath) {
  case .failure(let found): return (nil, [found.diagnostic])
  case .success(let file): return parseHub(file)
  }
}

/// Reads the text of `hub.yaml`.
package func parseHub(_ file: SourceFile) -> (hub: HubDescription?, diagnostics: [Diagnostic]) {
  let source = YAMLSource(file: file)
  switch source.parse(file.text[...]) {
  case .failure(let fault): return (nil, [fault.diagnostic])
  case .success(let node):
    guard case .fields(let written)? = node?.content else {
      return (nil, [Diagnostic(.wrongType, "hub.yaml holds fields", at: .start(of: file), help: "Write 'title: …'")])
    }
    var fields = FieldReader(written, in: source, place: .start(of: file), noun: "a hub")
    let hub = HubDescription(reading: &fields)
    fields.reportUnknownFields()
    return (hub, fields.diagnostics)
  }
}
