import Content
import Linking
import Sites

extension Publication: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindPublication, of: Publication.self,
    index: .init(position: 10, title: .indexLibrary, summary: .summaryLibrary, page: PageMaker("library", libraryPage)),
    facts: { searchedFacts(of: $0.fields, on: $1) })
}

private func searchedFacts(of fields: Publication, on site: Site) -> [String?] {
  [fields.author, fields.publisherName, fields.type, fields.seriesName] + site.titles([fields.publisher])
}
