import Templating

/// What only the template `article` has.
struct ArticlePage: TemplateView {
  var authors: [LinkView] = []
  var series: SeriesView?
  var image: ImageView?
  var showsFacts = false
  var addressee = ""
  var signatories: [String] = []
  var role = ""
  var mechanism = ""
  var meeting: MeetingView?
  var forWhom = ""
  var leadTime = ""
  var route: LinkView?
  var issues: [IssueView] = []
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "ArticlePage",
    [
      .list("authors") { $0.authors },
      .group("series") { $0.series },
      .group("image") { $0.image },
      .flag("shows_facts") { $0.showsFacts },
      .text("addressee") { $0.addressee },
      .texts("signatories") { $0.signatories },
      .text("role") { $0.role },
      .text("mechanism") { $0.mechanism },
      .group("meeting") { $0.meeting },
      .text("for_whom") { $0.forWhom },
      .text("lead_time") { $0.leadTime },
      .group("route") { $0.route },
      .list("issues") { $0.issues },
      .list("articles") { $0.articles },
    ])
}

/// What only the template `section` has.
struct SectionPage: TemplateView {
  var jumps: [LinkView] = []
  var articleGroups: [ArticleGroupView] = []

  static let shape = ViewShape<Self>(
    "SectionPage",
    [
      .list("jumps") { $0.jumps },
      .list("article_groups") { $0.articleGroups },
    ])
}

/// What only the template `home` has.
struct HomePage: TemplateView {
  var leadMeeting: MeetingView?
  var leadDeadline: DeadlineView?
  var startHere: [ArticleView] = []
  var issues: [IssueView] = []
  var meetings: [MeetingView] = []
  var articles: [ArticleView] = []
  var changes: [ChangeView] = []

  static let shape = ViewShape<Self>(
    "HomePage",
    [
      .group("lead_meeting") { $0.leadMeeting },
      .group("lead_deadline") { $0.leadDeadline },
      .list("start_here") { $0.startHere },
      .list("issues") { $0.issues },
      .list("meetings") { $0.meetings },
      .list("articles") { $0.articles },
      .list("changes") { $0.changes },
    ])
}
