import Content
import Linking
import Sites
import Templating

/// A row of actors.
struct ActorView: TemplateView {
  var title = ""
  var address = ""
  /// Of the title, where that is not the site's own.
  var foreignLanguage = ""
  var abbreviation = ""
  var type = ""
  var count = ""
  var summary = ""
  var isUnconfirmed = false

  static let shape = ViewShape<Self>(
    "Actor",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
      .text("abbreviation") { $0.abbreviation },
      .text("type") { $0.type },
      .text("count") { $0.count },
      .text("summary") { $0.summary },
      .flag("is_unconfirmed") { $0.isUnconfirmed },
    ])
}

extension ActorView {
  init(_ page: PageOf<Actor>, on site: Site, from place: Place) {
    let fields = page.fields
    self.init(
      title: page.document.title, address: site.link(to: page, from: place),
      foreignLanguage: site.language.foreign(page), abbreviation: fields.abbreviation ?? "",
      type: site.words[fields.type.word],
      count: proposalsCount(site.pages(referringTo: page, by: Proposal.proposers).count, on: site),
      summary: page.document.common.summary ?? "", isUnconfirmed: page.document.common.confidence.isUnconfirmed)
  }
}

func proposalsCount(_ count: Int, on site: Site) -> String {
  count == 0 ? "" : site.words.text(.proposalsCount, count: count)
}

/// Actors of one type.
struct ActorGroupView: TemplateView {
  var id = ""
  var title = ""
  var actors: [ActorView] = []

  static let shape = ViewShape<Self>(
    "ActorGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .list("actors") { $0.actors },
    ])
}
