import Content
import Linking
import Sites
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

func resolutionsPage(_ index: Menu.Index, on site: Site, from place: Place) -> FinishedPage<ResolutionsPage> {
  let resolutions = site.pages(of: Resolution.self)
  let byOrgan = resolutions.grouped(by: { site.page($0.fields.organ) })
  let byTitle = site.lists.order.sorted(byOrgan.map(\.owner)).enumerated().map { ($1.index, $0) }
  let positions = Dictionary(uniqueKeysWithValues: byTitle)
  let organs = byOrgan.sorted { left, right in
    (right.members.count, positions[left.owner.index] ?? 0) < (left.members.count, positions[right.owner.index] ?? 0)
  }
  let groups = organs.map { organ, members in
    ResolutionGroupView(
      id: organ.document.id.name, title: organ.document.title,
      resolutions: members.sorted(by: PageOf<Resolution>.isLower).map {
        ResolutionView($0, isListed: true, on: site, from: place)
      })
  }
  let jumps = groups.map { LinkView(title: $0.title, address: "#" + $0.id) }
  return indexPage(
    "resolutions", index,
    Filled(ResolutionsPage(jumps: jumps, resolutionGroups: groups)), on: site, from: place)
}

extension PageOf<Resolution> {
  /// By form, then by number, in which 11 comes after 2.
  package static func isLower(_ left: Self, _ right: Self) -> Bool {
    let (first, second) = (left.fields, right.fields)
    return (first.form.rawValue, Int(first.number) ?? .max, first.number) < (
      second.form.rawValue, Int(second.number) ?? .max, second.number
    )
  }
}
