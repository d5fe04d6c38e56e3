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

extension PageComposer {
  func tracked(_ proposals: [Page]) -> [TrackedProposal] { proposals.compactMap(tracked) }

  func tracked(_ page: Page) -> TrackedProposal? {
    guard case .proposal(let fields) = page.document.details, let issue = self.page(fields.issue),
      let meeting = self.page(fields.meeting)
    else { return nil }
    return TrackedProposal(
      page: page, fields: fields, issue: issue, meeting: meeting, proposers: fields.proposers.compactMap(self.page),
      texts: fields.touches.compactMap(self.page), state: ProposalState(fields))
  }

  /// What proposals came to, in words: "2 adopted, 1 not accepted (inferred), 1 not known".
  func resultsText(_ counts: ProposalCounts) -> String {
    counts.states.map { "\(counts.count($0)) \(resultText($0))" }.joined(separator: ", ")
  }

  /// What one proposal came to, in the middle of a sentence: "not accepted (inferred)".
  func resultText(_ state: ProposalState) -> String {
    let outcome = words[state.outcome.word].lowercased()
    switch state.certainty {
    case .sourced, .none: return outcome
    case .inferred: return "\(outcome) (\(words[.inferred]))"
    case .memory: return "\(outcome) (\(words[.certaintyMemory]))"
    }
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

  /// The pages about one meeting's proposals, or about all, besides the one that is open.
  func trackerLinks(for meeting: Page?) -> [LinkView] {
    [TrackerPath.list, .matrix, .texts].compactMap { kind in
      guard meeting != nil || kind != .list else { return nil }
      let path = edition.path(kind.path(of: meeting))
      return path == self.path ? nil : LinkView(title: words[kind.word], address: link(to: path))
    }
  }

  /// What readers have to know of a meeting before they read what became of its proposals; nil where sources report results.
  func stateNotice(of meeting: Page, _ counts: ProposalCounts) -> NoticeView? {
    guard case .meeting(let fields) = meeting.document.details else { return nil }
    let state = MeetingState(fields, on: edition.today)
    switch state {
    case .closed:
      guard counts.count(.unknown) == counts.total else { return nil }
      let day = (fields.end ?? fields.start).map { edition.dates.text($0.withoutTime) } ?? ""
      return NoticeView(label: words[.noticeClosed], text: words.text(.trackerUnreported, ["date": day]))
    case .underWay: return NoticeView(label: words[state.word], text: words[.trackerUnderWay])
    case .planned, .tentative, .confirmed: return NoticeView(label: words[state.word], text: words[.trackerBefore])
    case .postponed, .cancelled, .undated: return nil
    }
  }
}

/// The pages about the proposals of a meeting, or of all meetings.
enum TrackerPath {
  case list, matrix, texts

  /// The list of all proposals is the index of proposals, which is planned with the other indexes.
  func path(of meeting: Page?) -> String {
    let name = meeting?.document.id.name ?? "all"
    return switch self {
    case .list: "proposals/\(name).html"
    case .matrix: "proposals/\(name)-matrix.html"
    case .texts: "proposals/\(name)-texts.html"
    }
  }

  var word: Word {
    switch self {
    case .list: .tracker
    case .matrix: .matrixOfIssues
    case .texts: .matrixOfTexts
    }
  }
}
