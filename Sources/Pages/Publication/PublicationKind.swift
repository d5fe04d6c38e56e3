import Content
import Linking

extension KindPages {
  static let publication: KindPages = KindPages(
    .kindPublication, of: Publication.self,
    index: Index(position: 10, title: .indexLibrary, summary: .summaryLibrary, page: PageMaker("library", libraryPage)),
    facts: { searchedFacts(of: $0.fields, on: $1) })
}

private func searchedFacts(of fields: Publication, on site: Site) -> [String?] {
  [fields.author, fields.publisherName, fields.type, fields.seriesName] + site.titles([fields.publisher])
}
