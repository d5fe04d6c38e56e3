import CivilTime
import Content
import Formats
import Linking

/// Says what has begun and what is over at the time of the build, by the clocks of the place where it takes place.
///
/// An hour is an instant, and so is the end of a day, midnight by the clocks of its meeting. Where a hub is built for an instant, these
/// are compared with it. Where it is built for a day as a whole, what is going on at any time of that day, as the hub's clocks show it, is
/// under way all day, and days without hours are compared as they are written, wherever they are.
package struct MeetingClock: Sendable {
  package let graph: ContentGraph
  package let zones: MeetingZones
  package let time: BuildTime

  package init(_ graph: ContentGraph, zones: MeetingZones) {
    self.init(graph, zones, at: graph.instant.map { .instant($0) } ?? .day(graph.today))
  }

  private init(_ graph: ContentGraph, _ zones: MeetingZones, at time: BuildTime) {
    self.graph = graph
    self.zones = zones
    self.time = time
  }

  /// The clock at another time.
  package func set(to time: BuildTime) -> MeetingClock { MeetingClock(graph, zones, at: time) }
}

// MARK: Instants

extension MeetingClock {
  /// The zone by which a meeting's hours and days count: its own, or else the hub's.
  package func zone(of meeting: Meeting) -> TimeZoneRules? { zones[meeting.timeZone ?? graph.hub.timeZone] }

  /// When the hub's clocks begin to show a day.
  package func beginning(of day: CivilDate) -> Timestamp {
    instant(CivilDateTime(day, .midnight), zones[graph.hub.timeZone])
  }

  /// The day that the hub's calendar shows.
  package func day(of instant: Timestamp) -> CivilDate {
    (zones[graph.hub.timeZone]?.local(at: instant) ?? instant.utc).date
  }

  /// When it begins: the hour, or else the midnight with which its first day begins.
  package func beginning(of moment: Moment, for meeting: Meeting) -> Timestamp {
    instant(moment.firstTime, zone(of: meeting))
  }

  /// From when on it is over: the hour, or else the midnight with which its last day ends.
  package func end(of moment: Moment, for meeting: Meeting) -> Timestamp {
    instant(moment.endTime, zone(of: meeting))
  }

  private func instant(_ local: CivilDateTime, _ zone: TimeZoneRules?) -> Timestamp {
    zone?.instant(of: local) ?? Timestamp(local)
  }
}

extension Moment {
  /// The first time of it.
  package var firstTime: CivilDateTime {
    if case .time(let time) = self { time } else { CivilDateTime(firstDay, .midnight) }
  }

  /// The first time after it; of an hour, that hour.
  package var endTime: CivilDateTime {
    if case .time(let time) = self { time } else { CivilDateTime(lastDay.adding(days: 1), .midnight) }
  }
}

extension Meeting {
  /// The last that is known of its time; of one that begins at an hour and has no end, the day of that hour.
  package var momentOfEnd: Moment? { end ?? start?.withoutTime }

  /// Whether an hour of it is known.
  var hasHours: Bool { start?.hasTime == true || end?.hasTime == true }
}

// MARK: What is over

extension MeetingClock {
  /// Whether something on the way to a meeting, such as a deadline, is over.
  package func hasPassed(_ moment: Moment, for meeting: Meeting) -> Bool {
    isOver(moment, for: meeting, byHours: moment.hasTime)
  }

  /// Whether a meeting, if it takes place, has begun; false where its first day is not known.
  package func hasBegun(_ meeting: Meeting) -> Bool {
    guard let start = meeting.start, start.isExact else { return false }
    return switch time {
    case .instant(let now): beginning(of: start, for: meeting) <= now
    case .day(let day):
      start.hasTime
        ? beginning(of: start, for: meeting) < beginning(of: day.adding(days: 1)) : start.firstDay <= day
    }
  }

  /// Whether a meeting, if it takes place, is over; false where neither its start nor its end is known.
  package func isOver(_ meeting: Meeting) -> Bool {
    meeting.momentOfEnd.map { isOver($0, for: meeting, byHours: meeting.hasHours) } ?? false
  }

  private func isOver(_ moment: Moment, for meeting: Meeting, byHours: Bool) -> Bool {
    switch time {
    case .instant(let now): end(of: moment, for: meeting) <= now
    case .day(let day): byHours ? end(of: moment, for: meeting) <= beginning(of: day) : moment.lastDay < day
    }
  }

  /// Whether a meeting of which at most the month is known can come no more, since the one that it is a part of is over.
  package func hasMissedItsChance(_ meeting: Meeting) -> Bool {
    wholes(of: meeting).contains { ![.cancelled, .postponed].contains($0.status) && isOver($0) }
  }

  /// The meetings that a meeting is a part of, from the nearest up, as far as no day is known of it and them.
  func wholes(of meeting: Meeting) -> [Meeting] {
    var wholes: [Meeting] = []
    while wholes.count < Self.mostParents, (wholes.last ?? meeting).start?.isExact != true,
      let parent = parent(of: wholes.last ?? meeting)
    {
      wholes.append(parent)
    }
    return wholes
  }

  /// So many meetings are a part of one another at most: a circle, which is reported elsewhere, has an end here.
  package static let mostParents = 16

  /// The meeting that a meeting is a part of.
  package func parent(of meeting: Meeting) -> Meeting? {
    meeting.partOf.flatMap { graph.page($0, in: graph.hub.language) }?.fields
  }
}

// MARK: In pages

extension MeetingClock {
  /// A moment as the script of the pages reads it: an hour, or a midnight, with its distance from UTC.
  package func beginningText(of moment: Moment, for meeting: Meeting) -> String { text(moment.firstTime, for: meeting) }
  package func endText(of moment: Moment, for meeting: Meeting) -> String { text(moment.endTime, for: meeting) }

  /// For `<time datetime>`: a year, a month, a day, or an hour with its distance from UTC; empty where nothing is known.
  package func isoText(_ moment: Moment?, for meeting: Meeting) -> String {
    guard case .time(let time)? = moment else { return moment.isoText }
    return text(time, for: meeting)
  }

  private func text(_ local: CivilDateTime, for meeting: Meeting) -> String {
    zone(of: meeting)?.isoText(local) ?? local.date.isoText + "T" + local.time.hourAndMinuteText + "Z"
  }
}
