import CivilTime
import Content
import Formats

/// How the names of properties begin that a hub's own calendars carry fields in.
let carriedPrefix = "X-HUBWRIGHT-"

/// What all events of one calendar share.
struct EventSource {
  let name: String
  let zones: CalendarZones
  /// The zone of times that name none.
  let floatingZone: String?
}

/// What one event says of a meeting.
struct EventReading {
  struct Fault: Error {
    let message: String
  }

  var meeting: ImportedMeeting
  var remarks: [ImportRemark] = []
  private(set) var leftOut: [(name: String, line: Int)] = []

  /// `movedBy` is how many days after its start a repeated event takes place again.
  init(
    _ event: CalendarComponent, from source: EventSource, hubZone: String, movedBy days: Int
  ) throws(Fault) {
    meeting = ImportedMeeting(line: event.line)
    meeting.uid = event.property("UID")?.text
    guard let title = event.property("SUMMARY")?.text, !title.isEmpty else {
      throw Fault(message: "it has no SUMMARY, which would be its title")
    }
    meeting.set("title", title)
    if event.property("DTSTART") != nil {
      try readTimes(of: event, from: source, hubZone: hubZone, movedBy: days)
    } else if event.property(carriedPrefix + "ID") == nil {
      throw Fault(message: "it has no DTSTART")
    }
    if case .instant(let changed)? = event.property("LAST-MODIFIED")?.time {
      meeting.set("updated", changed.utc.date.isoText)
    }
    if let id = event.property(carriedPrefix + "ID")?.text {
      meeting.id = id
      readCarriedFields(of: event)
    } else {
      readCommonProperties(of: event, from: source)
    }
    for component in event.components { leftOut.append((component.name, component.line)) }
  }

  // MARK: What our own calendars carry

  private mutating func readCarriedFields(of event: CalendarComponent) {
    for field in Meeting.kind.fields {
      let name = carriedPrefix + field.name.uppercased().replacing("_", with: "-")
      guard let property = event.property(name) else { continue }
      if let value = RecordValue(carried: property.text, as: field.shape) {
        meeting.fields[field.name] = value
      } else {
        remarks.append(ImportRemark(line: property.line, text: "\(name) does not hold \(field.shape.words)"))
      }
    }
    // Whoever cancelled a meeting in their calendar did so since it was written.
    let isCancelled = event.property("STATUS")?.value.uppercased() == "CANCELLED"
    if isCancelled, meeting.text("status") != "postponed" { meeting.set("status", "cancelled") }
  }

  // MARK: What every calendar has

  private static let read: Set<String> = [
    "UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "LAST-MODIFIED", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID",
    "CLASS",
  ]

  private mutating func readCommonProperties(of event: CalendarComponent, from source: EventSource) {
    var tags: [String] = []
    var documents: [RecordValue] = []
    for property in event.properties where !Self.read.contains(property.name) {
      switch property.name {
      case "DESCRIPTION": meeting.set("summary", property.text)
      case "LOCATION": readPlace(property)
      case "URL": if isWebAddress(property.value) { meeting.set("url", property.value) } else { leaveOut(property) }
      case "GEO":
        let parts = property.value.replacing(";", with: ", ")
        if property.position != nil { meeting.set("position", parts) } else { leaveOut(property) }
      case "STATUS":
        let statuses = ["TENTATIVE": "tentative", "CANCELLED": "cancelled"]
        meeting.set("status", statuses[property.value.uppercased()])
      case "SEQUENCE": if let number = Int(property.value), number > 0 { meeting.fields["sequence"] = .number(number) }
      case "CATEGORIES": tags += property.texts.filter { !$0.isEmpty && !tags.contains($0) }
      case "ATTACH":
        if let document = Self.document(property) { documents.append(document) } else { leaveOut(property) }
      case "DTSTAMP", "CREATED", "TRANSP": break
      default: leaveOut(property)
      }
    }
    if !tags.isEmpty { meeting.fields["tags"] = .list(tags.map { .text($0) }) }
    if !documents.isEmpty { meeting.fields["documents"] = .list(documents) }
    var origin = [Record.Field(name: "title", value: .text(source.name))]
    if let address = meeting.text("url") { origin.append(Record.Field(name: "url", value: .text(address))) }
    meeting.fields["sources"] = .list([.group(Record(fields: origin))])
    meeting.isItsOwnSource = true
  }

  private mutating func leaveOut(_ property: CalendarProperty) { leftOut.append((property.name, property.line)) }

  private mutating func readPlace(_ property: CalendarProperty) {
    guard isWebAddress(property.text) else { return meeting.set("venue", property.text) }
    meeting.set("format", "online")
    if meeting.text("url") == nil { meeting.set("url", property.text) }
  }

  private static func document(_ property: CalendarProperty) -> RecordValue? {
    guard isWebAddress(property.value) else { return nil }
    let name = property.parameter("FILENAME") ?? property.value.split(separator: "/").last.map(String.init) ?? ""
    return .group(
      Record(fields: [
        Record.Field(name: "title", value: .text(name)), Record.Field(name: "url", value: .text(property.value)),
      ]))
  }

