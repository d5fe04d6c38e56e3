import Content
import Linking
import Sites

extension Country: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindCountry, of: Country.self,
    page: PageMaker("country", countryPage),
    index: .init(
      position: 4, title: .indexCountries, summary: .summaryCountries, page: PageMaker("countries", countriesPage)),
    gist: { $0.administration?.name },
    facts: { searchedFacts(of: $0.fields, on: $1) },
    names: { page, _ in [page.fields.alpha3, page.document.title, page.id.name] })
}

private func searchedFacts(of fields: Country, on site: Site) -> [String?] {
  site.titles(fields.organisations) + [
    fields.administration?.name, fields.administration?.role, fields.administration?.civilSociety,
    fields.administration?.note, fields.regulator?.name,
  ]
}
