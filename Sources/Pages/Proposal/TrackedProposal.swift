import Content
import Linking
import Sites

/// A proposal with all that it is counted and found by, resolved.
struct TrackedProposal {
  let page: PageOf<Proposal>
  let fields: Proposal
  let issue: PageOf<Issue>
  let meeting: PageOf<Meeting>
  let proposers: [Page]
  let texts: [PageOf<Resolution>]
  let state: ProposalState
}

extension TrackedProposal {
  static func each(_ proposals: [PageOf<Proposal>], on site: Site) -> [TrackedProposal] {
    proposals.compactMap { TrackedProposal($0, on: site) }
  }
}

extension TrackedProposal {
  init?(_ page: PageOf<Proposal>, on site: Site) {
    let fields = page.fields
    guard let issue = site.page(fields.issue),
      let meeting = site.page(fields.meeting)
    else { return nil }
    self.init(
      page: page, fields: fields, issue: issue, meeting: meeting, proposers: fields.proposers.compactMap(site.anyPage),
      texts: fields.touches.compactMap(site.page), state: ProposalState(fields))
  }
}
