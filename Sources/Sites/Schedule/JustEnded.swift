import CivilTime
import Content
import Linking

/// How many days a meeting is told of on the home page after it is over.
private let daysOnHome = 60

/// The last day on which the home page tells of a meeting that is over: only of one with proposals, outcomes or elections, since of
/// any other there is nothing to tell. Nil where it does not, or where no day is known.
package func lastDayOnHome(of meeting: PageOf<Meeting>, in graph: ContentGraph) -> CivilDate? {
  guard meeting.fields.status.takesPlace, let end = meeting.fields.lastMoment, end.isExact
  else { return nil }
  let hasResults =
    !graph.pages(referringTo: meeting.page, by: Outcome.meeting).isEmpty
    || !graph.pages(referringTo: meeting.page, by: Proposal.meeting).isEmpty
    || !graph.pages(referringTo: meeting.page, by: Election.meeting).isEmpty
  return hasResults ? end.lastDay.adding(days: daysOnHome) : nil
}

extension Site {
  /// The meeting that ended last, as long as the home page tells of it.
  package var justEnded: PageOf<Meeting>? {
    let ended = schedule.calendar.meetings.filter { meeting in
      meeting.state == .closed && (lastDayOnHome(of: meeting.page, in: graph).map { $0 >= today } ?? false)
    }
    func lastDay(_ meeting: ScheduledMeeting) -> CivilDate { meeting.fields.lastMoment?.lastDay ?? .first }
    return ended.max { (lastDay($0), $1.page.index) < (lastDay($1), $0.page.index) }?.page
  }
}
