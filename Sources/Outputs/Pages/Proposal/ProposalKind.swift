import Content
import Linking

extension KindPages {
  static let proposal = KindPages(
    .kindProposal, \.proposalFields,
    index: Index(position: 7, title: .indexProposals, summary: .summaryProposals) {
      proposalsPage($0, on: $1, from: $2)
    },
    facts: { _, fields, site in searchedFacts(of: fields, on: site) },
    names: { _, _, _ in [] },
    date: { _, fields, site in whenHeld(fields.meeting, on: site) },
    subjects: { page, fields, site in ([fields.issue] + page.document.common.issues).compactMap(site.page) })
}

/// When a record came about: at its meeting, whose dates are its own.
func whenHeld(_ reference: Reference, on site: Site) -> (text: String, year: Int?) {
  guard let meeting = site.page(reference), case .meeting(let fields) = meeting.document.details else {
    return ("", nil)
  }
  return (site.datesText(meeting), fields.start?.year)
}

private func searchedFacts(of fields: ProposalFields, on site: Site) -> [String?] {
  site.titles(fields.proposers + fields.supporters + fields.touches + [fields.issue, fields.meeting])
    + fields.touchesOther + [fields.attribution, site.words[fields.form.word], site.words[fields.outcome.word]]
}

extension Details {
  fileprivate var proposalFields: ProposalFields? { if case .proposal(let fields) = self { fields } else { nil } }
}
