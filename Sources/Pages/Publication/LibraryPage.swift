import Content
import Linking
import Sites
import Templating

/// What only the template `library` has.
struct LibraryPage: TemplateView {
  var jumps: [LinkView] = []
  var publicationGroups: [PublicationGroupView] = []
  var publicationTypes: [PublicationTypeView] = []

  static let shape = ViewShape<Self>(
    "LibraryPage",
    [
      .list("jumps") { $0.jumps },
      .list("publication_groups") { $0.publicationGroups },
      .list("publication_types") { $0.publicationTypes },
    ])
}

/// Publications of one year.
struct PublicationGroupView: TemplateView {
  var id = ""
  var title = ""
  var publications: [PublicationView] = []

  static let shape = ViewShape<Self>(
    "PublicationGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("publications") { $0.publications },
    ])
}

/// Publications of one type.
struct PublicationTypeView: TemplateView {
  var title = ""
  var links: [LinkView] = []

  static let shape = ViewShape<Self>(
    "PublicationType",
    [
      .text("title") { $0.title },
      .list("links") { $0.links },
    ])
}

func libraryPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<LibraryPage> {
  let publications = site.pages(of: Publication.self).newestFirst
  var groups: [PublicationGroupView] = []
  for page in publications {
    let year = page.document.common.date.map { String($0.year) }
    let id = year.map { "year-\($0)" } ?? "undated"
    if groups.last?.id != id {
      groups.append(PublicationGroupView(id: id, title: year ?? site.words[.undated]))
    }
    groups[groups.count - 1].publications.append(PublicationView(page, isListed: true, on: site, from: place))
  }
  let byType = Dictionary(grouping: site.lists.order.sorted(publications)) { $0.fields.type ?? "" }
  let types = byType.keys.filter { !$0.isEmpty }.sorted().map { type in
    PublicationTypeView(
      title: type,
      links: (byType[type] ?? []).map { LinkView(title: $0.document.title, address: "#" + $0.anchor) })
  }
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  return indexPage(
    "library", index,
    Filled(LibraryPage(jumps: jumps, publicationGroups: groups, publicationTypes: types)), on: site, from: place)
}
