import Diagnostics
import Yams

/// All that a hub's writers wrote: its description, its documents and its other files.
package struct ReadContent: Sendable {
  package let hub: HubDescription
  /// Sorted by id and language.
  package let documents: [Document]
  package let assets: [ContentFolder.ContentFile]
}

/// Reads a content folder: finds its files, reads the hub's description, then every document on `jobs` threads.
///
/// The content is nil only where the hub's description is missing or wrong; documents with faults are left out and reported.
package func readContent(
  in folder: String, shownAs name: String, jobs: Int
) -> (content: ReadContent?, diagnostics: [Diagnostic]) {
  let (found, findingDiagnostics) = ContentFolder.find(in: folder, shownAs: name)
  var diagnostics = findingDiagnostics
  let (hub, hubDiagnostics) = readHub(found, in: name)
  diagnostics += hubDiagnostics
  guard let hub else { return (nil, diagnostics) }
  let reader = DocumentReader(hub: hub, folderName: name)
  let readings = mapConcurrently(found.texts.filter { $0.path != hubFileName }, jobs: jobs, reader.read)
  diagnostics += readings.flatMap(\.diagnostics)
  let documents = readings.flatMap(\.documents).sorted { left, right in
    left.id == right.id ? left.language < right.language : left.id < right.id
  }
  return (ReadContent(hub: hub, documents: documents, assets: found.assets), diagnostics)
}

let hubFileName = "hub.yaml"

private func readHub(_ found: ContentFolder, in name: String) -> (hub: HubDescription?, diagnostics: [Diagnostic]) {
  guard let file = found.texts.first(where: { $0.path == hubFileName }) else {
    let place = SourceRange.start(of: SourceFile(path: "\(name)/\(hubFileName)", text: ""))
    return (
      nil,
      [
        Diagnostic(
          .missingHubFile, "a hub is described by \(name)/\(hubFileName), and there is no such file", at: place,
          help: "Name the hub's folder, or write the file with at least title, address, language and time_zone")
      ]
    )
  }
  switch readText(file.location, size: file.size, shownAs: "\(name)/\(hubFileName)") {
  case .failure(let found): return (nil, [found.diagnostic])
  case .success(let file): return parseHub(file)
  }
}

/// Reads the text of `hub.yaml`.
package func parseHub(_ file: SourceFile) -> (hub: HubDescription?, diagnostics: [Diagnostic]) {
  let source = YAMLSource(file: file, lineOffset: 0)
  switch source.compose(file.text) {
  case .failure(let fault): return (nil, [fault.diagnostic])
  case .success(let node):
    guard let node, case .mapping(let mapping) = node else {
      return (nil, [Diagnostic(.wrongType, "hub.yaml holds fields", at: .start(of: file), help: "Write 'title: …'")])
    }
    var fields = FieldReader(mapping, in: source, place: .start(of: file), noun: "a hub")
    let hub = HubDescription(reading: &fields, file: file)
    fields.reportUnknownFields()
    return (hub, fields.diagnostics)
  }
}
