import CivilTime
import Content
import Linking
import Sites
import Templating

/// Positions on one issue or at one meeting.
package struct PositionGroupView: TemplateView {
  package var id = ""
  package var title = ""
  package var address = ""
  package var dates = ""
  /// How many positions there are, and what they came to.
  package var text = ""
  var debates: [DebateView] = []
  package var sets: [PositionSetView] = []

  package init(
    id: String = "", title: String = "", address: String = "", dates: String = "", text: String = "",
    debates: [DebateView] = [], sets: [PositionSetView] = []
  ) {
    self.id = id
    self.title = title
    self.address = address
    self.dates = dates
    self.text = text
    self.debates = debates
    self.sets = sets
  }

  package static let shape = ViewShape<Self>(
    "PositionGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("dates") { $0.dates },
      .text("text") { $0.text },
      .list("debates") { $0.debates },
      .list("sets") { $0.sets },
    ])
}

/// Positions that oppose each other, on two sides.
package struct DebateView: TemplateView {
  var sides: [PositionSetView] = []

  package static let shape = ViewShape<Self>("Debate", [.list("sides") { $0.sides }])
}

/// Positions that belong together, such as those that ask for the same; without a title where all of a group do.
package struct PositionSetView: TemplateView {
  var title = ""
  var positions: [PositionView] = []

  package static let shape = ViewShape<Self>(
    "PositionSet",
    [
      .text("title") { $0.title },
      .list("positions") { $0.positions },
    ])
}

/// Positions, grouped, apart from others.
struct PositionsPartView: TemplateView {
  /// How many there are, and what they came to.
  var text = ""
  var filters: [FilterView] = []
  var total = ""
  var positionGroups: [PositionGroupView] = []

  static let shape = ViewShape<Self>(
    "PositionsPart",
    [
      .text("text") { $0.text },
      .list("filters") { $0.filters },
      .text("total") { $0.total },
      .list("position_groups") { $0.positionGroups },
    ])
}

/// Proposals by the meeting they were made at, the newest meeting first.
func positionsByMeeting(
  _ proposals: [PageOf<Proposal>], _ style: PositionStyle, on site: Site, from place: Place,
  citing citations: inout Citations
) -> [PositionGroupView] {
  proposals.grouped(by: { site.page($0.fields.meeting) }).sorted { PageOf<Meeting>.isNewer($0.owner, $1.owner) }.map {
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
  init(
    _ proposals: [PageOf<Proposal>], _ style: PositionStyle, on site: Site, from place: Place,
    citing citations: inout Citations
  ) {
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
  package static func anchor(of meeting: PageOf<Meeting>) -> String { "at-\(meeting.document.id.name)" }
}

/// Proposals by the issue they are about, in the order of the issues' titles.
func positionsByIssue(
  _ proposals: [PageOf<Proposal>], _ style: PositionStyle, on site: Site, from place: Place,
  citing citations: inout Citations
) -> [PositionGroupView] {
  let groups = proposals.grouped(by: { site.page($0.fields.issue) })
  let members = Dictionary(uniqueKeysWithValues: groups.map { ($0.owner.index, $0.members) })
  return site.lists.order.sorted(groups.map(\.owner)).map { issue in
    var view = PositionGroupView(
      id: style.isMain ? "issue-\(issue.document.id.name)" : "", title: issue.document.title,
      address: site.link(to: issue, from: place)
    )
    fill(&view, with: members[issue.index] ?? [], style, on: site, from: place, citing: &citations)
    return view
  }
}

/// Sets proposals that ask for opposite things side by side, then those that ask for the same, and the others below them.
package func fill(
  _ group: inout PositionGroupView, with proposals: [PageOf<Proposal>], _ style: PositionStyle, on site: Site,
  from place: Place,
  citing citations: inout Citations
) {
  let sides = PositionSides(proposals, target: site.page)
  let isAlone = sides.debates.isEmpty && sides.alike.isEmpty
  group.text = proposals.count > 1 || style.isFolded ? sumText(proposals, on: site) : ""
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
func sumText(_ proposals: [PageOf<Proposal>], on site: Site) -> String {
  sumText(
    ProposalCounts(
      proposals.map { ProposalState($0.fields) }), on: site)
}

func sumText(_ counts: ProposalCounts, on site: Site) -> String {
  counts.total == 0
    ? ""
    : site.words.text(
      .nameAndCount, ["name": proposalsCount(counts.total, on: site), "count": resultsText(counts, on: site)])
}
