import Checking
import Content
import Diagnostics
import Linking

/// Everything that a build checks, and how the hub reads, how it is kept up and what its finished pages hold; nothing is written.
///
/// The pages are only looked at where the build would write them.
package func checkSite(_ request: BuildRequest, finished: (BuildStage) -> Void = { _ in }) -> BuildResult {
  let built = buildSite(request, finished: finished)
  guard let graph = built.graph else { return built }
  let found = checkContent(graph, jobs: request.jobs) + (built.plan.map { checkPages($0, jobs: request.jobs) } ?? [])
  finished(.checking)
  let diagnostics = built.diagnostics + found.rated(by: graph.hub.checks)
  return BuildResult(plan: built.plan, graph: graph, diagnostics: diagnostics.sorted(by: Diagnostic.inReadingOrder))
}
