import Content
import Linking
import Templating

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

func actorsPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage {
  let actors = site.lists.order.sorted(site.pages(of: .actor))
  let groups = ActorFields.ActorType.allCases.compactMap { type -> ActorGroupView? in
    let members = actors.filter { page in
      guard case .actor(let fields) = page.document.details else { return false }
      return fields.type == type
    }
    return members.isEmpty
      ? nil
      : ActorGroupView(
        id: type.rawValue, title: site.words[type.word], actors: members.map { ActorView($0, on: site, from: place) })
  }
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  return indexPage(
    site.templates.pages.actors, "actors", index, Filled(ActorsPage(jumps: jumps, actorGroups: groups)), on: site,
    from: place)
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

/// The elections that a state or its candidates stood in, the newest first, with what came of each.
func posts(of country: Page, on site: Site, from place: Place, citing citations: inout Citations) -> [PostView] {
  let elections = site.pages(of: .election, referringTo: country, by: "country")
  return elections.newestFirst.compactMap { page in
    guard case .election(let fields) = page.document.details else { return nil }
    return PostView(
      page, fields, text: standing(of: country, in: fields, on: site), on: site, from: place, citing: &citations)
  }
}

private func standing(of country: Page, in fields: ElectionFields, on site: Site) -> String {
  func isCountry(_ reference: Reference?) -> Bool { reference.flatMap(site.page)?.document.id == country.document.id }
  if let seat = fields.results.first(where: { isCountry($0.country) }) {
    return standing(isElected: seat.isElected, votes: seat.votes, on: site)
  }
  let candidates = fields.rounds.reversed().flatMap(\.candidates) + fields.candidates
  let candidate = candidates.first { isCountry($0.country) }
  let name = candidate?.name ?? (isCountry(fields.country) ? fields.elected : nil)
  let result: String
  if fields.elected == nil {
    result = site.words[.stoodCandidate]
  } else {
    let isElected = name.map { $0 == fields.elected } ?? isCountry(fields.country)
    result = standing(isElected: isElected, votes: candidate?.votes, on: site)
  }
  return [name, result].compactMap { $0 }.joined(separator: ", ")
}

private func standing(isElected: Bool, votes: Int?, on site: Site) -> String {
  guard let votes else { return site.words[isElected ? .stoodElected : .stoodNotElected] }
  return site.words.text(isElected ? .stoodElectedVotes : .stoodNotElectedVotes, ["votes": String(votes)])
}

extension PostView {
  fileprivate init(
    _ page: Page, _ fields: ElectionFields, text: String, on site: Site, from place: Place,
    citing citations: inout Citations
  ) {
    self.init(
      title: [fields.post, fields.region].compactMap { $0 }.joined(separator: ", "), text: text,
      dates: fields.term ?? site.dates.text(page.document.common.date),
      meeting: site.page(fields.meeting).map { MeetingView($0, on: site, from: place) },
      isUnconfirmed: page.document.common.confidence == .memory,
      citations: citations.cite(page.document.common.sources, from: place))
  }
}

func personPage(_ page: Page, _ fields: PersonFields, on site: Site, from place: Place) -> FinishedPage {
  var citations = Citations(page.document.common.sources)
  let body = bodyHTML(of: page, on: site, from: place, citing: &citations)
  var content = PersonPage()
  content.role = fields.role ?? ""
  content.affiliation =
    LinkView(fields.affiliation, on: site, from: place) ?? fields.affiliationName.map { LinkView(title: $0) }
  content.country = LinkView(fields.country, on: site, from: place)
  content.officialAddress = fields.address ?? ""
  content.officialHost = fields.address.map(hostName) ?? ""
  content.articles = site.articles(referringTo: page, by: "authors").newestFirst.map {
    ArticleView($0, on: site, from: place)
  }
  content.appearances = appearances(of: page, on: site, from: place)
  content.electedTo = site.pages(of: .election).compactMap { election in
    guard case .election(let fields) = election.document.details, fields.elected == page.document.title else {
      return nil
    }
    return PostView(election, fields, text: "", on: site, from: place, citing: &citations)
  }
  let head = PageHead(
    kind: "person", title: page.document.title, label: site.words[.kindPerson],
    summary: page.document.common.summary ?? "",
    body: body, document: page)
  return FinishedPage(site.templates.pages.person, Filled(content), head, restingOn: citations)
}

/// The sessions at which somebody speaks or moderates.
private func appearances(of person: Page, on site: Site, from place: Place) -> [AppearanceView] {
  site.pages(of: .meeting, referringTo: person, by: "person").flatMap { meeting -> [AppearanceView] in
    guard case .meeting(let fields) = meeting.document.details else { return [] }
    return fields.sessions.flatMap { session in
      (session.speakers + [session.moderator].compactMap { $0 })
        .filter { $0.person.flatMap(site.page)?.document.id == person.document.id }
        .map { speaker in
          AppearanceView(
            title: session.title, address: site.link(to: meeting, from: place), role: speaker.role ?? "",
            dates: site.dates.text(from: fields.start, to: fields.end),
            meeting: MeetingView(meeting, on: site, from: place))
        }
    }
  }
}

func peoplePage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage {
  let people = site.lists.order.sorted(site.pages(of: .person))
  return indexPage(
    site.templates.pages.people, "people", index,
    Filled(PeoplePage(people: people.map { PersonView($0, on: site, from: place) })), on: site, from: place)
}
