import Templating

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
