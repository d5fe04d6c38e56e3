import CivilTime
import Content
import Formats

/// The clocks of the zones that the calendars of a file name.
struct CalendarZones {
  /// By the names in the file.
  private var clocks: [String: CalendarClock]

  /// `known` are the zones that everybody knows, by the names that the file gives them.
  init(_ calendar: CalendarComponent, known: KnownZones) {
    clocks = known.clocks
    for component in calendar.components("VTIMEZONE") {
      guard let id = component.property("TZID")?.text, clocks[id] == nil else { continue }
      let location = component.property("X-LIC-LOCATION").flatMap { known[$0.text] }
      clocks[id] = location ?? component.zoneRules.map { CalendarClock(name: nil, rules: $0) }
    }
  }

  subscript(_ id: String) -> CalendarClock? { clocks[id] }
}

/// The zones that everybody knows, among those that a file names.
struct KnownZones {
  fileprivate var clocks: [String: CalendarClock] = [:]

  init(namedIn calendars: [CalendarComponent], and names: [String]) {
    var byName: [String: CalendarClock] = [:]
    for id in Set(names + calendars.flatMap(\.zoneNames)) {
      guard let name = Self.name(of: id) else { continue }
      if byName[name] == nil { byName[name] = CalendarClock(named: name) }
      clocks[id] = byName[name]
    }
  }

  subscript(_ id: String) -> CalendarClock? { clocks[id] }

  /// By its own name, by one with a program's prefix such as `/example.org/Europe/Zurich`, or by that of Windows.
  private static func name(of id: String) -> String? {
    if ["UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT"].contains(id.uppercased()) { return "UTC" }
    let parts = id.split(separator: "/")
    for count in [parts.count, 3, 2] where count <= parts.count {
      let name = parts.suffix(count).joined(separator: "/")
      if isTimeZone(name) { return name }
    }
    // Some programs write the title of Windows' zone UTC for its name.
    let windowsName = id == "Coordinated Universal Time" ? "UTC" : String(id)
    return windowsZones[windowsName].flatMap { isTimeZone($0) ? $0 : nil }
  }
}

extension CalendarComponent {
  /// The names of zones that a calendar uses, or says something of.
  fileprivate var zoneNames: [String] {
    var names: [String] = []
    for property in properties {
      if let name = property.parameter("TZID") { names.append(name) }
      if ["TZID", "X-LIC-LOCATION", "X-WR-TIMEZONE"].contains(property.name) { names.append(property.text) }
    }
    return names + components.flatMap(\.zoneNames)
  }

  /// The rules of a VTIMEZONE (RFC 5545, section 3.6.5), up to the year 2100; nil where it gives none that can be read.
  fileprivate var zoneRules: TimeZoneRules? {
    var changes: [TimeZoneRules.Change] = []
    var base: (onset: Timestamp, offset: Int)?
    for part in components where part.name == "STANDARD" || part.name == "DAYLIGHT" {
      guard let before = part.stated("TZOFFSETFROM")?.offset, let after = part.stated("TZOFFSETTO")?.offset,
        let start = part.stated("DTSTART")?.time?.asWritten, let onsets = part.onsets(from: start, before)
      else { return nil }
      let observance = TimeZoneRules.Observance(offset: after, name: "", isDaylightSaving: part.name == "DAYLIGHT")
      changes += onsets.map { TimeZoneRules.Change(at: Timestamp($0, offset: before), to: observance) }
      let onset = Timestamp(start, offset: before)
      if base.map({ onset < $0.onset }) ?? true { base = (onset, before) }
    }
    return base.map {
      TimeZoneRules(id: "", base: TimeZoneRules.Observance(offset: $0.offset, name: ""), changes: changes)
    }
  }

  /// When a part of a VTIMEZONE begins to hold, on the clocks before it; the last end of its rule is in UTC.
  private func onsets(from start: CivilDateTime, _ offset: Int) -> Set<CivilDateTime>? {
    var onsets: Set<CivilDateTime> = [start]
    let last = CivilDateTime(CivilDate(year: 2100, month: 12, day: 31) ?? .last, .midnight)
    for property in all("RRULE") {
      guard let rule = RecurrenceRule(property.value) else { return nil }
      let until: CivilDateTime? =
        if case .instant(let instant)? = rule.until { instant.local(atOffset: offset) } else { rule.until?.asWritten }
      let end = min(until ?? last, last)
      if start <= end { onsets.formUnion(rule.times(from: start, within: start...end, limit: 2_000)) }
    }
    return onsets.union(all("RDATE").flatMap { $0.periods ?? [] }.map(\.start.asWritten))
  }
}
