import Formats
import Linking
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
  var isUnconfirmed = false
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
      .flag("is_unconfirmed") { $0.isUnconfirmed },
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

extension FactView {
  /// Facts by their names, without those that are not known.
  static func each(_ facts: [(title: Word, text: String?)], on site: Site) -> [FactView] {
    facts.compactMap { title, text in
      text.flatMap { $0.isEmpty ? nil : FactView(title: site.words[title], text: $0) }
    }
  }
}
