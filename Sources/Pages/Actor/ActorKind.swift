import Content
import Linking
import Sites

extension Actor: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindActor, of: Actor.self,
    page: PageMaker("actor", actorPage),
    index: .init(position: 8, title: .indexActors, summary: .summaryActors, page: PageMaker("actors", actorsPage)),
    facts: { searchedFacts(of: $0.fields, on: $1) })
}

private func searchedFacts(of fields: Actor, on site: Site) -> [String?] {
  site.titles(fields.members) + [fields.standing, site.words[fields.type.word]]
}
