import Content
import Linking
import Templating

extension PageComposer {
  mutating func actorPage(_ page: Page, _ fields: ActorFields) -> ComposedPage {
    _ = cite(page.document.common.sources)
    let body = bodyHTML(of: page)
    let proposals = pages(of: .proposal, referringTo: page, by: "proposers")
    var content = ActorPage()
    content.type = words[fields.type.word]
    content.standing = fields.standing ?? ""
    content.region = fields.region.map { LinkView(title: graph.hub.title(of: $0), address: regionAddress($0)) }
    content.membersCount = fields.membersCount.map(String.init) ?? ""
    content.membersNote = fields.membersNote ?? ""
    content.officialAddress = fields.address ?? ""
    content.officialHost = fields.address.map(hostName) ?? ""
    content.isUnconfirmed = page.document.common.confidence == .memory
    content.issues = issues(of: proposals)
    content.positions = positionsPart(proposals, .withIssue)
    content.supportedPositions = otherPositions(
      pages(of: .proposal, referringTo: page, by: "supporters"), besides: proposals)
    content.blocPositions = otherPositions(blocProposals(of: page), besides: proposals)
    content.publications = pages(of: .publication, referringTo: page, by: "publisher").newestFirst
      .map { publicationView($0) }
    content.people = edition.order.sorted(pages(of: .person, referringTo: page, by: "affiliation")).map(personView)
    var seen: Set<Int> = []
    let named = fields.members.compactMap(self.page)
    let naming = pages(of: .country, referringTo: page, by: "organisations")
    let members = (named + naming).filter { seen.insert($0.index).inserted }
    content.members = edition.order.sorted(members).map { LinkView(title: title(of: $0), address: link(to: $0)) }
    let head = PageHead(
      kind: "actor", title: page.document.title, label: words[fields.type.word], symbol: fields.abbreviation ?? "",
      summary: page.document.common.summary ?? "", body: body,
      structuredData: [organizationData(page, address: fields.address)])
    return ComposedPage(template: "actor", frame: frame(of: page, head), content: FilledView(content))
  }

  /// The issues that proposals are about, in the order of their titles.
  private func issues(of proposals: [Page]) -> [IssueView] {
    var seen: Set<Int> = []
    let issues = proposals.compactMap { page -> Page? in
      guard case .proposal(let fields) = page.document.details else { return nil }
      return self.page(fields.issue)
    }
    return edition.order.sorted(issues.filter { seen.insert($0.index).inserted }).map(issueView)
  }

  func regionAddress(_ region: Named) -> String {
    guard let index = edition.menu.index(ofFolder: "countries") else { return "" }
    return PageAddress(path: index.path, fragment: "region-\(region.id)").link(from: path)
  }

  mutating func actorsPage(_ index: Menu.Index) -> ComposedPage {
    let actors = edition.order.sorted(pages(of: .actor))
    let groups = ActorFields.ActorType.allCases.compactMap { type -> ActorGroupView? in
      let members = actors.filter { page in
        guard case .actor(let fields) = page.document.details else { return false }
        return fields.type == type
      }
      return members.isEmpty
        ? nil : ActorGroupView(id: type.rawValue, title: words[type.word], actors: members.map(actorView))
    }
    let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
    return indexPage("actors", index, FilledView(ActorsPage(jumps: jumps, actorGroups: groups)))
  }

  /// What the blocs and organisations that a state or an actor belongs to asked for.
  func blocProposals(of member: Page) -> [Page] {
    var blocs = pages(of: .actor, referringTo: member, by: "members")
    if case .country(let fields) = member.document.details { blocs += fields.organisations.compactMap(page) }
    var seen: Set<Int> = [member.index]
    return blocs.filter { seen.insert($0.index).inserted }
      .flatMap { pages(of: .proposal, referringTo: $0, by: "proposers") }
  }

  /// Proposals in which somebody has another part than its own proposals, each once; nil where there are none.
  mutating func otherPositions(_ proposals: [Page], besides own: [Page]) -> PositionsPartView? {
    var seen = Set(own.map(\.index))
    let others = proposals.filter { seen.insert($0.index).inserted }
    return others.isEmpty ? nil : positionsPart(others, PositionStyle(namesIssue: true))
  }

