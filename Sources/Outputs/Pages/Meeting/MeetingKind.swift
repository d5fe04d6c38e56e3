import Content
import Linking

extension KindPages {
  static let meeting = KindPages(
    .kindMeeting, \.meetingFields,
    page: { meetingPage($0, $1, on: $2, from: $3) },
    index: Index(position: 2, title: .indexMeetings, summary: .summaryMeetings) { meetingsPage($0, on: $1, from: $2) },
    facts: { _, fields, site in searchedFacts(of: fields, on: site) },
    date: { page, fields, site in (site.datesText(page), fields.start?.year) })
}

private func searchedFacts(of meeting: MeetingFields, on site: Site) -> [String?] {
  let sessions = meeting.sessions.flatMap { session -> [String?] in
    let speakers = session.speakers + [session.moderator].compactMap { $0 }
    return [session.title, session.summary] + speakers.map { $0.name ?? $0.person.flatMap(site.page)?.document.title }
  }
  let deadlines = meeting.deadlines.map { Optional($0.title) }
  let papers = meeting.documents.map { Optional($0.title) } + meeting.groups.map { Optional($0) }
  return [site.placeText(meeting), meeting.venue, meeting.civilSociety, meeting.invitation]
    + site.titles([meeting.organ]) + meeting.attend + deadlines + papers + sessions
}

extension Details {
  fileprivate var meetingFields: MeetingFields? { if case .meeting(let fields) = self { fields } else { nil } }
}
