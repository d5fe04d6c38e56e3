import Formats
import Templating

/// What only the template `country` has.
struct CountryPage: TemplateView {
  var map: HTMLBytes = []
  var mapAddress = ""
  var otherNames: [String] = []
  var region: LinkView?
  var organisations: [LinkView] = []
  var alpha2 = ""
  var alpha3 = ""
  var calendars: [CalendarLinkView] = []
  var administration: AdministrationView?
  var regulator: RegulatorView?
  var routes: [RouteView] = []
  var chooserAddress = ""
  var preparations: [PreparationView] = []
  var letter: LetterView?
  var contact: LinkView?
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
      .text("map_address") { $0.mapAddress },
      .texts("other_names") { $0.otherNames },
      .group("region") { $0.region },
      .list("organisations") { $0.organisations },
      .text("alpha2") { $0.alpha2 },
      .text("alpha3") { $0.alpha3 },
      .list("calendars") { $0.calendars },
      .group("administration") { $0.administration },
      .group("regulator") { $0.regulator },
      .list("routes") { $0.routes },
      .text("chooser_address") { $0.chooserAddress },
      .list("preparations") { $0.preparations },
      .group("letter") { $0.letter },
      .group("contact") { $0.contact },
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
  /// One equal square for each state.
  var squares: HTMLBytes = []
  /// The page with the map; empty where the hub draws none.
  var mapAddress = ""
  var jumps: [LinkView] = []
  var letterGroups: [CountryGroupView] = []
  var regionGroups: [CountryGroupView] = []

  static let shape = ViewShape<Self>(
    "CountriesPage",
    [
      .html("squares") { $0.squares },
      .text("map_address") { $0.mapAddress },
      .list("jumps") { $0.jumps },
      .list("letter_groups") { $0.letterGroups },
      .list("region_groups") { $0.regionGroups },
    ])
}

/// What only the template `map` has.
struct MapPage: TemplateView {
  var map: HTMLBytes = []
  var note = ""
  var listAddress = ""
  var regionGroups: [CountryGroupView] = []

  static let shape = ViewShape<Self>(
    "MapPage",
    [
      .html("map") { $0.map },
      .text("note") { $0.note },
      .text("list_address") { $0.listAddress },
      .list("region_groups") { $0.regionGroups },
    ])
}

/// The next meeting at which an organisation of a state prepares.
struct PreparationView: TemplateView {
  var title = ""
  var address = ""
  var meeting: MeetingView?

  static let shape = ViewShape<Self>(
    "Preparation",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .group("meeting") { $0.meeting },
    ])
}

/// A letter to adapt, as text on the page and as a file.
struct LetterView: TemplateView {
  var text = ""
  var address = ""
  var route: LinkView?

  static let shape = ViewShape<Self>(
    "Letter",
    [
      .text("text") { $0.text },
      .text("address") { $0.address },
      .group("route") { $0.route },
    ])
}
