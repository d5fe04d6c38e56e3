import Content
import Diagnostics
import Linking
import Markdown

/// Checks how a linked hub reads and whether it is kept up: rules that a build does not need.
package func checkContent(_ graph: ContentGraph, jobs: Int) -> [Diagnostic] {
  let known = KnownAbbreviations(in: graph)
  let readings = mapConcurrently(graph.pages, jobs: jobs) { read($0.document, knowing: known) }
  let files = sourceFiles(of: graph)
  let addresses = mapConcurrently(files, jobs: jobs) { file in
    addressFaults(in: file) + trailingSpaces(in: file) + cutValues(in: file)
  }
  let upkeep = [
    checkReviews(graph), checkSources(graph), checkOrphans(graph), checkMeetingsTold(graph), checkReports(graph),
    checkFootnotes(graph, jobs: jobs), checkTermsOfTranslations(graph, jobs: jobs), checkPlaceholders(graph),
    checkStrays(graph),
  ]
  return readings.flatMap(\.faults) + eachAbbreviationOnce(readings.flatMap(\.abbreviations))
    + addresses.flatMap { $0 } + upkeep.flatMap { $0 }
}

/// Each file of the hub's documents once, in the order of the documents, and the hub's description.
package func sourceFiles(of graph: ContentGraph) -> [SourceFile] {
  var paths: Set<String> = []
  return ([graph.hub.file] + graph.pages.map(\.document.source)).filter { paths.insert($0.path).inserted }
}

/// What the text of one document gives to report.
private struct Reading: Sendable {
  var faults: [Diagnostic] = []
  var abbreviations: [UnexplainedAbbreviation] = []
}

private func read(_ document: Document, knowing known: KnownAbbreviations) -> Reading {
  guard let written = document.writtenText, !document.body.isEmpty else { return Reading() }
  var reading = Reading()
  var style = StyleCheck(document)
  var abbreviations = AbbreviationSearch(known: known)
  visitBlocks(of: written.text, in: document.source, firstLine: written.firstLine) { block in
    style.add(block)
    abbreviations.add(block)
    reading.faults += unreadMarks(in: block)
  }
  reading.faults += style.finish()
  reading.abbreviations = abbreviations.finish()
  return reading
}
