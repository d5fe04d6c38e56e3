import Content
import Formats
import Linking
import Templating

/// One page while it is made: it knows where the page stands, and numbers the sources that the page rests on.
struct PageComposer {
  let edition: Edition
  let path: OutputPath
  var sources = SourceNumbers()
  /// The glossary's terms that the text mentions, in the order of their first mention.
  var terms: [Page] = []
  /// The book that is written, where it is no page of the site.
  var book: BookLinks?
  /// What the ids of the text begin with, so that texts can share a document.
  var anchorPrefix = ""

  init(edition: Edition, path: OutputPath) {
    self.edition = edition
    self.path = path
  }

  var graph: ContentGraph { edition.graph }
  var words: Words { edition.words }

  func link(to path: OutputPath) -> String {
    if case .files? = book?.form { return edition.absoluteAddress(of: path) }
    return OutputPath.relativeLink(from: self.path, to: path)
  }

  /// The page that a reference leads to, in the edition's language where there is one.
  func page<Target>(_ reference: Reference<Target>) -> Page? {
    graph.anyPage(reference, in: edition.language)
  }

  func linkView(_ page: Page, isShort: Bool = false) -> LinkView {
    LinkView(title: isShort ? page.shortTitle : page.document.title, address: link(to: page))
  }

  func linkView<Target>(_ reference: Reference<Target>?, isShort: Bool = false) -> LinkView? {
    reference.flatMap(page).map { linkView($0, isShort: isShort) }
  }

  func linkViews<Target>(_ references: [Reference<Target>], isShort: Bool = false) -> [LinkView] {
    references.compactMap { linkView($0, isShort: isShort) }
  }

  func dateText(_ moment: Moment?) -> String {
    moment.map(edition.dates.text) ?? ""
  }

  /// The date for `<time datetime>`, which takes a year, a month, a day or a time.
  func isoText(_ moment: Moment?) -> String {
    moment?.isoText ?? ""
  }

  /// Adds the sources of a fact to the page's list.
  mutating func cite(_ sources: [Source]) -> [CitationView] {
    sources.map { source in
      let number = self.sources.number(of: source)
      let address = book?.address(BookLinks.sources, "source-\(number)", from: path) ?? "#source-\(number)"
      return CitationView(number: String(number), address: address)
    }
  }
}

extension Page {
  /// The name for narrow places.
  var shortTitle: String {
    switch document.details {
    case .resolution(let fields): document.common.short ?? document.citedTitle(fields)
    default: document.common.short ?? document.title
    }
  }
}

extension Document {
  /// A text's name by its number, where it has no short name of its own.
  func citedTitle(_ fields: ResolutionFields) -> String {
    "\(fields.form.rawValue.prefix(1).uppercased())\(fields.form.rawValue.dropFirst()) \(fields.number)"
  }
}
