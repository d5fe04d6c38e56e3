import Content
import Linking

extension KindPages {
  static let resolution = KindPages(
    .kindResolution, \.resolutionFields,
    page: { resolutionPage($0, $1, on: $2, from: $3) },
    index: Index(position: 6, title: .indexResolutions, summary: .summaryResolutions) {
      resolutionsPage($0, on: $1, from: $2)
    },
    gist: { $0.why ?? $0.topic },
    facts: { page, fields, site in searchedFacts(of: page, fields, on: site) },
    names: { page, _, site in
      let cited = site.citedTitle(of: page)
      return [cited, abbreviated(cited), page.document.id.name]
    },
    date: { _, fields, site in
      (fields.revisions.last.map(site.revisionText) ?? "", fields.revisions.last?.year)
    })
}

/// "Res 130" for "Resolution 130", as texts are cited in a hurry.
private func abbreviated(_ cited: String) -> String {
  let parts = cited.split(separator: " ", maxSplits: 1)
  return parts.count == 2 ? "\(parts[0].prefix(3)) \(parts[1])" : cited
}

private func searchedFacts(of page: Page, _ fields: ResolutionFields, on site: Site) -> [String?] {
  [site.citedTitle(of: page), fields.topic, fields.why] + fields.revisions.map(site.revisionText)
    + site.titles([fields.organ])
}

extension Details {
  fileprivate var resolutionFields: ResolutionFields? { if case .resolution(let fields) = self { fields } else { nil } }
}
