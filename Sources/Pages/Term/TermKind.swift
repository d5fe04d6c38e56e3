import Content
import Linking
import Sites

extension Term: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindTerm, of: Term.self,
    index: .init(
      position: 11, title: .indexGlossary, summary: .summaryGlossary, page: PageMaker("glossary", glossaryPage)),
    gist: { $0.meaning },
    facts: { page, _ in searchedFacts(of: page.fields) })
}

private func searchedFacts(of fields: Term) -> [String?] {
  [fields.meaning, fields.category]
}
