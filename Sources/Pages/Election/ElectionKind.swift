import Content
import Linking
import Sites

extension Election: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindElection, of: Election.self, heading: .elections,
    gist: { $0.elected },
    facts: { searchedFacts(of: $0.fields, on: $1) },
    names: { _, _ in [] },
    date: { page, site in whenHeld(page.fields.meeting, on: site) })
}

private func searchedFacts(of election: Election, on site: Site) -> [String?] {
  let candidates = election.candidates + election.rounds.flatMap(\.candidates)
  return [election.elected, election.term, election.region] + candidates.map(\.name)
    + site.titles([election.meeting]) + site.titles(candidates.map(\.country) + election.results.map(\.country))
}