  /// The elections that a state or its candidates stood in, the newest first, with what came of each.
  mutating func posts(of country: Page) -> [PostView] {
    let elections = pages(of: .election, referringTo: country, by: "country")
    return elections.newestFirst.compactMap { page in
      guard case .election(let fields) = page.document.details else { return nil }
      return postView(page, fields, text: standing(of: country, in: fields))
    }
  }

  private func standing(of country: Page, in fields: ElectionFields) -> String {
    func isCountry(_ reference: Reference<Country>?) -> Bool {
      reference.flatMap(page)?.document.id == country.document.id
    }
    if let seat = fields.results.first(where: { isCountry($0.country) }) {
      return standing(isElected: seat.isElected, votes: seat.votes)
    }
    let candidates = fields.rounds.reversed().flatMap(\.candidates) + fields.candidates
    let candidate = candidates.first { isCountry($0.country) }
    let name = candidate?.name ?? (isCountry(fields.country) ? fields.elected : nil)
    let result: String
    if fields.elected == nil {
      result = words[.stoodCandidate]
    } else {
      let isElected = name.map { $0 == fields.elected } ?? isCountry(fields.country)
      result = standing(isElected: isElected, votes: candidate?.votes)
    }
    return [name, result].compactMap { $0 }.joined(separator: ", ")
  }

  private func standing(isElected: Bool, votes: Int?) -> String {
    guard let votes else { return words[isElected ? .stoodElected : .stoodNotElected] }
    return words.text(isElected ? .stoodElectedVotes : .stoodNotElectedVotes, ["votes": String(votes)])
  }

  private mutating func postView(_ page: Page, _ fields: ElectionFields, text: String) -> PostView {
    PostView(
      title: [fields.post, fields.region].compactMap { $0 }.joined(separator: ", "), text: text,
      dates: fields.term ?? dateText(page.document.common.date), meeting: self.page(fields.meeting).map(meetingView),
      isUnconfirmed: page.document.common.confidence == .memory, citations: cite(page.document.common.sources))
  }

  mutating func personPage(_ page: Page, _ fields: PersonFields) -> ComposedPage {
    _ = cite(page.document.common.sources)
    let body = bodyHTML(of: page)
    var content = PersonPage()
    content.role = fields.role ?? ""
    content.affiliation = linkView(fields.affiliation) ?? fields.affiliationName.map { LinkView(title: $0) }
    content.country = linkView(fields.country)
    content.officialAddress = fields.address ?? ""
    content.officialHost = fields.address.map(hostName) ?? ""
    content.articles = articles(referringTo: page, by: "authors").newestFirst.map(articleView)
    content.appearances = appearances(of: page)
    content.electedTo = pages(of: .election).compactMap { election in
      guard case .election(let fields) = election.document.details, fields.elected == page.document.title else {
        return nil
      }
      return postView(election, fields, text: "")
    }
    let head = PageHead(
      kind: "person", title: page.document.title, label: words[.kindPerson],
      summary: page.document.common.summary ?? "",
      body: body)
    return ComposedPage(template: "person", frame: frame(of: page, head), content: FilledView(content))
  }

  /// The sessions at which somebody speaks or moderates.
  private func appearances(of person: Page) -> [AppearanceView] {
    pages(of: .meeting, referringTo: person, by: "person").flatMap { meeting -> [AppearanceView] in
      guard case .meeting(let fields) = meeting.document.details else { return [] }
      return fields.sessions.flatMap { session in
        (session.speakers + [session.moderator].compactMap { $0 })
          .filter { $0.person.flatMap(page)?.document.id == person.document.id }
          .map { speaker in
            AppearanceView(
              title: session.title, address: link(to: meeting), role: speaker.role ?? "",
              dates: edition.dates.text(from: fields.start, to: fields.end), meeting: meetingView(meeting))
          }
      }
    }
  }

  mutating func peoplePage(_ index: Menu.Index) -> ComposedPage {
    let people = edition.order.sorted(pages(of: .person))
    return indexPage("people", index, FilledView(PeoplePage(people: people.map(personView))))
  }
}
