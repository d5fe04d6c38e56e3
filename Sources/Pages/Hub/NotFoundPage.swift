import Content
import Linking
import Sites
import Templating

/// What only the template `not-found` has.
struct NotFoundPage: TemplateView {
  var links: [LinkView] = []
  /// The same in each other language of the hub.
  var others: [Translation] = []

  static let shape = ViewShape<Self>(
    "NotFoundPage",
    [
      .list("links") { $0.links },
      .list("others") { $0.others },
    ])

  /// What the page says in one of the other languages.
  struct Translation: TemplateView {
    var language = ""
    var direction = ""
    var title = ""
    var text = ""
    var links: [LinkView] = []

    static let shape = ViewShape<Self>(
      "NotFoundTranslation",
      [
        .text("language") { $0.language },
        .text("direction") { $0.direction },
        .text("title") { $0.title },
        .text("text") { $0.text },
        .list("links") { $0.links },
      ])
  }
}

func notFoundPage(with others: [Site], on site: Site, from place: Place) -> FinishedPage<NotFoundPage> {
  let indexes = site.menu.indexes.map { LinkView(title: $0.title, address: site.link(to: $0.path, from: place)) }
  let translations = others.map { other in
    NotFoundPage.Translation(
      language: other.language.code, direction: other.language.direction, title: other.words[.pageNotFound],
      text: other.words[.notFoundText],
      links: [
        LinkView(title: other.graph.hub.title, address: site.link(to: other.menu.homePath, from: place)),
        LinkView(title: other.words[.indexAllPages], address: site.link(to: other.menu.allPagesPath, from: place)),
      ])
  }
  let head = PageHead(kind: "not-found", title: site.words[.pageNotFound], isInEveryLanguage: false)
  return FinishedPage(Filled(NotFoundPage(links: indexes, others: translations)), head: head)
}
