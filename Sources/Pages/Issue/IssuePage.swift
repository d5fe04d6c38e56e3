import Content
import Linking
import Sites
import Templating

/// What only the template `issue` has.
struct IssuePage: TemplateView {
  var stance = ""
  var comingMeeting: MeetingView?
  var calendars: [CalendarLinkView] = []
  var keyQuestions: [String] = []
  var why = ""
  var positions: PositionsPartView?
  var outcomeGroups: [OutcomeGroupView] = []
  var meetings: [MeetingView] = []
  var deadlines: [DeadlineView] = []
  var timeline: [TimelineEntryView] = []
  var drawing: DrawingView?
  var resolutions: [ResolutionView] = []
  var articles: [ArticleView] = []
  var publications: [PublicationView] = []
  var issues: [IssueView] = []

  static let shape = ViewShape<Self>(
    "IssuePage",
    [
      .text("stance") { $0.stance },
      .group("coming_meeting") { $0.comingMeeting },
      .list("calendars") { $0.calendars },
      .texts("key_questions") { $0.keyQuestions },
      .text("why") { $0.why },
      .group("positions") { $0.positions },
      .list("outcome_groups") { $0.outcomeGroups },
      .list("meetings") { $0.meetings },
      .list("deadlines") { $0.deadlines },
      .list("timeline") { $0.timeline },
      .group("drawing") { $0.drawing },
      .list("resolutions") { $0.resolutions },
      .list("articles") { $0.articles },
      .list("publications") { $0.publications },
      .list("issues") { $0.issues },
    ])
}

func issuePage(_ page: PageOf<Issue>, on site: Site, from place: Place) -> FinishedPage<IssuePage> {
  let fields = page.fields
  var citations = Citations(page.document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = IssuePage()
  content.stance = site.words[fields.stance.word]
  content.keyQuestions = fields.keyQuestions
  content.why = fields.why ?? ""
  let proposals = site.pages(referringTo: page, by: Proposal.issue)
  content.positions = PositionsPartView(proposals, .onIssue, on: site, from: place, citing: &citations)
  content.outcomeGroups = outcomesByMeeting(
    site.pages(of: Outcome.self, referringTo: page, by: CommonFields.issues), isAtHome: false, on: site, from: place,
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
  content.publications = site.pages(of: Publication.self, referringTo: page, by: CommonFields.issues).newestFirst
    .map { PublicationView($0, on: site, from: place) }
  content.issues = relatedIssues(to: page, on: site).map { IssueView($0, on: site, from: place) }
  let head = PageHead(
    kind: "issue", title: page.document.title, label: site.words[.kindIssue], symbol: page.document.common.short ?? "",
    summary: page.document.common.summary ?? "", body: body,
    contents: ContentView.each(of: page, sections: sections(of: content), on: site),
    structuredData: identityData(page, type: "Thing", on: site), document: page.page,
    feedPath: "issues/\(page.document.id.name)-feed")
  return FinishedPage(Filled(content), head: head, restingOn: citations)
}

private func sections(of content: IssuePage) -> [(id: String, word: Word, isShown: Bool)] {
  [
    ("key-questions", .keyQuestions, !content.keyQuestions.isEmpty), ("positions", .whoWantsWhat, true),
    ("outcomes", .whatWasDecided, true), ("next", .whatComesNext, true),
    ("timeline", .timeline, !content.timeline.isEmpty), ("resolutions", .resolutions, !content.resolutions.isEmpty),
    ("read-more", .readMore, !content.articles.isEmpty), ("library", .elsewhere, !content.publications.isEmpty),
    ("related", .relatedIssues, !content.issues.isEmpty),
  ]
}

/// Meetings to come that the issue names, and those that name it, the next first.
private func comingMeetings(on issue: PageOf<Issue>, on site: Site) -> [PageOf<Meeting>] {
  let named =
    issue.document.common.meetings.compactMap(site.page)
    + site.pages(of: Meeting.self, referringTo: issue, by: CommonFields.issues)
  let indexes = Set(named.map(\.index))
  return site.lists.comingMeetings.filter { indexes.contains($0.index) }
}

/// Issues that this one names, and those that name it.
private func relatedIssues(to page: PageOf<Issue>, on site: Site) -> [PageOf<Issue>] {
  let naming = site.pages(referringTo: page, by: Issue.related)
  var seen: Set<Int> = [page.index]
  return site.lists.order.sorted(
    (page.fields.related.compactMap(site.page) + naming).filter { seen.insert($0.index).inserted })
}
