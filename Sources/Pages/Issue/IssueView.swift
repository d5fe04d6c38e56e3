import Content
import Linking
import Sites
import Templating

/// A row of issues.
struct IssueView: TemplateView {
  var title = ""
  var address = ""
  /// Of the title, where that is not the site's own.
  var foreignLanguage = ""
  var stance = ""
  var summary = ""

  static let shape = ViewShape<Self>(
    "Issue",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
      .text("stance") { $0.stance },
      .text("summary") { $0.summary },
    ])
}

extension IssueView {
  init(_ page: PageOf<Issue>, on site: Site, from place: Place) {
    let fields = page.fields
    self.init(
      title: page.document.title, address: site.link(to: page, from: place),
      foreignLanguage: site.language.foreign(page), stance: site.words[fields.stance.word],
      summary: page.document.common.summary ?? "")
  }
}

/// Issues of one stance.
struct IssueGroupView: TemplateView {
  var id = ""
  var title = ""
  var summary = ""
  var issues: [IssueView] = []

  static let shape = ViewShape<Self>(
    "IssueGroup",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("summary") { $0.summary },
      .list("issues") { $0.issues },
    ])
}
