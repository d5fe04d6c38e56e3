import Content
import Linking
import Templating

/// An entry of the glossary.
struct TermView: TemplateView {
  var id = ""
  var title = ""
  var address = ""
  var abbreviation = ""
  var meaning = ""
  var category = ""
  var see: [LinkView] = []
  var backlinks: [BacklinkView] = []
  var isUnconfirmed = false
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "Term",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("abbreviation") { $0.abbreviation },
      .text("meaning") { $0.meaning },
      .text("category") { $0.category },
      .list("see") { $0.see },
      .list("backlinks") { $0.backlinks },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("citations") { $0.citations },
    ])
}

extension TermView {
  /// A term where a text mentions it.
  init(mentioned page: PageOf<Term>, on site: Site, from place: Place) {
    let fields = page.fields
    self.init(
      title: page.document.title, address: site.link(to: page, from: place), abbreviation: fields.abbreviation ?? "",
      meaning: fields.meaning, isUnconfirmed: page.document.common.confidence.isUnconfirmed)
  }

  init(_ page: PageOf<Term>, on site: Site, from place: Place, citing citations: inout Citations) {
    let fields = page.fields
    self.init(
      id: page.anchor, title: page.document.title, abbreviation: fields.abbreviation ?? "",
      meaning: fields.meaning, category: fields.category ?? "", see: LinkView.each(fields.see, on: site, from: place),
      backlinks: BacklinkView.each(to: page, on: site, from: place),
      isUnconfirmed: page.document.common.confidence.isUnconfirmed,
      citations: citations.cite(page.document.common.sources, from: place))
  }
}
