import Content
import Formats
import Foundation
import Linking
import Sites
import Templating

/// A body with the bodies below it.
struct BodyView: TemplateView {
  var title = ""
  var address = ""
  /// Of the title, where that is not the site's own.
  var foreignLanguage = ""
  var abbreviation = ""
  var openness = ""
  var opennessMark: HTMLBytes = []
  var meets = ""
  var isUnconfirmed = false
  var bodies: [BodyView] = []

  static let shape = ViewShape<Self>(
    "Body",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
      .text("abbreviation") { $0.abbreviation },
      .text("openness") { $0.openness },
      .html("openness_mark") { $0.opennessMark },
      .text("meets") { $0.meets },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
      .list("bodies") { $0.bodies },
    ])
}

/// The bodies below one, with those below them; nil is the top.
func bodyTree(below parent: PageOf<Body>?, on site: Site, from place: Place) -> [BodyView] {
  directBodies(below: parent, on: site).map { page in
    var view = BodyView(page, on: site, from: place)
    view.bodies = bodyTree(below: page, on: site, from: place)
    return view
  }
}

/// Those with a rank first, then by their ids, in which 11 comes after 2.
func directBodies(below parent: PageOf<Body>?, on site: Site) -> [PageOf<Body>] {
  let bodies =
    if let parent { site.pages(referringTo: parent, by: Body.parent) } else {
      site.pages(of: Body.self).filter { bodyAbove($0, on: site) == nil }
    }
  return bodies.sorted { left, right in
    let ranks = (rank(of: left), rank(of: right))
    guard ranks.0 == ranks.1 else { return ranks.0 < ranks.1 }
    return left.document.id.name.compare(right.document.id.name, options: [.numeric, .literal]) == .orderedAscending
  }
}

private func rank(of body: PageOf<Body>) -> Int {
  body.fields.rank ?? .max
}

extension BodyView {
  init(_ page: PageOf<Body>, on site: Site, from place: Place) {
    let fields = page.fields
    self.init(
      title: page.document.title, address: site.link(to: page, from: place),
      foreignLanguage: site.language.foreign(page), abbreviation: fields.abbreviation ?? "",
      openness: fields.openness.map { site.words[$0.word] } ?? "",
      opennessMark: fields.openness.map { markOfOpenness($0, on: site) } ?? [],
      meets: fields.meets ?? "", isUnconfirmed: page.document.common.confidence.isUnconfirmed)
  }
}
