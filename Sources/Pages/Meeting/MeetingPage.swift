import CivilTime
import Content
import Linking
import Sites
import Templating

/// What only the template `meeting` has.
struct MeetingPage: TemplateView {
  /// Whether it has been held; then what was decided leads, and how it came about follows.
  var isOver = false
  var isGoingOn = false
  var deadlines: [DeadlineView] = []
  /// The page with all that has to be done by when, to print.
  var plan: LinkView?
  /// What its fold is named, with how many there are.
  var preparationText = ""
  var preparation: [MeetingView] = []
  var connected: [MeetingView] = []
  var invitation = ""
  var routes: [RouteView] = []
  var programmeDays: [ProgrammeDayView] = []
  var meetings: [MeetingView] = []
  var positionsText = ""
  var trackers: [LinkView] = []
  var positionGroups: [PositionGroupView] = []
  /// What its fold is named, with how many there are.
  var actorsText = ""
  var actors: [ActorView] = []
  var outcomeGroups: [OutcomeGroupView] = []
  var elections: [ElectionView] = []
  var articleGroups: [ArticleGroupView] = []
  /// What its fold is named, with how many there are.
  var publicationsText = ""
  var publications: [PublicationView] = []
  var documents: [LinkView] = []
  var showsNeighbours = false
  /// The month or year of the calendar.
  var calendar: LinkView?
  var partOf: NeighbourView?
  var previous: NeighbourView?
  var next: NeighbourView?

  static let shape = ViewShape<Self>(
    "MeetingPage",
    [
      .flag("is_over") { $0.isOver },
      .flag("is_going_on") { $0.isGoingOn },
      .list("deadlines") { $0.deadlines },
      .group("plan") { $0.plan },
      .text("preparation_text") { $0.preparationText },
      .list("preparation") { $0.preparation },
      .list("connected") { $0.connected },
      .text("invitation") { $0.invitation },
      .list("routes") { $0.routes },
      .list("programme_days") { $0.programmeDays },
      .list("meetings") { $0.meetings },
      .text("positions_text") { $0.positionsText },
      .list("trackers") { $0.trackers },
      .list("position_groups") { $0.positionGroups },
      .text("actors_text") { $0.actorsText },
      .list("actors") { $0.actors },
      .list("outcome_groups") { $0.outcomeGroups },
      .list("elections") { $0.elections },
      .list("article_groups") { $0.articleGroups },
      .text("publications_text") { $0.publicationsText },
      .list("publications") { $0.publications },
      .list("documents") { $0.documents },
      .flag("shows_neighbours") { $0.showsNeighbours },
      .group("calendar") { $0.calendar },
      .group("part_of") { $0.partOf },
      .group("previous") { $0.previous },
      .group("next") { $0.next },
    ])
}

