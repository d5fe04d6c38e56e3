import Content
import Linking
import Sites
import Templating

/// What only the template `actors` has.
struct ActorsPage: TemplateView {
  var jumps: [LinkView] = []
  var actorGroups: [ActorGroupView] = []

  static let shape = ViewShape<Self>(
    "ActorsPage",
    [
      .list("jumps") { $0.jumps },
      .list("actor_groups") { $0.actorGroups },
    ])
}

func actorsPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<ActorsPage> {
  let actors = site.lists.order.sorted(site.pages(of: Actor.self))
  let groups = Actor.ActorType.allCases.compactMap { type -> ActorGroupView? in
    let members = actors.filter { $0.fields.type == type }
    return members.isEmpty
      ? nil
      : ActorGroupView(
        id: type.rawValue, title: site.words[type.word], actors: members.map { ActorView($0, on: site, from: place) })
  }
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  return indexPage(
    "actors", index, Filled(ActorsPage(jumps: jumps, actorGroups: groups)), on: site,
    from: place)
}
