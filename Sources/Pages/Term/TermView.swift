import Content
import Linking
import Sites
import Templating

/// An entry of the glossary.
package struct TermView: TemplateView {
  package var id = ""
  package var title = ""
  package var address = ""
  package var abbreviation = ""
  package var meaning = ""
  var category = ""
  package var see: [LinkView] = []
  package var backlinks: [BacklinkView] = []
  package var isUnconfirmed = false
  package var citations: [CitationView] = []

  package init(
    id: String = "", title: String = "", address: String = "", abbreviation: String = "", meaning: String = "",
    category: String = "", see: [LinkView] = [], backlinks: [BacklinkView] = [], isUnconfirmed: Bool = false,
    citations: [CitationView] = []
  ) {
    self.id = id
    self.title = title
    self.address = address
    self.abbreviation = abbreviation
    self.meaning = meaning
    self.category = category
    self.see = see
    self.backlinks = backlinks
    self.isUnconfirmed = isUnconfirmed
    self.citations = citations
  }

  package static let shape = ViewShape<Self>(
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
  package init(mentioned page: PageOf<Term>, on site: Site, from place: Place) {
    let fields = page.fields
    self.init(
      title: page.document.title, address: site.link(to: page, from: place), abbreviation: fields.abbreviation ?? "",
      meaning: fields.meaning, isUnconfirmed: page.document.common.confidence.isUnconfirmed)
  }

  package init(_ page: PageOf<Term>, on site: Site, from place: Place, citing citations: inout Citations) {
    let fields = page.fields
    self.init(
      id: page.anchor, title: page.document.title, abbreviation: fields.abbreviation ?? "",
      meaning: fields.meaning, category: fields.category ?? "", see: LinkView.each(fields.see, on: site, from: place),
      backlinks: BacklinkView.each(to: page, on: site, from: place),
      isUnconfirmed: page.document.common.confidence.isUnconfirmed,
      citations: citations.cite(page.document.common.sources, from: place))
  }
}
