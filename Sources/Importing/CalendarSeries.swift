import CivilTime
import Content
import Formats

/// An event of a calendar, with what its calendar says of all.
struct CalendarEvent {
  let component: CalendarComponent
  let source: EventSource
  /// Nil where it has none.
  let uid: String?
  /// The time of the meeting in a series that this event changes.
  let recurrence: CalendarTime?

  init(_ component: CalendarComponent, from source: EventSource) {
    self.component = component
    self.source = source
    uid = component.stated("UID")?.text
    recurrence = component.stated("RECURRENCE-ID")?.time
  }

  var isRepeated: Bool { component.stated("RRULE") != nil || component.stated("RDATE") != nil }

  /// Why nobody else may see the event; nil where it is public, as events are that say nothing of it.
  var reasonForHiding: String? {
    let words = component.all("CLASS").map { $0.value.trimmed.uppercased() }
    return words.first { $0 != "PUBLIC" }.map { "it is not public (CLASS:\($0))" }
  }

  /// Of two events with one name and one revision the last holds.
  var revision: Revision { Revision(component) }
}

/// What one event says of each meeting, and when the first takes place.
struct ReadEvent {
  let meeting: ImportedMeeting
  /// Nil where its day is not known.
  let times: EventTimes?
}

/// The events that have one UID: a meeting or a series, and changes of single meetings of it.
struct CalendarSeries {
  private(set) var main: CalendarEvent?
  private(set) var changes: [CalendarEvent] = []
  /// Of which there is a newer one.
  private(set) var outdated: [CalendarEvent] = []

  /// In the order of their first lines; an event without a UID is alone.
  static func all(of events: [CalendarEvent]) -> [CalendarSeries] {
    var series: [CalendarSeries] = []
    var positions: [String: Int] = [:]
    for event in events {
      guard let uid = event.uid, let position = positions[uid] else {
        if let uid = event.uid { positions[uid] = series.count }
        series.append(CalendarSeries())
        series[series.count - 1].add(event)
        continue
      }
      series[position].add(event)
    }
    return series
  }

  private mutating func add(_ event: CalendarEvent) {
    guard event.recurrence == nil else { return changes.append(event) }
    guard let known = main else {
      main = event
      return
    }
    let isNewer = !event.revision.isOlder(than: known.revision)
    outdated.append(isNewer ? known : event)
    main = isNewer ? event : known
  }
}

/// A change of one meeting of a series, or of one and all that follow.
struct EventChange {
  let event: CalendarEvent
  /// The time that the meeting would have had, on the series' clocks.
  let time: CivilDateTime
  /// Whether the time is a day alone, so that any meeting of that day is meant.
  let isDay: Bool
  let concernsAllThatFollow: Bool

  init?(_ event: CalendarEvent, of series: EventTimes) {
    guard let recurrence = event.recurrence else { return nil }
    self.event = event
    let placed = series.place(recurrence)
    time = series.clock == nil ? CivilDateTime(placed.date, .midnight) : placed
    isDay = if case .day = recurrence { series.clock != nil } else { false }
    let range = event.component.stated("RECURRENCE-ID")?.parameter("RANGE")
    concernsAllThatFollow = range?.uppercased() == "THISANDFUTURE"
  }

  /// When a later meeting takes place: as much earlier or later as the one that was changed.
  func moved(_ time: CivilDateTime, on times: EventTimes, from series: EventTimes) -> CivilDateTime {
    let shift = self.time.seconds(until: times.place(times.start, on: series))
    return series.place(time.adding(seconds: shift), on: times)
  }
}

/// The changes of a series, by the meetings that they change.
struct ChangedTimes {
  private var byTime: [CivilDateTime: EventChange] = [:]
  /// In the order of their times.
  private var following: [EventChange] = []
  /// Changes of meetings that the series does not have, which so are meetings themselves, in the order of their times.
  private(set) var extra: [EventChange] = []

  init(_ changes: [EventChange], of series: SeriesTimes, _ main: CalendarEvent) {
    let times = Set(series.times)
    for change in changes {
      let time = change.isDay ? series.times.first { $0.date == change.time.date } ?? change.time : change.time
      if let known = byTime[time], !known.event.revision.isOlder(than: change.event.revision) { continue }
      byTime[time] = change
    }
    following = byTime.values.filter(\.concernsAllThatFollow).sorted { $0.time < $1.time }
    extra = byTime.filter { time, change in
      // A change with rules of its own is what a series was before it was cut off.
      !times.contains(time) && !series.isException(time)
        && !(change.event.isRepeated && change.event.revision.isOlder(than: main.revision))
    }.map(\.value)
      .sorted { ($0.time, $0.event.component.line) < ($1.time, $1.event.component.line) }
  }

  func change(at time: CivilDateTime) -> EventChange? { byTime[time] }

  func changeOfAllThatFollow(_ time: CivilDateTime) -> EventChange? { following.last { $0.time < time } }
}

extension EventTimes {
  /// What tells one meeting of a series from the others: its day, and the hour where that is not the hour of the first.
  func name(of time: CivilDateTime) -> String {
    time.time == start.time ? time.date.isoText : time.recordText
  }
}
