import Content
import Linking

extension KindPages {
  static let election = KindPages(
    .kindElection, \.electionFields,
    gist: { $0.elected },
    facts: { _, fields, site in searchedFacts(of: fields, on: site) },
    names: { _, _, _ in [] },
    date: { _, fields, site in whenHeld(fields.meeting, on: site) })
}

private func searchedFacts(of election: ElectionFields, on site: Site) -> [String?] {
  let candidates = election.candidates + election.rounds.flatMap(\.candidates)
  return [election.elected, election.term, election.region] + candidates.map(\.name)
    + site.titles([election.meeting] + candidates.map(\.country) + election.results.map(\.country))
}

extension Details {
  fileprivate var electionFields: ElectionFields? { if case .election(let fields) = self { fields } else { nil } }
}
