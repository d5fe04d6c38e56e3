import Checking
import CivilTime
import Content
import Diagnostics
import Editions
import Linking
import OutputFiles
import Outputs

/// Where a hub lies, and what it is built for.
package struct BuildRequest: Sendable {
  package let hub: String
  /// Nil is the current day in the hub's time zone, which `today` gives.
  package let asOf: CivilDate?
  package let today: @Sendable (_ timeZone: String) -> CivilDate
  /// The instant for which hours count, on whose day the site is built; nil where a day counts as a whole, as it does where one is
  /// asked for.
  package var instant: (@Sendable () -> Timestamp)?
  package let address: String?
  package var includesDrafts: Bool
  /// Whether the site gets the index that its search loads from; the page of the search it has in any case.
  package var indexesSearch = true
  /// Nil where the edition is not signed.
  package var signer: EditionSigner?
  package let jobs: Int
  /// What the hub's repository tells; asked only where the hub uses it.
  package let history: @Sendable () -> HistoryReading

  package init(
    hub: String, asOf: CivilDate?, today: @escaping @Sendable (String) -> CivilDate, address: String? = nil,
    includesDrafts: Bool = false, jobs: Int, history: @escaping @Sendable () -> HistoryReading = { .none }
  ) {
    self.hub = hub
    self.asOf = asOf
    self.today = today
    self.address = address
    self.includesDrafts = includesDrafts
    self.jobs = jobs
    self.history = history
  }
}

/// The stages of a build, for those who measure them.
package enum BuildStage: String, Sendable, CaseIterable {
  case reading, linking, rendering, indexing, checking, writing
}

/// A site that is ready to be written, or the faults for which it was refused.
package struct BuildResult: Sendable {
  /// Nil where there are errors: what was published last stays as it is.
  package let plan: OutputPlan?
  /// Nil where the hub's description is at fault.
  package let graph: ContentGraph?
  /// As the hub rates them; hints among them, which a build does not show.
  package let diagnostics: [Diagnostic]

  package var pages: Int { graph?.pages.count ?? 0 }

  /// What the publisher has still to replace before the site is the publisher's own.
  package var placeholders: [Diagnostic] {
    graph.map { checkPlaceholders($0).rated(by: $0.hub.checks) } ?? []
  }

  /// When the site would next be another; nil where it never would.
  package var nextChange: NextChange? { graph.flatMap { NextChange(after: $0) } }
}

/// Turns a hub's sources into the plan of its site, in steps that never look back.
///
/// Every stage reports all its faults; a stage whose input has errors still runs where its findings would be true.
package func buildSite(_ request: BuildRequest, finished: (BuildStage) -> Void = { _ in }) -> BuildResult {
  var memory = BuildMemory()
  return buildSite(request, memory: &memory, finished: finished)
}

/// Builds as above; with the memory that the last build left, only texts that changed since are read.
package func buildSite(
  _ request: BuildRequest, memory: inout BuildMemory, finished: (BuildStage) -> Void = { _ in }
) -> BuildResult {
  let (linked, faults) = linkHub(request, memory: &memory, finished: finished)
  guard let linked else { return BuildResult(plan: nil, graph: nil, diagnostics: faults) }
  let (theme, themeFaults) = readTheme(in: "\(request.hub)/templates", shownAs: "templates", memory: &memory)
  finished(.linking)
  guard !faults.containsError else {
    // What could not be linked has no address, so no page is made of it; what is wrong with the theme is true in any case.
    let all = faults + themeFaults + checkTheme(theme, for: linked.graph)
    return BuildResult(plan: nil, graph: linked.graph, diagnostics: all.rated(by: linked.content.hub.checks).inOrder)
  }
  let (plan, renderingFaults) = renderSite(
    linked.graph, theme: theme, address: request.address, history: linked.history,
    indexesSearch: request.indexesSearch, signer: request.signer, jobs: request.jobs,
    beforeIndexing: { finished(.rendering) })
  finished(.indexing)
  let diagnostics = (faults + themeFaults + renderingFaults).rated(by: linked.content.hub.checks).inOrder
  return BuildResult(plan: diagnostics.containsError ? nil : plan, graph: linked.graph, diagnostics: diagnostics)
}

extension [Diagnostic] {
  fileprivate var inOrder: [Diagnostic] { sorted(by: Diagnostic.inReadingOrder) }
}
