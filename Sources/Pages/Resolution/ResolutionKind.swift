import Content
import Linking
import Sites

extension Resolution: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindResolution, of: Resolution.self,
    page: PageMaker("resolution", resolutionPage),
    index: .init(
      position: 6, title: .indexResolutions, summary: .summaryResolutions,
      page: PageMaker("resolutions", resolutionsPage)),
    gist: { $0.why ?? $0.topic },
    facts: { searchedFacts(of: $0, on: $1) },
    names: { page, site in
      let cited = site.citedTitle(of: page)
      return [cited, abbreviated(cited), page.document.id.name]
    },
    date: { page, site in
      (page.fields.revisions.last.map(site.revisionText) ?? "", page.fields.revisions.last?.year)
    })
}

/// "Res 130" for "Resolution 130", as texts are cited in a hurry.
private func abbreviated(_ cited: String) -> String {
  let parts = cited.split(separator: " ", maxSplits: 1)
  return parts.count == 2 ? "\(parts[0].prefix(3)) \(parts[1])" : cited
}

private func searchedFacts(of page: PageOf<Resolution>, on site: Site) -> [String?] {
  let fields = page.fields
  return [site.citedTitle(of: page), fields.topic, fields.why] + fields.revisions.map(site.revisionText)
    + site.titles([fields.organ])
}
