import CivilTime
import Content
import Diagnostics

/// All that is wrong with a hub in which documents come or go: what is wrong on its day, what is wrong with documents that are still to be
/// published, and which links and names will lead to what is not shown.
///
/// Nobody may touch the hub on the day on which it becomes another, so whatever would then be refused is told before.
func faultsWithComing(_ content: ReadContent, _ shown: ShownDocuments, options: LinkingOptions) -> [Diagnostic] {
  let whole = shown.withComing
  let index = DocumentIndex(content, whole)
  let addresses = PageAddresses(index: index)
  let days = index.documents.map { document in
    whole.days(of: document, original: index.originals[document.id].map { index.documents[$0] })
  }
  let resolver = LinkResolver(
    index: index, addresses: addresses, timetable: Timetable(today: options.today, days: days))
  let linked = mapConcurrently(Array(index.documents.indices), jobs: options.jobs, resolver.link)
  let pages = linked.map(\.page)
  let faults = resolver.link(content.hub, content.map).faults + linked.flatMap(\.faults)
  func collisions(_ isShown: (ShownDays) -> Bool) -> [Diagnostic] {
    let shown = pages.filter { isShown(days[$0.index]) }
    return checkAddresses(shown, hub: content.hub, assets: content.assets, addresses: addresses) + checkSeries(shown)
      + checkCalendarNames(shown.map(\.document), language: content.hub.language)
  }
  // What would collide if all were shown at once does so only where their days meet, which is seldom worth a look at each day.
  var collided = collisions { _ in true }
  if !collided.isEmpty {
    let turns = Set(shown.turns.map(\.day)).sorted()
    collided = ([options.today] + turns).flatMap { day in collisions { $0.contains(day) } }
  }
  return diagnosticsWithSuggestions(for: faults, index: index) + collided.eachOnce + checkTrees(index)
    + index.documents.flatMap { $0.fields.evidenceFaults(of: $0) } + checkDates(index.documents, on: options.today)
}
