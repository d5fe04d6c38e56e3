import CivilTime
import Content
import Formats

/// Why an event is no meeting.
struct EventFault: Error {
  let message: String
}

/// What all events of one calendar share.
struct EventSource {
  /// What the calendar calls itself.
  let name: String
  let zones: CalendarZones
  /// The clocks of times that name no zone.
  let floating: CalendarClock
  /// Whether the calendar itself says so.
  let namesFloating: Bool
}

/// When an event takes place, as its own clocks show it.
struct EventTimes {
  /// Nil for an event of whole days.
  let clock: CalendarClock?
  let start: CivilDateTime
  /// Nil where no end is told.
  private(set) var length: EventLength?
  private(set) var remarks: [ImportRemark] = []
  private let source: EventSource
  /// The zone of the start as the file writes it.
  private let zone: String?

  /// Nil for an event that has no start.
  init?(_ event: CalendarComponent, from source: EventSource) throws(EventFault) {
    guard let property = event.stated("DTSTART") else { return nil }
    guard let start = property.time else { throw EventFault(message: "its DTSTART is no date or time") }
    self.source = source
    var written = start.asWritten
    switch start {
    case .day: (clock, zone) = (nil, nil)
    case .instant(let instant):
      // A calendar that names its zone means series to keep its hours, also where their start is told in UTC.
      let isSeries = event.stated("RRULE") != nil && source.namesFloating
      (clock, zone) = (isSeries ? source.floating : .utc, nil)
      if isSeries { written = source.floating.local(at: instant) }
    case .local(_, nil):
      (clock, zone) = (source.floating, nil)
      if !source.namesFloating {
        remarks.append(
          ImportRemark(
            line: property.line,
            text: "the time names no zone; it is read in the hub's, \(source.floating.name ?? "UTC")"))
      }
    case .local(_, let id?):
      guard let clock = source.zones[id] else {
        throw EventFault(
          message: "the zone '\(id)' is not known, nor does the calendar give rules for it that are read")
      }
      (self.clock, zone) = (clock, id)
      if clock.name == nil {
        remarks.append(
          ImportRemark(
            line: property.line, text: "the zone '\(id)' is known to this calendar alone; the times are in UTC"))
      }
    }
    self.start = written
    guard let length = try length(of: event, from: start) else { return }
    if length.isNegative {
      remarks.append(ImportRemark(line: property.line, text: "its end lies before its start, and is left out"))
    } else {
      self.length = length
    }
  }

  private func length(of event: CalendarComponent, from start: CalendarTime) throws(EventFault) -> EventLength? {
    if let property = event.stated("DTEND") {
      guard let end = property.time else { throw EventFault(message: "its DTEND is no date or time") }
      return .shown(seconds: self.start.seconds(until: try place(end: end, from: start)))
    }
    guard let property = event.stated("DURATION") else { return nil }
    guard let duration = property.duration, !EventLength.told(duration).isNegative else {
      throw EventFault(message: "its DURATION is none")
    }
    return .told(duration)
  }

  private func place(end: CalendarTime, from start: CalendarTime) throws(EventFault) -> CivilDateTime {
    switch (start, end) {
    case (.day, .day): return end.asWritten
    case (.day, _): throw EventFault(message: "it starts on a day and ends at a time")
    case (_, .day): throw EventFault(message: "it starts at a time and ends on a day")
    case (_, .local(_, let id?)) where source.zones[id] == nil:
      throw EventFault(message: "the zone '\(id)' of its end is not known")
    default: return place(end)
    }
  }

  /// What the event's clocks show at a time that may be told by others.
  func place(_ time: CalendarTime) -> CivilDateTime {
    switch time {
    case .day: return time.asWritten
    case .instant(let instant): return clock?.local(at: instant) ?? instant.utc
    case .local(let local, let id):
      guard let clock, let id, id != zone, let other = source.zones[id] else { return local }
      return other.name != nil && other.name == clock.name ? local : clock.local(at: other.instant(of: local))
    }
  }

  /// What these clocks show when others, of which the event may be a changed part, show a time.
  func place(_ local: CivilDateTime, on other: EventTimes) -> CivilDateTime {
    guard let clock, let target = other.clock, clock.name == nil || clock.name != target.name else { return local }
    return target.local(at: clock.instant(of: local))
  }

  /// Says when a meeting takes place that begins when these clocks show a time.
  func set(_ meeting: inout ImportedMeeting, at start: CivilDateTime, length: EventLength?) {
    guard let clock else {
      meeting.set("start", start.date.isoText)
      // The end is the first day that is no longer part of the event.
      let days = length?.days ?? 0
      if days > 1 { meeting.set("end", start.date.adding(days: days - 1).isoText) }
      return
    }
    let begin = clock.instant(of: start)
    let end = length.flatMap { clock.end(of: $0, from: start) }
    // A record cannot tell the second of two hours that clocks show with the same digits.
    let isUTC = end.map { clock.instant(of: clock.local(at: $0)) != $0 } ?? false
    let recorded = isUTC || clock.name == nil ? CalendarClock.utc : clock
    // What a hub's own calendar carries is told as it was written there.
    let first = meeting.id != nil && !isUTC ? clock.recorded(start).time : recorded.local(at: begin)
    meeting.set("start", first.recordText)
    meeting.set("end", end.map { recorded.local(at: $0).recordText })
    meeting.set("time_zone", recorded.name)
    if clock.local(at: begin) != start, meeting.id == nil {
      meeting.remark(
        "the clocks are put forward past \(start.recordText); '\(meeting.text("title") ?? "")' begins when they show "
          + clock.local(at: begin).recordText)
    }
    if isUTC, let end {
      meeting.remark(
        "the clocks show \(clock.local(at: end).recordText), when '\(meeting.text("title") ?? "")' ends, twice; its times are in UTC"
      )
    }
  }
}
