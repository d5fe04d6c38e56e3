import Content
import Formats
import Linking
import Pages
import Sites

/// People, organisations, memberships, meetings and votes of the records, by the names of the Popolo specification (popoloproject.com).
///
/// Only what a record says: whoever is named by a text alone has no entry, and a field that is not known is left out. An id is the folder
/// and the id of the record.
struct PopoloFile {
  let site: Site

  private static let kinds = [Person.kind, Actor.kind, Body.kind, Country.kind]

  /// Whether the hub has neither people nor organisations.
  var isEmpty: Bool { Self.kinds.allSatisfy { site.graph.pages(of: $0).isEmpty } }

  var json: JSONValue {
    let hub = site.graph.hub
    return .object(present: [
      "title": .string(hub.title), "licence": (hub.licence?.address).map { .string($0) },
      "source": .string(site.address), "persons": list(persons), "organizations": list(actors + bodies + countries),
      "memberships": list(memberships), "events": list(events), "vote_events": list(voteEvents),
    ])
  }

  private func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }

  /// What a record is called here.
  private func id(_ page: some SomePage) -> JSONValue { .string(page.document.id.description) }

  private func id<Fields: DocumentFields>(_ reference: Reference<Fields>?) -> JSONValue? {
    reference.flatMap { site.graph.page($0, in: site.graph.hub.language) }.map { id($0) }
  }

  /// What all have that has a page: its names, what registers know it by, its sites and its sources.
  private func described(
    _ page: some SomePage, also abbreviation: String? = nil, otherNames: [String] = [], site address: String? = nil,
    codes: KeyValuePairs<String, String?> = [:], _ members: KeyValuePairs<String, JSONValue?>
  ) -> JSONValue {
    let common = page.document.common
    let own: JSONValue = ["url": .string(site.absoluteAddress(of: page)), "note": "this hub"]
    let official = address.map { address -> JSONValue in ["url": .string(address), "note": "official site"] }
    let names = [abbreviation, common.short].compactMap { $0 } + otherNames
    let others = names.enumerated().filter { index, name in
      name != page.document.title && !names[..<index].contains(name)
    }.map(\.element)
    let all: KeyValuePairs<String, JSONValue?> = [
      "id": id(page), "name": .string(page.document.title),
      "other_names": list(others.map { ["name": .string($0)] }),
      "identifiers": list(
        codes.compactMap { scheme, code in code.map { identifier(scheme, $0) } }
          + common.identifiers.map { identifier($0.scheme, $0.value) }),
    ]
    let rest: KeyValuePairs<String, JSONValue?> = [
      "links": list([own, official].compactMap { $0 }), "sources": sources(common.sources),
    ]
    let parts = [JSONValue.object(present: all), .object(present: members), .object(present: rest)]
    return .object(
      parts.flatMap { part -> [JSONValue.Member] in
        guard case .object(let members) = part else { return [] }
        return members
      })
  }

  private func identifier(_ scheme: String, _ value: String) -> JSONValue {
    ["identifier": .string(value), "scheme": .string(scheme)]
  }

  /// Those that can be read on the web.
  private func sources(_ sources: [Source]) -> JSONValue? {
    list(
      sources.compactMap { source in
        let library = source.publication.flatMap { site.graph.page($0, in: site.graph.hub.language) }
        return (source.address ?? library?.fields.address).map { address in
          .object(present: ["url": .string(address), "note": (source.title ?? source.document).map { .string($0) }])
        }
      })
  }
}

// MARK: People and organisations

extension PopoloFile {
  private var persons: [JSONValue] {
    site.graph.pages(of: Person.self).map { page in
      described(page, site: page.fields.address, ["summary": page.document.common.summary.map { .string($0) }])
    }
  }

  private var actors: [JSONValue] {
    site.graph.pages(of: Actor.self).map { page in
      described(
        page, also: page.fields.abbreviation, site: page.fields.address,
        [
          "classification": .string(page.fields.type.rawValue),
          "abstract": page.document.common.summary.map { .string($0) },
        ])
    }
  }

  private var bodies: [JSONValue] {
    site.graph.pages(of: Body.self).map { page in
      described(
        page, also: page.fields.abbreviation, site: page.fields.address,
        [
          "classification": page.fields.type.map { .string($0) }, "parent_id": id(page.fields.parent),
          "abstract": page.document.common.summary.map { .string($0) },
        ])
    }
  }

