import Content
import Linking
import Templating

/// A row of articles.
struct ArticleView: TemplateView {
  let row: ArticleRow
  let address: String
  let date: String

  static let shape = ViewShape<Self>(
    "Article",
    [
      .text("title") { $0.row.title },
      .text("address") { $0.address },
      .text("label") { $0.row.label },
      .text("part") { $0.row.part },
      .text("date") { $0.date },
      .text("date_iso") { $0.row.dateIso },
      .text("summary") { $0.row.summary },
    ])
}

/// What the rows of an article have in common, wherever they stand; made once, since many pages list it.
final class ArticleRow: Sendable {
  let title: String
  let label: String
  let part: String
  let dateIso: String
  let summary: String

  init(_ page: Page, label: String) {
    let document = page.document
    title = document.title
    self.label = label
    part = document.details.article?.series?.part.map(String.init) ?? ""
    dateIso = document.common.date?.isoText ?? ""
    summary = document.common.summary ?? ""
  }
}

/// Articles that belong together.
struct ArticleGroupView: TemplateView {
  var id = ""
  var title = ""
  var address = ""
  var summary = ""
  var articles: [ArticleView] = []

  static let shape = ViewShape<Self>(
    "ArticleGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("summary") { $0.summary },
      .list("articles") { $0.articles },
    ])
}

/// The series of an article, with its neighbours.
struct SeriesView: TemplateView {
  var title = ""
  var address = ""
  var part = ""
  var previous: NeighbourView?
  var next: NeighbourView?

  static let shape = ViewShape<Self>(
    "Series",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("part") { $0.part },
      .group("previous") { $0.previous },
      .group("next") { $0.next },
    ])
}

/// An entry of the library.
struct PublicationView: TemplateView {
  var id = ""
  var title = ""
  var address = ""
  var author = ""
  var publisher: LinkView?
  var type = ""
  var writtenIn = ""
  var date = ""
  var dateIso = ""
  var summary = ""
  var note = ""
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Publication",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("author") { $0.author },
      .group("publisher") { $0.publisher },
      .text("type") { $0.type },
      .text("written_in") { $0.writtenIn },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("summary") { $0.summary },
      .text("note") { $0.note },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
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

/// What changed on a page.
struct ChangeView: TemplateView {
  var title = ""
  var address = ""
  var date = ""
  var dateIso = ""
  var text = ""

  static let shape = ViewShape<Self>(
    "Change",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("date") { $0.date },
      .text("date_iso") { $0.dateIso },
      .text("text") { $0.text },
    ])
}
