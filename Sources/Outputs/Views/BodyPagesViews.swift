import Formats
import Templating

/// What only the template `body` has.
struct BodyPage: TemplateView {
  var parent: LinkView?
  var type = ""
  var meets = ""
  var openness = ""
  /// What the word for its openness means, and the mark that says it on the map.
  var opennessText = ""
  var opennessMark: HTMLBytes = []
  var decides = ""
  var studyPeriod = ""
  var relation = ""
  var officialAddress = ""
  var officialHost = ""
  var isUnconfirmed = false
  var watch = ""
  var calendars: [CalendarLinkView] = []
  /// Its place on the map of bodies.
  var branch: HTMLBytes = []
  var mapAddress = ""
  var bodies: [BodyView] = []
  var routes: [RouteView] = []
  /// The body above it into which the routes lead, where none leads into this one.
  var routesInto: LinkView?
  var coming: MeetingGroupView?
  var meetingGroups: [MeetingGroupView] = []
  var resolutions: [ResolutionView] = []
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "BodyPage",
    [
      .group("parent") { $0.parent },
      .list("calendars") { $0.calendars },
      .text("type") { $0.type },
      .text("meets") { $0.meets },
      .text("openness") { $0.openness },
      .text("openness_text") { $0.opennessText },
      .html("openness_mark") { $0.opennessMark },
      .text("decides") { $0.decides },
      .text("study_period") { $0.studyPeriod },
      .text("relation") { $0.relation },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .text("watch") { $0.watch },
      .html("branch") { $0.branch },
      .text("map_address") { $0.mapAddress },
      .list("bodies") { $0.bodies },
      .list("routes") { $0.routes },
      .group("routes_into") { $0.routesInto },
      .group("coming") { $0.coming },
      .list("meeting_groups") { $0.meetingGroups },
      .list("resolutions") { $0.resolutions },
      .list("articles") { $0.articles },
    ])
}

/// What only the template `bodies` has.
struct BodiesPage: TemplateView {
  var forum: DrawingView?
  var bodies: [BodyView] = []

  static let shape = ViewShape<Self>(
    "BodiesPage",
    [
      .group("forum") { $0.forum },
      .list("bodies") { $0.bodies },
    ])
}
