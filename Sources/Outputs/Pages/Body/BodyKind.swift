import Content
import Linking

extension KindPages {
  static let body = KindPages(
    .kindBody, \.bodyFields,
    page: { bodyPage($0, $1, on: $2, from: $3) },
    index: Index(position: 5, title: .indexBodies, summary: .summaryBodies) { bodiesPage($0, on: $1, from: $2) },
    gist: { $0.watch ?? $0.type },
    facts: { _, fields, _ in searchedFacts(of: fields) })
}

private func searchedFacts(of fields: BodyFields) -> [String?] {
  [fields.type, fields.meets, fields.watch, fields.studyPeriod, fields.relation]
}

extension Details {
  fileprivate var bodyFields: BodyFields? { if case .body(let fields) = self { fields } else { nil } }
}
