import Content

/// Where a meeting stands: its status, and what the clock makes of it.
package enum MeetingState: Sendable {
  case planned, tentative, confirmed, movedOnline, postponed, cancelled, undated, underWay, closed

  package init(_ meeting: Meeting, by clock: MeetingClock) {
    switch meeting.status {
    case .cancelled: self = .cancelled
    case .postponed: self = .postponed
    case .planned, .tentative, .confirmed, .movedOnline:
      if clock.isOver(meeting) && meeting.start != nil || clock.hasMissedItsChance(meeting) {
        self = .closed
      } else if meeting.start == nil {
        self = .undated
      } else if clock.hasBegun(meeting) {
        self = .underWay
      } else {
        self =
          switch meeting.status {
          case .planned: .planned
          case .tentative: .tentative
          case .movedOnline: .movedOnline
          case .confirmed, .postponed, .cancelled: .confirmed
          }
      }
    }
  }

  /// Whether the meeting is still to come or going on.
  package var isCurrent: Bool {
    switch self {
    case .planned, .tentative, .confirmed, .movedOnline, .underWay: true
    case .postponed, .cancelled, .undated, .closed: false
    }
  }

  /// Whether what was due before the meeting or after it still is.
  package var holdsDeadlines: Bool { self != .postponed && self != .cancelled }

  package var word: Word {
    switch self {
    case .planned: .statusPlanned
    case .tentative: .statusTentative
    case .confirmed: .statusConfirmed
    case .movedOnline: .statusMovedOnline
    case .postponed: .statusPostponed
    case .cancelled: .statusCancelled
    case .undated: .statusUndated
    case .underWay: .statusUnderWay
    case .closed: .statusClosed
    }
  }
}
