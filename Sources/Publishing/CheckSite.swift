import Checking
import Content
import Diagnostics
import Linking

/// Everything that a build checks, and how the hub reads, how it is kept up and what its finished pages hold; nothing is written.
///
/// The pages are only looked at where the build would write them.
package func checkSite(_ request: BuildRequest, finished: (BuildStage) -> Void = { _ in }) -> BuildResult {
  var request = request
  // Nothing can be wrong with the index.
  request.indexesSearch = false
  let built = buildSite(request, finished: finished)
  guard let graph = built.graph else { return built }
  // A level that is skipped in a text is skipped on its page, and said once.
  let isEchoed = built.diagnostics.contains { $0.code == .skippedHeadingLevel }
  let pageFaults = built.plan.map { checkPages($0, jobs: request.jobs) } ?? []
  // Where a link or a document is wrong, the file that it names seems to be named by nobody.
  let isUnsure = built.diagnostics.containsError
  let found =
    checkContent(graph, jobs: request.jobs).filter { !(isUnsure && $0.code == .unpublishedFile) }
    + pageFaults.filter { !(isEchoed && $0.code == .pageHeadingOrder) }
  finished(.checking)
  let diagnostics = built.diagnostics + found.rated(by: graph.hub.checks)
  return BuildResult(plan: built.plan, graph: graph, diagnostics: diagnostics.sorted(by: Diagnostic.inReadingOrder))
}
