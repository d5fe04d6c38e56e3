import Content
import Linking
import Templating

extension PageComposer {
  mutating func issuePage(_ page: Page, _ fields: IssueFields) -> ComposedPage {
    _ = cite(page.document.common.sources)
    let body = bodyHTML(of: page)
    var content = IssuePage()
    content.stance = words[fields.stance.word]
    content.keyQuestions = fields.keyQuestions
    content.why = fields.why ?? ""
    let proposals = pages(of: .proposal, referringTo: page, by: "issue")
    content.positions = positionsPart(proposals, .onIssue)
    content.outcomeGroups = outcomesByMeeting(
      pages(of: .outcome, referringTo: page, by: "issues"), isAtHome: false)
    let coming = comingMeetings(on: page)
    content.comingMeeting = coming.first.map(meetingView)
    content.calendars = calendarLinks(.issue(page.document.id.name), .calendarOfIssue)
    content.meetings = coming.map(meetingView)
    content.deadlines = coming.flatMap { deadlineViews(of: $0, naming: true) }.filter { !$0.isPassed }
    let stops = timelineStops(of: page)
    content.timeline = timelineViews(of: stops)
    content.drawing = historyDrawing(of: page, stops)
    content.resolutions = resolutionViews(of: page)
    content.articles = (graph.page(page.document.id).flatMap { edition.rows.articlesByIssue[$0.index] } ?? []).map(
      articleView)
    content.publications = pages(of: .publication, referringTo: page, by: "issues").newestFirst
      .map { publicationView($0) }
    content.issues = relatedIssues(to: page, fields).map(issueView)
    let sections: [(String, Word, Bool)] = [
      ("key-questions", .keyQuestions, !content.keyQuestions.isEmpty), ("positions", .whoWantsWhat, true),
      ("outcomes", .whatWasDecided, true), ("next", .whatComesNext, true),
      ("timeline", .timeline, !content.timeline.isEmpty), ("resolutions", .resolutions, !content.resolutions.isEmpty),
      ("read-more", .readMore, !content.articles.isEmpty), ("library", .elsewhere, !content.publications.isEmpty),
      ("related", .relatedIssues, !content.issues.isEmpty),
    ]
    let head = PageHead(
      kind: "issue", title: page.document.title, label: words[.kindIssue], symbol: page.document.common.short ?? "",
      summary: page.document.common.summary ?? "", body: body, contents: contents(of: page, sections: sections),
      feedPath: "issues/\(page.document.id.name)-feed")
    return ComposedPage(template: "issue", frame: frame(of: page, head), content: FilledView(content))
  }

  /// Meetings to come that the issue names, and those that name it, the next first.
  private func comingMeetings(on issue: Page) -> [Page] {
    let named = issue.document.common.meetings.compactMap(page) + pages(of: .meeting, referringTo: issue, by: "issues")
    let indexes = Set(named.map(\.index))
    return edition.rows.comingMeetings.filter { indexes.contains($0.index) }
  }

  /// Issues that this one names, and those that name it.
  private func relatedIssues(to page: Page, _ fields: IssueFields) -> [Page] {
    let naming = pages(of: .issue, referringTo: page, by: "related")
    var seen: Set<Int> = [page.index]
    return edition.order.sorted(
      (fields.related.compactMap(self.page) + naming).filter { seen.insert($0.index).inserted })
  }

  mutating func issuesPage(_ index: Menu.Index) -> ComposedPage {
    let issues = edition.order.sorted(pages(of: .issue))
    let groups = IssueFields.Stance.allCases.compactMap { stance -> IssueGroupView? in
      let members = issues.filter { page in
        guard case .issue(let fields) = page.document.details else { return false }
        return fields.stance == stance
      }
      return members.isEmpty
        ? nil : IssueGroupView(id: stance.rawValue, title: words[stance.word], issues: members.map(issueView))
    }
    return indexPage("issues", index, FilledView(IssuesPage(issueGroups: groups)))
  }

  mutating func resolutionPage(_ page: Page, _ fields: ResolutionFields) -> ComposedPage {
    let common = page.document.common
    _ = cite(common.sources)
    let body = bodyHTML(of: page)
    var content = ResolutionPage()
    content.organ = linkView(fields.organ)
    content.topic = fields.topic ?? ""
    content.replacedBy = fields.replacedBy.flatMap(self.page).map {
      LinkView(title: citedTitle(of: $0), address: link(to: $0))
    }
    content.replaces = pages(of: .resolution, referringTo: page, by: "replaced_by").map {
      LinkView(title: citedTitle(of: $0), address: link(to: $0))
    }
    content.issues = pages(of: .issue, referringTo: page, by: "resolutions", "resolutions_unconfirmed").map(issueView)
    content.officialAddress = fields.address ?? ""
    content.officialHost = fields.address.map(hostName) ?? ""
    content.isUnconfirmed = fields.titleConfidence == .memory
    content.revisions = revisionViews(of: page, fields)
    content.why = fields.why ?? ""
    let proposals = pages(of: .proposal, referringTo: page, by: "touches")
    content.positions = proposals.isEmpty ? nil : positionsPart(proposals, .withIssue)
    content.outcomeGroups = outcomesByMeeting(
      pages(of: .outcome, referringTo: page, by: "resolution"), isAtHome: false)
    content.articles = citingArticles(of: page)
    let head = PageHead(
      kind: "resolution", title: page.document.title, label: words[fields.form.word], symbol: citedTitle(of: page),
      summary: common.summary ?? "", body: body)
    return ComposedPage(template: "resolution", frame: frame(of: page, head), content: FilledView(content))
  }

  /// The articles whose text links here.
  func citingArticles(of page: Page) -> [ArticleView] {
    graph.backlinks[page.index].map { graph.pages[$0.from] }
      .filter { $0.document.kind.isArticle && $0.document.language == edition.language }.map(articleView)
  }

  mutating func resolutionsPage(_ index: Menu.Index) -> ComposedPage {
    let resolutions = pages(of: .resolution)
    let byOrgan = Dictionary(grouping: resolutions) { page -> Int in
      guard case .resolution(let fields) = page.document.details else { return -1 }
      return self.page(fields.organ)?.index ?? -1
    }
    let organs = edition.order.sorted(byOrgan.keys.filter { $0 >= 0 }.map { graph.pages[$0] })
      .sorted { (byOrgan[$0.index]?.count ?? 0) > (byOrgan[$1.index]?.count ?? 0) }
    let groups = organs.map { organ in
      ResolutionGroupView(
        id: organ.document.id.name, title: organ.document.title,
        resolutions: (byOrgan[organ.index] ?? []).sorted(by: Self.isLowerNumber).map {
          resolutionView($0, isListed: true)
        })
    }
    let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
    return indexPage("resolutions", index, FilledView(ResolutionsPage(jumps: jumps, resolutionGroups: groups)))
  }

  static func isLowerNumber(_ left: Page, _ right: Page) -> Bool {
    guard case .resolution(let first) = left.document.details, case .resolution(let second) = right.document.details
    else { return false }
    return (first.form.rawValue, Int(first.number) ?? .max, first.number) < (
      second.form.rawValue, Int(second.number) ?? .max, second.number
    )
  }
}
