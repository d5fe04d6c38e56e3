import Content
import Linking
import Sites

extension Body: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindBody, of: Body.self,
    page: PageMaker("body", bodyPage),
    index: .init(position: 5, title: .indexBodies, summary: .summaryBodies, page: PageMaker("bodies", bodiesPage)),
    gist: { $0.watch ?? $0.type },
    facts: { page, _ in searchedFacts(of: page.fields) })
}

private func searchedFacts(of fields: Body) -> [String?] {
  [fields.type, fields.meets, fields.watch, fields.studyPeriod, fields.relation]
}
