import Content
import Linking

extension KindPages {
  static let publication = KindPages(
    .kindPublication, \.publicationFields,
    index: Index(position: 10, title: .indexLibrary, summary: .summaryLibrary) { libraryPage($0, on: $1, from: $2) },
    facts: { _, fields, site in searchedFacts(of: fields, on: site) })
}

private func searchedFacts(of fields: PublicationFields, on site: Site) -> [String?] {
  [fields.author, fields.publisherName, fields.type, fields.seriesName] + site.titles([fields.publisher])
}

extension Details {
  fileprivate var publicationFields: PublicationFields? {
    if case .publication(let fields) = self { fields } else { nil }
  }
}
