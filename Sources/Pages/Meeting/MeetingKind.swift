import Content
import Linking
import Sites

extension Meeting: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindMeeting, of: Meeting.self,
    page: PageMaker("meeting", meetingPage),
    index: .init(
      position: 2, title: .indexMeetings, summary: .summaryMeetings, page: PageMaker("meetings", meetingsPage)),
    facts: { searchedFacts(of: $0.fields, on: $1) },
    date: { page, site in (site.datesText(page), page.fields.start?.year) })
}

private func searchedFacts(of meeting: Meeting, on site: Site) -> [String?] {
  let sessions = meeting.sessions.flatMap { session -> [String?] in
    let speakers = session.speakers + [session.moderator].compactMap { $0 }
    return [session.title, session.summary] + speakers.map { $0.name ?? $0.person.flatMap(site.page)?.document.title }
  }
  let deadlines = meeting.deadlines.map { Optional($0.title) }
  let papers = meeting.documents.map { Optional($0.title) } + meeting.groups.map { Optional($0) }
  return [site.placeText(meeting), meeting.venue, meeting.civilSociety, meeting.invitation]
    + site.titles([meeting.organ]) + meeting.attend + deadlines + papers + sessions
}
