import CivilTime
import Content
import Formats

/// Turns the events of a calendar into meetings, and says of everything else why it is left out.
struct CalendarMeetings {
  private(set) var copy = ImportedCopy(noun: "calendar")
  /// The lines of each property that a record has no place for.
  private var leftOut: [String: [Int]] = [:]
  private let today: CivilDate

  /// `today` is the day from which on series without an end give meetings.
  init(_ file: CalendarFile, sourceName: String, hubZone: String, today: CivilDate) {
    self.today = today
    copy.remarks = file.leftOut.map { ImportRemark(line: $0.line, text: "the line is left out: \($0.message)") }
    let known = KnownZones(namedIn: file.calendars, and: [hubZone])
    var (events, cancellations): ([CalendarEvent], [CalendarEvent]) = ([], [])
    for calendar in file.calendars {
      let own = calendar.stated("X-WR-TIMEZONE").flatMap { known[$0.text] }
      let source = EventSource(
        name: calendar.stated("X-WR-CALNAME")?.text ?? calendar.stated("NAME")?.text ?? sourceName,
        zones: CalendarZones(calendar, known: known), floating: own ?? known[hubZone] ?? .utc, namesFloating: own != nil
      )
      let found = calendar.components.compactMap { event($0, from: source) }
      // What a calendar is for (RFC 5546, section 1.4): all but the first are messages on some of its events.
      let method = calendar.stated("METHOD")?.value.trimmed.uppercased() ?? "PUBLISH"
      if method != "PUBLISH" { copy.isWhole = false }
      if method == "CANCEL" { cancellations += found } else { events += found }
    }
    for series in CalendarSeries.all(of: events) { add(series) }
    if !cancellations.isEmpty { cancel(cancellations) }
    copy.remarks += copy.meetings.flatMap(\.remarks)
    for (name, lines) in leftOut.sorted(by: { $0.key < $1.key }) {
      let shown = lines.count > 1 ? " (and \(lines.count - 1) more)" : ""
      remark(lines[0], "\(name)\(shown) is left out: \(Self.reason(for: name))")
    }
  }

  private mutating func remark(_ line: Int, _ text: String) {
    copy.remarks.append(ImportRemark(line: line, text: text))
  }

  private mutating func skip(_ component: CalendarComponent, _ reason: String) {
    copy.skipped += 1
    let title = component.property("SUMMARY").map { " '\($0.text)'" } ?? ""
    remark(component.line, "\(component.name)\(title) is skipped: \(reason)")
  }

  /// Nil for what can be no meeting, which is said.
  private mutating func event(_ component: CalendarComponent, from source: EventSource) -> CalendarEvent? {
    if let part = component.property("\(carriedPrefix)PART")?.text {
      remark(component.line, "the \(part) '\(component.property("SUMMARY")?.text ?? "")' is a part of its meeting")
      return nil
    }
    switch component.name {
    case "VEVENT":
      if let recurrence = component.stated("RECURRENCE-ID"), recurrence.time == nil {
        skip(component, "its RECURRENCE-ID is no date or time")
        return nil
      }
      return CalendarEvent(component, from: source)
    // A hub's own calendars hold meetings without a day so.
    case "VJOURNAL" where component.property("\(carriedPrefix)ID") != nil: return CalendarEvent(component, from: source)
    case "VJOURNAL": skip(component, "a journal is no meeting")
    case "VTODO": skip(component, "a task is no meeting")
    case "VFREEBUSY": skip(component, "times that are taken are no meetings")
    case "VTIMEZONE": break
    default: skip(component, "it is no meeting")
    }
    return nil
  }

  // MARK: Series

  private mutating func add(_ series: CalendarSeries) {
    for event in series.outdated {
      skip(event.component, "a newer event has the UID '\(event.uid ?? "")'")
    }
    guard let main = series.main else {
      return add(parts: series.changes)
    }
    if let reason = main.reasonForHiding {
      skip(main.component, reason)
      if let uid = main.uid { copy.hidden[uid] = reason }
      for part in series.changes { skip(part.component, "the series that it changes is not public") }
      return
    }
    guard let reading = read(main) else { return add(parts: series.changes) }
    guard let times = reading.times else {
      append(reading.meeting, main, uid: main.uid)
      return add(parts: series.changes)
    }
    let changes = series.changes.compactMap { part -> EventChange? in
      let change = EventChange(part, of: times)
      if let reason = part.reasonForHiding { skip(part.component, reason) }
      return change
    }
    let dates = SeriesTimes(main.component, at: times, today: today)
    copy.remarks += dates.remarks
    if let uid = main.uid { copy.windows[uid] = dates.days }
    add(main, reading, dates, ChangedTimes(changes, of: dates, main))
  }

