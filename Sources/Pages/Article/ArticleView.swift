import Content
import Formats
import Linking
import Sites
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
      .flag("is_unconfirmed") { $0.row.isUnconfirmed },
      .text("foreign_language") { $0.row.language },
    ])
}

extension ArticleView {
  init(_ page: some SomePage, on site: Site, from place: Place) {
    self.init(
      row: site.lists.row(of: page.page, site.language), address: site.link(to: page, from: place),
      date: site.dates.text(page.document.common.date))
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
package struct SeriesView: TemplateView {
  var title = ""
  var address = ""
  var part = ""
  var previous: NeighbourView?
  var next: NeighbourView?

  package static let shape = ViewShape<Self>(
    "Series",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("part") { $0.part },
      .group("previous") { $0.previous },
      .group("next") { $0.next },
    ])
}

/// The series of an article with the parts before and after it.
extension SeriesView {
  init?(of page: Page, on site: Site, from place: Place) {
    guard let series = page.document.fields.series else { return nil }
    let parts = site.lists.seriesParts[series.series.id] ?? []
    let position = parts.firstIndex { $0.index == page.index }
    func neighbour(_ offset: Int) -> NeighbourView? {
      guard let position, parts.indices.contains(position + offset) else { return nil }
      let part = parts[position + offset]
      return NeighbourView(
        title: part.document.title, address: site.link(to: part, from: place),
        foreignLanguage: site.language.foreign(part))
    }
    let index = site.menu.index(ofFolder: page.document.id.folder)
    self.init(
      title: site.graph.hub.title(of: series.series), address: index.map { site.link(to: $0.path, from: place) } ?? "",
      part: series.part.map(String.init) ?? "", previous: neighbour(-1), next: neighbour(1))
  }
}

/// A picture above the text.
struct ImageView: TemplateView {
  var address = ""
  var alternative = ""
  var width = ""
  var height = ""

  static let shape = ViewShape<Self>(
    "Image",
    [
      .text("address") { $0.address },
      .text("alternative") { $0.alternative },
      .text("width") { $0.width },
      .text("height") { $0.height },
    ])
}

extension ImageView {
  init?(of page: Page, on site: Site, from place: Place) {
    guard let image = page.document.common.image, let picture = page.picture else { return nil }
    let size = site.resources.pictures[picture]
    self.init(
      address: site.link(to: picture, from: place), alternative: image.alternative,
      width: size.map { String($0.width) } ?? "",
      height: size.map { String($0.height) } ?? "")
  }
}