func meetingPage(_ page: PageOf<Meeting>, on site: Site, from place: Place) -> FinishedPage<MeetingView, MeetingPage> {
  let fields = page.fields
  let state = MeetingState(fields, by: site.clock)
  var citations = Citations(page.document.common.sources)
  var content = MeetingPage()
  content.isOver = state == .closed
  content.isGoingOn = state == .underWay
  if content.isOver { addOutcomes(of: page, to: &content, on: site, from: place, citing: &citations) }
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  let plan = site.lists.plan(for: fields)
  let isStillAhead = state != .underWay && state != .closed && state != .cancelled
  content.deadlines =
    isStillAhead ? planViews(plan, for: page, on: site, from: place) : deadlineViews(of: page, on: site, from: place)
  content.plan =
    plan.isEmpty
    ? nil : LinkView(title: site.words[.planToPrint], address: site.link(to: planPath(of: page), from: place))
  content.preparation = preparation(for: page, on: site).map { MeetingView($0, on: site, from: place) }
  content.connected = connected(with: page, on: site).map { MeetingView($0, on: site, from: place) }
  content.invitation = fields.invitation ?? ""
  content.routes = state.isCurrent ? site.lists.routes(to: fields).map { RouteView($0, on: site, from: place) } : []
  content.programmeDays = programmeViews(fields, on: site, from: place)
  content.meetings = site.pages(referringTo: page, by: Meeting.partOf).inOrderOfTime.map {
    MeetingView($0, on: site, from: place)
  }
  addDecisions(of: page, to: &content, on: site, from: place, citing: &citations)
  content.articleGroups = coverage(of: page, on: site, from: place)
  content.publications = site.pages(of: Publication.self, referringTo: page, by: CommonFields.meetings).newestFirst
    .map { PublicationView($0, on: site, from: place) }
  content.preparationText = counted(.meetingsOnTheWay, content.preparation.count, on: site)
  content.actorsText = counted(.proposalsByActor, content.actors.count, on: site)
  content.publicationsText = counted(.elsewhere, content.publications.count, on: site)
  content.documents = fields.documents.map { LinkView(title: $0.title, address: $0.address ?? "") }
  addNeighbours(of: page, to: &content, on: site, from: place)
  let head = PageHead(
    kind: "meeting", title: page.document.title, label: site.typeTitle(fields),
    symbol: page.document.common.short ?? "",
    summary: page.document.common.summary ?? "", body: body,
    contents: contents(of: page, content, on: site),
    notices: closedNotice(page, state, on: site, from: place),
    structuredData: eventData(page, on: site, from: place), document: page.page)
  return FinishedPage(
    Filled(MeetingView(whole: page, on: site, from: place)), Filled(content), head: head,
    restingOn: citations)
}

/// In the order of the page, so that its sources are numbered as they are met.
private func addOutcomes(
  of page: PageOf<Meeting>, to content: inout MeetingPage, on site: Site, from place: Place,
  citing citations: inout Citations
) {
  content.outcomeGroups = outcomes(of: page, isAtHome: true, on: site, from: place, citing: &citations)
}

private func counted(_ word: Word, _ count: Int, on site: Site) -> String {
  site.words.text(.nameAndCount, ["name": site.words[word], "count": String(count)])
}

/// What was proposed at a meeting, by whom, and what it decided.
private func addDecisions(
  of page: PageOf<Meeting>, to content: inout MeetingPage, on site: Site, from place: Place,
  citing citations: inout Citations
) {
  let proposals = site.pages(referringTo: page, by: Proposal.meeting)
  content.positionGroups = positionsByIssue(proposals, .onMeeting, on: site, from: place, citing: &citations)
  content.positionsText = sumText(proposals, on: site)
  content.trackers = proposals.isEmpty ? [] : trackerLinks(for: page, on: site, from: place)
  content.actors = proposerViews(of: proposals, on: site, from: place)
  if !content.isOver { addOutcomes(of: page, to: &content, on: site, from: place, citing: &citations) }
  content.elections = site.elections(at: page).map {
    ElectionView($0, isAtHome: true, on: site, from: place, citing: &citations)
  }
}

extension Site {
  package func typeTitle(_ fields: Meeting) -> String {
    graph.hub.title(of: fields.type)
  }
}

/// A closed meeting says when it ended, or was to where no source confirms it, and which of its series followed it or will.
private func closedNotice(
  _ page: PageOf<Meeting>, _ state: MeetingState, on site: Site, from place: Place
) -> [NoticeView] {
  guard state == .closed else { return [] }
  let fields = page.fields
  let end = fields.momentOfEnd
  let word = wordOfEnd(isDay: end?.isExact != false, isReported: fields.isReported)
  var texts = [site.words.text(word, ["date": site.dateText(end, for: fields)])]
  let next = site.lists.neighbours[page.document.id]?.next
  if MeetingSeries(of: fields) != nil { texts.append(site.words[wordOfNext(next)]) }
  let link = next.map { next in
    var link = LinkView(next.page, on: site, from: place)
    if let city = next.fields.city { link.title = site.words.text(.withNote, ["text": link.title, "note": city]) }
    return link
  }
  return [
    NoticeView(
      label: site.words[.noticeClosed], text: texts.joined(separator: " "), links: [link].compactMap { $0 })
  ]
}

/// A month or a year is nothing on which a meeting ends, so each sentence has a form for either.
private func wordOfEnd(isDay: Bool, isReported: Bool) -> Word {
  if isReported { return isDay ? .noticeEnded : .noticeEndedIn }
  return isDay ? .noticeWasToEnd : .noticeWasToEndIn
}

