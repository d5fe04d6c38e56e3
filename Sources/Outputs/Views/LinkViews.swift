import Templating

/// The simplest entry: a title that may lead somewhere.
struct LinkView: TemplateView {
  var title = ""
  var address = ""

  static let shape = ViewShape<Self>(
    "Link",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
    ])
}

/// A feed that the page announces.
struct FeedView: TemplateView {
  var title = ""
  var address = ""
  var mediaType = ""

  static let shape = ViewShape<Self>(
    "Feed",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("media_type") { $0.mediaType },
    ])
}

/// An entry of the main menu.
struct MenuItemView: TemplateView {
  var title = ""
  var address = ""
  var isCurrent = false

  static let shape = ViewShape<Self>(
    "MenuItem",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .flag("is_current") { $0.isCurrent },
    ])
}

/// A version of the page in another language, titled with the language's own name.
struct LanguageVersionView: TemplateView {
  var title = ""
  var address = ""
  var language = ""
  var isCurrent = false

  static let shape = ViewShape<Self>(
    "LanguageVersion",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("language") { $0.language },
      .flag("is_current") { $0.isCurrent },
    ])
}

/// A box under the masthead.
struct NoticeView: TemplateView {
  var label = ""
  var text = ""
  var links: [LinkView] = []

  static let shape = ViewShape<Self>(
    "Notice",
    [
      .text("label") { $0.label },
      .text("text") { $0.text },
      .list("links") { $0.links },
    ])
}

/// An entry of the table of contents.
struct ContentView: TemplateView {
  var title = ""
  var address = ""
  var children: [ContentView] = []

  static let shape = ViewShape<Self>(
    "Content",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .list("children") { $0.children },
    ])
}

/// The previous or next of a sequence.
struct NeighbourView: TemplateView {
  var title = ""
  var address = ""
  var dates = ""

  static let shape = ViewShape<Self>(
    "Neighbour",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("dates") { $0.dates },
    ])
}

/// A picture above the text.
struct ImageView: TemplateView {
  var address = ""
  var alternative = ""
  var width = ""
  var height = ""

  static let shape = ViewShape<Self>(
    "Image",
    [
      .text("address") { $0.address },
      .text("alternative") { $0.alternative },
      .text("width") { $0.width },
      .text("height") { $0.height },
    ])
}
