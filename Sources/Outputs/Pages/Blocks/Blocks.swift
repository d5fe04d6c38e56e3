import Content
import Formats
import Linking
import Templating

/// Adds what a derived block stands for, made from the records.
func addBlock(
  _ block: BlockRequest, to html: inout HTMLBytes, on site: Site, from place: Place, citing citations: inout Citations
) {
  let templates = site.templates.blocks
  let (issue, meeting) = (block.issue.flatMap(site.page), block.meeting.flatMap(site.page))
  // What a block is about may not be there today, and without it the block would be about everything.
  guard (block.issue == nil) == (issue == nil), (block.meeting == nil) == (meeting == nil) else { return }
  func add<View>(_ template: PartTemplate<View>, _ view: Filled<View>) {
    html.append(contentsOf: part(template, view, on: site, from: place))
  }
  switch block.name {
  case .positions:
    let groups = positions(for: block, on: site, from: place, citing: &citations)
    add(templates.positions, Filled(PositionsBlock(positionGroups: groups)))
  case .outcomes:
    let groups = outcomes(for: block, on: site, from: place, citing: &citations)
    add(templates.outcomes, Filled(OutcomesBlock(outcomeGroups: groups)))
  case .meeting:
    let view = meeting.map { MeetingView(whole: $0, on: site, from: place) }
    add(templates.meeting, Filled(MeetingBlock(meeting: view)))
  case .deadlines:
    let deadlines = meeting.map { deadlineViews(of: $0, on: site, from: place) } ?? []
    add(templates.deadlines, Filled(DeadlinesBlock(deadlines: deadlines)))
  case .timeline:
    let timeline = issue.map { TimelineBlock(of: $0, on: site, from: place, citing: &citations) }
    add(templates.timeline, Filled(timeline ?? TimelineBlock()))
  case .routes:
    let routes = block.only.isEmpty ? site.lists.routes : block.only.compactMap(site.page)
    let views = routes.map { RouteView(compared: $0, on: site, from: place, citing: &citations) }
    add(templates.routes, Filled(RoutesBlock(routes: views)))
  case .resolutions:
    let resolutions = issue.map { resolutionViews(of: $0, on: site, from: place) } ?? []
    add(templates.resolutions, Filled(ResolutionsBlock(resolutions: resolutions)))
  case .elections:
    let elections = meeting.map { site.pages(referringTo: $0, by: Election.meeting) } ?? []
    let views = elections.map { ElectionView($0, isAtHome: false, on: site, from: place, citing: &citations) }
    add(templates.elections, Filled(ElectionsBlock(elections: views)))
  case .programme:
    let days = meeting.map { programmeViews($0.fields, on: site, from: place) }
    add(templates.programme, Filled(ProgrammeBlock(programmeDays: days ?? [])))
  case .issues:
    let issues = issues(for: block, on: site).map { IssueView($0, on: site, from: place) }
    add(templates.issues, Filled(IssuesBlock(issues: issues)))
  case .forumMap:
    let forum = forumDrawing(on: site, from: place)
    // A book of files has no styles for the drawing, and leads to the page that has it.
    let shown = place.book?.form == .files ? nil : forum
    let address = forum == nil ? "" : bodiesAddress(on: site, from: place)
    add(templates.forumMap, Filled(ForumMapBlock(forum: shown, listAddress: address)))
  case .countries:
    add(templates.countries, Filled(CountriesBlock(letterGroups: countriesByLetter(on: site, from: place))))
  case .library:
    let publications = publications(for: block, on: site).map { PublicationView($0, on: site, from: place) }
    add(templates.library, Filled(LibraryBlock(publications: publications)))
  case .articles:
    let articles = articles(for: block, on: site).map { ArticleView($0, on: site, from: place) }
    add(templates.articles, Filled(ArticlesBlock(articles: articles)))
  }
}