private func wordOfNext(_ next: PageOf<Meeting>?) -> Word {
  guard let next else { return .noticeNoNext }
  return next.fields.start == nil ? .noticeNextUndated : .noticeFollowedBy
}

/// The meetings that say they belong to this one and are over before it opens, in order of time.
func preparation(for page: PageOf<Meeting>, on site: Site) -> [PageOf<Meeting>] {
  related(to: page, on: site).filter { isBefore($0, page) }
}

/// The other meetings that name this one.
private func connected(with page: PageOf<Meeting>, on site: Site) -> [PageOf<Meeting>] {
  related(to: page, on: site).filter { !isBefore($0, page) }
}

private func related(to page: PageOf<Meeting>, on site: Site) -> [PageOf<Meeting>] {
  site.pages(of: Meeting.self, referringTo: page, by: CommonFields.meetings).inOrderOfTime
}

private func isBefore(_ page: PageOf<Meeting>, _ other: PageOf<Meeting>) -> Bool {
  guard let end = page.fields.end ?? page.fields.start, let opening = other.fields.start else { return false }
  return end.lastDay < opening.firstDay
}

/// Who proposed something at a meeting, with how much, the most active first.
private func proposerViews(of proposals: [PageOf<Proposal>], on site: Site, from place: Place) -> [ActorView] {
  let proposers = proposals.flatMap { $0.fields.proposers.compactMap(site.anyPage) }
  let counts = Dictionary(grouping: proposers, by: \.index).mapValues(\.count)
  return site.lists.order.sorted(proposers.eachOnce)
    .sorted { (counts[$0.index] ?? 0) > (counts[$1.index] ?? 0) }
    .map {
      ActorView(
        title: $0.document.title, address: site.link(to: $0, from: place),
        count: proposalsCount(counts[$0.index] ?? 0, on: site))
    }
}

/// Articles about a meeting, by when in its course they belong; one that only shows a table of the meeting is not about it.
private func coverage(of page: PageOf<Meeting>, on site: Site, from place: Place) -> [ArticleGroupView] {
  let articles = site.articles(referringTo: page, by: Kind.occasionsOfArticles + [CommonFields.meetings.identity])
    .filter { article in
      let subjects = article.document.common.meetings + [article.document.occasion].compactMap { $0 }
      return subjects.contains { site.page($0)?.index == page.index }
    }
  return Kind.Course.allCases.compactMap { course in
    let members = articles.filter { $0.document.kind.course == course }.newestFirst
    let word = course.word
    return members.isEmpty
      ? nil
      : ArticleGroupView(
        id: word.rawValue, title: counted(word, members.count, on: site),
        articles: members.map { ArticleView($0, on: site, from: place) })
  }
}

extension Kind.Course {
  fileprivate var word: Word {
    switch self {
    case .before: .before
    case .during: .during
    case .after: .after
    }
  }
}

private func addNeighbours(
  of page: PageOf<Meeting>, to content: inout MeetingPage, on site: Site, from place: Place
) {
  func neighbour(_ page: PageOf<Meeting>?) -> NeighbourView? {
    guard let page else { return nil }
    return NeighbourView(
      title: page.document.title, address: site.link(to: page, from: place),
      foreignLanguage: site.language.foreign(page), dates: site.datesText(page))
  }
  let neighbours = site.lists.neighbours[page.document.id]
  content.calendar = page.fields.start.flatMap { start in
    let month = CalendarMonth(of: start.firstDay)
    if start.isExact {
      return LinkView(title: monthTitle(month, on: site), address: site.link(to: site.path(of: month), from: place))
    }
    return LinkView(title: String(start.year), address: site.link(to: site.path(ofYear: start.year), from: place))
  }
  content.partOf = neighbour(page.fields.partOf.flatMap(site.page))
  content.previous = neighbour(neighbours?.previous)
  content.next = neighbour(neighbours?.next)
  content.showsNeighbours =
    content.calendar != nil || content.partOf != nil || content.previous != nil || content.next != nil
}
