import Content
import Linking
import Sites
import Templating

/// What only the template `routes` has.
struct RoutesPage: TemplateView {
  var chooserAddress = ""
  var routes: [RouteView] = []

  static let shape = ViewShape<Self>(
    "RoutesPage",
    [
      .text("chooser_address") { $0.chooserAddress },
      .list("routes") { $0.routes },
    ])
}

func routesPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<RoutesPage> {
  var citations = Citations()
  let content = RoutesPage(
    chooserAddress: chooserAddress(on: site, from: place),
    routes: site.lists.routes.map { RouteView(compared: $0, on: site, from: place, citing: &citations) })
  return indexPage(
    "routes", index, Filled(content), restingOn: citations, on: site, from: place)
}

/// Where the questions begin; empty where the hub asks none.
func chooserAddress(on site: Site, from place: Place) -> String {
  site.graph.hub.questions.isEmpty || site.pages(of: Route.self).isEmpty
    ? "" : site.link(to: RouteChooser.startPath(in: site), from: place)
}
