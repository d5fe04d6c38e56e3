import Formats
import Templating

/// What all pages of one folder and language share.
struct SiteFrame: TemplateView {
  var language = ""
  var direction = ""
  var siteTitle = ""
  var root = ""
  var homeAddress = ""
  var menu: [MenuItemView] = []
  var builtOn = ""
  var publisher: LinkView?
  var licence: LinkView?
  var feeds: [FeedView] = []

  static let shape = ViewShape<Self>(
    "SiteFrame",
    [
      .text("language") { $0.language },
      .text("direction") { $0.direction },
      .text("site_title") { $0.siteTitle },
      .text("root") { $0.root },
      .text("home_address") { $0.homeAddress },
      .list("menu") { $0.menu },
      .text("built_on") { $0.builtOn },
      .group("publisher") { $0.publisher },
      .group("licence") { $0.licence },
      .list("feeds") { $0.feeds },
    ])
}

/// What every page has, whatever its kind.
struct PageFrame: TemplateView {
  var contentLanguage = ""
  var contentDirection = ""
  var pageKind = ""
  var pageTitle = ""
  var isHome = false
  var canonicalAddress = ""
  var description = ""
  var jsonLd: HTMLBytes = []
  var openGraphType = ""
  var openGraphLocale = ""
  var openGraphImage = ""
  var breadcrumbs: [LinkView] = []
  var languages: [LanguageVersionView] = []
  var editAddress = ""
  var label = ""
  var symbol = ""
  var summary = ""
  var notices: [NoticeView] = []
  var contents: [ContentView] = []
  var body: HTMLBytes = []
  var sources: [SourceView] = []
  var backlinks: [BacklinkView] = []
  var downloads: [LinkView] = []
  var date = ""
  var dateIso = ""
  var updated = ""
  var updatedIso = ""
  var review = ""
  var reviewIso = ""
  var owner = ""
  var series: SeriesView?

  static let shape = ViewShape<Self>(
    "PageFrame",
    [
      .text("content_language") { $0.contentLanguage },
      .text("content_direction") { $0.contentDirection },
      .text("page_kind") { $0.pageKind },
      .text("page_title") { $0.pageTitle },
      .flag("is_home") { $0.isHome },
      .text("canonical_address") { $0.canonicalAddress },
      .text("description") { $0.description },
      .html("json_ld") { $0.jsonLd },
      .text("open_graph_type") { $0.openGraphType },
      .text("open_graph_locale") { $0.openGraphLocale },
      .text("open_graph_image") { $0.openGraphImage },
      .list("breadcrumbs") { $0.breadcrumbs },
      .list("languages") { $0.languages },
      .text("edit_address") { $0.editAddress },
      .text("label") { $0.label },
      .text("symbol") { $0.symbol },
      .text("summary") { $0.summary },
      .list("notices") { $0.notices },
      .list("contents") { $0.contents },
      .html("body") { $0.body },
      .list("sources") { $0.sources },
      .list("backlinks") { $0.backlinks },
      .list("downloads") { $0.downloads },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("updated") { $0.updated },
      .text("updated_iso") { $0.updatedIso },
      .text("review") { $0.review },
      .text("review_iso") { $0.reviewIso },
      .text("owner") { $0.owner },
      .group("series") { $0.series },
    ])
}

/// What only the pages of kind `article` have.
struct ArticlePage: TemplateView {
  var authors: [LinkView] = []
  var series: SeriesView?
  var image: ImageView?
  var hasFacts = false
  var addressee = ""
  var signatories: [String] = []
  var role = ""
  var mechanism = ""
  var meeting: MeetingView?
  var forWhom = ""
  var leadTime = ""
  var route: LinkView?
  var issues: [IssueView] = []

  static let shape = ViewShape<Self>(
    "ArticlePage",
    [
      .list("authors") { $0.authors },
      .group("series") { $0.series },
      .group("image") { $0.image },
      .flag("has_facts") { $0.hasFacts },
      .text("addressee") { $0.addressee },
      .texts("signatories") { $0.signatories },
      .text("role") { $0.role },
      .text("mechanism") { $0.mechanism },
      .group("meeting") { $0.meeting },
      .text("for_whom") { $0.forWhom },
      .text("lead_time") { $0.leadTime },
      .group("route") { $0.route },
      .list("issues") { $0.issues },
    ])
}

