import CivilTime
import Content
import Formats

/// Turns the events of a calendar into meetings, and says of everything else why it is left out.
struct CalendarMeetings {
  private(set) var meetings: [ImportedMeeting] = []
  private(set) var remarks: [ImportRemark] = []
  private var skipped = 0
  /// The lines of each property that a record has no place for.
  private var leftOut: [String: [Int]] = [:]
  private let hubZone: String

  /// No series becomes more meetings than this.
  static let longestSeries = 100

  init(_ calendars: [CalendarComponent], sourceName: String, hubZone: String) {
    self.hubZone = hubZone
    for calendar in calendars { add(calendar, sourceName: sourceName) }
    for (name, lines) in leftOut.sorted(by: { $0.key < $1.key }) {
      let shown = lines.count > 1 ? " (and \(lines.count - 1) more)" : ""
      remark(lines[0], "\(name)\(shown) is left out: \(Self.reason(for: name))")
    }
  }

  /// How many components were no meetings.
  var skippedCount: Int { skipped }

  private mutating func remark(_ line: Int, _ text: String) { remarks.append(ImportRemark(line: line, text: text)) }

  private mutating func skip(_ component: CalendarComponent, _ reason: String) {
    skipped += 1
    let title = component.property("SUMMARY").map { " '\($0.text)'" } ?? ""
    remark(component.line, "\(component.name)\(title) is skipped: \(reason)")
  }

  private mutating func add(_ calendar: CalendarComponent, sourceName: String) {
    let source = EventSource(
      name: calendar.property("X-WR-CALNAME")?.text ?? calendar.property("NAME")?.text ?? sourceName,
      zones: CalendarZones(calendar),
      floatingZone: calendar.property("X-WR-TIMEZONE")?.text)
    let events = calendar.components.filter { $0.name == "VEVENT" || $0.name == "VJOURNAL" }
    let overrides = Dictionary(grouping: events.filter { $0.property("RECURRENCE-ID") != nil }) {
      $0.property("UID")?.text ?? ""
    }
    let newest = newestEvents(events)
    for component in calendar.components where component.name != "VTIMEZONE" {
      switch component.name {
      case "VEVENT", "VJOURNAL":
        guard component.property("RECURRENCE-ID") == nil else { continue }
        add(component, from: source, overrides[component.property("UID")?.text ?? ""] ?? [], newest)
      case "VTODO": skip(component, "a task is no meeting")
      case "VFREEBUSY": skip(component, "times that are taken are no meetings")
      default: skip(component, "it is no meeting")
      }
    }
    // A changed part of a series whose series is elsewhere stands for itself.
    let series = Set(events.filter { $0.property("RECURRENCE-ID") == nil }.map { $0.property("UID")?.text ?? "" })
    for (uid, parts) in overrides.sorted(by: { $0.key < $1.key }) where !series.contains(uid) {
      for part in parts { addAlone(part, from: source) }
    }
  }

  /// Of several events with one UID the newest holds, by SEQUENCE.
  private func newestEvents(_ events: [CalendarComponent]) -> [String: Int] {
    var newest: [String: (sequence: Int, line: Int)] = [:]
    for event in events where event.property("RECURRENCE-ID") == nil {
      guard let uid = event.property("UID")?.text else { continue }
      let sequence = event.property("SEQUENCE").flatMap { Int($0.value) } ?? 0
      if let known = newest[uid], known.sequence > sequence { continue }
      newest[uid] = (sequence, event.line)
    }
    return newest.mapValues(\.line)
  }

  // MARK: One event

  private mutating func add(
    _ event: CalendarComponent, from source: EventSource, _ overrides: [CalendarComponent], _ newest: [String: Int]
  ) {
    if let part = event.property("\(carriedPrefix)PART")?.text {
      return remark(event.line, "the \(part) '\(event.property("SUMMARY")?.text ?? "")' is a part of its meeting")
    }
    if let visibility = event.property("CLASS"), visibility.value.uppercased() != "PUBLIC" {
      return skip(event, "it is not public (CLASS:\(visibility.value))")
    }
    if let uid = event.property("UID")?.text, newest[uid] != event.line {
      return skip(event, "a newer event has the UID '\(uid)'")
    }
    if event.property("RRULE") != nil || event.property("RDATE") != nil {
      return addSeries(event, from: source, overrides)
    }
    addAlone(event, from: source)
  }

  private mutating func addAlone(_ event: CalendarComponent, from source: EventSource) {
    var meeting = ImportedMeeting(line: event.line)
    if let fault = read(event, from: source, into: &meeting) { return skip(event, fault) }
    if let recurrence = event.property("RECURRENCE-ID")?.time, let uid = meeting.uid {
      meeting.uid = "\(uid)/\(recurrence.day.isoText)"
    }
    meetings.append(meeting)
  }

  /// Each time of a series becomes a meeting; of a series that never ends, or whose rule is not read, only the first.
  private mutating func addSeries(
    _ event: CalendarComponent, from source: EventSource, _ overrides: [CalendarComponent]
  ) {
    guard let start = event.property("DTSTART")?.time else { return skip(event, "it has no DTSTART that can be read") }
    var days = [start.day]
    if let property = event.property("RRULE") {
      if let rule = RecurrenceRule(property.value), !rule.isEndless {
        days = rule.days(from: start.day, limit: Self.longestSeries) { rule.isBeforeEnd($0) }
        if days.count == Self.longestSeries {
          remark(property.line, "the series goes on; its first \(days.count) meetings are taken")
        }
      } else {
        let reason = RecurrenceRule(property.value) == nil ? "is not read" : "has no end"
        remark(property.line, "the rule '\(property.value)' \(reason); only the first meeting is taken")
      }
    }
    days += event.properties.filter { $0.name == "RDATE" }.flatMap { $0.times ?? [] }.map(\.day)
    let exceptions = Set(event.properties.filter { $0.name == "EXDATE" }.flatMap { $0.times ?? [] }.map(\.day))
    var changed: [CivilDate: CalendarComponent] = [:]
    for part in overrides { if let day = part.property("RECURRENCE-ID")?.time?.day { changed[day] = part } }
    for day in Set(days).sorted() where !exceptions.contains(day) {
      if let part = changed[day] {
        addAlone(part, from: source)
        continue
      }
      var meeting = ImportedMeeting(line: event.line)
      let fault = read(event, from: source, into: &meeting, movedBy: start.day.days(until: day))
      if let fault { return skip(event, fault) }
      if let uid = meeting.uid { meeting.uid = "\(uid)/\(day.isoText)" }
      meetings.append(meeting)
    }
  }

  /// Fills in a meeting; a sentence where the event cannot be one.
  private mutating func read(
    _ event: CalendarComponent, from source: EventSource, into meeting: inout ImportedMeeting, movedBy days: Int = 0
  ) -> String? {
    do {
      let reading = try EventReading(event, from: source, hubZone: hubZone, movedBy: days)
      meeting = reading.meeting
      // A series says the same of each of its meetings.
      guard days == 0 else { return nil }
      remarks += reading.remarks
      for property in reading.leftOut { leftOut[property.name, default: []].append(property.line) }
      return nil
    } catch {
      return error.message
    }
  }

  private static func reason(for name: String) -> String {
    switch name {
    case "ATTENDEE", "ORGANIZER", "CONTACT": "addresses of people are not published"
    case "VALARM": "reminders are the reader's own"
    case "CONFERENCE": "a way into a call is for those who are invited"
    default: "a meeting has no field for it"
    }
  }
}
