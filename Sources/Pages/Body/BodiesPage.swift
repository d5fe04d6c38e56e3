import Content
import Linking
import Sites
import Templating

/// What only the template `bodies` has.
struct BodiesPage: TemplateView {
  var forum: DrawingView?
  var bodies: [BodyView] = []

  static let shape = ViewShape<Self>(
    "BodiesPage",
    [
      .group("forum") { $0.forum },
      .list("bodies") { $0.bodies },
    ])
}

func bodiesPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<BodiesPage> {
  indexPage(
    "bodies", index,
    Filled(BodiesPage(forum: forumDrawing(on: site, from: place), bodies: bodyTree(below: nil, on: site, from: place))),
    on: site, from: place)
}

/// The index of bodies, which holds the whole map; empty where there are none.
func bodiesAddress(on site: Site, from place: Place) -> String {
  site.menu.index(of: Body.kind).map { site.link(to: $0.path, from: place) } ?? ""
}
