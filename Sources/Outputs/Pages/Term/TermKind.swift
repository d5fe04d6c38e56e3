import Content
import Linking

extension KindPages {
  static let term = KindPages(
    .kindTerm, \.termFields,
    index: Index(position: 11, title: .indexGlossary, summary: .summaryGlossary) { glossaryPage($0, on: $1, from: $2) },
    gist: { $0.meaning },
    facts: { _, fields, _ in searchedFacts(of: fields) })
}

private func searchedFacts(of fields: TermFields) -> [String?] {
  [fields.meaning, fields.category]
}

extension Details {
  fileprivate var termFields: TermFields? { if case .term(let fields) = self { fields } else { nil } }
}
