import Content
import Linking
import Sites

extension Proposal: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindProposal, of: Proposal.self,
    index: .init(
      position: 7, title: .indexProposals, summary: .summaryProposals, page: PageMaker("proposals", proposalsPage)),
    facts: { searchedFacts(of: $0.fields, on: $1) },
    names: { _, _ in [] },
    date: { page, site in whenHeld(page.fields.meeting, on: site) },
    subjects: { page, site in ([page.fields.issue] + page.document.common.issues).compactMap(site.page) })
}

/// When a record came about: at its meeting, whose dates are its own.
func whenHeld(_ reference: Reference<Meeting>, on site: Site) -> (text: String, year: Int?) {
  guard let meeting = site.page(reference) else { return ("", nil) }
  return (site.datesText(meeting), meeting.fields.start?.year)
}

private func searchedFacts(of fields: Proposal, on site: Site) -> [String?] {
  site.titles(fields.proposers + fields.supporters) + site.titles(fields.touches) + site.titles([fields.issue])
    + site.titles([fields.meeting])
    + fields.touchesOther + [fields.attribution, site.words[fields.form.word], site.words[fields.outcome.word]]
}
