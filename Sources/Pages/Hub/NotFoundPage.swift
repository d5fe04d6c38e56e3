import Linking
import Sites
import Templating

/// What only the template `not-found` has.
struct NotFoundPage: TemplateView {
  var links: [LinkView] = []

  static let shape = ViewShape<Self>(
    "NotFoundPage",
    [
      .list("links") { $0.links }
    ])
}

func notFoundPage(on site: Site, from place: Place) -> FinishedPage<NotFoundPage> {
  let indexes = site.menu.indexes.map { LinkView(title: $0.title, address: site.link(to: $0.path, from: place)) }
  let head = PageHead(kind: "not-found", title: site.words[.pageNotFound], isInEveryLanguage: false)
  return FinishedPage(Filled(NotFoundPage(links: indexes)), head: head)
}
