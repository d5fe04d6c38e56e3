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

extension PositionView {
  init(_ page: Page, _ style: PositionStyle, on site: Site, from place: Place, citing citations: inout Citations) {
    guard let proposal = TrackedProposal(page, on: site) else {
      self.init()
      return
    }
    let fields = proposal.fields
    self.init()
    keys = style.hasKeys ? PositionKeysView(of: proposal) : nil
    id = style.isAtHome ? page.anchor : ""
    proposers = LinkView.each(fields.proposers, isShort: true, on: site, from: place)
    supporters = LinkView.each(fields.supporters, isShort: true, on: site, from: place)
    asks = fields.asks
    form = site.words[fields.form.word]
    touches =
      proposal.texts.map { LinkView(title: site.citedTitle(of: $0), address: site.link(to: $0, from: place)) }
      + fields.touchesOther.map { LinkView(title: $0) }
    attribution = fields.attribution ?? ""
    note = page.document.common.note ?? ""
    if style.namesIssue {
      issue = LinkView(title: proposal.issue.document.title, address: site.link(to: page, from: place))
    }
    self.citations = citations.cite(page.document.common.sources, from: place)
    isUnconfirmed = page.document.common.confidence == .memory
    result = ResultView(proposal, on: site, from: place, citing: &citations)
  }
}

extension ResultView {
  fileprivate init(_ proposal: TrackedProposal, on site: Site, from place: Place, citing citations: inout Citations) {
    let state = proposal.state
    guard let certainty = state.certaintyWord else {
      self.init(title: site.words[.resultUnknown])
      return
    }
    self.init(
      title: site.words[state.outcome.word], certainty: site.words[certainty], isCertain: state.certainty == .sourced,
      citations: citations.cite(proposal.fields.outcomeSources, from: place))
  }
}

/// Proposals by the meeting they were made at, the newest meeting first.
func positionsByMeeting(
  _ proposals: [Page], _ style: PositionStyle, on site: Site, from place: Place, citing citations: inout Citations
) -> [PositionGroupView] {
  grouped(proposals, on: site, by: { $0.meeting }).sorted { isNewerMeeting($0.owner, $1.owner) }.map {
    meeting, proposals in
    var view = PositionGroupView(
      id: style.isMain ? PositionGroupView.anchor(of: meeting) : "", title: meeting.document.title,
      address: site.link(to: meeting, from: place),
      dates: site.datesText(meeting))
    fill(&view, with: proposals, style, on: site, from: place, citing: &citations)
    return view
  }
}

extension PositionsPartView {
  /// A page's own list of proposals, by meeting, with how many there are and the choices that narrow it down.
  init(_ proposals: [Page], _ style: PositionStyle, on site: Site, from place: Place, citing citations: inout Citations)
  {
    let filters = style.isMain ? FilterView.each(ifMany: proposals, on: site) : []
    var style = style
    style.hasKeys = !filters.isEmpty
    var groups = positionsByMeeting(proposals, style, on: site, from: place, citing: &citations)
    if groups.count == 1 { groups[0].text = "" }
    self.init(
      text: sumText(proposals, on: site), filters: filters, total: String(proposals.count), positionGroups: groups)
  }
}

/// The place on a page where what was proposed at a meeting begins.
extension PositionGroupView {
  static func anchor(of meeting: Page) -> String { "at-\(meeting.document.id.name)" }
}

/// Proposals by the issue they are about, in the order of the issues' titles.
func positionsByIssue(
  _ proposals: [Page], _ style: PositionStyle, on site: Site, from place: Place, citing citations: inout Citations
) -> [PositionGroupView] {
  let groups = Dictionary(
    uniqueKeysWithValues: grouped(proposals, on: site, by: { $0.issue }).map { ($0.owner.index, $0.proposals) })
  return site.lists.order.sorted(groups.keys.map { site.graph.pages[$0] }).map { issue in
    var view = PositionGroupView(
      id: style.isMain ? "issue-\(issue.document.id.name)" : "", title: issue.document.title,
      address: site.link(to: issue, from: place)
    )
    fill(&view, with: groups[issue.index] ?? [], style, on: site, from: place, citing: &citations)
    return view
  }
}

/// Sets proposals that ask for opposite things side by side, then those that ask for the same, and the others below them.
func fill(
  _ group: inout PositionGroupView, with proposals: [Page], _ style: PositionStyle, on site: Site, from place: Place,
  citing citations: inout Citations
) {
  let sides = PositionSides(proposals, target: site.page)
  let isAlone = sides.debates.isEmpty && sides.alike.isEmpty
  group.text = proposals.count > 1 ? sumText(proposals, on: site) : ""
  for debate in sides.debates {
    let both = [(Word.oneSide, debate.one), (.otherSide, debate.other)].map { word, members in
      PositionSetView(
        title: site.words[word],
        positions: members.map { PositionView($0, style, on: site, from: place, citing: &citations) })
    }
    group.debates.append(DebateView(sides: both))
  }
  for members in sides.alike {
    group.sets.append(
      PositionSetView(
        title: site.words[.alike],
        positions: members.map { PositionView($0, style, on: site, from: place, citing: &citations) }))
  }
  if !sides.rest.isEmpty {
    let positions = sides.rest.map { PositionView($0, style, on: site, from: place, citing: &citations) }
    group.sets.append(PositionSetView(title: isAlone ? "" : site.words[.otherAsks], positions: positions))
  }
}

/// How many proposals there are and what they came to: "3 proposals: 1 adopted, 2 not known".
func sumText(_ proposals: [Page], on site: Site) -> String {
  sumText(
    ProposalCounts(
      proposals.compactMap { page in
        guard case .proposal(let fields) = page.document.details else { return nil }
        return ProposalState(fields)
      }), on: site)
}

func sumText(_ counts: ProposalCounts, on site: Site) -> String {
  counts.total == 0
    ? ""
    : site.words.text(
      .nameAndCount, ["name": proposalsCount(counts.total, on: site), "count": resultsText(counts, on: site)])
}

private func grouped(_ proposals: [Page], on site: Site, by field: (ProposalFields) -> Reference) -> [(
  owner: Page, proposals: [Page]
)] {
  var order: [Int] = []
  var groups: [Int: (owner: Page, proposals: [Page])] = [:]
  for proposal in proposals {
    guard case .proposal(let fields) = proposal.document.details, let owner = site.page(field(fields)) else { continue }
    if groups[owner.index] == nil { order.append(owner.index) }
    groups[owner.index, default: (owner, [])].proposals.append(proposal)
  }
  return order.compactMap { groups[$0] }
}

func isNewerMeeting(_ left: Page, _ right: Page) -> Bool {
  guard case .meeting(let first) = left.document.details, case .meeting(let second) = right.document.details else {
    return false
  }
  return (first.start?.firstDay ?? .last, right.index) > (second.start?.firstDay ?? .last, left.index)
}
