import Formats
import Templating

/// What only the template `body` has.
struct BodyPage: TemplateView {
  var parent: LinkView?
  var type = ""
  var meets = ""
  var openness = ""
  var studyPeriod = ""
  var relation = ""
  var officialAddress = ""
  var officialHost = ""
  var isUnconfirmed = false
  var watch = ""
  var calendars: [CalendarLinkView] = []
  var bodies: [BodyView] = []
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
      .text("study_period") { $0.studyPeriod },
      .text("relation") { $0.relation },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .text("watch") { $0.watch },
      .list("bodies") { $0.bodies },
      .list("meeting_groups") { $0.meetingGroups },
      .list("resolutions") { $0.resolutions },
      .list("articles") { $0.articles },
    ])
}

/// What only the template `bodies` has.
struct BodiesPage: TemplateView {
  var bodies: [BodyView] = []

  static let shape = ViewShape<Self>(
    "BodiesPage",
    [
      .list("bodies") { $0.bodies }
    ])
}

/// What only the template `actor` has.
struct ActorPage: TemplateView {
  var type = ""
  var standing = ""
  var region: LinkView?
  var membersCount = ""
  var membersNote = ""
  var officialAddress = ""
  var officialHost = ""
  var isUnconfirmed = false
  var issues: [IssueView] = []
  var positions: PositionsPartView?
  var supportedPositions: PositionsPartView?
  var blocPositions: PositionsPartView?
  var publications: [PublicationView] = []
  var people: [PersonView] = []
  var members: [LinkView] = []

  static let shape = ViewShape<Self>(
    "ActorPage",
    [
      .text("type") { $0.type },
      .text("standing") { $0.standing },
      .group("region") { $0.region },
      .text("members_count") { $0.membersCount },
      .text("members_note") { $0.membersNote },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("issues") { $0.issues },
      .group("positions") { $0.positions },
      .group("supported_positions") { $0.supportedPositions },
      .group("bloc_positions") { $0.blocPositions },
      .list("publications") { $0.publications },
      .list("people") { $0.people },
      .list("members") { $0.members },
    ])
}

/// What only the template `actors` has.
struct ActorsPage: TemplateView {
  var jumps: [LinkView] = []
  var actorGroups: [ActorGroupView] = []

  static let shape = ViewShape<Self>(
    "ActorsPage",
    [
      .list("jumps") { $0.jumps },
      .list("actor_groups") { $0.actorGroups },
    ])
}

/// What only the template `country` has.
struct CountryPage: TemplateView {
  var map: HTMLBytes = []
  var mapCaption = ""
  var otherNames: [String] = []
  var region: LinkView?
  var organisations: [LinkView] = []
  var alpha2 = ""
  var alpha3 = ""
  var calendars: [CalendarLinkView] = []
  var administration: AdministrationView?
  var regulator: RegulatorView?
  var routes: [RouteView] = []
  var ownPositions: PositionsPartView?
  var supportedPositions: PositionsPartView?
  var blocPositions: PositionsPartView?
  var electedTo: [PostView] = []
  var meetings: [MeetingView] = []
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "CountryPage",
    [
      .html("map") { $0.map },
      .text("map_caption") { $0.mapCaption },
      .texts("other_names") { $0.otherNames },
      .group("region") { $0.region },
      .list("organisations") { $0.organisations },
      .text("alpha2") { $0.alpha2 },
      .text("alpha3") { $0.alpha3 },
      .list("calendars") { $0.calendars },
      .group("administration") { $0.administration },
      .group("regulator") { $0.regulator },
      .list("routes") { $0.routes },
      .group("own_positions") { $0.ownPositions },
      .group("supported_positions") { $0.supportedPositions },
      .group("bloc_positions") { $0.blocPositions },
      .list("elected_to") { $0.electedTo },
      .list("meetings") { $0.meetings },
      .list("articles") { $0.articles },
    ])
}

/// What only the template `countries` has.
struct CountriesPage: TemplateView {
  var map: HTMLBytes = []
  var mapCaption = ""
  var jumps: [LinkView] = []
  var letterGroups: [CountryGroupView] = []
  var regionGroups: [CountryGroupView] = []

  static let shape = ViewShape<Self>(
    "CountriesPage",
    [
      .html("map") { $0.map },
      .text("map_caption") { $0.mapCaption },
      .list("jumps") { $0.jumps },
      .list("letter_groups") { $0.letterGroups },
      .list("region_groups") { $0.regionGroups },
    ])
}

/// What only the template `person` has.
struct PersonPage: TemplateView {
  var role = ""
  var affiliation: LinkView?
  var country: LinkView?
  var officialAddress = ""
  var officialHost = ""
  var articles: [ArticleView] = []
  var appearances: [AppearanceView] = []
  var electedTo: [PostView] = []

  static let shape = ViewShape<Self>(
    "PersonPage",
    [
      .text("role") { $0.role },
      .group("affiliation") { $0.affiliation },
      .group("country") { $0.country },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .list("articles") { $0.articles },
      .list("appearances") { $0.appearances },
      .list("elected_to") { $0.electedTo },
    ])
}

/// What only the template `people` has.
struct PeoplePage: TemplateView {
  var people: [PersonView] = []

  static let shape = ViewShape<Self>(
    "PeoplePage",
    [
      .list("people") { $0.people }
    ])
}