  // MARK: Times

  private mutating func readTimes(
    of event: CalendarComponent, from source: EventSource, hubZone: String, movedBy days: Int
  ) throws(Fault) {
    guard let property = event.property("DTSTART"), let start = property.time else {
      throw Fault(message: "its DTSTART is no date or time")
    }
    let end = try end(of: event, from: start)
    switch start {
    case .day(let first):
      meeting.set("start", first.adding(days: days).isoText)
      // The end is the first day that is no longer part of the event.
      let last = end?.day.adding(days: -1) ?? first
      if last > first { meeting.set("end", last.adding(days: days).isoText) }
    case .instant, .local:
      let clock = try clock(for: start, from: source, hubZone: hubZone, at: property)
      let first = clock.local(start)
      meeting.set("start", Moment.time(first.adding(days: days)).isoText)
      if let end, case let last = clock.local(end), last > first {
        meeting.set("end", Moment.time(last.adding(days: days)).isoText)
      }
      meeting.set("time_zone", clock.zone)
    }
  }

  private func end(of event: CalendarComponent, from start: CalendarTime) throws(Fault) -> CalendarTime? {
    if let property = event.property("DTEND") {
      guard let end = property.time else { throw Fault(message: "its DTEND is no date or time") }
      if case .day = start, case .day = end { return end }
      if case .day = start { throw Fault(message: "it starts on a day and ends at a time") }
      if case .day = end { throw Fault(message: "it starts at a time and ends on a day") }
      return end
    }
    guard let property = event.property("DURATION") else { return nil }
    guard let seconds = property.duration, seconds >= 0 else { throw Fault(message: "its DURATION is none") }
    switch start {
    case .day(let day): return .day(day.adding(days: seconds / TimeOfDay.secondsOfDay))
    case .instant(let instant): return .instant(Timestamp(secondsSince1970: instant.secondsSince1970 + seconds))
    case .local(let local, let zone):
      // On the clock; a meeting during which clocks change is rare, and its end is said better by DTEND.
      let end = Timestamp(secondsSince1970: Timestamp(local).secondsSince1970 + seconds).utc
      return .local(end, zone: zone)
    }
  }

  /// Whose clocks a time is written by.
  private struct Clock {
    let zone: String
    let local: (CalendarTime) -> CivilDateTime
  }

  private mutating func clock(
    for start: CalendarTime, from source: EventSource, hubZone: String, at property: CalendarProperty
  ) throws(Fault) -> Clock {
    guard case .local(_, let id) = start else { return Clock(zone: "UTC", local: Self.utc) }
    guard let id else {
      // A time without a zone is that of the calendar, or else of the hub.
      let zone = source.floatingZone.flatMap { source.zones[$0] }
      let name: String = if case .named(let name)? = zone { name } else { hubZone }
      if source.floatingZone == nil {
        remarks.append(
          ImportRemark(line: property.line, text: "the time names no zone; it is read in the hub's, \(name)"))
      }
      return Clock(zone: name, local: Self.clocks(of: name))
    }
    switch source.zones[id] {
    case .named(let name): return Clock(zone: name, local: Self.clocks(of: name))
    case .own(let component):
      let zones = source.zones
      guard let rules = component.zoneRules(until: start.day.year) else {
        throw Fault(message: "the zone '\(id)' is not known, and the calendar's rules for it are not read")
      }
      remarks.append(
        ImportRemark(
          line: property.line, text: "the zone '\(id)' is known to this calendar alone; the times are in UTC"))
      return Clock(zone: "UTC") { time in
        guard case .local(let local, let other) = time else { return Self.utc(time) }
        if other == id { return rules.instant(of: local).utc }
        guard case .named(let name)? = other.flatMap({ zones[$0] }) else { return local }
        return systemTimeZone(named: name)?.rules(id: name, years: local.date.year...local.date.year)
          .instant(of: local).utc ?? local
      }
    case nil: throw Fault(message: "the zone '\(id)' is not known")
    }
  }

  private static func utc(_ time: CalendarTime) -> CivilDateTime {
    switch time {
    case .day(let day): CivilDateTime(day, .midnight)
    case .instant(let instant): instant.utc
    case .local(let local, let zone):
      zone.flatMap { name in
        systemTimeZone(named: name)?.rules(id: name, years: local.date.year...local.date.year).instant(of: local).utc
      } ?? local
    }
  }

  /// What clocks in a zone show at a time that may be written by others.
  private static func clocks(of name: String) -> (CalendarTime) -> CivilDateTime {
    { time in
      guard case .local(let local, let zone) = time, zone == nil || zone == name || !isTimeZone(zone ?? "") else {
        let utc = utc(time)
        let rules = systemTimeZone(named: name)?.rules(id: name, years: utc.date.year...utc.date.year)
        return rules?.local(at: Timestamp(utc)) ?? utc
      }
      return local
    }
  }
}

extension CivilDateTime {
  fileprivate func adding(days: Int) -> CivilDateTime { CivilDateTime(date.adding(days: days), time) }
}
