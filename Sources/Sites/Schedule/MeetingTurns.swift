import CivilTime
import Content
import Formats

/// When what the clock says becomes something else: an instant, or, where the site is built for days as a whole, the beginning of the
/// first such day.
extension MeetingClock {
  package func isAhead(_ instant: Timestamp) -> Bool {
    switch time {
    case .instant(let now): instant > now
    case .day(let day): instant >= beginning(of: day.adding(days: 1))
    }
  }

  /// The time of a build at an instant, and that of the build before.
  package func time(at instant: Timestamp) -> BuildTime { isOfDays ? .day(day(of: instant)) : .instant(instant) }

  package func time(before instant: Timestamp) -> BuildTime {
    isOfDays
      ? .day(day(of: instant).adding(days: -1)) : .instant(Timestamp(secondsSince1970: instant.secondsSince1970 - 1))
  }

  private var isOfDays: Bool { if case .day = time { true } else { false } }

  /// When a meeting may become another: when it begins, when it is over, and, while its day is not known, when one that it is a part of
  /// is over.
  package func turnsOfState(of meeting: Meeting) -> [Timestamp] {
    let begins = meeting.start.map { turn(atBeginningOf: $0, for: meeting) }
    return ([begins, turnOfEnd(of: meeting)] + wholes(of: meeting).map(turnOfEnd)).compactMap { $0 }
  }

  private func turnOfEnd(of meeting: Meeting) -> Timestamp? {
    guard let end = meeting.momentOfEnd, end.lastDay < .last else { return nil }
    return turn(atEndOf: end, for: meeting, byHours: meeting.hasHours)
  }

  private func turn(atBeginningOf moment: Moment, for meeting: Meeting) -> Timestamp {
    guard isOfDays else { return beginning(of: moment, for: meeting) }
    return beginning(of: moment.hasTime ? day(of: beginning(of: moment, for: meeting)) : moment.firstDay)
  }

  package func turn(atEndOf moment: Moment, for meeting: Meeting, byHours: Bool) -> Timestamp {
    let end = end(of: moment, for: meeting)
    guard isOfDays else { return end }
    guard byHours else { return beginning(of: moment.lastDay.adding(days: 1)) }
    // A day counts as a whole, so that what ends within it is over on the next.
    let day = day(of: end)
    return beginning(of: end <= beginning(of: day) ? day : day.adding(days: 1))
  }
}
