import Content
import Linking

/// A proposal with all that it is counted and found by, resolved.
struct TrackedProposal {
  let page: Page
  let fields: ProposalFields
  let issue: Page
  let proposers: [Page]
  let texts: [Page]
  let state: ProposalState
}

extension PageComposer {
  func tracked(_ proposals: [Page]) -> [TrackedProposal] {
    proposals.compactMap { page in
      guard case .proposal(let fields) = page.document.details, let issue = self.page(fields.issue) else { return nil }
      return TrackedProposal(
        page: page, fields: fields, issue: issue, proposers: fields.proposers.compactMap(self.page),
        texts: fields.touches.compactMap(self.page), state: ProposalState(fields))
    }
  }

  func keys(of proposal: TrackedProposal) -> PositionKeysView {
    PositionKeysView(
      issueKey: proposal.issue.document.id.name,
      actorKeys: proposal.proposers.map(\.document.id.name).joined(separator: " "),
      textKeys: proposal.texts.map(\.document.id.name).joined(separator: " "), formKey: proposal.fields.form.rawValue,
      outcomeKey: proposal.state.outcome.rawValue)
  }

  /// What proposals came to, in words: "2 adopted, 1 not accepted (inferred), 1 not known".
  func resultsText(_ counts: ProposalCounts) -> String {
    let certainties: [(ProposalFields.OutcomeConfidence, String)] = [
      (.sourced, ""), (.inferred, " (\(words[.inferred]))"), (.memory, " (\(words[.certaintyMemory]))"), (.none, ""),
    ]
    return counts.outcomes.flatMap { outcome in
      certainties.compactMap { certainty, remark in
        let count = counts.count(outcome, certainty)
        return count == 0 ? nil : "\(count) \(words[outcome.word].lowercased())\(remark)"
      }
    }.joined(separator: ", ")
  }

  /// The counts by outcome and certainty, with a last row that adds them up.
  func countRows(_ counts: ProposalCounts, linked: Bool) -> [CountRowView] {
    func text(_ count: Int) -> String { count == 0 ? "" : String(count) }
    let rows = counts.outcomes.map { outcome in
      CountRowView(
        title: words[outcome.word],
        address: linked ? link(to: edition.path("proposals/outcome-\(outcome.rawValue).html")) : "",
        reported: text(counts.count(outcome, .sourced)), inferred: text(counts.count(outcome, .inferred)),
        unconfirmed: text(counts.count(outcome, .memory)), total: String(counts.count(outcome)))
    }
    func sum(_ certainty: ProposalFields.OutcomeConfidence) -> String {
      text(counts.outcomes.reduce(0) { $0 + counts.count($1, certainty) })
    }
    return rows + [
      CountRowView(
        title: words[.total], reported: sum(.sourced), inferred: sum(.inferred), unconfirmed: sum(.memory),
        total: String(counts.total))
    ]
  }

  /// The meetings at which something was proposed, the newest first, with their proposals.
  func trackedMeetings() -> [(meeting: Page, proposals: [Page])] {
    var groups: [Int: [Page]] = [:]
    for proposal in pages(of: .proposal) {
      guard case .proposal(let fields) = proposal.document.details, let meeting = page(fields.meeting) else { continue }
      groups[meeting.index, default: []].append(proposal)
    }
    return groups.keys.map { graph.pages[$0] }.sorted(by: Self.isNewerMeeting).map { ($0, groups[$0.index] ?? []) }
  }

  /// The pages about one meeting's proposals, besides the one that is open.
  func trackerLinks(for meeting: Page) -> [LinkView] {
    [(Word.tracker, ""), (.matrixOfIssues, "-matrix"), (.matrixOfTexts, "-texts")].compactMap { word, suffix in
      let path = edition.path("proposals/\(meeting.document.id.name)\(suffix).html")
      return path == self.path ? nil : LinkView(title: words[word], address: link(to: path))
    }
  }
}
