import Diagnostics

extension ReadContent {
  /// The content as it would be if lists of records stood in it, in place of those of the same paths; with what is wrong in them.
  package func replacing(_ files: [SourceFile], kind: Kind) -> (content: ReadContent, diagnostics: [Diagnostic]) {
    let paths = Set(files.map(\.path))
    let readings = files.map { readRecordList($0, kind: kind, hub: hub) }
    let documents = documents.filter { !paths.contains($0.source.path) } + readings.flatMap(\.documents)
    let content = ReadContent(
      hub: hub, translatedHubs: translatedHubs, map: map,
      documents: documents.sorted { ($0.id, $0.language) < ($1.id, $1.language) }, drafts: drafts,
      unread: unread,
      published: published, renderings: renderings, assets: assets, strays: strays)
    return (content, readings.flatMap(\.diagnostics))
  }
}
