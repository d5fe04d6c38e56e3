import Content
import Linking

/// A proposal with all that it is counted and found by, resolved.
struct TrackedProposal {
  let page: Page
  let fields: ProposalFields
  let issue: Page
  let meeting: Page
  let proposers: [Page]
  let texts: [Page]
  let state: ProposalState
}

extension TrackedProposal {
  static func each(_ proposals: [Page], on site: Site) -> [TrackedProposal] {
    proposals.compactMap { TrackedProposal($0, on: site) }
  }
}

extension TrackedProposal {
  init?(_ page: Page, on site: Site) {
    guard case .proposal(let fields) = page.document.details, let issue = site.page(fields.issue),
      let meeting = site.page(fields.meeting)
    else { return nil }
    self.init(
      page: page, fields: fields, issue: issue, meeting: meeting, proposers: fields.proposers.compactMap(site.page),
      texts: fields.touches.compactMap(site.page), state: ProposalState(fields))
  }
}
