import CivilTime
import Content
import Linking
import Sites
import Templating

/// What is under way, has just ended or is coming.
struct HappeningView: TemplateView {
  var justEnded: MeetingView?
  /// Where what is known of it stands.
  var known: [LinkView] = []
  /// Whether a meeting that is under way stands before the one that has ended.
  var leadsWithEnded = false
  var leadMeeting: MeetingView?
  var leadDeadline: DeadlineView?
  /// What is due after that.
  var deadlines: [DeadlineView] = []
  /// Where nothing is due: the next step that a way in advises.
  var advice: DeadlineView?
  var meetings: [MeetingView] = []

  static let shape = ViewShape<Self>(
    "Happening",
    [
      .group("just_ended") { $0.justEnded },
      .list("known") { $0.known },
      .flag("leads_with_ended") { $0.leadsWithEnded },
      .group("lead_meeting") { $0.leadMeeting },
      .group("lead_deadline") { $0.leadDeadline },
      .list("deadlines") { $0.deadlines },
      .group("advice") { $0.advice },
      .list("meetings") { $0.meetings },
    ])
}

/// The first day on which the home page lists a meeting among those to come: half a year before the last day on which it can open.
package func firstDayAmongComing(_ meeting: Meeting) -> CivilDate? {
  meeting.start?.lastDay.adding(months: -6)
}

/// Nil where the hub has no meetings.
func happening(on site: Site, from place: Place) -> HappeningView? {
  guard !site.pages(of: Meeting.self).isEmpty else { return nil }
  let lead = site.schedule.calendar.lead
  var view = HappeningView()
  view.justEnded = site.justEnded.map { MeetingView($0, on: site, from: place) }
  view.known = site.justEnded.map { whatIsKnown(of: $0, on: site, from: place) } ?? []
  view.leadsWithEnded = view.justEnded != nil && lead?.state != .underWay
  view.leadMeeting = lead.map { MeetingView($0.page, on: site, from: place) }
  let due = dueDeadlines(on: site, from: place)
  view.leadDeadline = due.first
  view.deadlines = Array(due.dropFirst().prefix(3))
  view.advice = due.isEmpty ? nextStep(on: site, from: place) : nil
  view.meetings = site.schedule.calendar.coming.filter { meeting in
    guard meeting.page.index != lead?.page.index else { return false }
    return meeting.state == .underWay || (firstDayAmongComing(meeting.fields).map { $0 <= site.today } ?? false)
  }.prefix(6).map { MeetingView($0.page, on: site, from: place) }
  return view
}

/// Where the page of a meeting tells what was decided, proposed and voted, and what was written about it afterwards.
private func whatIsKnown(of meeting: PageOf<Meeting>, on site: Site, from place: Place) -> [LinkView] {
  let address = site.link(to: meeting, from: place)
  func part(_ id: String, _ word: Word, _ isThere: Bool) -> LinkView? {
    isThere ? LinkView(title: site.words[word], address: "\(address)#\(id)") : nil
  }
  let parts = [
    part("outcomes", .whatWasDecided, !site.pages(referringTo: meeting, by: Outcome.meeting).isEmpty),
    part("proposals", .proposalsByIssue, !site.pages(referringTo: meeting, by: Proposal.meeting).isEmpty),
    part("elections", .elections, !site.elections(at: meeting).isEmpty),
  ]
  let articles = site.articles(referringTo: meeting, by: Kind.occasionsOfArticles)
    .filter { $0.document.kind.course == .after }.newestFirst
  return parts.compactMap { $0 } + articles.prefix(2).map { LinkView($0, on: site, from: place) }
}

/// The deadlines from the day of the build on, of all meetings but those that do not take place as planned.
private func dueDeadlines(on site: Site, from place: Place) -> [DeadlineView] {
  site.schedule.calendar.entries.lazy.filter { $0.deadline != nil && !$0.isOver(by: site.clock) }.prefix(4)
    .compactMap { entry in
      entry.deadline.map { view(of: $0, on: entry.start, of: entry.meeting.page, on: site, from: place) }
    }
}

/// The next step of a way into a meeting that is to come: advice of the hub, which nobody has to follow.
private func nextStep(on site: Site, from place: Place) -> DeadlineView? {
  let steps = site.schedule.calendar.coming.flatMap { meeting in
    site.lists.plan(for: meeting.fields).compactMap {
      item -> (item: PlanItem, day: CivilDate, meeting: PageOf<Meeting>)? in
      guard let day = item.day, day.isExact, !site.clock.hasPassed(day, for: meeting.fields) else { return nil }
      return (item, day.firstDay, meeting.page)
    }
  }
  return steps.min { $0.day < $1.day }.map { step in
    var view = view(of: step.item.deadline, on: step.item.day, of: step.meeting, on: site, from: place)
    view.route = step.item.route.map { LinkView($0, on: site, from: place) }
    return view
  }
}

private func view(
  of deadline: Deadline, on day: Moment?, of meeting: PageOf<Meeting>, on site: Site, from place: Place
)
  -> DeadlineView
{
  var view = DeadlineView(
    deadline, on: day, isNext: true, for: meeting.fields, meeting.document.common.confidence, on: site)
  view.meeting = MeetingView(meeting, on: site, from: place)
  return view
}
