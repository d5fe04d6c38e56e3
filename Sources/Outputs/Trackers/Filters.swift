import Content
import Linking

/// The choices by which proposals can be narrowed down. A script that offers them shows and hides what is on the page; without
/// scripts the pages of each issue, actor, text, meeting, form and outcome do the same.
extension PageComposer {
  /// None for a list that is seen at a glance.
  func filters(for proposals: [Page]) -> [FilterView] {
    proposals.count < 8 ? [] : filters(tracked(proposals))
  }

  /// For each choice how many proposals it leaves; a dimension in which all are alike offers none.
  func filters(_ proposals: [TrackedProposal]) -> [FilterView] {
    let actors =
      options(proposals, \.proposers, title)
      + options(proposals, [(Self.unnamed, words[.proposersNotNamed])]) { $0.proposers.isEmpty ? Self.unnamed : "" }
    let forms = ProposalFields.Form.allCases.map { ($0.rawValue, words[$0.word]) }
    let outcomes = ProposalFields.ProposalOutcome.allCases.map { ($0.rawValue, words[$0.word]) }
    return [
      FilterView(name: "issue", title: words[.kindIssue], options: options(proposals, { [$0.issue] }, title)),
      FilterView(name: "actor", title: words[.proposer], options: actors),
      FilterView(name: "text", title: words[.kindResolution], options: options(proposals, \.texts, citedTitle)),
      FilterView(name: "meeting", title: words[.kindMeeting], options: options(proposals, { [$0.meeting] }, title)),
      FilterView(name: "form", title: words[.form], options: options(proposals, forms) { $0.fields.form.rawValue }),
      FilterView(
        name: "outcome", title: words[.result], options: options(proposals, outcomes) { $0.state.outcome.rawValue }),
    ].filter { $0.options.count > 1 }
  }

  /// Stands for whoever made a proposal where no source names them; no id begins so.
  static let unnamed = "-"

  func keys(of proposal: TrackedProposal) -> PositionKeysView {
    func ids(_ pages: [Page]) -> String { pages.map(\.document.id.name).joined(separator: " ") }
    return PositionKeysView(
      issueKey: proposal.issue.document.id.name, meetingKey: proposal.meeting.document.id.name,
      actorKeys: proposal.proposers.isEmpty ? Self.unnamed : ids(proposal.proposers), textKeys: ids(proposal.texts),
      formKey: proposal.fields.form.rawValue, outcomeKey: proposal.state.outcome.rawValue)
  }

  private func options(
    _ proposals: [TrackedProposal], _ key: (TrackedProposal) -> [Page], _ title: (Page) -> String
  ) -> [FilterOptionView] {
    var counts: [Int: Int] = [:]
    for page in proposals.flatMap(key) { counts[page.index, default: 0] += 1 }
    return edition.order.sorted(counts.keys.map { graph.pages[$0] }).map { page in
      FilterOptionView(value: page.document.id.name, title: title(page), count: String(counts[page.index] ?? 0))
    }
  }

  private func options(
    _ proposals: [TrackedProposal], _ choices: [(value: String, title: String)], _ key: (TrackedProposal) -> String
  ) -> [FilterOptionView] {
    let counts = Dictionary(grouping: proposals, by: key).mapValues(\.count)
    return choices.compactMap { value, title in
      counts[value].map { FilterOptionView(value: value, title: title, count: String($0)) }
    }
  }
}
