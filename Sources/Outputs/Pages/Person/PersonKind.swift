import Content
import Linking

extension KindPages {
  static let person = KindPages(
    .kindPerson, \.personFields,
    page: { personPage($0, $1, on: $2, from: $3) },
    index: Index(position: 9, title: .indexPeople, summary: .summaryPeople) { peoplePage($0, on: $1, from: $2) },
    gist: { $0.role },
    facts: { _, fields, site in searchedFacts(of: fields, on: site) })
}

private func searchedFacts(of fields: PersonFields, on site: Site) -> [String?] {
  [fields.role, fields.affiliationName] + site.titles([fields.affiliation, fields.country])
}

extension Details {
  fileprivate var personFields: PersonFields? { if case .person(let fields) = self { fields } else { nil } }
}
