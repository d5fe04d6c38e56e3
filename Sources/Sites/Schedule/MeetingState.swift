import CivilTime
import Content

/// Where a meeting stands on a day: its status, and what the calendar makes of it.
package enum MeetingState: Sendable {
  case planned, tentative, confirmed, postponed, cancelled, undated, underWay, closed

  package init(_ meeting: Meeting, on today: CivilDate) {
    switch meeting.status {
    case .cancelled: self = .cancelled
    case .postponed: self = .postponed
    case .planned, .tentative, .confirmed:
      guard let start = meeting.start else {
        self = .undated
        return
      }
      let last = (meeting.end ?? start).lastDay
      if last < today {
        self = .closed
      } else if start.isExact, start.firstDay <= today {
        self = .underWay
      } else {
        self = meeting.status == .planned ? .planned : meeting.status == .tentative ? .tentative : .confirmed
      }
    }
  }

  /// Whether the meeting is still to come or going on.
  package var isCurrent: Bool {
    switch self {
    case .planned, .tentative, .confirmed, .underWay: true
    case .postponed, .cancelled, .undated, .closed: false
    }
  }

  /// Whether what was due before the meeting or after it still is.
  var holdsDeadlines: Bool { self != .postponed && self != .cancelled }

  package var word: Word {
    switch self {
    case .planned: .statusPlanned
    case .tentative: .statusTentative
    case .confirmed: .statusConfirmed
    case .postponed: .statusPostponed
    case .cancelled: .statusCancelled
    case .undated: .statusUndated
    case .underWay: .statusUnderWay
    case .closed: .statusClosed
    }
  }
}
