import Formats
import Linking
import Sites
import Templating

/// A chapter of a book.
package struct ChapterView: TemplateView {
  package var id = ""
  package var title = ""
  /// Empty where it is the book's own.
  package var language = ""
  package var direction = ""
  package var label = ""
  package var summary = ""
  package var byline = ""
  package var isUnconfirmed = false
  package var facts: [FactView] = []
  var why = ""
  var keyQuestions: [String] = []
  package var body: HTMLBytes = []
  package var steps: [String] = []
  var signatories: [String] = []
  package var sections: [BookSectionView] = []
  package var citations: [CitationView] = []

  package init(
    id: String = "", title: String = "", language: String = "", direction: String = "", label: String = "",
    summary: String = "", byline: String = "", isUnconfirmed: Bool = false, facts: [FactView] = [], why: String = "",
    keyQuestions: [String] = [], body: HTMLBytes = [], steps: [String] = [], signatories: [String] = [],
    sections: [BookSectionView] = [],
    citations: [CitationView] = []
  ) {
    self.id = id
    self.title = title
    self.language = language
    self.direction = direction
    self.label = label
    self.summary = summary
    self.byline = byline
    self.isUnconfirmed = isUnconfirmed
    self.facts = facts
    self.why = why
    self.keyQuestions = keyQuestions
    self.body = body
    self.steps = steps
    self.signatories = signatories
    self.sections = sections
    self.citations = citations
  }

  package static let shape = ViewShape<Self>(
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
package struct FactView: TemplateView {
  package var title = ""
  package var text = ""
  package var address = ""

  package init(title: String = "", text: String = "", address: String = "") {
    self.title = title
    self.text = text
    self.address = address
  }

  package static let shape = ViewShape<Self>(
    "Fact",
    [
      .text("title") { $0.title },
      .text("text") { $0.text },
      .text("address") { $0.address },
    ])
}

/// What records add to a chapter.
package struct BookSectionView: TemplateView {
  package var id = ""
  package var title = ""
  package var html: HTMLBytes = []

  package init(id: String = "", title: String = "", html: HTMLBytes = []) {
    self.id = id
    self.title = title
    self.html = html
  }

  package static let shape = ViewShape<Self>(
    "BookSection",
    [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .html("html") { $0.html },
    ])
}

extension FactView {
  /// Facts by their names, without those that are not known.
  package static func each(_ facts: [(title: Word, text: String?)], on site: Site) -> [FactView] {
    facts.compactMap { title, text in
      text.flatMap { $0.isEmpty ? nil : FactView(title: site.words[title], text: $0) }
    }
  }
}
