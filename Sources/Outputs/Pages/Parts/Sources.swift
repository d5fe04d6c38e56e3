import Content
import Linking

extension Citations {
  /// The numbers of a fact's sources, with links to the list of them.
  mutating func cite(_ sources: [Source], from place: Place) -> [CitationView] {
    sources.map { source in
      let number = number(of: source)
      let address = place.book?.address(BookLinks.sources, "source-\(number)", from: place.path) ?? "#source-\(number)"
      return CitationView(number: String(number), address: address)
    }
  }
}

extension SourceView {
  /// The list of sources at the end of a page.
  static func each(of citations: Citations, on site: Site, from place: Place) -> [SourceView] {
    citations.sources.enumerated().map { SourceView($1, number: $0 + 1, on: site, from: place) }
  }

  private init(_ source: Source, number: Int, on site: Site, from place: Place) {
    self.init(id: "source-\(number)", document: source.document ?? "")
    consulted = source.consulted.map(site.dates.text) ?? ""
    if let page = source.publication.flatMap(site.page), case .publication(let fields) = page.document.details {
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
