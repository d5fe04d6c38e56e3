import CivilTime
import Content
import Linking
import Templating

extension PageComposer {
  mutating func meetingPage(_ page: Page, _ fields: MeetingFields) -> ComposedPage {
    let state = MeetingState(fields, on: edition.today)
    _ = cite(page.document.common.sources)
    let body = bodyHTML(of: page)
    var content = MeetingPage()
    let plan = edition.plan(for: fields)
    let isStillAhead = state != .underWay && state != .closed && state != .cancelled
    content.deadlines = isStillAhead ? planViews(plan) : deadlineViews(of: page)
    content.plan = plan.isEmpty ? nil : LinkView(title: words[.planToPrint], address: link(to: planPath(of: page)))
    content.preparation = preparation(for: page, fields).map(meetingView)
    content.connected = connected(with: page, fields).map(meetingView)
    content.invitation = fields.invitation ?? ""
    content.routes = state.isCurrent ? edition.routes(to: fields).map(routeView) : []
    content.programmeDays = programmeViews(fields)
    content.meetings = edition.rows.sortedByTime(pages(of: .meeting, referringTo: page, by: "part_of")).map(meetingView)
    let proposals = pages(of: .proposal, referringTo: page, by: "meeting")
    content.positionGroups = positionsByIssue(proposals, PositionStyle())
    content.positionsText = sumText(proposals)
    content.trackers = proposals.isEmpty ? [] : trackerLinks(for: page)
    content.actors = proposerViews(of: proposals)
    content.outcomeGroups = outcomes(of: page, isAtHome: true)
    content.elections = pages(of: .election, referringTo: page, by: "meeting").map { electionView($0, isAtHome: true) }
    content.articleGroups = coverage(of: page)
    content.publications = pages(of: .publication, referringTo: page, by: "meetings").newestFirst
      .map { publicationView($0) }
    content.documents = fields.documents.map { LinkView(title: $0.title, address: $0.address ?? "") }
    addNeighbours(of: page, fields, to: &content)
    let head = PageHead(
      kind: "meeting", title: page.document.title, label: typeTitle(fields), symbol: page.document.common.short ?? "",
      summary: page.document.common.summary ?? "", body: body,
      contents: contents(of: page, sections: sections(of: content)), notices: closedNotice(page, fields, state),
      structuredData: eventData(page, fields))
    return ComposedPage(
      template: "meeting", frame: frame(of: page, head), context: [FilledView(wholeMeetingView(page))],
      content: FilledView(content))
  }

  private func sections(of content: MeetingPage) -> [(id: String, word: Word, isShown: Bool)] {
    [
      ("deadlines", .whatToDoByWhen, true), ("preparation", .meetingsOnTheWay, !content.preparation.isEmpty),
      ("take-part", .howToTakePart, !content.routes.isEmpty), ("invitation", .howToAsk, !content.invitation.isEmpty),
      ("programme", .programme, !content.programmeDays.isEmpty), ("parts", .partsOfMeeting, !content.meetings.isEmpty),
      ("connected", .connectedMeetings, !content.connected.isEmpty),
      ("proposals", .proposalsByIssue, !content.positionGroups.isEmpty),
      ("proposers", .proposalsByActor, !content.actors.isEmpty),
      ("outcomes", .whatWasDecided, !content.outcomeGroups.isEmpty),
      ("elections", .elections, !content.elections.isEmpty),
      ("coverage", .coverage, !content.articleGroups.isEmpty), ("library", .elsewhere, !content.publications.isEmpty),
      ("documents", .documents, !content.documents.isEmpty),
    ]
  }

  func typeTitle(_ fields: MeetingFields) -> String {
    graph.hub.title(of: fields.type)
  }

  /// A closed meeting says so and points to the next of its type.
  private func closedNotice(_ page: Page, _ fields: MeetingFields, _ state: MeetingState) -> [NoticeView] {
    guard state == .closed else { return [] }
    let next = edition.calendar.nextOfType[fields.type.id]
    let day = (fields.end ?? fields.start).map { edition.dates.text($0.withoutTime) } ?? ""
    guard let next else {
      return [NoticeView(label: words[.noticeClosed], text: words.text(.noticeClosedNoNext, ["date": day]))]
    }
    let text = words.text(next.fields.start == nil ? .noticeClosedUndated : .noticeClosedText, ["date": day])
    return [NoticeView(label: words[.noticeClosed], text: text, links: [linkView(next.page)])]
  }

  /// The meetings that say they belong to this one and are over before it opens, in order of time.
  func preparation(for page: Page, _ fields: MeetingFields) -> [Page] {
    related(to: page).filter { isBefore($0, fields) }
  }

