import Content
import Linking
import Sites

extension Route: ShownKind {
  package static let pages: KindPages = KindPages(
    .kindRoute, of: Route.self,
    page: PageMaker("route", routePage),
    index: .init(position: 3, title: .indexRoutes, summary: .summaryRoutes, page: PageMaker("routes", routesPage)),
    gist: { $0.audience },
    facts: { page, _ in searchedFacts(of: page.fields) },
    chapter: { fields, site, view in
      view.facts = FactView.each(
        [
          (.forWhom, fields.audience), (.leadTime, fields.leadTime), (.attend, fields.rights.attend),
          (.speak, fields.rights.speak), (.vote, fields.rights.vote), (.seeDocuments, fields.rights.documents),
          (.cost, fields.cost?.text),
        ], on: site)
      view.steps = fields.steps.map(\.title)
    })
}

private func searchedFacts(of route: Route) -> [String?] {
  let rights = [route.rights.attend, route.rights.speak, route.rights.vote, route.rights.documents]
  let lists = [route.steps.map(\.title), route.advantages, route.drawbacks, route.pastTopics]
  return [route.audience, route.cost?.text, route.leadTime] + rights + lists.joined().map(Optional.some)
}
