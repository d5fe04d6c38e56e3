import Content
import Linking

extension KindPages {
  static let country = KindPages(
    .kindCountry, \.countryFields,
    page: { countryPage($0, $1, on: $2, from: $3) },
    index: Index(position: 4, title: .indexCountries, summary: .summaryCountries) {
      countriesPage($0, on: $1, from: $2)
    },
    gist: { $0.administration?.name },
    facts: { _, fields, site in searchedFacts(of: fields, on: site) },
    names: { page, fields, _ in [fields.alpha3, page.document.title, page.document.id.name] })
}

private func searchedFacts(of fields: CountryFields, on site: Site) -> [String?] {
  site.titles(fields.organisations) + [
    fields.administration?.name, fields.administration?.role, fields.administration?.civilSociety,
    fields.administration?.note, fields.regulator?.name,
  ]
}

extension Details {
  fileprivate var countryFields: CountryFields? { if case .country(let fields) = self { fields } else { nil } }
}