  /// The other meetings that name this one.
  private func connected(with page: Page, _ fields: MeetingFields) -> [Page] {
    related(to: page).filter { !isBefore($0, fields) }
  }

  private func related(to page: Page) -> [Page] {
    edition.rows.sortedByTime(pages(of: .meeting, referringTo: page, by: "meetings"))
  }

  private func isBefore(_ page: Page, _ fields: MeetingFields) -> Bool {
    guard case .meeting(let other) = page.document.details, let end = other.end ?? other.start,
      let opening = fields.start
    else { return false }
    return end.lastDay < opening.firstDay
  }

  /// Who proposed something at a meeting, with how much, the most active first.
  private func proposerViews(of proposals: [Page]) -> [ActorView] {
    var counts: [Int: Int] = [:]
    for proposal in proposals {
      guard case .proposal(let fields) = proposal.document.details else { continue }
      for proposer in fields.proposers.compactMap(page) { counts[proposer.index, default: 0] += 1 }
    }
    return edition.order.sorted(counts.keys.map { graph.pages[$0] })
      .sorted { (counts[$0.index] ?? 0) > (counts[$1.index] ?? 0) }
      .map { ActorView(title: $0.document.title, address: link(to: $0), count: proposalsCount(counts[$0.index] ?? 0)) }
  }

  /// Articles about a meeting, by when in its course they belong; one that only shows a table of the meeting is not about it.
  private func coverage(of page: Page) -> [ArticleGroupView] {
    let articles = self.articles(referringTo: page, by: "meeting", "meetings").filter { article in
      let subjects = article.document.common.meetings + [article.document.details.meeting].compactMap { $0 }
      return subjects.contains { self.page($0)?.index == page.index }
    }
    let groups: [(word: Word, kinds: [Kind])] = [
      (.before, [.briefing, .guide, .explainer, .article, .page, .statement]), (.during, [.dispatch]),
      (.after, [.takeaways, .caseStudy]),
    ]
    return groups.compactMap { word, kinds in
      let members = articles.filter { kinds.contains($0.document.kind) }.newestFirst
      return members.isEmpty
        ? nil : ArticleGroupView(id: word.rawValue, title: words[word], articles: members.map(articleView))
    }
  }

  private func addNeighbours(of page: Page, _ fields: MeetingFields, to content: inout MeetingPage) {
    func neighbour(_ page: Page?) -> NeighbourView? {
      guard let page, case .meeting(let fields) = page.document.details else { return nil }
      return NeighbourView(
        title: page.document.title, address: link(to: page),
        dates: edition.dates.text(from: fields.start, to: fields.end))
    }
    let neighbours = edition.rows.neighbours[page.document.id]
    content.calendar = fields.start.flatMap { start in
      let month = CalendarMonth(of: start.firstDay)
      if start.isExact {
        return LinkView(title: monthTitle(month), address: link(to: edition.path(of: month)))
      }
      return LinkView(title: String(start.year), address: link(to: edition.path(ofYear: start.year)))
    }
    content.partOf = neighbour(fields.partOf.flatMap(self.page))
    content.previous = neighbour(neighbours?.previous)
    content.next = neighbour(neighbours?.next)
    content.showsNeighbours =
      content.calendar != nil || content.partOf != nil || content.previous != nil || content.next != nil
  }

  mutating func meetingsPage(_ index: Menu.Index) -> ComposedPage {
    let coming = edition.rows.comingMeetings
    let isComing = Set(coming.map(\.index))
    let meetings = pages(of: .meeting)
    let others = edition.rows.sortedByTime(meetings.filter { !isComing.contains($0.index) }).reversed()
    var groups: [MeetingGroupView] = []
    if !coming.isEmpty {
      groups.append(MeetingGroupView(id: "coming", title: words[.comingMeetings], meetings: coming.map(meetingView)))
    }
    for (year, members) in Self.byYear(Array(others)) {
      groups.append(
        MeetingGroupView(
          id: year.map { "year-\($0)" } ?? "undated", title: year.map(String.init) ?? words[.statusUndated],
          meetings: members.map(meetingRow)))
    }
    let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
    return indexPage(
      "meetings", index,
      FilledView(MeetingsPage(calendars: generalCalendarLinks, jumps: jumps, meetingGroups: groups)))
  }

  /// Meetings by the year of their start, in the order given.
  static func byYear(_ meetings: [Page]) -> [(year: Int?, meetings: [Page])] {
    var groups: [(year: Int?, meetings: [Page])] = []
    for page in meetings {
      guard case .meeting(let fields) = page.document.details else { continue }
      if let last = groups.last, last.year == fields.start?.year {
        groups[groups.count - 1].meetings.append(page)
      } else {
        groups.append((fields.start?.year, [page]))
      }
    }
    return groups
  }
}
