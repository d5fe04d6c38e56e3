import Content
import Linking
import Markdown
import Sites
import Templating

/// A page that cites this one, with the citing sentence.
package struct BacklinkView: TemplateView {
  var title = ""
  var address = ""
  /// Of the title, where that is not the site's own.
  var foreignLanguage = ""
  var sentence = ""

  package static let shape = ViewShape<Self>(
    "Backlink",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
      .text("sentence") { $0.sentence },
    ])
}

extension BacklinkView {
  /// The pages whose texts link to one.
  static func each(to page: some SomePage, on site: Site, from place: Place) -> [BacklinkView] {
    site.graph.backlinks[page.index].map { backlink in
      let citing = site.graph.pages[backlink.from]
      return BacklinkView(
        title: citing.document.title, address: site.link(to: citing, from: place),
        foreignLanguage: site.language.foreign(citing),
        sentence: backlink.sentence.text { name(shownBy: citing.links[$0], on: site) })
    }
  }
}

/// What a link without words of its own shows.
private func name(shownBy link: ResolvedLink, on site: Site) -> String {
  switch link {
  case .wikilink(let link, let page, _): link.label ?? site.graph.pages[page].shortTitle
  case .broken(.wikilink(let link)): link.label ?? site.graph.absentTitle(ofNamed: link.target)
  case .file, .image, .broken: ""
  }
}

/// The articles whose text links here.
func citingArticles(of page: some SomePage, on site: Site, from place: Place) -> [ArticleView] {
  site.graph.backlinks[page.index].map { site.graph.pages[$0.from] }
    .filter { $0.document.kind.isArticle && $0.document.language == site.language.code }.map {
      ArticleView($0, on: site, from: place)
    }
}
