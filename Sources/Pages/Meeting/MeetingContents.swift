import Content
import Linking
import Sites
import Templating

/// In the order of the phase that the meeting is in.
func contents(of page: PageOf<Meeting>, _ content: MeetingPage, on site: Site) -> [ContentView] {
  let before = sections(of: content, isIntroduction: true)
  let after = sections(of: content, isIntroduction: false)
  return ContentView.each(of: page, leading: before, sections: after, on: site)
}

private func sections(of content: MeetingPage, isIntroduction: Bool) -> [ContentView.Section] {
  let programme = ContentView.Section("programme", .programme, !content.programmeDays.isEmpty)
  let outcomes = ContentView.Section("outcomes", .whatWasDecided, !content.outcomeGroups.isEmpty)
  guard !isIntroduction else { return content.isOver ? [outcomes] : content.isGoingOn ? [programme] : [] }
  let preparation = ContentView.Section("preparation", .meetingsOnTheWay, !content.preparation.isEmpty)
  let parts: [ContentView.Section] = [
    ("parts", .partsOfMeeting, !content.meetings.isEmpty),
    ("connected", .connectedMeetings, !content.connected.isEmpty),
  ]
  let proposals: [ContentView.Section] = [
    ("proposals", .proposalsByIssue, !content.positionGroups.isEmpty),
    ("proposers", .proposalsByActor, !content.actors.isEmpty),
  ]
  let elections = ContentView.Section("elections", .elections, !content.elections.isEmpty)
  let coverage: [ContentView.Section] = [
    ("coverage", .coverage, !content.articleGroups.isEmpty), ("library", .elsewhere, !content.publications.isEmpty),
    ("documents", .documents, !content.documents.isEmpty),
  ]
  let deadlines = ContentView.Section("deadlines", .whatToDoByWhen, true)
  guard !content.isOver else {
    return proposals + [elections] + coverage + [preparation] + parts + [programme, deadlines]
  }
  let ways: [ContentView.Section] = [
    ("take-part", .howToTakePart, !content.routes.isEmpty), ("invitation", .howToAsk, !content.invitation.isEmpty),
  ]
  return [deadlines, preparation] + ways + (content.isGoingOn ? [] : [programme]) + parts + proposals
    + [outcomes, elections] + coverage
}