/// What only the pages of kind `issue` have.
struct IssuePage: TemplateView {
  var stance = ""
  var comingMeeting: MeetingView?
  var keyQuestions: [String] = []
  var why = ""
  var positionGroups: [PositionGroupView] = []
  var outcomeGroups: [OutcomeGroupView] = []
  var meetings: [MeetingView] = []
  var deadlines: [DeadlineView] = []
  var timeline: [TimelineEntryView] = []
  var resolutions: [ResolutionView] = []
  var articles: [ArticleView] = []
  var publications: [PublicationView] = []
  var issues: [IssueView] = []

  static let shape = ViewShape<Self>(
    "IssuePage",
    [
      .text("stance") { $0.stance },
      .group("coming_meeting") { $0.comingMeeting },
      .texts("key_questions") { $0.keyQuestions },
      .text("why") { $0.why },
      .list("position_groups") { $0.positionGroups },
      .list("outcome_groups") { $0.outcomeGroups },
      .list("meetings") { $0.meetings },
      .list("deadlines") { $0.deadlines },
      .list("timeline") { $0.timeline },
      .list("resolutions") { $0.resolutions },
      .list("articles") { $0.articles },
      .list("publications") { $0.publications },
      .list("issues") { $0.issues },
    ])
}

/// What only the pages of kind `meeting` have.
struct MeetingPage: TemplateView {
  var dates = ""
  var place = ""
  var venue = ""
  var status = ""
  var statusNote = ""
  var isUnderWay = false
  var isCancelled = false
  var isUnconfirmed = false
  var organ: LinkView?
  var format = ""
  var openness = ""
  var attendees: [String] = []
  var civilSociety = ""
  var officialAddress = ""
  var officialHost = ""
  var calendarAddress = ""
  var deadlines: [DeadlineView] = []
  var routes: [RouteRowView] = []
  var programmeDays: [ProgrammeDayView] = []
  var meetings: [MeetingView] = []
  var positionGroups: [PositionGroupView] = []
  var actors: [ActorView] = []
  var outcomeGroups: [OutcomeGroupView] = []
  var elections: [ElectionView] = []
  var articleGroups: [ArticleGroupView] = []
  var publications: [PublicationView] = []
  var documents: [LinkView] = []
  var hasNeighbours = false
  var partOf: NeighbourView?
  var previous: NeighbourView?
  var next: NeighbourView?

  static let shape = ViewShape<Self>(
    "MeetingPage",
    [
      .text("dates") { $0.dates },
      .text("place") { $0.place },
      .text("venue") { $0.venue },
      .text("status") { $0.status },
      .text("status_note") { $0.statusNote },
      .flag("is_under_way") { $0.isUnderWay },
      .flag("is_cancelled") { $0.isCancelled },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .group("organ") { $0.organ },
      .text("format") { $0.format },
      .text("openness") { $0.openness },
      .texts("attendees") { $0.attendees },
      .text("civil_society") { $0.civilSociety },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .text("calendar_address") { $0.calendarAddress },
      .list("deadlines") { $0.deadlines },
      .list("routes") { $0.routes },
      .list("programme_days") { $0.programmeDays },
      .list("meetings") { $0.meetings },
      .list("position_groups") { $0.positionGroups },
      .list("actors") { $0.actors },
      .list("outcome_groups") { $0.outcomeGroups },
      .list("elections") { $0.elections },
      .list("article_groups") { $0.articleGroups },
      .list("publications") { $0.publications },
      .list("documents") { $0.documents },
      .flag("has_neighbours") { $0.hasNeighbours },
      .group("part_of") { $0.partOf },
      .group("previous") { $0.previous },
      .group("next") { $0.next },
    ])
}

/// What only the pages of kind `home` have.
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
