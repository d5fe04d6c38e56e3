import Content
import Formats
import Linking
import Templating

/// The page with the map of all states.
private let worldMapPath = "countries/map.html"

func countryPage(_ page: Page, _ fields: CountryFields, on site: Site, from place: Place) -> FinishedPage {
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
      title: $0.name, isUnconfirmed: $0.confidence == .memory, citations: citations.cite($0.sources, from: place))
  }
  content.routes = site.lists.routes.prefix(3).map { RouteView($0, on: site, from: place) }
  let own = site.pages(of: .proposal, referringTo: page, by: "proposers")
  content.ownPositions = PositionsPartView(own, .withIssue, on: site, from: place, citing: &citations)
  content.supportedPositions = otherPositions(
    site.pages(of: .proposal, referringTo: page, by: "supporters"), besides: own, on: site, from: place,
    citing: &citations)
  content.blocPositions = otherPositions(
    blocProposals(of: page, on: site), besides: own, on: site, from: place, citing: &citations)
  content.electedTo = posts(of: page, on: site, from: place, citing: &citations)
  content.meetings = site.pages(of: .meeting, referringTo: page, by: "country").inOrderOfTime.reversed().map {
    MeetingView($0, on: site, from: place)
  }
  content.articles = citingArticles(of: page, on: site, from: place)
  let head = PageHead(
    kind: "country", title: site.title(of: page), label: site.words[.kindCountry], symbol: fields.alpha3 ?? "",
    summary: page.document.common.summary ?? "", body: body, document: page)
  return FinishedPage(site.templates.pages.country, Filled(content), head, restingOn: citations)
}

extension AdministrationView {
  fileprivate init(
    _ administration: CountryFields.Administration, on site: Site, from place: Place, citing citations: inout Citations
  ) {
    self.init(
      title: administration.name, role: administration.role ?? "", asOf: administration.asOf.map(String.init) ?? "",
      officialAddress: administration.address ?? "", officialHost: administration.address.map(hostName) ?? "",
      consultationAddress: administration.consultationAddress ?? "",
      consultationHost: administration.consultationAddress.map(hostName) ?? "",
      civilSociety: administration.civilSociety ?? "", note: administration.note ?? "",
      isUnconfirmed: administration.confidence == .memory,
      citations: citations.cite(administration.sources, from: place))
  }
}

/// The organisations of a state that prepare in a body, each with that body's next meeting.
private func preparations(of country: CountryFields, on site: Site, from place: Place) -> [PreparationView] {
  country.organisations.compactMap(site.page).compactMap { actor in
    guard case .actor(let fields) = actor.document.details, let body = fields.body.flatMap(site.page) else {
      return nil
    }
    let meetings = site.pages(of: .meeting, referringTo: body, by: "organ").inOrderOfTime
    return PreparationView(
      title: body.document.title, address: site.link(to: body, from: place),
      meeting: meetings.first { isCurrent($0, on: site, from: place) }.map { MeetingView($0, on: site, from: place) })
  }
}

/// The squares of all states with this one marked.
private func locator(of country: Page, on site: Site) -> HTMLBytes {
  guard let map = site.graph.map, let drawing = site.locator.value,
    let tile = map.tiles.first(where: { site.page($0.country)?.document.id == country.document.id })
  else { return [] }
  return WorldDrawing(map: map).locator(
    drawing, marking: tile, title: site.words.text(.placeOfState, ["country": site.title(of: country)]),
    description: site.words[.placeOfStateText])
}

/// What the map says of a state.
private func state(_ reference: Reference, on site: Site, from place: Place) -> WorldDrawing.State? {
  site.page(reference).map {
    WorldDrawing.State(
      name: site.title(of: $0), code: $0.document.id.name.uppercased(), address: site.link(to: $0, from: place))
  }
}

private func countriesByRegion(on site: Site, from place: Place) -> [CountryGroupView] {
  site.graph.hub.regions.compactMap { region -> CountryGroupView? in
    let members = site.lists.countries.pages.filter { page in
      guard case .country(let fields) = page.document.details else { return false }
      return fields.region?.id == region.id
    }
    return members.isEmpty
      ? nil
      : CountryGroupView(
        id: "region-\(region.id)", title: region.title,
        countries: members.map { CountryView($0, on: site, from: place) })
  }
}

func countriesPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage {
  let regions = countriesByRegion(on: site, from: place)
  let letters = countriesByLetter(on: site, from: place)
  let jumps = letters.map { LinkView(title: $0.title, address: "#" + $0.id) }
  let squares =
    site.graph.map.map {
      WorldDrawing(map: $0).squares(title: site.words[.stateSquares], state: { state($0, on: site, from: place) })
    } ?? []
  return indexPage(
    site.templates.pages.countries, "countries", index,
    Filled(
      CountriesPage(
        squares: squares, mapAddress: site.graph.map == nil ? "" : site.link(to: site.path(worldMapPath), from: place),
        jumps: jumps,
        letterGroups: letters, regionGroups: regions)), on: site, from: place)
}

func mapPage(_ map: MapDescription, on site: Site, from place: Place) -> FinishedPage {
  let citations = Citations(map.sources)
  let index = site.menu.index(ofFolder: "countries")
  let content = MapPage(
    map: WorldDrawing(map: map).outlines(title: site.words[.worldMap], state: { state($0, on: site, from: place) }),
    note: map.note ?? "",
    listAddress: index.map { site.link(to: $0.path, from: place) } ?? "",
    regionGroups: countriesByRegion(on: site, from: place))
  let head = PageHead(
    kind: "map", title: site.words[.worldMap], label: index?.title ?? "", summary: site.words[.summaryWorldMap],
    parents: site.menu.parents("countries"))
  return FinishedPage(site.templates.pages.map, Filled(content), head, restingOn: citations)
}

/// The map of all states and their letters, and the questions that lead to a route.
func placePages(_ site: Site) -> [OutputFile] {
  let hasCountries = !site.lists.countries.pages.isEmpty
  let map = site.graph.map.flatMap { map in
    hasCountries ? file(at: site.path(worldMapPath), on: site) { mapPage(map, on: site, from: $0) } : nil
  }
  return [map].compactMap { $0 } + letterFiles(site) + chooserPages(site)
}
