import Content
import Linking
import Templating

/// What only the template `resolutions` has.
struct ResolutionsPage: TemplateView {
  var jumps: [LinkView] = []
  var resolutionGroups: [ResolutionGroupView] = []

  static let shape = ViewShape<Self>(
    "ResolutionsPage",
    [
      .list("jumps") { $0.jumps },
      .list("resolution_groups") { $0.resolutionGroups },
    ])
}

/// Texts of one body.
struct ResolutionGroupView: TemplateView {
  var id = ""
  var title = ""
  var resolutions: [ResolutionView] = []

  static let shape = ViewShape<Self>(
    "ResolutionGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("resolutions") { $0.resolutions },
    ])
}

func resolutionsPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage {
  let resolutions = site.pages(of: .resolution)
  let byOrgan = Dictionary(grouping: resolutions) { page -> Int in
    guard case .resolution(let fields) = page.document.details else { return -1 }
    return site.page(fields.organ)?.index ?? -1
  }
  let organs = site.lists.order.sorted(byOrgan.keys.filter { $0 >= 0 }.map { site.graph.pages[$0] })
    .sorted { (byOrgan[$0.index]?.count ?? 0) > (byOrgan[$1.index]?.count ?? 0) }
  let groups = organs.map { organ in
    ResolutionGroupView(
      id: organ.document.id.name, title: organ.document.title,
      resolutions: (byOrgan[organ.index] ?? []).sorted(by: isLowerNumber).map {
        ResolutionView($0, isListed: true, on: site, from: place)
      })
  }
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  return indexPage(
    site.templates.pages.resolutions, "resolutions", index,
    Filled(ResolutionsPage(jumps: jumps, resolutionGroups: groups)), on: site, from: place)
}

func isLowerNumber(_ left: Page, _ right: Page) -> Bool {
  guard case .resolution(let first) = left.document.details, case .resolution(let second) = right.document.details
  else { return false }
  return (first.form.rawValue, Int(first.number) ?? .max, first.number) < (
    second.form.rawValue, Int(second.number) ?? .max, second.number
  )
}
