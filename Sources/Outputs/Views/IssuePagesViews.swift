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

/// What only the template `issues` has.
struct IssuesPage: TemplateView {
  var issueGroups: [IssueGroupView] = []

  static let shape = ViewShape<Self>(
    "IssuesPage",
    [
      .list("issue_groups") { $0.issueGroups }
    ])
}

/// What only the template `resolution` has.
struct ResolutionPage: TemplateView {
  var organ: LinkView?
  var topic = ""
  var replacedBy: LinkView?
  var replaces: [LinkView] = []
  var issues: [IssueView] = []
  var officialAddress = ""
  var officialHost = ""
  var isUnconfirmed = false
  var revisions: [RevisionView] = []
  var why = ""
  var positions: PositionsPartView?
  var outcomeGroups: [OutcomeGroupView] = []
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "ResolutionPage",
    [
      .group("organ") { $0.organ },
      .text("topic") { $0.topic },
      .group("replaced_by") { $0.replacedBy },
      .list("replaces") { $0.replaces },
      .list("issues") { $0.issues },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("revisions") { $0.revisions },
      .text("why") { $0.why },
      .group("positions") { $0.positions },
      .list("outcome_groups") { $0.outcomeGroups },
      .list("articles") { $0.articles },
    ])
}

/// What only the template `resolutions` has.
struct ResolutionsPage: TemplateView {
  var jumps: [LinkView] = []
  var resolutionGroups: [ResolutionGroupView] = []

  static let shape = ViewShape<Self>(
    "ResolutionsPage",
    [
      .list("jumps") { $0.jumps },
      .list("resolution_groups") { $0.resolutionGroups },
    ])
}
