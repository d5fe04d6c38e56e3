import Content
import Linking
import Pages
import Sites

/// The packs of all meetings that have one: first those to come, the next first, then the latest.
func packs(on site: Site) -> [Book] {
  let coming = site.lists.comingMeetings
  let isComing = Set(coming.map(\.index))
  let others = site.pages(of: Meeting.self).inOrderOfTime.reversed().filter { !isComing.contains($0.index) }
  return (coming + others).filter { hasPack($0, on: site) }.map { pack(for: $0, on: site) }
}

/// What a delegate carries into the hall, in the order in which it is needed.
private func pack(for page: PageOf<Meeting>, on site: Site) -> Book {
  let fields = page.fields
  let issues = site.lists.order.sorted(issuesDiscussed(at: page, on: site))
  let isClosed = MeetingState(fields, by: site.clock) == .closed
  var first: [Book.Content] = [.meeting(page)]
  if !fields.deadlines.isEmpty { first.append(.deadlines(page)) }
  if !fields.sessions.isEmpty { first.append(.programme(page)) }
  if !isClosed, !site.lists.routes.isEmpty { first.append(.routes(to: page)) }
  var last: [Book.Content] = []
  if !site.pages(referringTo: page, by: Outcome.meeting).isEmpty { last.append(.outcomes(of: page)) }
  if !site.pages(referringTo: page, by: Election.meeting).isEmpty { last.append(.elections(of: page)) }
  last += texts(about: page, Takeaways.meeting, on: site)
  let resolutions = resolutions(of: issues, on: site)
  if !resolutions.isEmpty { last.append(.resolutions(resolutions)) }
  if isClosed, !site.lists.routes.isEmpty { last.append(.routes(to: page)) }
  let parts = [
    Book.Part(chapters: first + texts(about: page, Briefing.meeting, on: site)),
    Book.Part(title: site.words[.issuesOnTable], chapters: issues.map { .issue($0, at: page) }),
    Book.Part(chapters: last),
  ]
  return Book(
    name: "pack-\(page.document.id.name)", sort: .pack, title: page.document.title, subtitle: site.words[.bookPack],
    summary: site.words.joined([site.datesText(page), site.placeText(fields)].filter { !$0.isEmpty }),
    parts: parts.filter { !$0.chapters.isEmpty })
}

/// Articles of a kind that are about one meeting, the oldest first.
private func texts<Article>(
  about meeting: PageOf<Meeting>, _ field: ReferenceField<Article, Meeting>, on site: Site
) -> [Book.Content] where Article: DocumentFields {
  site.pages(referringTo: meeting, by: field).newestFirst.reversed().map { .document($0.page) }
}

/// The texts that the issues touch, each once, by the bodies that adopted them and in the order of their numbers.
private func resolutions(of issues: [PageOf<Issue>], on site: Site) -> [PageOf<Resolution>] {
  let named = issues.flatMap(\.fields.resolutions).compactMap(site.page).eachOnce
  return named.sorted(by: PageOf<Resolution>.isLower).grouped(by: { site.page($0.fields.organ) }).flatMap(\.members)
}
