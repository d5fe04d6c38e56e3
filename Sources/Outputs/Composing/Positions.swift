import CivilTime
import Content
import Linking

/// How a list of positions is shown on its page.
struct PositionStyle {
  /// Whether each position has its place on this page, and so its anchor.
  var isAtHome = false
  var namesIssue = false
  /// Whether the list is the page's own, so that its groups have anchors and it may be narrowed down.
  var isMain = false
  /// Whether each position carries the ids that a filter compares.
  var hasKeys = false

  static let onIssue = PositionStyle(isAtHome: true, isMain: true)
  static let withIssue = PositionStyle(namesIssue: true, isMain: true)
  static let onTracker = PositionStyle(isMain: true, hasKeys: true)
}

extension PageComposer {
  mutating func positionView(_ page: Page, _ style: PositionStyle) -> PositionView {
    guard let proposal = tracked(page) else { return PositionView() }
    let fields = proposal.fields
    var view = PositionView()
    view.keys = style.hasKeys ? keys(of: proposal) : nil
    view.id = style.isAtHome ? page.anchor : ""
    view.proposers = linkViews(fields.proposers, isShort: true)
    view.supporters = linkViews(fields.supporters, isShort: true)
    view.asks = fields.asks
    view.form = words[fields.form.word]
    view.touches =
      proposal.texts.map { LinkView(title: citedTitle(of: $0), address: link(to: $0)) }
      + fields.touchesOther.map { LinkView(title: $0) }
    view.attribution = fields.attribution ?? ""
    view.note = page.document.common.note ?? ""
    if style.namesIssue { view.issue = LinkView(title: proposal.issue.document.title, address: link(to: page)) }
    view.citations = cite(page.document.common.sources)
    view.isUnconfirmed = page.document.common.confidence == .memory
    view.result = resultView(proposal)
    return view
  }

  private mutating func resultView(_ proposal: TrackedProposal) -> ResultView {
    let state = proposal.state
    guard let certainty = state.certaintyWord else { return ResultView(title: words[.resultUnknown]) }
    return ResultView(
      title: words[state.outcome.word], certainty: words[certainty], isCertain: state.certainty == .sourced,
      citations: cite(proposal.fields.outcomeSources))
  }

  /// Proposals by the meeting they were made at, the newest meeting first.
  mutating func positionsByMeeting(_ proposals: [Page], _ style: PositionStyle) -> [PositionGroupView] {
    grouped(proposals, by: { $0.meeting }).sorted { Self.isNewerMeeting($0.owner, $1.owner) }.map {
      meeting, proposals in
      var view = PositionGroupView(
        id: style.isMain ? Self.anchor(of: meeting) : "", title: meeting.document.title, address: link(to: meeting),
        dates: datesText(meeting))
      fill(&view, with: proposals, style)
      return view
    }
  }

  /// A page's own list of proposals, by meeting, with how many there are and the choices that narrow it down.
  mutating func positionsPart(_ proposals: [Page], _ style: PositionStyle) -> PositionsPartView {
    let filters = style.isMain ? filters(for: proposals) : []
    var style = style
    style.hasKeys = !filters.isEmpty
    var groups = positionsByMeeting(proposals, style)
    if groups.count == 1 { groups[0].text = "" }
    return PositionsPartView(
      text: sumText(proposals), filters: filters, total: String(proposals.count), positionGroups: groups)
  }

  /// The place on a page where what was proposed at a meeting begins.
  static func anchor(of meeting: Page) -> String { "at-\(meeting.document.id.name)" }

  /// Proposals by the issue they are about, in the order of the issues' titles.
  mutating func positionsByIssue(_ proposals: [Page], _ style: PositionStyle) -> [PositionGroupView] {
    let groups = Dictionary(
      uniqueKeysWithValues: grouped(proposals, by: { $0.issue }).map { ($0.owner.index, $0.proposals) })
    return edition.order.sorted(groups.keys.map { graph.pages[$0] }).map { issue in
      var view = PositionGroupView(
        id: style.isMain ? "issue-\(issue.document.id.name)" : "", title: issue.document.title, address: link(to: issue)
      )
      fill(&view, with: groups[issue.index] ?? [], style)
      return view
    }
  }

  /// Sets proposals that ask for opposite things side by side, then those that ask for the same, and the others below them.
  mutating func fill(_ group: inout PositionGroupView, with proposals: [Page], _ style: PositionStyle) {
    let sides = PositionSides(proposals, target: page)
    let isAlone = sides.debates.isEmpty && sides.alike.isEmpty
    group.text = proposals.count > 1 ? sumText(proposals) : ""
    for debate in sides.debates {
      let both = [(Word.oneSide, debate.one), (.otherSide, debate.other)].map { word, members in
        PositionSetView(title: words[word], positions: members.map { positionView($0, style) })
      }
      group.debates.append(DebateView(sides: both))
    }
    for members in sides.alike {
      group.sets.append(PositionSetView(title: words[.alike], positions: members.map { positionView($0, style) }))
    }
    if !sides.rest.isEmpty {
      let positions = sides.rest.map { positionView($0, style) }
      group.sets.append(PositionSetView(title: isAlone ? "" : words[.otherAsks], positions: positions))
    }
  }

  /// How many proposals there are and what they came to: "3 proposals: 1 adopted, 2 not known".
  func sumText(_ proposals: [Page]) -> String {
    sumText(
      ProposalCounts(
        proposals.compactMap { page in
          guard case .proposal(let fields) = page.document.details else { return nil }
          return ProposalState(fields)
        }))
  }

  func sumText(_ counts: ProposalCounts) -> String {
    counts.total == 0
      ? "" : words.text(.nameAndCount, ["name": proposalsCount(counts.total), "count": resultsText(counts)])
  }

  private func grouped<Target>(
    _ proposals: [Page], by field: (ProposalFields) -> Reference<Target>
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
