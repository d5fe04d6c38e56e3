import Content
import Linking

extension KindPages {
  static let body = KindPages(
    .kindBody, of: Body.self,
    page: { bodyPage($0, on: $1, from: $2) },
    index: Index(position: 5, title: .indexBodies, summary: .summaryBodies) { bodiesPage($0, on: $1, from: $2) },
    gist: { $0.watch ?? $0.type },
    facts: { page, _ in searchedFacts(of: page.fields) })
}

private func searchedFacts(of fields: Body) -> [String?] {
  [fields.type, fields.meets, fields.watch, fields.studyPeriod, fields.relation]
}
