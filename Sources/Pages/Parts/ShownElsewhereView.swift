import Content
import Formats
import Linking
import Sites
import Templating

/// A picture that other sites show with a link to a page (the Open Graph protocol, `og:image`): its address is absolute.
struct ShownElsewhereView: TemplateView {
  var address = ""
  var alternative = ""
  /// In pixels; empty where the file does not say.
  var width = ""
  var height = ""

  static let shape = ViewShape<Self>(
    "ShownElsewhere",
    [
      .text("address") { $0.address },
      .text("alternative") { $0.alternative },
      .text("width") { $0.width },
      .text("height") { $0.height },
    ])
}

extension ShownElsewhereView {
  /// The page's own picture, or else the hub's; drawings (SVG) are no choice, since no such site shows them.
  init?(of page: Page?, on site: Site) {
    let own = page.flatMap { page in page.picture.map { ($0, page.document.common.image?.alternative ?? "") } }
    let hubs = site.graph.pictures.shared.map { ($0, site.graph.hub.image?.alternative ?? "") }
    guard let (path, alternative) = [own, hubs].lazy.compactMap(\.self).first(where: { isPhotograph($0.0.text) })
    else { return nil }
    let size = site.resources.pictures[path]
    self.init(
      address: site.absoluteAddress(of: path), alternative: alternative, width: size.map { String($0.width) } ?? "",
      height: size.map { String($0.height) } ?? "")
  }
}
