import Content
import Linking
import Sites

/// How many proposals each state, and each bloc or organisation, made and supported at each meeting, and what became of them.
struct PartyCounts: Sendable {
  /// A line for each of these with each meeting at which it, its blocs or its members had a part.
  let parties: [Kind: [Record]]

  /// The tables of states and of blocs; without those that would be empty.
  static func sets(in site: Site) -> [DataSet] {
    let counts = PartyCounts(of: site.graph)
    return Party.kinds.compactMap { kind in
      guard let records = counts.parties[kind], !records.isEmpty else { return nil }
      let name = kind == Country.kind ? "proposals-by-state" : "proposals-by-bloc"
      let word: Word = kind == Country.kind ? .proposalsByState : .proposalsByBloc
      return DataSet(
        DataPaths(name: name), heading: site.words[word], fields: fields(of: kind), key: [kind.rawValue, "meeting"],
        in: site, records: { records })
    }
  }

  private static func fields(of kind: Kind) -> [FieldDescription] {
    let isState = kind == Country.kind
    let party = FieldDescription(
      name: kind.rawValue, shape: .reference([kind]), isRequired: true,
      meaning: isState ? "The state." : "The bloc or organisation.")
    let meeting = FieldDescription(
      name: "meeting", shape: .reference([Meeting.kind]), isRequired: true, meaning: "The meeting.")
    return [party, meeting]
      + [
        count("made", "The proposals that it made, alone or with others."),
        count("supported", "The proposals of others that it supported."),
        isState
          ? count(
            "made_by_blocs", "The proposals of blocs and organisations that it belongs to, and that are not its own.")
          : count("made_by_members", "The proposals of its members that are not its own."),
      ] + Proposal.ProposalOutcome.allCases.map { count($0.column, "Of those that it made: \($0.meaning)") }
  }

  private static func count(_ name: String, _ meaning: String) -> FieldDescription {
    FieldDescription(name: name, shape: .number, isRequired: true, meaning: meaning)
  }
}

extension Proposal.ProposalOutcome {
  fileprivate var column: String { rawValue.replacing("-", with: "_") }

  fileprivate var meaning: String {
    switch self {
    case .adopted: "those that were adopted."
    case .adoptedWithChanges: "those that were adopted with changes."
    case .rejected: "those that were rejected."
    case .withdrawn: "those that were withdrawn."
    case .noConsensus: "those on which there was no consensus."
    case .unknown: "those of which the outcome is not known."
    }
  }
}

// MARK: Counting

extension PartyCounts {
  /// What one party did at one meeting.
  private struct Part {
    var made: [PageOf<Proposal>] = []
    var supported = 0
    /// Those of its blocs, or of its members.
    var related = 0
  }

  private struct Key: Hashable {
    let party: Int
    let meeting: Int
  }

  private init(of graph: ContentGraph) {
    let language = graph.hub.language
    let related = Self.related(in: graph)
    var parts: [Key: Part] = [:]
    for proposal in graph.pages(of: Proposal.self) {
      guard let meeting = graph.page(proposal.fields.meeting, in: language)?.index else { continue }
      let makers = Set(proposal.fields.proposers.compactMap { graph.anyPage($0, in: language)?.index })
      let supporters = Set(proposal.fields.supporters.compactMap { graph.anyPage($0, in: language)?.index })
      for maker in makers { parts[Key(party: maker, meeting: meeting), default: Part()].made.append(proposal) }
      for party in supporters.subtracting(makers) {
        parts[Key(party: party, meeting: meeting), default: Part()].supported += 1
      }
      for party in Set(makers.flatMap { related[$0] ?? [] }).subtracting(makers) {
        parts[Key(party: party, meeting: meeting), default: Part()].related += 1
      }
    }
    parties = Dictionary(uniqueKeysWithValues: Party.kinds.map { ($0, Self.records(of: $0, parts, graph.pages)) })
  }

  /// For each bloc its members and for each member its blocs, as far as one is a state and the other is none.
  private static func related(in graph: ContentGraph) -> [Int: Set<Int>] {
    let language = graph.hub.language
    var related: [Int: Set<Int>] = [:]
    func join(_ bloc: Page, _ member: Page) {
      guard bloc.index != member.index else { return }
      related[bloc.index, default: []].insert(member.index)
      related[member.index, default: []].insert(bloc.index)
    }
    for country in graph.pages(of: Country.self) {
      for bloc in country.fields.organisations.compactMap({ graph.page($0, in: language) }) {
        join(bloc.page, country.page)
      }
    }
    for bloc in graph.pages(of: Actor.self) {
      for member in bloc.fields.members.compactMap({ graph.anyPage($0, in: language) })
      where member.document.kind == Country.kind { join(bloc.page, member) }
    }
    return related
  }

  private static func records(of kind: Kind, _ parts: [Key: Part], _ pages: [Page]) -> [Record] {
    let rows = parts.compactMap { key, part -> (party: DocumentID, meeting: DocumentID, part: Part)? in
      let party = pages[key.party].document
      return party.kind == kind ? (party.id, pages[key.meeting].document.id, part) : nil
    }
    return rows.sorted { ($0.party, $0.meeting) < ($1.party, $1.meeting) }.map { row in
      let outcomes = Proposal.ProposalOutcome.allCases.map { outcome in
        (outcome.column, row.part.made.count { $0.fields.outcome == outcome })
      }
      let counts =
        [
          ("made", row.part.made.count), ("supported", row.part.supported),
          (kind == Country.kind ? "made_by_blocs" : "made_by_members", row.part.related),
        ] + outcomes
      return Record(
        fields: [
          .init(name: kind.rawValue, value: .text(row.party.name)),
          .init(name: "meeting", value: .text(row.meeting.name)),
        ] + counts.map { .init(name: $0.0, value: .number($0.1)) })
    }
  }
}
