import Content
import Linking
import Sites
import Templating

/// What only the template `actor` has.
struct ActorPage: TemplateView {
  var type = ""
  var standing = ""
  var region: LinkView?
  var membersCount = ""
  var membersNote = ""
  var officialAddress = ""
  var officialHost = ""
  var isUnconfirmed = false
  var issues: [IssueView] = []
  var positions: PositionsPartView?
  var supportedPositions: PositionsPartView?
  var blocPositions: PositionsPartView?
  var publications: [PublicationView] = []
  var people: [PersonView] = []
  var members: [LinkView] = []

  static let shape = ViewShape<Self>(
    "ActorPage",
    [
      .text("type") { $0.type },
      .text("standing") { $0.standing },
      .group("region") { $0.region },
      .text("members_count") { $0.membersCount },
      .text("members_note") { $0.membersNote },
      .text("official_address") { $0.officialAddress },
      .text("official_host") { $0.officialHost },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("issues") { $0.issues },
      .group("positions") { $0.positions },
      .group("supported_positions") { $0.supportedPositions },
      .group("bloc_positions") { $0.blocPositions },
      .list("publications") { $0.publications },
      .list("people") { $0.people },
      .list("members") { $0.members },
    ])
}

func actorPage(_ page: PageOf<Actor>, on site: Site, from place: Place) -> FinishedPage<ActorPage> {
  let fields = page.fields
  var citations = Citations(page.document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  let proposals = site.pages(referringTo: page, by: Proposal.proposers)
  var content = ActorPage()
  content.type = site.words[fields.type.word]
  content.standing = fields.standing ?? ""
  content.region = fields.region.map {
    LinkView(title: site.graph.hub.title(of: $0), address: regionAddress($0, on: site, from: place))
  }
  content.membersCount = fields.membersCount.map(String.init) ?? ""
  content.membersNote = fields.membersNote ?? ""
  content.officialAddress = fields.address ?? ""
  content.officialHost = fields.address.map(hostName) ?? ""
  content.isUnconfirmed = page.document.common.confidence.isUnconfirmed
  content.issues = issues(of: proposals, on: site, from: place)
  content.positions = PositionsPartView(proposals, .withIssue, on: site, from: place, citing: &citations)
  content.supportedPositions = otherPositions(
    site.pages(referringTo: page, by: Proposal.supporters), besides: proposals, on: site, from: place,
    citing: &citations)
  content.blocPositions = otherPositions(
    blocProposals(of: page, on: site), besides: proposals, on: site, from: place, citing: &citations)
  content.publications = site.pages(referringTo: page, by: Publication.publisher).newestFirst
    .map { PublicationView($0, on: site, from: place) }
  content.people = site.lists.order.sorted(site.pages(referringTo: page, by: Person.affiliation)).map {
    PersonView($0, on: site, from: place)
  }
  let naming = site.pages(referringTo: page, by: Country.organisations).map(\.page)
  let members = fields.members.compactMap(site.anyPage) + naming
  content.members = site.lists.order.sorted(members.eachOnce).map {
    LinkView(title: site.title(of: $0), address: site.link(to: $0, from: place))
  }
  let head = PageHead(
    kind: "actor", title: page.document.title, label: site.words[fields.type.word], symbol: fields.abbreviation ?? "",
    summary: page.document.common.summary ?? "", body: body,
    structuredData: [organizationData(page, address: fields.address, on: site, from: place)], document: page.page)
  return FinishedPage(Filled(content), head: head, restingOn: citations)
}

/// The issues that proposals are about, in the order of their titles.
private func issues(of proposals: [PageOf<Proposal>], on site: Site, from place: Place) -> [IssueView] {
  var seen: Set<Int> = []
  let issues = proposals.compactMap { site.page($0.fields.issue) }
  return site.lists.order.sorted(issues.filter { seen.insert($0.index).inserted }).map {
    IssueView($0, on: site, from: place)
  }
}

func regionAddress(_ region: Named, on site: Site, from place: Place) -> String {
  guard let index = site.menu.index(ofFolder: "countries") else { return "" }
  return PageAddress(path: index.path, fragment: "region-\(region.id)").link(from: place.path)
}

/// What the blocs and organisations that a state or an actor belongs to asked for.
func blocProposals(of member: some SomePage, on site: Site) -> [PageOf<Proposal>] {
  var blocs = site.pages(referringTo: member, by: Actor.members)
  if let country = PageOf<Country>(member.page) { blocs += country.fields.organisations.compactMap(site.page) }
  var seen: Set<Int> = [member.index]
  return blocs.filter { seen.insert($0.index).inserted }
    .flatMap { site.pages(referringTo: $0, by: Proposal.proposers) }
}

/// Proposals in which somebody has another part than its own proposals, each once; nil where there are none.
func otherPositions(
  _ proposals: [PageOf<Proposal>], besides own: [PageOf<Proposal>], on site: Site, from place: Place,
  citing citations: inout Citations
) -> PositionsPartView? {
  var seen = Set(own.map(\.index))
  let others = proposals.filter { seen.insert($0.index).inserted }
  return others.isEmpty
    ? nil : PositionsPartView(others, PositionStyle(namesIssue: true), on: site, from: place, citing: &citations)
}
