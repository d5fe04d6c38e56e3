import Content
import Formats
import Linking
import Templating

extension PageComposer {
  /// Adds what a derived block stands for, made from the records.
  mutating func addBlock(_ block: BlockRequest, to html: inout HTMLBytes) {
    switch block.name {
    case .positions: add(PositionsBlock(positionGroups: positions(for: block)), "positions", to: &html)
    case .outcomes: add(OutcomesBlock(outcomeGroups: outcomes(for: block)), "outcomes", to: &html)
    case .meeting: add(MeetingBlock(meeting: block.meeting.flatMap(page).map(wholeMeetingView)), "meeting", to: &html)
    case .deadlines:
      let deadlines = block.meeting.flatMap(page).map { deadlineViews(of: $0) } ?? []
      add(DeadlinesBlock(deadlines: deadlines), "deadlines", to: &html)
    case .timeline: add(block.issue.flatMap(page).map { timeline(of: $0) } ?? TimelineBlock(), "timeline", to: &html)
    case .routes:
      let routes = block.only.isEmpty ? edition.routes : block.only.compactMap(page)
      add(RoutesBlock(routes: routes.map { comparedRouteView($0) }), "routes", to: &html)
    case .resolutions:
      add(ResolutionsBlock(resolutions: block.issue.flatMap(page).map(resolutionViews) ?? []), "resolutions", to: &html)
    case .elections:
      let elections = block.meeting.flatMap(page).map { pages(of: .election, referringTo: $0, by: "meeting") } ?? []
      add(ElectionsBlock(elections: elections.map { electionView($0, isAtHome: false) }), "elections", to: &html)
    case .programme:
      let days = block.meeting.flatMap(page).map { page -> [ProgrammeDayView] in
        guard case .meeting(let fields) = page.document.details else { return [] }
        return programmeViews(fields)
      }
      add(ProgrammeBlock(programmeDays: days ?? []), "programme", to: &html)
    case .issues: add(IssuesBlock(issues: issues(for: block).map(issueView)), "issues", to: &html)
    case .forumMap:
      let forum = forumDrawing()
      // A book of files has no styles for the drawing, and leads to the page that has it.
      let shown = book?.form == .files ? nil : forum
      add(ForumMapBlock(forum: shown, listAddress: forum == nil ? "" : bodiesAddress), "forum-map", to: &html)
    case .countries: add(CountriesBlock(letterGroups: countriesByLetter()), "countries", to: &html)
    case .library:
      add(LibraryBlock(publications: publications(for: block).map { publicationView($0) }), "library", to: &html)
    case .articles: add(ArticlesBlock(articles: articles(for: block).map(articleView)), "articles", to: &html)
    }
  }

  private func add<View: TemplateView>(_ view: View, _ name: String, to html: inout HTMLBytes) {
    html.append(contentsOf: block(view, name))
  }

  /// A list or table by itself, filled from the template of its sort and name.
  func block<View: TemplateView>(_ view: View, _ name: String, of sort: String = "block") -> HTMLBytes {
    var html: HTMLBytes = []
    edition.templates.render("\(sort)-\(name)", [edition.siteFrame(for: path), FilledView(view)], into: &html)
    return html
  }

  /// The records of a kind about the block's issue, its meeting, or both.
  private func records(_ kind: Kind, for block: BlockRequest, issueField: String, meetingField: String) -> [Page] {
    let issue = block.issue.flatMap(page).map { pages(of: kind, referringTo: $0, by: issueField) }
    let meeting = block.meeting.flatMap(page).map { pages(of: kind, referringTo: $0, by: meetingField) }
    switch (issue, meeting) {
    case (let issue?, let meeting?):
      let both = Set(meeting.map(\.index))
      return issue.filter { both.contains($0.index) }
    case (let found?, nil), (nil, let found?): return found
    case (nil, nil): return pages(of: kind)
    }
  }

  private mutating func positions(for block: BlockRequest) -> [PositionGroupView] {
    let proposals = records(.proposal, for: block, issueField: "issue", meetingField: "meeting")
    guard block.meeting != nil else {
      return positionsByMeeting(proposals, PositionStyle(namesIssue: block.issue == nil))
    }
    guard block.issue != nil else { return positionsByIssue(proposals, PositionStyle()) }
    guard !proposals.isEmpty else { return [] }
    var group = PositionGroupView()
    fill(&group, with: proposals, PositionStyle())
    return [group]
  }

  private mutating func outcomes(for block: BlockRequest) -> [OutcomeGroupView] {
    let outcomes = records(.outcome, for: block, issueField: "issues", meetingField: "meeting")
    guard block.meeting != nil else { return outcomesByMeeting(outcomes, isAtHome: false) }
    let views = outcomes.map { outcomeView($0, isAtHome: false, namesIssues: block.issue == nil) }
    return views.isEmpty ? [] : [OutcomeGroupView(outcomes: views)]
  }

  private mutating func timeline(of issue: Page) -> TimelineBlock {
    let stops = timelineStops(of: issue)
    return TimelineBlock(timeline: timelineViews(of: stops), drawing: historyDrawing(of: issue, stops))
  }

  private func publications(for block: BlockRequest) -> [Page] {
    records(.publication, for: block, issueField: "issues", meetingField: "meetings").newestFirst
  }

  private func issues(for block: BlockRequest) -> [Page] {
    var issues = edition.order.sorted(pages(of: .issue))
    if let meeting = block.meeting.flatMap(page) {
      let named = Set(issuesDiscussed(at: meeting).map(\.index))
      issues = issues.filter { named.contains($0.index) }
    }
    guard let stance = block.stance else { return issues }
    return issues.filter { page in
      guard case .issue(let fields) = page.document.details else { return false }
      return fields.stance == stance
    }
  }

  /// The issues that name a meeting, and those on which proposals were made there.
  func issuesDiscussed(at meeting: Page) -> [Page] {
    let naming = pages(of: .issue, referringTo: meeting, by: "meetings")
    let proposed = pages(of: .proposal, referringTo: meeting, by: "meeting").compactMap { page -> Page? in
      guard case .proposal(let fields) = page.document.details else { return nil }
      return self.page(fields.issue)
    }
    var seen: Set<Int> = []
    return (naming + proposed).filter { seen.insert($0.index).inserted }
  }

  private func articles(for block: BlockRequest) -> [Page] {
    if let issue = block.issue.flatMap(page), let original = graph.page(issue.document.id) {
      return edition.rows.articlesByIssue[original.index] ?? []
    }
    return edition.rows.articles.filter { block.section == nil || $0.document.id.folder == block.section }
  }

  func resolutionViews(of issue: Page) -> [ResolutionView] {
    guard case .issue(let fields) = issue.document.details else { return [] }
    return fields.resolutions.compactMap(page).map { resolutionView($0) }
      + fields.unconfirmedResolutions.compactMap(page).map { resolutionView($0, isUnconfirmed: true) }
  }
}
