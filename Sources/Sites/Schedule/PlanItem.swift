import CivilTime
import Content
import Linking

/// Something to be done by a day on the way to a meeting: a deadline of its own, or a step of a route that leads to it.
package struct PlanItem: Sendable {
  package let deadline: Deadline
  /// As much as is known; nil where the meeting's own time is not known yet.
  package let day: Moment?
  /// The route whose step it is; nil for a deadline of the meeting.
  package let route: PageOf<Route>?

  package init(deadline: Deadline, day: Moment?, route: PageOf<Route>?) {
    self.deadline = deadline
    self.day = day
    self.route = route
  }
}

extension SiteLists {
  /// The ways that lead to a meeting, in the order of the hub.
  package func routes(to meeting: Meeting) -> [PageOf<Route>] {
    routes.filter { $0.fields.leads(to: meeting) }
  }

  package func plan(for meeting: Meeting) -> [PlanItem] { Sites.plan(for: meeting, routes: routes) }
}

/// What has to be done by when for a meeting, in order of time; what has no day comes last.
package func plan(for meeting: Meeting, routes: [PageOf<Route>]) -> [PlanItem] {
  let own = meeting.deadlines.map { PlanItem(deadline: $0, day: $0.day(for: meeting), route: nil) }
  let steps = routes.flatMap { page -> [PlanItem] in
    let fields = page.fields
    guard fields.leads(to: meeting) else { return [] }
    return fields.steps.compactMap(\.deadline).map { PlanItem(deadline: $0, day: $0.day(for: meeting), route: page) }
  }
  return inOrderOfTime(own + steps)
}

/// By day and hour; what has the same stays in the order given, and what has no hour comes last on its day.
package func inOrderOfTime(_ items: [PlanItem]) -> [PlanItem] {
  func time(_ item: PlanItem) -> (CivilDate, Int) {
    (item.day?.firstDay ?? .last, item.day.time?.time.secondsSinceMidnight ?? TimeOfDay.secondsOfDay)
  }
  return items.enumerated().sorted { left, right in
    let (first, second) = (time(left.element), time(right.element))
    return first == second ? left.offset < right.offset : first < second
  }.map(\.element)
}
