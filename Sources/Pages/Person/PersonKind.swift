import Content
import Linking
import Sites

extension Person: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindPerson, of: Person.self,
    page: PageMaker("person", personPage),
    index: .init(position: 9, title: .indexPeople, summary: .summaryPeople, page: PageMaker("people", peoplePage)),
    gist: { $0.role },
    facts: { searchedFacts(of: $0.fields, on: $1) })
}

private func searchedFacts(of fields: Person, on site: Site) -> [String?] {
  [fields.role, fields.affiliationName] + site.titles([fields.affiliation]) + site.titles([fields.country])
}
