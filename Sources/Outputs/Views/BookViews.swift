import Formats
import Templating

/// A chapter of a book.
struct ChapterView: TemplateView {
  var id = ""
  var title = ""
  /// Empty where it is the book's own.
  var language = ""
  var direction = ""
  var label = ""
  var summary = ""
  var byline = ""
  var facts: [FactView] = []
  var why = ""
  var keyQuestions: [String] = []
  var body: HTMLBytes = []
  var steps: [String] = []
  var signatories: [String] = []
  var sections: [BookSectionView] = []
  var citations: [CitationView] = []

  static let shape = ViewShape<Self>(
    "Chapter",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .text("chapter_language") { $0.language },
      .text("chapter_direction") { $0.direction },
      .text("label") { $0.label },
      .text("summary") { $0.summary },
      .text("byline") { $0.byline },
      .list("facts") { $0.facts },
      .text("why") { $0.why },
      .texts("key_questions") { $0.keyQuestions },
      .html("body") { $0.body },
      .texts("steps") { $0.steps },
      .texts("signatories") { $0.signatories },
      .list("sections") { $0.sections },
      .list("citations") { $0.citations },
    ])
}

/// A fact with its name; the address is that of another site.
struct FactView: TemplateView {
  var title = ""
  var text = ""
  var address = ""

  static let shape = ViewShape<Self>(
    "Fact",
    [
      .text("title") { $0.title },
      .text("text") { $0.text },
      .text("address") { $0.address },
    ])
}

/// What records add to a chapter.
struct BookSectionView: TemplateView {
  var id = ""
  var title = ""
  var html: HTMLBytes = []

  static let shape = ViewShape<Self>(
    "BookSection",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .html("html") { $0.html },
    ])
}

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
