import Content
import Linking

/// The packs of all meetings that have one: first those to come, the next first, then the latest.
func packs(on site: Site) -> [Book] {
  let coming = site.lists.comingMeetings
  let isComing = Set(coming.map(\.index))
  let others = site.pages(of: .meeting).inOrderOfTime.reversed().filter { !isComing.contains($0.index) }
  return (coming + others).compactMap { page in
    guard case .meeting(let fields) = page.document.details, hasPack(page, fields, on: site) else { return nil }
    return pack(for: page, fields, on: site)
  }
}

/// What a delegate carries into the hall, in the order in which it is needed.
private func pack(for page: Page, _ fields: MeetingFields, on site: Site) -> Book {
  let issues = site.lists.order.sorted(issuesDiscussed(at: page, on: site))
  let isClosed = MeetingState(fields, on: site.today) == .closed
  var first: [Book.Content] = [.meeting(page, fields)]
  if !fields.deadlines.isEmpty { first.append(.deadlines(page)) }
  if !fields.sessions.isEmpty { first.append(.programme(fields)) }
  if !isClosed, !site.lists.routes.isEmpty { first.append(.routes) }
  var last: [Book.Content] = []
  if !site.pages(of: .outcome, referringTo: page, by: "meeting").isEmpty { last.append(.outcomes(of: page)) }
  if !site.pages(of: .election, referringTo: page, by: "meeting").isEmpty { last.append(.elections(of: page)) }
  last += texts(about: page, .takeaways, on: site).map { .document($0) }
  let resolutions = resolutions(of: issues, on: site)
  if !resolutions.isEmpty { last.append(.resolutions(resolutions)) }
  if isClosed, !site.lists.routes.isEmpty { last.append(.routes) }
  let parts = [
    Book.Part(chapters: first + texts(about: page, .briefing, on: site).map { .document($0) }),
    Book.Part(title: site.words[.issuesOnTable], chapters: issues.map { .issue($0, at: page) }),
    Book.Part(chapters: last),
  ]
  return Book(
    name: "pack-\(page.document.id.name)", sort: .pack, title: page.document.title, subtitle: site.words[.bookPack],
    summary: [site.dates.text(from: fields.start, to: fields.end), site.placeText(fields)].filter { !$0.isEmpty }
      .joined(separator: ", "), parts: parts.filter { !$0.chapters.isEmpty })
}

/// Articles of a kind that are about one meeting, the oldest first.
private func texts(about meeting: Page, _ kind: Kind, on site: Site) -> [Page] {
  site.articles(referringTo: meeting, by: "meeting").filter { $0.document.kind == kind }.newestFirst.reversed()
}

/// The texts that the issues touch, each once, by the bodies that adopted them and in the order of their numbers.
private func resolutions(of issues: [Page], on site: Site) -> [Page] {
  var seen: Set<Int> = []
  let named = issues.flatMap { issue -> [Reference] in
    guard case .issue(let fields) = issue.document.details else { return [] }
    return fields.resolutions
  }.compactMap(site.page).filter { seen.insert($0.index).inserted }
  let numbered = named.sorted(by: isLowerNumber)
  var organs: [String] = []
  for page in numbered {
    guard case .resolution(let fields) = page.document.details, !organs.contains(fields.organ.target) else {
      continue
    }
    organs.append(fields.organ.target)
  }
  return organs.flatMap { organ in
    numbered.filter { page in
      guard case .resolution(let fields) = page.document.details else { return false }
      return fields.organ.target == organ
    }
  }
}
