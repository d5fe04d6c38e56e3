import Diagnostics

/// Reads a list of records that is no file of the hub yet, as the hub would read it.
package func readRecordList(
  _ file: SourceFile, kind: Kind, hub: HubDescription
) -> (documents: [Document], diagnostics: [Diagnostic]) {
  let origin = DocumentReader.Origin(
    kind: kind, folder: kind.recordFolder ?? "", language: hub.language, name: nil)
  let reading = DocumentReader(hub: hub).readListFile(file, origin)
  return (reading.documents, reading.diagnostics)
}