/// A list or table by itself.
func part<View>(_ template: PartTemplate<View>, _ view: Filled<View>, on site: Site, from place: Place) -> HTMLBytes {
  var html: HTMLBytes = []
  site.templates.set.render(template, site.frame(at: place.path), view, into: &html)
  return html
}

/// What is in both lists, or in the one that there is; nil where there is none.
private func common<Some: SomePage>(_ first: [Some]?, _ second: [Some]?) -> [Some]? {
  guard let first, let second else { return first ?? second }
  let both = Set(second.map(\.index))
  return first.filter { both.contains($0.index) }
}

private func positions(for block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations)
  -> [PositionGroupView]
{
  let (issue, meeting) = (block.issue.flatMap(site.page), block.meeting.flatMap(site.page))
  let proposals =
    common(
      issue.map { site.pages(referringTo: $0, by: Proposal.issue) },
      meeting.map { site.pages(referringTo: $0, by: Proposal.meeting) }) ?? site.pages(of: Proposal.self)
  guard block.meeting != nil else {
    return positionsByMeeting(
      proposals, PositionStyle(namesIssue: block.issue == nil), on: site, from: place, citing: &citations)
  }
  guard block.issue != nil else {
    return positionsByIssue(proposals, PositionStyle(), on: site, from: place, citing: &citations)
  }
  guard !proposals.isEmpty else { return [] }
  var group = PositionGroupView()
  fill(&group, with: proposals, PositionStyle(), on: site, from: place, citing: &citations)
  return [group]
}

private func outcomes(for block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations)
  -> [OutcomeGroupView]
{
  let (issue, meeting) = (block.issue.flatMap(site.page), block.meeting.flatMap(site.page))
  let outcomes =
    common(
      issue.map { site.pages(of: Outcome.self, referringTo: $0, by: CommonFields.issues) },
      meeting.map { site.pages(referringTo: $0, by: Outcome.meeting) }) ?? site.pages(of: Outcome.self)
  guard block.meeting != nil else {
    return outcomesByMeeting(outcomes, isAtHome: false, on: site, from: place, citing: &citations)
  }
  let views = outcomes.map {
    OutcomeView($0, isAtHome: false, namesIssues: block.issue == nil, on: site, from: place, citing: &citations)
  }
  return views.isEmpty ? [] : [OutcomeGroupView(outcomes: views)]
}

extension TimelineBlock {
  fileprivate init(of issue: PageOf<Issue>, on site: Site, from place: Place, citing citations: inout Citations) {
    let stops = timelineStops(of: issue, on: site)
    self.init(
      timeline: timelineViews(of: stops, on: site, from: place, citing: &citations),
      drawing: historyDrawing(of: issue, stops, on: site))
  }
}

private func publications(for block: BlockRequest, on site: Site) -> [PageOf<Publication>] {
  let (issue, meeting) = (block.issue.flatMap(site.page), block.meeting.flatMap(site.page))
  let publications = common(
    issue.map { site.pages(of: Publication.self, referringTo: $0, by: CommonFields.issues) },
    meeting.map { site.pages(of: Publication.self, referringTo: $0, by: CommonFields.meetings) })
  return (publications ?? site.pages(of: Publication.self)).newestFirst
}

private func issues(for block: BlockRequest, on site: Site) -> [PageOf<Issue>] {
  var issues = site.lists.order.sorted(site.pages(of: Issue.self))
  if let meeting = block.meeting.flatMap(site.page) {
    let named = Set(issuesDiscussed(at: meeting, on: site).map(\.index))
    issues = issues.filter { named.contains($0.index) }
  }
  guard let stance = block.stance else { return issues }
  return issues.filter { $0.fields.stance == stance }
}

private func articles(for block: BlockRequest, on site: Site) -> [Page] {
  if let issue = block.issue.flatMap(site.page), let original = site.graph.page(issue.document.id) {
    return site.lists.articlesByIssue[original.index] ?? []
  }
  return site.lists.articles.filter { block.section == nil || $0.document.id.folder == block.section }
}
