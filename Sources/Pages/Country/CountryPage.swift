import Content
import Drawings
import Formats
import Linking
import Sites
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

/// The body that leads for a state.
struct AdministrationView: TemplateView {
  var title = ""
  var role = ""
  var asOf = ""
  var officialAddress = ""
  var officialHost = ""
  var consultationAddress = ""
  var consultationHost = ""
  var civilSociety = ""
  var note = ""
  var isUnconfirmed = false
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "Administration",
    [
      .text("title") { $0.title },
      .text("role") { $0.role },
      .text("as_of") { $0.asOf },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .text("consultation_address") { $0.consultationAddress },
      .text("consultation_host") { $0.consultationHost },
      .text("civil_society") { $0.civilSociety },
      .text("note") { $0.note },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}

/// A national regulator.
struct RegulatorView: TemplateView {
  var title = ""
  var isUnconfirmed = false
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "Regulator",
    [
      .text("title") { $0.title },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}

func countryPage(_ page: PageOf<Country>, on site: Site, from place: Place) -> FinishedPage<CountryPage> {
  let fields = page.fields
  var citations = Citations(page.document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = CountryPage()
  content.region = fields.region.map {
    LinkView(title: site.graph.hub.title(of: $0), address: regionAddress($0, on: site, from: place))
  }
  content.organisations = LinkView.each(fields.organisations, on: site, from: place)
  content.calendars =
    fields.region.map { calendarLinks(.region($0.id), .calendarOfRegion, on: site, from: place) } ?? []
  content.alpha2 = page.document.id.name.uppercased()
  content.alpha3 = fields.alpha3 ?? ""
  content.otherNames = fields.otherNames
  content.map = locator(of: page, on: site)
  content.mapAddress = site.graph.map == nil ? "" : site.link(to: site.path(worldMapPath), from: place)
  content.preparations = preparations(of: fields, on: site, from: place)
  content.chooserAddress = chooserAddress(on: site, from: place)
  content.letter = LetterView(for: page, on: site, from: place)
  content.contact = LinkView(site.graph.hub.contact, on: site, from: place)
  content.administration = fields.administration.map {
    AdministrationView($0, on: site, from: place, citing: &citations)
  }
  content.regulator = fields.regulator.map {
    RegulatorView(
      title: $0.name, isUnconfirmed: $0.confidence.isUnconfirmed, citations: citations.cite($0.sources, from: place))
  }
  content.routes = site.lists.routes.prefix(3).map { RouteView($0, on: site, from: place) }
  addPositions(of: page, to: &content, on: site, from: place, citing: &citations)
  content.electedTo = posts(of: page, on: site, from: place, citing: &citations)
  content.meetings = site.pages(referringTo: page, by: Meeting.country).inOrderOfTime.reversed().map {
    MeetingView($0, on: site, from: place)
  }
  content.articles = citingArticles(of: page, on: site, from: place)
  let head = PageHead(
    kind: "country", title: site.title(of: page), label: site.words[.kindCountry], symbol: fields.alpha3 ?? "",
    summary: page.document.common.summary ?? "", body: body,
    structuredData: identityData(page, type: "Country", on: site), document: page.page)
  return FinishedPage(Filled(content), head: head, restingOn: citations)
}

/// What a state asked for itself, with others, and through the organisations that it belongs to.
private func addPositions(
  of page: PageOf<Country>, to content: inout CountryPage, on site: Site, from place: Place,
  citing citations: inout Citations
) {
  let own = site.pages(referringTo: page, by: Proposal.proposers)
  content.ownPositions = PositionsPartView(own, .withIssue, on: site, from: place, citing: &citations)
  content.supportedPositions = otherPositions(
    site.pages(referringTo: page, by: Proposal.supporters), besides: own, on: site, from: place,
    citing: &citations)
  content.blocPositions = otherPositions(
    blocProposals(of: page, on: site), besides: own, on: site, from: place, citing: &citations)
}

extension AdministrationView {
  fileprivate init(
    _ administration: Country.Administration, on site: Site, from place: Place, citing citations: inout Citations
  ) {
    self.init(
      title: administration.name, role: administration.role ?? "", asOf: administration.asOf.map(String.init) ?? "",
      officialAddress: administration.address ?? "", officialHost: administration.address.map(hostName) ?? "",
      consultationAddress: administration.consultationAddress ?? "",
      consultationHost: administration.consultationAddress.map(hostName) ?? "",
      civilSociety: administration.civilSociety ?? "", note: administration.note ?? "",
      isUnconfirmed: administration.confidence.isUnconfirmed,
      citations: citations.cite(administration.sources, from: place))
  }
}

/// The organisations of a state that prepare in a body, each with that body's next meeting.
private func preparations(of country: Country, on site: Site, from place: Place) -> [PreparationView] {
  country.organisations.compactMap(site.page).compactMap { actor in
    let fields = actor.fields
    guard let body = fields.body.flatMap(site.page) else {
      return nil
    }
    let meetings = site.pages(referringTo: body, by: Meeting.organ).inOrderOfTime
    return PreparationView(
      title: body.document.title, address: site.link(to: body, from: place),
      meeting: meetings.first { isCurrent($0, on: site, from: place) }.map { MeetingView($0, on: site, from: place) })
  }
}

/// The squares of all states with this one marked.
private func locator(of country: PageOf<Country>, on site: Site) -> HTMLBytes {
  guard let map = site.graph.map, let drawing = site.locator.value,
    let tile = map.tiles.first(where: { site.page($0.country)?.document.id == country.document.id })
  else { return [] }
  return WorldDrawing(map: map).locator(
    drawing, marking: tile, title: site.words.text(.placeOfState, ["country": site.title(of: country)]),
    description: site.words[.placeOfStateText])
}
