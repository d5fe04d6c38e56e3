import Content
import Drawings
import Formats
import Foundation
import Linking
import Sites
import Templating

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

/// The page with the map of all states.
let worldMapPath = "countries/map.html"

/// What the map says of a state.
private func state(_ reference: Reference<Country>, on site: Site, from place: Place) -> WorldDrawing.State? {
  site.page(reference).map {
    WorldDrawing.State(
      name: site.title(of: $0), code: $0.document.id.name.uppercased(), address: site.link(to: $0, from: place))
  }
}

private func countriesByRegion(on site: Site, from place: Place) -> [CountryGroupView] {
  site.graph.hub.regions.compactMap { region -> CountryGroupView? in
    let members = site.lists.countries.pages.filter { $0.fields.region?.id == region.id }
    return members.isEmpty
      ? nil
      : CountryGroupView(
        id: "region-\(region.id)", title: region.title,
        countries: members.map { CountryView($0, on: site, from: place) })
  }
}

func countriesPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<CountriesPage> {
  let regions = countriesByRegion(on: site, from: place)
  let letters = countriesByLetter(on: site, from: place)
  let jumps = letters.map { LinkView(title: $0.title, address: "#" + $0.id) }
  let squares =
    site.graph.map.map {
      WorldDrawing(map: $0).squares(title: site.words[.stateSquares], state: { state($0, on: site, from: place) })
    } ?? []
  return indexPage(
    "countries", index,
    Filled(
      CountriesPage(
        squares: squares, mapAddress: site.graph.map == nil ? "" : site.link(to: site.path(worldMapPath), from: place),
        jumps: jumps,
        letterGroups: letters, regionGroups: regions)), on: site, from: place)
}

func mapPage(_ map: MapDescription, on site: Site, from place: Place) -> FinishedPage<MapPage> {
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
  return FinishedPage(Filled(content), head: head, restingOn: citations)
}

/// The map of all states.
package func mapPages(in table: inout TemplateTable) -> FilePlanner {
  let page = PageMaker("map", mapPage).writer(in: &table)
  return { site in
    guard let map = site.graph.map, !site.lists.countries.pages.isEmpty else { return [] }
    return [page.file(about: map, at: site.path(worldMapPath), on: site)]
  }
}

/// A row of countries.
struct CountryView: TemplateView {
  var title = ""
  var address = ""
  /// Codes and other names by which the list can be searched.
  var otherNames = ""
  var note = ""

  static let shape = ViewShape<Self>(
    "Country",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("other_names") { $0.otherNames },
      .text("note") { $0.note },
    ])
}

extension CountryView {
  init(_ page: PageOf<Country>, on site: Site, from place: Place) {
    let fields = page.fields
    let others = [page.document.id.name, fields.alpha3 ?? ""] + fields.otherNames
    self.init(
      title: site.title(of: page), address: site.link(to: page, from: place), otherNames: others.joined(separator: " "))
  }
}

/// Countries of one region or letter.
struct CountryGroupView: TemplateView {
  var id = ""
  var title = ""
  var countries: [CountryView] = []

  static let shape = ViewShape<Self>(
    "CountryGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("countries") { $0.countries },
    ])
}

/// The states by their first letters, which have ids where they are named.
func countriesByLetter(on site: Site, from place: Place, areNamed: Bool = true) -> [CountryGroupView] {
  site.lists.countries.letters.map { letter in
    CountryGroupView(
      id: areNamed ? letter.id : "", title: letter.title,
      countries: letter.pages.map { CountryView($0, on: site, from: place) })
  }
}
