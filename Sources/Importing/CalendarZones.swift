import CivilTime
import Content
import Formats

/// The zones that a calendar names, as the hub knows them.
struct CalendarZones {
  /// What a name in a calendar stands for.
  enum Zone {
    case named(String)
    /// No zone that is known anywhere else, and the rules that the calendar itself gives for it.
    case own(CalendarComponent)
  }

  private var zones: [String: Zone] = [:]

  init(_ calendar: CalendarComponent) {
    for component in calendar.components("VTIMEZONE") {
      guard let id = component.property("TZID")?.text else { continue }
      let location = component.property("X-LIC-LOCATION")?.text
      zones[id] = Self.known(id) ?? location.flatMap(Self.known) ?? .own(component)
    }
  }

  subscript(_ id: String) -> Zone? { zones[id] ?? Self.known(id) }

  /// By its own name, by one with a program's prefix such as `/example.org/Europe/Zurich`, or by that of Windows.
  private static func known(_ id: String) -> Zone? {
    let id = id.trimmingPrefix("\"")
    let parts = id.split(separator: "/")
    for count in [parts.count, 3, 2] where count <= parts.count {
      let name = parts.suffix(count).joined(separator: "/")
      if isTimeZone(name) { return .named(name) }
    }
    // Some programs write the title of Windows' zone UTC for its name.
    let windowsName = id == "Coordinated Universal Time" ? "UTC" : String(id)
    return windowsZones[windowsName].flatMap { isTimeZone($0) ? .named($0) : nil }
  }
}

extension CalendarComponent {
  /// The rules of a VTIMEZONE (RFC 5545, section 3.6.5) up to a year; nil where it gives none that can be read.
  func zoneRules(until year: Int) -> TimeZoneRules? {
    var changes: [TimeZoneRules.Change] = []
    var base: (onset: Timestamp, offset: Int)?
    for part in components where part.name == "STANDARD" || part.name == "DAYLIGHT" {
      guard let before = part.property("TZOFFSETFROM")?.offset, let after = part.property("TZOFFSETTO")?.offset,
        case .local(let start, _)? = part.property("DTSTART")?.time
      else { return nil }
      let observance = TimeZoneRules.Observance(offset: after, name: "", isDaylightSaving: part.name == "DAYLIGHT")
      var days = [start.date]
      if let text = part.property("RRULE")?.value {
        guard let rule = RecurrenceRule(text) else { return nil }
        days = rule.days(from: start.date, limit: 500) { $0.year <= year + 1 && rule.isBeforeEnd($0) }
      }
      days += part.properties.filter { $0.name == "RDATE" }.flatMap { $0.times ?? [] }.map(\.day)
      for day in days {
        changes.append(TimeZoneRules.Change(at: Timestamp(day, start.time, offset: before), to: observance))
      }
      let onset = Timestamp(start, offset: before)
      if base.map({ onset < $0.onset }) ?? true { base = (onset, before) }
    }
    return base.map {
      TimeZoneRules(id: "", base: TimeZoneRules.Observance(offset: $0.offset, name: ""), changes: changes)
    }
  }
}

extension RecurrenceRule {
  /// Whether a day lies before the rule's end, as exactly as days tell.
  func isBeforeEnd(_ day: CivilDate) -> Bool { until.map { day <= $0.day } ?? true }
}
