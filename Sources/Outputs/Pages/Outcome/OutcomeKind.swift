import Content
import Linking

extension KindPages {
  static let outcome = KindPages(
    .kindOutcome, \.outcomeFields,
    gist: { $0.consequences },
    facts: { _, fields, site in searchedFacts(of: fields, on: site) },
    names: { _, _, _ in [] },
    date: { _, fields, site in whenHeld(fields.meeting, on: site) })
}

private func searchedFacts(of fields: OutcomeFields, on site: Site) -> [String?] {
  [fields.consequences, fields.nextSteps, fields.rightsImpact] + site.titles([fields.meeting, fields.resolution])
}

extension Details {
  fileprivate var outcomeFields: OutcomeFields? { if case .outcome(let fields) = self { fields } else { nil } }
}
