import Content
import Linking
import Sites

extension Outcome: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindOutcome, of: Outcome.self, heading: .whatWasDecided,
    gist: { $0.consequences },
    facts: { searchedFacts(of: $0.fields, on: $1) },
    names: { _, _ in [] },
    date: { page, site in whenHeld(page.fields.meeting, on: site) })
}

private func searchedFacts(of fields: Outcome, on site: Site) -> [String?] {
  [fields.consequences, fields.nextSteps, fields.rightsImpact] + site.titles([fields.meeting])
    + site.titles([fields.resolution])
}