  private var countries: [JSONValue] {
    site.graph.pages(of: Country.self).map { page in
      described(
        page, otherNames: page.fields.otherNames, codes: ["iso_3166_alpha_3": page.fields.alpha3],
        ["classification": "country", "abstract": page.document.common.summary.map { .string($0) }])
    }
  }

  private var memberships: [JSONValue] {
    let language = site.graph.hub.language
    let ofPeople = site.graph.pages(of: Person.self).compactMap { page -> JSONValue? in
      let organization = id(page.fields.affiliation)
      let name = page.fields.affiliationName.map { name -> JSONValue in ["name": .string(name)] }
      guard organization != nil || name != nil else { return nil }
      return .object(present: [
        "person_id": id(page), "organization_id": organization, "organization": organization == nil ? name : nil,
        "role": page.fields.role.map { .string($0) },
      ])
    }
    let ofCountries = site.graph.pages(of: Country.self).flatMap { page in
      page.fields.organisations.compactMap { site.graph.page($0, in: language)?.index }.map {
        Membership(member: page.index, organization: $0)
      }
    }
    let ofMembers = site.graph.pages(of: Actor.self).flatMap { page in
      page.fields.members.compactMap { site.graph.anyPage($0, in: language)?.index }.map {
        Membership(member: $0, organization: page.index)
      }
    }
    // A state may name the bloc, and the bloc the state.
    var seen: Set<Membership> = []
    return ofPeople + (ofCountries + ofMembers).filter { seen.insert($0).inserted }.map(json)
  }

  /// Of a state or an organisation, by the numbers of their pages.
  private struct Membership: Hashable {
    let member: Int
    let organization: Int
  }

  private func json(_ membership: Membership) -> JSONValue {
    let (member, organization) = (site.graph.pages[membership.member], site.graph.pages[membership.organization])
    return ["member": ["id": id(member), "name": .string(member.document.title)], "organization_id": id(organization)]
  }
}

// MARK: Meetings and votes

extension PopoloFile {
  private var events: [JSONValue] {
    site.graph.pages(of: Meeting.self).map { page in
      let fields = page.fields
      let place = site.placeText(fields)
      return .object(present: [
        "id": id(page), "name": .string(page.document.title),
        "classification": .string(site.graph.hub.title(of: fields.type)),
        "start_date": date(fields.start), "end_date": date(fields.end),
        "location": place.isEmpty ? nil : .string(place),
        "status": .string(fields.status.rawValue), "organization_id": id(fields.organ), "parent_id": id(fields.partOf),
        "sources": sources(page.document.common.sources),
      ])
    }
  }

  /// As much of a day as is known; the hour needs a zone and is left to the meeting's own record.
  private func date(_ moment: Moment?) -> JSONValue? {
    moment.map { .string(String($0.isoText.prefix { $0 != "T" })) }
  }

  /// A round of an election, and one to seats; the choices are those who stood.
  private var voteEvents: [JSONValue] {
    site.graph.pages(of: Election.self).flatMap { page -> [JSONValue] in
      let fields = page.fields
      let rounds = fields.rounds.enumerated().map { index, round in
        let number = String(round.number ?? index + 1)
        return voteEvent(
          page, part: "round-\(index + 1)", number, round.candidates.map { ($0.name ?? name($0.country), $0.votes) })
      }
      let seats = voteEvent(page, part: nil, nil, fields.results.map { (name($0.country), $0.votes) })
      return (rounds + [seats]).compactMap { $0 }
    }
  }

  /// Nil where nobody's votes are known.
  private func voteEvent(
    _ page: PageOf<Election>, part: String?, _ number: String?, _ votes: [(name: String?, count: Int?)]
  ) -> JSONValue? {
    let counts = votes.compactMap { vote -> JSONValue? in
      guard let name = vote.name, let count = vote.count else { return nil }
      return ["option": .string(name), "value": .integer(count)]
    }
    guard !counts.isEmpty else { return nil }
    let meeting = site.graph.page(page.fields.meeting, in: site.graph.hub.language)
    let record = page.document.id.description
    return .object(present: [
      "id": .string(part.map { "\(record)/\($0)" } ?? record), "identifier": number.map { .string($0) },
      "classification": "election", "organization_id": id(meeting?.fields.organ),
      "legislative_session_id": id(page.fields.meeting), "counts": .array(counts),
      "sources": sources(page.document.common.sources),
    ])
  }

  private func name(_ country: Reference<Country>?) -> String? {
    country.flatMap { site.graph.page($0, in: site.graph.hub.language) }?.document.title
  }
}
