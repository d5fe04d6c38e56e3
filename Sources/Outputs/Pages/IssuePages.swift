import Content
import Linking
import Templating

func issuePage(_ page: Page, _ fields: IssueFields, on site: Site, from place: Place) -> FinishedPage {
  var citations = Citations(page.document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = IssuePage()
  content.stance = site.words[fields.stance.word]
  content.keyQuestions = fields.keyQuestions
  content.why = fields.why ?? ""
  let proposals = site.pages(of: .proposal, referringTo: page, by: "issue")
  content.positions = PositionsPartView(proposals, .onIssue, on: site, from: place, citing: &citations)
  content.outcomeGroups = outcomesByMeeting(
    site.pages(of: .outcome, referringTo: page, by: "issues"), isAtHome: false, on: site, from: place,
    citing: &citations)
  let coming = comingMeetings(on: page, on: site)
  content.comingMeeting = coming.first.map { MeetingView($0, on: site, from: place) }
  content.calendars = calendarLinks(.issue(page.document.id.name), .calendarOfIssue, on: site, from: place)
  content.meetings = coming.map { MeetingView($0, on: site, from: place) }
  content.deadlines = coming.flatMap { deadlineViews(of: $0, naming: true, on: site, from: place) }.filter {
    !$0.isPassed
  }
  let stops = timelineStops(of: page, on: site)
  content.timeline = timelineViews(of: stops, on: site, from: place, citing: &citations)
  content.drawing = historyDrawing(of: page, stops, on: site)
  content.resolutions = resolutionViews(of: page, on: site, from: place)
  content.articles = (site.graph.page(page.document.id).flatMap { site.lists.articlesByIssue[$0.index] } ?? []).map {
    ArticleView($0, on: site, from: place)
  }
  content.publications = site.pages(of: .publication, referringTo: page, by: "issues").newestFirst
    .map { PublicationView($0, on: site, from: place) }
  content.issues = relatedIssues(to: page, fields, on: site).map { IssueView($0, on: site, from: place) }
  let sections: [(String, Word, Bool)] = [
    ("key-questions", .keyQuestions, !content.keyQuestions.isEmpty), ("positions", .whoWantsWhat, true),
    ("outcomes", .whatWasDecided, true), ("next", .whatComesNext, true),
    ("timeline", .timeline, !content.timeline.isEmpty), ("resolutions", .resolutions, !content.resolutions.isEmpty),
    ("read-more", .readMore, !content.articles.isEmpty), ("library", .elsewhere, !content.publications.isEmpty),
    ("related", .relatedIssues, !content.issues.isEmpty),
  ]
  let head = PageHead(
    kind: "issue", title: page.document.title, label: site.words[.kindIssue], symbol: page.document.common.short ?? "",
    summary: page.document.common.summary ?? "", body: body,
    contents: ContentView.each(of: page, sections: sections, on: site),
    document: page, feedPath: "issues/\(page.document.id.name)-feed")
  return FinishedPage(site.templates.pages.issue, Filled(content), head, restingOn: citations)
}

/// Meetings to come that the issue names, and those that name it, the next first.
private func comingMeetings(on issue: Page, on site: Site) -> [Page] {
  let named =
    issue.document.common.meetings.compactMap(site.page) + site.pages(of: .meeting, referringTo: issue, by: "issues")
  let indexes = Set(named.map(\.index))
  return site.lists.comingMeetings.filter { indexes.contains($0.index) }
}

/// Issues that this one names, and those that name it.
private func relatedIssues(to page: Page, _ fields: IssueFields, on site: Site) -> [Page] {
  let naming = site.pages(of: .issue, referringTo: page, by: "related")
  var seen: Set<Int> = [page.index]
  return site.lists.order.sorted(
    (fields.related.compactMap(site.page) + naming).filter { seen.insert($0.index).inserted })
}

func issuesPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage {
  let issues = site.lists.order.sorted(site.pages(of: .issue))
  let groups = IssueFields.Stance.allCases.compactMap { stance -> IssueGroupView? in
    let members = issues.filter { page in
      guard case .issue(let fields) = page.document.details else { return false }
      return fields.stance == stance
    }
    return members.isEmpty
      ? nil
      : IssueGroupView(
        id: stance.rawValue, title: site.words[stance.word],
        issues: members.map { IssueView($0, on: site, from: place) })
  }
  return indexPage(
    site.templates.pages.issues, "issues", index, Filled(IssuesPage(issueGroups: groups)), on: site, from: place)
}

func resolutionPage(_ page: Page, _ fields: ResolutionFields, on site: Site, from place: Place) -> FinishedPage {
  let common = page.document.common
  var citations = Citations(common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = ResolutionPage()
  content.organ = LinkView(fields.organ, on: site, from: place)
  content.topic = fields.topic ?? ""
  content.replacedBy = fields.replacedBy.flatMap(site.page).map {
    LinkView(title: site.citedTitle(of: $0), address: site.link(to: $0, from: place))
  }
  content.replaces = site.pages(of: .resolution, referringTo: page, by: "replaced_by").map {
    LinkView(title: site.citedTitle(of: $0), address: site.link(to: $0, from: place))
  }
  content.issues = site.pages(of: .issue, referringTo: page, by: "resolutions", "resolutions_unconfirmed").map {
    IssueView($0, on: site, from: place)
  }
  content.officialAddress = fields.address ?? ""
  content.officialHost = fields.address.map(hostName) ?? ""
  content.isUnconfirmed = fields.titleConfidence == .memory
  content.revisions = revisionViews(of: page, fields, on: site, from: place)
  content.why = fields.why ?? ""
  let proposals = site.pages(of: .proposal, referringTo: page, by: "touches")
  content.positions =
    proposals.isEmpty ? nil : PositionsPartView(proposals, .withIssue, on: site, from: place, citing: &citations)
  content.outcomeGroups = outcomesByMeeting(
    site.pages(of: .outcome, referringTo: page, by: "resolution"), isAtHome: false, on: site, from: place,
    citing: &citations)
  content.articles = citingArticles(of: page, on: site, from: place)
  let head = PageHead(
    kind: "resolution", title: page.document.title, label: site.words[fields.form.word],
    symbol: site.citedTitle(of: page),
    summary: common.summary ?? "", body: body, document: page)
  return FinishedPage(site.templates.pages.resolution, Filled(content), head, restingOn: citations)
}

/// The articles whose text links here.
func citingArticles(of page: Page, on site: Site, from place: Place) -> [ArticleView] {
  site.graph.backlinks[page.index].map { site.graph.pages[$0.from] }
    .filter { $0.document.kind.isArticle && $0.document.language == site.language.code }.map {
      ArticleView($0, on: site, from: place)
    }
}

func resolutionsPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage {
  let resolutions = site.pages(of: .resolution)
  let byOrgan = Dictionary(grouping: resolutions) { page -> Int in
    guard case .resolution(let fields) = page.document.details else { return -1 }
    return site.page(fields.organ)?.index ?? -1
  }
  let organs = site.lists.order.sorted(byOrgan.keys.filter { $0 >= 0 }.map { site.graph.pages[$0] })
    .sorted { (byOrgan[$0.index]?.count ?? 0) > (byOrgan[$1.index]?.count ?? 0) }
  let groups = organs.map { organ in
    ResolutionGroupView(
      id: organ.document.id.name, title: organ.document.title,
      resolutions: (byOrgan[organ.index] ?? []).sorted(by: isLowerNumber).map {
        ResolutionView($0, isListed: true, on: site, from: place)
      })
  }
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  return indexPage(
    site.templates.pages.resolutions, "resolutions", index,
    Filled(ResolutionsPage(jumps: jumps, resolutionGroups: groups)), on: site, from: place)
}

func isLowerNumber(_ left: Page, _ right: Page) -> Bool {
  guard case .resolution(let first) = left.document.details, case .resolution(let second) = right.document.details
  else { return false }
  return (first.form.rawValue, Int(first.number) ?? .max, first.number) < (
    second.form.rawValue, Int(second.number) ?? .max, second.number
  )
}
