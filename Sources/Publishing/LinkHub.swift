import CivilTime
import Content
import Diagnostics
import Formats
import Linking

/// A hub that was read and linked, before anything is made of it.
struct LinkedHub {
  let content: ReadContent
  let graph: ContentGraph
  let history: SourceHistory?
}

/// Reads and links a hub, and holds it against what was published.
func linkHub(
  _ request: BuildRequest, memory: inout BuildMemory, finished: (BuildStage) -> Void = { _ in }
) -> (linked: LinkedHub?, diagnostics: [Diagnostic]) {
  let (content, readingFaults) = readContent(
    in: "\(request.hub)/site-content", shownAs: "site-content", jobs: request.jobs, memory: &memory.reading)
  finished(.reading)
  guard let content else { return (nil, readingFaults) }
  let options = request.options(for: content.hub)
  // A document that could not be read is missing from the graph, so links to it would be blamed in its place.
  let (graph, linkingFaults) = linkDocuments(content, options: options)
  let (history, historyFaults) = history(of: content.hub, request)
  let faults = readingFaults + linkingFaults + historyFaults
  // For the same reason an address is lost only where everything could be read.
  let lost = readingFaults.containsError ? [] : checkPublished(content, graph, renames: history?.renames ?? [:])
  return (LinkedHub(content: content, graph: graph, history: history), faults + lost)
}

func linkHub(_ request: BuildRequest) -> (linked: LinkedHub?, diagnostics: [Diagnostic]) {
  var memory = BuildMemory()
  return linkHub(request, memory: &memory)
}

extension BuildRequest {
  /// The clock is asked once, so that the day and the hour are of one instant.
  fileprivate func options(for hub: HubDescription) -> LinkingOptions {
    let instant = asOf == nil ? instant?() : nil
    var options = LinkingOptions(
      today: asOf ?? instant.flatMap { day(of: $0, in: hub.timeZone) } ?? today(hub.timeZone),
      includesDrafts: includesDrafts, jobs: jobs)
    options.instant = instant
    return options
  }
}

/// The day that calendars show in a zone; nil where this machine does not know the zone.
func day(of instant: Timestamp, in zone: String) -> CivilDate? {
  let year = instant.utc.date.year
  return systemTimeZone(named: zone)?.rules(id: zone, years: year - 1...year + 1).local(at: instant).date
}

private func history(of hub: HubDescription, _ request: BuildRequest) -> (SourceHistory?, [Diagnostic]) {
  guard hub.history != .off else { return (nil, []) }
  switch request.history() {
  case .none: return (nil, [])
  case .whole(let history): return (history, [])
  case .shallow:
    let fault = Diagnostic(
      .shallowHistory, "pages say when they last changed, and this clone has only the newest commits",
      at: .start(of: hub.file), help: "Run 'git fetch --unshallow', or write 'git: off' in hub.yaml")
    return (nil, [fault])
  }
}
