import Content
import Linking
import Sites
import Templating

/// An entry of the numbered list of sources.
package struct SourceView: TemplateView {
  package var id = ""
  package var title = ""
  package var address = ""
  package var publisher: LinkView?
  package var document = ""
  package var date = ""
  package var consulted = ""

  package static let shape = ViewShape<Self>(
    "Source",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .group("publisher") { $0.publisher },
      .text("document") { $0.document },
      .text("date") { $0.date },
      .text("consulted") { $0.consulted },
    ])
}

/// The number of a source that a fact rests on.
package struct CitationView: TemplateView {
  var number = ""
  var address = ""

  package static let shape = ViewShape<Self>(
    "Citation",
    [
      .text("number") { $0.number },
      .text("address") { $0.address },
    ])
}

extension Citations {
  /// The numbers of a fact's sources, with links to the list of them.
  package mutating func cite(_ sources: [Source], from place: Place) -> [CitationView] {
    sources.map { source in
      let number = number(of: source)
      let address = place.book?.address(BookLinks.sources, "source-\(number)", from: place.path) ?? "#source-\(number)"
      return CitationView(number: String(number), address: address)
    }
  }
}

extension SourceView {
  /// The list of sources at the end of a page.
  package static func each(of citations: Citations, on site: Site, from place: Place) -> [SourceView] {
    citations.sources.enumerated().map { SourceView($1, number: $0 + 1, on: site, from: place) }
  }

  private init(_ source: Source, number: Int, on site: Site, from place: Place) {
    self.init(id: "source-\(number)", document: source.document ?? "")
    consulted = source.consulted.map(site.dates.text) ?? ""
    if let page = source.publication.flatMap(site.page) {
      let fields = page.fields
      title = page.document.title
      address = fields.address ?? site.link(to: page, from: place)
      publisher = LinkView(fields.publisher, on: site, from: place) ?? fields.publisherName.map { LinkView(title: $0) }
      date = site.dates.text(page.document.common.date)
    } else {
      title = source.title ?? source.address.map(hostName) ?? source.document ?? ""
      address = source.address ?? ""
      if source.title == nil, source.address == nil { document = "" }
    }
  }
}
