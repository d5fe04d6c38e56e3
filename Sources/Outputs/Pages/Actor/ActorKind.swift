import Content
import Linking

extension KindPages {
  static let actor = KindPages(
    .kindActor, \.actorFields,
    page: { actorPage($0, $1, on: $2, from: $3) },
    index: Index(position: 8, title: .indexActors, summary: .summaryActors) { actorsPage($0, on: $1, from: $2) },
    facts: { _, fields, site in searchedFacts(of: fields, on: site) })
}

private func searchedFacts(of fields: ActorFields, on site: Site) -> [String?] {
  site.titles(fields.members) + [fields.standing, site.words[fields.type.word]]
}

extension Details {
  fileprivate var actorFields: ActorFields? { if case .actor(let fields) = self { fields } else { nil } }
}
