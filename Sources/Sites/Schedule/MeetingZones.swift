import CivilTime
import Content
import Diagnostics
import Formats
import Linking

/// The time zones of a hub and of its meetings, over all the years in which they need them.
package struct MeetingZones: Sendable {
  private var rules: [String: TimeZoneRules] = [:]
  package private(set) var diagnostics: [Diagnostic] = []

  package init(graph: ContentGraph, zone: (String) -> TimeZoneFile? = systemTimeZone) {
    var years: [String: ClosedRange<Int>] = [:]
    var places: [String: SourceRange] = [:]
    func need(_ name: String, _ range: ClosedRange<Int>, at place: SourceRange) {
      let known = years[name] ?? range
      years[name] = min(known.lowerBound, range.lowerBound)...max(known.upperBound, range.upperBound)
      if places[name] == nil { places[name] = place }
    }
    let today = graph.today.year
    need(graph.hub.timeZone, today - 1...today + 100, at: .start(of: graph.hub.file))
    for page in graph.pages(of: Meeting.self) {
      let fields = page.fields
      guard let name = fields.timeZone else { continue }
      let moments = [fields.start, fields.end] + fields.sessions.flatMap { [$0.start, $0.end] }
      let days = (moments + fields.deadlines.map { $0.day(for: fields) }).compactMap { $0?.firstDay.year }
      guard let first = days.min(), let last = days.max() else { continue }
      need(name, first...last, at: page.document.place)
    }
    for (name, years) in years.sorted(by: { $0.key < $1.key }) {
      rules[name] = zone(name)?.rules(id: name, years: years)
      guard rules[name] == nil, let place = places[name] else { continue }
      diagnostics.append(
        Diagnostic(
          .missingTimeZoneData, "this machine's time-zone data has no '\(name)'", at: place,
          help: "Install the package tzdata, or write the zone's present name"))
    }
  }

  package subscript(_ name: String) -> TimeZoneRules? { rules[name] }
}