  private mutating func add(
    _ main: CalendarEvent, _ reading: ReadEvent, _ dates: SeriesTimes, _ changed: ChangedTimes
  ) {
    guard let times = reading.times else { return }
    if dates.times.isEmpty, changed.extra.isEmpty {
      return skip(main.component, "its series has no meeting that is taken")
    }
    let name = { (time: CivilDateTime) in
      main.isRepeated ? main.uid.map { "\($0)/\(times.name(of: time))" } : main.uid
    }
    var readings: [Int: ReadEvent?] = [:]
    for time in dates.times {
      let own = changed.change(at: time)
      var meeting = reading.meeting
      if let change = own ?? changed.changeOfAllThatFollow(time) {
        guard let part = readOnce(change, &readings), let partTimes = part.times else {
          hide(name(time), change.event)
          continue
        }
        meeting = part.meeting
        let start = own == nil ? change.moved(time, on: partTimes, from: times) : partTimes.start
        partTimes.set(&meeting, at: start, length: partTimes.length)
        append(meeting, main, uid: name(time), change: change.event)
      } else {
        times.set(&meeting, at: time, length: dates.length(at: time))
        append(meeting, main, uid: name(time))
      }
    }
    for change in changed.extra {
      let uid = main.uid.map { "\($0)/\(times.name(of: change.time))" }
      guard let part = readOnce(change, &readings), let partTimes = part.times else {
        hide(uid, change.event)
        continue
      }
      var meeting = part.meeting
      guard dates.includes(change.time.date) || dates.includes(partTimes.start.date) else { continue }
      partTimes.set(&meeting, at: partTimes.start, length: partTimes.length)
      append(meeting, main, uid: uid, change: change.event)
    }
  }

  private mutating func append(
    _ meeting: ImportedMeeting, _ main: CalendarEvent?, uid: String?, change: CalendarEvent? = nil
  ) {
    var meeting = meeting
    meeting.uid = uid
    meeting.series = (main ?? change)?.uid
    meeting.revision = MeetingRevision(entry: main?.revision, change: change?.revision)
    copy.meetings.append(meeting)
  }

  private mutating func hide(_ uid: String?, _ event: CalendarEvent) {
    if let uid, let reason = event.reasonForHiding { copy.hidden[uid] = reason }
  }

  /// Changed parts of a series that is elsewhere stand for themselves.
  private mutating func add(parts: [CalendarEvent]) {
    var names: Set<String> = []
    for part in parts {
      if let reason = part.reasonForHiding {
        skip(part.component, reason)
        if let uid = part.uid, let recurrence = part.recurrence {
          hide("\(uid)/\(recurrence.asWritten.date.isoText)", part)
        }
        continue
      }
      guard let reading = read(part), let times = reading.times, let changed = part.recurrence else { continue }
      var meeting = reading.meeting
      times.set(&meeting, at: times.start, length: times.length)
      let time = times.place(changed)
      // Most series have one meeting a day, and so the day as their name.
      let day = time.date.isoText
      let name = names.insert(day).inserted ? day : time.recordText
      names.insert(name)
      append(meeting, nil, uid: part.uid.map { "\($0)/\(name)" }, change: part)
    }
  }

  // MARK: Messages

  /// Messages that meetings are cancelled, which often say no more than a UID: what the same file gives is cancelled at once, all
  /// else is looked up in the hub.
  private mutating func cancel(_ events: [CalendarEvent]) {
    let byUID = Dictionary(grouping: copy.meetings.indices) { copy.meetings[$0].uid }
    let bySeries = Dictionary(grouping: copy.meetings.indices) { copy.meetings[$0].series }
    for event in events {
      guard let message = message(of: event) else {
        skip(event.component, "it cancels a meeting without its UID")
        continue
      }
      let positions = message.series.flatMap { bySeries[$0] } ?? byUID[message.uid] ?? []
      for position in positions where !message.revision.isOlder(than: copy.meetings[position].revision) {
        copy.meetings[position].fields.merge(message.fields) { $1 }
        copy.meetings[position].revision = message.revision.completed(by: copy.meetings[position].revision)
      }
      if positions.isEmpty { copy.meetings.append(message) }
    }
  }

  private func message(of event: CalendarEvent) -> ImportedMeeting? {
    guard let series = event.uid else { return nil }
    var message = ImportedMeeting(line: event.component.line)
    message.cancelled = event.component.stated("SUMMARY")?.text ?? series
    message.set("status", "cancelled")
    if event.revision.sequence > 0 { message.fields["sequence"] = .number(event.revision.sequence) }
    if let recurrence = event.recurrence {
      let times = try? EventTimes(event.component, from: event.source)
      message.uid = "\(series)/\((times?.place(recurrence) ?? recurrence.asWritten).date.isoText)"
      message.revision.change = event.revision
    } else {
      (message.uid, message.series, message.revision.entry) = (series, series, event.revision)
    }
    return message
  }

  // MARK: One event

  /// What an event says, and when it takes place; nil where it is no meeting, which is said.
  private mutating func read(_ event: CalendarEvent) -> ReadEvent? {
    do throws(EventFault) {
      let reading = try EventReading(event.component, from: event.source)
      let times = try EventTimes(event.component, from: event.source)
      if times == nil, event.component.property("\(carriedPrefix)ID") == nil {
        throw EventFault(message: "it has no DTSTART")
      }
      copy.remarks += reading.remarks + (times?.remarks ?? [])
      for property in reading.leftOut { leftOut[property.name, default: []].append(property.line) }
      return ReadEvent(meeting: reading.meeting, times: times)
    } catch {
      skip(event.component, error.message)
      return nil
    }
  }

  /// A change that stands for many meetings says what is to be said of it once; one that is not public is no meeting.
  private mutating func readOnce(_ change: EventChange, _ readings: inout [Int: ReadEvent?]) -> ReadEvent? {
    let line = change.event.component.line
    if let known = readings[line] { return known }
    let reading = change.event.reasonForHiding == nil ? read(change.event) : nil
    readings[line] = .some(reading)
    return reading
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
