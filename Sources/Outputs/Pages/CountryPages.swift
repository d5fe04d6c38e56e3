import Content
import Formats
import Linking
import Templating

/// The page with the map of all states.
private let worldMapPath = "countries/map.html"

extension PageComposer {
  mutating func countryPage(_ page: Page, _ fields: CountryFields) -> ComposedPage {
    _ = cite(page.document.common.sources)
    let body = bodyHTML(of: page)
    var content = CountryPage()
    content.region = fields.region.map { LinkView(title: graph.hub.title(of: $0), address: regionAddress($0)) }
    content.organisations = linkViews(fields.organisations)
    content.calendars = fields.region.map { calendarLinks(.region($0.id), .calendarOfRegion) } ?? []
    content.alpha2 = page.document.id.name.uppercased()
    content.alpha3 = fields.alpha3 ?? ""
    content.otherNames = fields.otherNames
    content.map = locator(of: page)
    content.mapAddress = graph.map == nil ? "" : link(to: edition.path(worldMapPath))
    content.preparations = preparations(of: fields)
    content.chooserAddress = chooserAddress
    content.letter = letterView(for: page)
    content.contact = linkView(graph.hub.contact)
    content.administration = fields.administration.map { administrationView($0) }
    content.regulator = fields.regulator.map {
      RegulatorView(title: $0.name, isUnconfirmed: $0.confidence == .memory, citations: cite($0.sources))
    }
    content.routes = edition.routes.prefix(3).map(routeView)
    let own = pages(of: .proposal, referringTo: page, by: "proposers")
    content.ownPositions = positionsPart(own, .withIssue)
    content.supportedPositions = otherPositions(
      pages(of: .proposal, referringTo: page, by: "supporters"), besides: own)
    content.blocPositions = otherPositions(blocProposals(of: page), besides: own)
    content.electedTo = posts(of: page)
    content.meetings = edition.rows.sortedByTime(pages(of: .meeting, referringTo: page, by: "country")).reversed().map(
      meetingView)
    content.articles = citingArticles(of: page)
    let head = PageHead(
      kind: "country", title: title(of: page), label: words[.kindCountry], symbol: fields.alpha3 ?? "",
      summary: page.document.common.summary ?? "", body: body)
    return ComposedPage(template: "country", frame: frame(of: page, head), content: FilledView(content))
  }

  private mutating func administrationView(_ administration: CountryFields.Administration) -> AdministrationView {
    AdministrationView(
      title: administration.name, role: administration.role ?? "", asOf: administration.asOf.map(String.init) ?? "",
      officialAddress: administration.address ?? "", officialHost: administration.address.map(hostName) ?? "",
      consultationAddress: administration.consultationAddress ?? "",
      consultationHost: administration.consultationAddress.map(hostName) ?? "",
      civilSociety: administration.civilSociety ?? "", note: administration.note ?? "",
      isUnconfirmed: administration.confidence == .memory, citations: cite(administration.sources))
  }

  /// The organisations of a state that prepare in a body, each with that body's next meeting.
  private func preparations(of country: CountryFields) -> [PreparationView] {
    country.organisations.compactMap(page).compactMap { actor in
      guard case .actor(let fields) = actor.document.details, let body = fields.body.flatMap(page) else { return nil }
      let meetings = edition.rows.sortedByTime(pages(of: .meeting, referringTo: body, by: "organ"))
      return PreparationView(
        title: body.document.title, address: link(to: body), meeting: meetings.first(where: isCurrent).map(meetingView))
    }
  }

  /// The squares of all states with this one marked.
  private func locator(of country: Page) -> HTMLBytes {
    guard let map = graph.map, let drawing = edition.locator,
      let tile = map.tiles.first(where: { page($0.country)?.document.id == country.document.id })
    else { return [] }
    return WorldDrawing(map: map).locator(
      drawing, marking: tile, title: words.text(.placeOfState, ["country": title(of: country)]),
      description: words[.placeOfStateText])
  }

  /// What the map says of a state.
  private func state(_ reference: Reference<Country>) -> WorldDrawing.State? {
    page(reference).map {
      WorldDrawing.State(name: title(of: $0), code: $0.document.id.name.uppercased(), address: link(to: $0))
    }
  }

  private func countriesByRegion() -> [CountryGroupView] {
    graph.hub.regions.compactMap { region -> CountryGroupView? in
      let members = edition.countries.pages.filter { page in
        guard case .country(let fields) = page.document.details else { return false }
        return fields.region?.id == region.id
      }
      return members.isEmpty
        ? nil : CountryGroupView(id: "region-\(region.id)", title: region.title, countries: members.map(countryView))
    }
  }

  mutating func countriesPage(_ index: Menu.Index) -> ComposedPage {
    let regions = countriesByRegion()
    let letters = countriesByLetter()
    let jumps = letters.map { LinkView(title: $0.title, address: "#" + $0.id) }
    let squares = graph.map.map { WorldDrawing(map: $0).squares(title: words[.stateSquares], state: state) } ?? []
    return indexPage(
      "countries", index,
      FilledView(
        CountriesPage(
          squares: squares, mapAddress: graph.map == nil ? "" : link(to: edition.path(worldMapPath)), jumps: jumps,
          letterGroups: letters, regionGroups: regions)))
  }

  mutating func mapPage(_ map: MapDescription) -> ComposedPage {
    _ = cite(map.sources)
    let parents = edition.menu.index(ofFolder: Kind.country.recordFolder ?? "")
    let content = MapPage(
      map: WorldDrawing(map: map).outlines(title: words[.worldMap], state: state), note: map.note ?? "",
      listAddress: parents.map { link(to: $0.path) } ?? "", regionGroups: countriesByRegion())
    let head = PageHead(
      kind: "map", title: words[.worldMap], label: parents?.title ?? "", summary: words[.summaryWorldMap])
    return ComposedPage(
      template: "map", frame: plainFrame(head, parents: parents.map { [$0] } ?? []),
      content: FilledView(content))
  }
}

/// The map of all states and their letters, and the questions that lead to a route.
func placePages(_ edition: Edition) -> [OutputFile] {
  let hasCountries = !edition.countries.pages.isEmpty
  let map = edition.graph.map.flatMap { map in
    hasCountries ? file(at: edition.path(worldMapPath), in: edition) { $0.mapPage(map) } : nil
  }
  return [map].compactMap { $0 } + letterFiles(edition) + chooserPages(edition)
}
