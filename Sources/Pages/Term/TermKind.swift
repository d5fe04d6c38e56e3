import Content
import Linking
import Sites

extension KindPages {
  static let term: KindPages = KindPages(
    .kindTerm, of: Term.self,
    index: Index(
      position: 11, title: .indexGlossary, summary: .summaryGlossary, page: PageMaker("glossary", glossaryPage)),
    gist: { $0.meaning },
    facts: { page, _ in searchedFacts(of: page.fields) })
}

private func searchedFacts(of fields: Term) -> [String?] {
  [fields.meaning, fields.category]
}
