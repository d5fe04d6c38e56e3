import CivilTime
import Content
import Linking

extension PageComposer {
  /// One proposal. `isAtHome`: this is the page on which it has its place, so that it carries its anchor there.
  mutating func positionView(_ page: Page, isAtHome: Bool, namesIssue: Bool) -> PositionView {
    guard case .proposal(let fields) = page.document.details else { return PositionView() }
    var view = PositionView()
    view.id = isAtHome ? page.anchor : ""
    view.proposers = linkViews(fields.proposers, isShort: true)
    view.supporters = linkViews(fields.supporters, isShort: true)
    view.asks = fields.asks
    view.form = words[fields.form.word]
    view.touches =
      fields.touches.compactMap(self.page).map { LinkView(title: citedTitle(of: $0), address: link(to: $0)) }
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
    grouped(proposals, by: { $0.meeting }).sorted { Self.isNewerMeeting($0.owner, $1.owner) }.map {
      meeting, proposals in
      var view = PositionGroupView(title: meeting.document.title, address: link(to: meeting))
      if case .meeting(let fields) = meeting.document.details {
        view.dates = edition.dates.text(from: fields.start, to: fields.end)
      }
      fill(&view, with: proposals) { $0.positionView($1, isAtHome: isAtHome, namesIssue: namesIssue) }
      return view
    }
  }

  /// Sets proposals that ask for the contrary of one another side by side, and the others below them.
  mutating func fill(
    _ group: inout PositionGroupView, with proposals: [Page], _ view: (inout PageComposer, Page) -> PositionView
  ) {
    var facing: Set<Int> = []
    for proposal in proposals where !facing.contains(proposal.index) {
      guard case .proposal(let fields) = proposal.document.details else { continue }
      let opponent = fields.opposes.compactMap(page).first { other in
        !facing.contains(other.index) && proposals.contains { $0.index == other.index }
      }
      guard let opponent else { continue }
      facing.formUnion([proposal.index, opponent.index])
      group.opposed += [view(&self, proposal), view(&self, opponent)]
    }
    group.positions = proposals.filter { !facing.contains($0.index) }.map { view(&self, $0) }
  }

  /// Proposals by the issue they are about, in the order of the issues' titles.
  mutating func positionsByIssue(_ proposals: [Page], isAtHome: Bool) -> [PositionGroupView] {
    let groups = grouped(proposals, by: { $0.issue })
    let order = edition.order.sorted(groups.map(\.owner)).map(\.index)
    return order.compactMap { index in groups.first { $0.owner.index == index } }.map { issue, proposals in
      var view = PositionGroupView(title: issue.document.title, address: link(to: issue))
      fill(&view, with: proposals) { $0.positionView($1, isAtHome: isAtHome, namesIssue: false) }
      return view
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
