import Pages
import Sites
import Templating

/// What stands on a book's cover.
struct BookCover: TemplateView {
  var title = ""
  var subtitle = ""
  var summary = ""
  /// The hub's address, as it is written.
  var hubAddress = ""

  static let shape = ViewShape<Self>(
    "BookCover",
    [
      .text("title") { $0.title },
      .text("subtitle") { $0.subtitle },
      .text("summary") { $0.summary },
      .text("hub_address") { $0.hubAddress },
    ])
}

/// A part in a book's table of contents.
struct BookPartView: TemplateView {
  var title = ""
  var chapters: [LinkView] = []

  static let shape = ViewShape<Self>(
    "BookPart",
    [
      .text("title") { $0.title },
      .list("chapters") { $0.chapters },
    ])
}

/// What only the template `book` has.
struct BookPage: TemplateView {
  var cover: BookCover?
  var styleAddress = ""
  var fileAddress = ""
  var parts: [BookPartView] = []
  var chapters: [ChapterView] = []

  static let shape = ViewShape<Self>(
    "BookPage",
    [
      .group("cover") { $0.cover },
      .text("style_address") { $0.styleAddress },
      .text("file_address") { $0.fileAddress },
      .list("parts") { $0.parts },
      .list("chapters") { $0.chapters },
    ])
}

// MARK: Lists at the end

struct BookTerms: TemplateView {
  var terms: [TermView] = []

  static let shape = ViewShape<Self>("BookTerms", [.list("terms") { $0.terms }])
}

struct BookSources: TemplateView {
  var sources: [SourceView] = []

  static let shape = ViewShape<Self>("BookSources", [.list("sources") { $0.sources }])
}

struct BookPages: TemplateView {
  var pages: [NamedPageView] = []

  static let shape = ViewShape<Self>("BookPages", [.list("pages") { $0.pages }])
}

/// A page of the hub, with its address as it is written.
struct NamedPageView: TemplateView {
  var title = ""
  var address = ""
  var writtenAddress = ""

  static let shape = ViewShape<Self>(
    "NamedPage",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("written_address") { $0.writtenAddress },
    ])
}
