import Content
import Linking
import Sites
import Templating

/// What only the template `people` has.
struct PeoplePage: TemplateView {
  var people: [PersonView] = []

  static let shape = ViewShape<Self>(
    "PeoplePage",
    [
      .list("people") { $0.people }
    ])
}

/// A row of people.
struct PersonView: TemplateView {
  var title = ""
  var address = ""
  /// Of the title, where that is not the site's own.
  var foreignLanguage = ""
  var role = ""
  var affiliation: LinkView?

  static let shape = ViewShape<Self>(
    "Person",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
      .text("role") { $0.role },
      .group("affiliation") { $0.affiliation },
    ])
}

extension PersonView {
  init(_ page: PageOf<Person>, on site: Site, from place: Place) {
    let fields = page.fields
    self.init(
      title: page.document.title, address: site.link(to: page, from: place),
      foreignLanguage: site.language.foreign(page), role: fields.role ?? "",
      affiliation: LinkView(fields.affiliation, on: site, from: place)
        ?? fields.affiliationName.map { LinkView(title: $0) })
  }
}

func peoplePage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<PeoplePage> {
  let people = site.lists.order.sorted(site.pages(of: Person.self))
  return indexPage(
    "people", index,
    Filled(PeoplePage(people: people.map { PersonView($0, on: site, from: place) })), on: site, from: place)
}
