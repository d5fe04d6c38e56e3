import Content
import Linking
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

func actorPage(_ page: Page, _ fields: ActorFields, on site: Site, from place: Place) -> FinishedPage {
  var citations = Citations(page.document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  let proposals = site.pages(of: .proposal, referringTo: page, by: "proposers")
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
  content.isUnconfirmed = page.document.common.confidence == .memory
  content.issues = issues(of: proposals, on: site, from: place)
  content.positions = PositionsPartView(proposals, .withIssue, on: site, from: place, citing: &citations)
  content.supportedPositions = otherPositions(
    site.pages(of: .proposal, referringTo: page, by: "supporters"), besides: proposals, on: site, from: place,
    citing: &citations)
  content.blocPositions = otherPositions(
    blocProposals(of: page, on: site), besides: proposals, on: site, from: place, citing: &citations)
  content.publications = site.pages(of: .publication, referringTo: page, by: "publisher").newestFirst
    .map { PublicationView($0, on: site, from: place) }
  content.people = site.lists.order.sorted(site.pages(of: .person, referringTo: page, by: "affiliation")).map {
    PersonView($0, on: site, from: place)
  }
  var seen: Set<Int> = []
  let named = fields.members.compactMap(site.page)
  let naming = site.pages(of: .country, referringTo: page, by: "organisations")
  let members = (named + naming).filter { seen.insert($0.index).inserted }
  content.members = site.lists.order.sorted(members).map {
    LinkView(title: site.title(of: $0), address: site.link(to: $0, from: place))
  }
  let head = PageHead(
    kind: "actor", title: page.document.title, label: site.words[fields.type.word], symbol: fields.abbreviation ?? "",
    summary: page.document.common.summary ?? "", body: body,
    structuredData: [organizationData(page, address: fields.address, on: site, from: place)], document: page)
  return FinishedPage(site.templates.pages.actor, Filled(content), head, restingOn: citations)
}

/// The issues that proposals are about, in the order of their titles.
private func issues(of proposals: [Page], on site: Site, from place: Place) -> [IssueView] {
  var seen: Set<Int> = []
  let issues = proposals.compactMap { page -> Page? in
    guard case .proposal(let fields) = page.document.details else { return nil }
    return site.page(fields.issue)
  }
  return site.lists.order.sorted(issues.filter { seen.insert($0.index).inserted }).map {
    IssueView($0, on: site, from: place)
  }
}

func regionAddress(_ region: Named, on site: Site, from place: Place) -> String {
  guard let index = site.menu.index(ofFolder: "countries") else { return "" }
  return PageAddress(path: index.path, fragment: "region-\(region.id)").link(from: place.path)
}

/// What the blocs and organisations that a state or an actor belongs to asked for.
func blocProposals(of member: Page, on site: Site) -> [Page] {
  var blocs = site.pages(of: .actor, referringTo: member, by: "members")
  if case .country(let fields) = member.document.details { blocs += fields.organisations.compactMap(site.page) }
  var seen: Set<Int> = [member.index]
  return blocs.filter { seen.insert($0.index).inserted }
    .flatMap { site.pages(of: .proposal, referringTo: $0, by: "proposers") }
}

/// Proposals in which somebody has another part than its own proposals, each once; nil where there are none.
func otherPositions(
  _ proposals: [Page], besides own: [Page], on site: Site, from place: Place, citing citations: inout Citations
) -> PositionsPartView? {
  var seen = Set(own.map(\.index))
  let others = proposals.filter { seen.insert($0.index).inserted }
  return others.isEmpty
    ? nil : PositionsPartView(others, PositionStyle(namesIssue: true), on: site, from: place, citing: &citations)
}
