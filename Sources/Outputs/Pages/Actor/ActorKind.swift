import Content
import Linking

extension KindPages {
  static let actor = KindPages(
    .kindActor, of: Actor.self,
    page: { actorPage($0, on: $1, from: $2) },
    index: Index(position: 8, title: .indexActors, summary: .summaryActors) { actorsPage($0, on: $1, from: $2) },
    facts: { searchedFacts(of: $0.fields, on: $1) })
}

private func searchedFacts(of fields: Actor, on site: Site) -> [String?] {
  site.titles(fields.members) + [fields.standing, site.words[fields.type.word]]
}
