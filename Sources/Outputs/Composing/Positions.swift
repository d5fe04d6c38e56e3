import CivilTime
import Content
import Linking

extension PageComposer {
  /// One proposal. `isAtHome`: this is the page on which it has its place, so that it carries its anchor there.
  mutating func positionView(_ page: Page, isAtHome: Bool, namesIssue: Bool) -> PositionView {
    guard case .proposal(let fields) = page.document.details else { return PositionView() }
    var view = PositionView()
    view.id = isAtHome ? page.document.id.name : ""
    view.proposers = linkViews(fields.proposers)
    view.supporters = linkViews(fields.supporters)
    view.asks = fields.asks
    view.form = words[fields.form.word]
    view.touches = fields.touches.compactMap(self.page).map { LinkView(title: citedTitle(of: $0), address: link(to: $0)) }
      + fields.touchesOther.map { LinkView(title: $0) }
    view.attribution = fields.attribution ?? ""
    view.note = page.document.common.note ?? ""
    if namesIssue, let issue = self.page(fields.issue) {
      view.issue = LinkView(title: issue.document.title, address: link(to: page))
    }
    view.citations = cite(page.document.common.sources)
    view.isUnconfirmed = page.document.common.confidence == .memory
    view.result = resultView(fields)
    return view
  }

  private mutating func resultView(_ fields: ProposalFields) -> ResultView {
    let state = ProposalState(fields)
    guard let certainty = state.certaintyWord else { return ResultView(title: words[.resultUnknown]) }
    return ResultView(
      title: words[state.outcome.word], certainty: words[certainty], isCertain: state.certainty == .sourced,
      citations: cite(fields.outcomeSources))
  }

  /// Proposals by the meeting they were made at, the newest meeting first.
  mutating func positionsByMeeting(_ proposals: [Page], isAtHome: Bool, namesIssue: Bool) -> [PositionGroupView] {
    grouped(proposals, by: { $0.meeting }).sorted { Self.isNewerMeeting($0.owner, $1.owner) }.map { meeting, proposals in
      var view = PositionGroupView(title: meeting.document.title, address: link(to: meeting))
      if case .meeting(let fields) = meeting.document.details {
        view.dates = edition.dates.text(from: fields.start, to: fields.end)
      }
      view.positions = proposals.map { positionView($0, isAtHome: isAtHome, namesIssue: namesIssue) }
      return view
    }
  }

  /// Proposals by the issue they are about, in the order of the issues' titles.
  mutating func positionsByIssue(_ proposals: [Page], isAtHome: Bool) -> [PositionGroupView] {
    let groups = grouped(proposals, by: { $0.issue })
    let order = edition.order.sorted(groups.map(\.owner)).map(\.index)
    return order.compactMap { index in groups.first { $0.owner.index == index } }.map { issue, proposals in
      PositionGroupView(
        title: issue.document.title, address: link(to: issue),
        positions: proposals.map { positionView($0, isAtHome: isAtHome, namesIssue: false) })
    }
  }

  private func grouped(
    _ proposals: [Page], by field: (ProposalFields) -> Reference
  ) -> [(owner: Page, proposals: [Page])] {
    var order: [Int] = []
    var groups: [Int: (owner: Page, proposals: [Page])] = [:]
    for proposal in proposals {
      guard case .proposal(let fields) = proposal.document.details, let owner = page(field(fields)) else { continue }
      if groups[owner.index] == nil { order.append(owner.index) }
      groups[owner.index, default: (owner, [])].proposals.append(proposal)
    }
    return order.compactMap { groups[$0] }
  }

  static func isNewerMeeting(_ left: Page, _ right: Page) -> Bool {
    guard case .meeting(let first) = left.document.details, case .meeting(let second) = right.document.details else {
      return false
    }
    return (first.start?.firstDay ?? .last, right.index) > (second.start?.firstDay ?? .last, left.index)
  }
}
