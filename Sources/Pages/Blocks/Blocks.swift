import Content
import Formats
import Linking
import Sites
import Templating

extension BlockWriter {
  /// Adds the template of each block to a table.
  package init(in table: inout TemplateTable) {
    let writers = Dictionary(
      uniqueKeysWithValues: BlockName.allCases.map { ($0, BlockMaker.of($0).writer(in: &table)) })
    self.init { block, html, site, place, citations in
      // What a block is about may not be there today, and without it the block would be about everything.
      guard (block.issue == nil) == (issue(of: block, on: site) == nil),
        (block.meeting == nil) == (meeting(of: block, on: site) == nil)
      else { return }
      writers[block.name]?(block, &html, site, place, &citations)
    }
  }
}

/// The function that makes a block's view from the records, with the template that the view fills.
private struct BlockMaker {
  typealias Writer = @Sendable (BlockRequest, inout HTMLBytes, Site, Place, inout Citations) -> Void

  private let add: (inout TemplateTable) -> Writer

  init<View: TemplateView>(
    _ name: BlockName,
    _ view: @escaping @Sendable (BlockRequest, Site, Place, inout Citations) -> Filled<View>
  ) {
    add = { table in
      let template: PartTemplate<View> = table.template("block-\(name.rawValue)")
      return { block, html, site, place, citations in
        let view = view(block, site, place, &citations)
        html.append(contentsOf: part(template, view, on: site, from: place))
      }
    }
  }

  func writer(in table: inout TemplateTable) -> Writer { add(&table) }

  static func of(_ name: BlockName) -> BlockMaker {
    switch name {
    case .positions: BlockMaker(name, positionsBlock)
    case .outcomes: BlockMaker(name, outcomesBlock)
    case .meeting: BlockMaker(name, meetingBlock)
    case .deadlines: BlockMaker(name, deadlinesBlock)
    case .timeline: BlockMaker(name, timelineBlock)
    case .routes: BlockMaker(name, routesBlock)
    case .resolutions: BlockMaker(name, resolutionsBlock)
    case .elections: BlockMaker(name, electionsBlock)
    case .programme: BlockMaker(name, programmeBlock)
    case .issues: BlockMaker(name, issuesBlock)
    case .forumMap: BlockMaker(name, forumMapBlock)
    case .countries: BlockMaker(name, countriesBlock)
    case .library: BlockMaker(name, libraryBlock)
    case .articles: BlockMaker(name, articlesBlock)
    }
  }
}

// MARK: The views of blocks

private func meeting(of block: BlockRequest, on site: Site) -> PageOf<Meeting>? { block.meeting.flatMap(site.page) }

private func issue(of block: BlockRequest, on site: Site) -> PageOf<Issue>? { block.issue.flatMap(site.page) }

private func positionsBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<PositionsBlock> {
  Filled(PositionsBlock(positionGroups: positions(for: block, on: site, from: place, citing: &citations)))
}

private func outcomesBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<OutcomesBlock> {
  Filled(OutcomesBlock(outcomeGroups: outcomes(for: block, on: site, from: place, citing: &citations)))
}

private func meetingBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<MeetingBlock> {
  Filled(MeetingBlock(meeting: meeting(of: block, on: site).map { MeetingView(whole: $0, on: site, from: place) }))
}

private func deadlinesBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<DeadlinesBlock> {
  Filled(
    DeadlinesBlock(deadlines: meeting(of: block, on: site).map { deadlineViews(of: $0, on: site, from: place) } ?? []))
}

private func timelineBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<TimelineBlock> {
  guard let issue = issue(of: block, on: site) else { return Filled(TimelineBlock()) }
  let stops = timelineStops(of: issue, on: site)
  return Filled(
    TimelineBlock(
      timeline: timelineViews(of: stops, on: site, from: place, citing: &citations),
      drawing: historyDrawing(of: issue, stops, on: site)))
}

private func routesBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<RoutesBlock> {
  let routes = block.only.isEmpty ? site.lists.routes : block.only.compactMap(site.page)
  return Filled(
    RoutesBlock(routes: routes.map { RouteView(compared: $0, on: site, from: place, citing: &citations) }))
}

private func resolutionsBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<ResolutionsBlock> {
  let resolutions = issue(of: block, on: site).map { resolutionViews(of: $0, on: site, from: place) }
  return Filled(ResolutionsBlock(resolutions: resolutions ?? []))
}

private func electionsBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<ElectionsBlock> {
  let elections = meeting(of: block, on: site).map(site.elections) ?? []
  return Filled(
    ElectionsBlock(
      elections: elections.map {
        ElectionView($0, isAtHome: false, on: site, from: place, citing: &citations)
      }))
}

private func programmeBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<ProgrammeBlock> {
  let days = meeting(of: block, on: site).map { programmeViews($0.fields, on: site, from: place) }
  return Filled(ProgrammeBlock(programmeDays: days ?? []))
}

private func issuesBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<IssuesBlock> {
  Filled(IssuesBlock(issues: issues(for: block, on: site).map { IssueView($0, on: site, from: place) }))
}

private func forumMapBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<ForumMapBlock> {
  let forum = forumDrawing(on: site, from: place)
  // A book of files has no styles for the drawing, and leads to the page that has it.
  let shown = place.book?.form == .files ? nil : forum
  let address = forum == nil ? "" : bodiesAddress(on: site, from: place)
  return Filled(ForumMapBlock(forum: shown, listAddress: address))
}

private func countriesBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<CountriesBlock> {
  // Texts that have the block may share a document.
  Filled(CountriesBlock(letterGroups: countriesByLetter(on: site, from: place, areNamed: false)))
}

private func libraryBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<LibraryBlock> {
  let publications = publications(for: block, on: site)
  return Filled(LibraryBlock(publications: publications.map { PublicationView($0, on: site, from: place) }))
}

private func articlesBlock(
  _ block: BlockRequest, on site: Site, from place: Place, citing citations: inout Citations
) -> Filled<ArticlesBlock> {
  Filled(ArticlesBlock(articles: articles(for: block, on: site).map { ArticleView($0, on: site, from: place) }))
}

// MARK: The records of blocks

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
