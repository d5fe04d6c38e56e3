import Content
import Linking

/// How a site shows the documents of one kind.
struct KindPages: Sendable {
  /// What one of them is called.
  let word: Word
  /// What makes a document's own page; nil where documents have their place on the pages of others.
  let page: @Sendable (Page) -> (@Sendable (Site, Place) -> FinishedPage)?
  /// Nil for articles, which sections list, and for records that the pages of meetings list.
  let index: Index?
  /// The sentence that stands for a summary where a document has none.
  let gist: @Sendable (Page) -> String?
  /// What a page shows of its fields, as words to search.
  let facts: @Sendable (Page, Site) -> [String?]
  /// What it is called besides its title.
  let names: @Sendable (Page, Site) -> [String?]
  /// When it was or will be, in words and by its year.
  let date: @Sendable (Page, Site) -> (text: String, year: Int?)
  /// The issues that it is about.
  let subjects: @Sendable (Page, Site) -> [Page]
  /// Adds what a chapter of a book says of it besides its text.
  let chapter: @Sendable (Page, Site, inout ChapterView) -> Void

  /// The list of all documents of a kind.
  struct Index: Sendable {
    /// Where it stands among the indexes of records.
    let position: Int
    let title: Word
    let summary: Word
    let page: @Sendable (Menu.Index, Site, Place) -> FinishedPage
  }

  /// `fields` takes the fields of the kind out of a document's; what is left away is as for an article.
  init<Fields: Sendable>(
    _ word: Word, _ fields: @escaping @Sendable (Details) -> Fields?,
    page: (@Sendable (Page, Fields, Site, Place) -> FinishedPage)? = nil, index: Index? = nil,
    gist: @escaping @Sendable (Fields) -> String? = { _ in nil },
    facts: @escaping @Sendable (Page, Fields, Site) -> [String?] = { _, _, _ in [] },
    names: @escaping @Sendable (Page, Fields, Site) -> [String?] = { page, _, _ in [page.document.id.name] },
    date: @escaping @Sendable (Page, Fields, Site) -> (text: String, year: Int?) = { page, _, site in
      (site.dates.text(page.document.common.date), page.document.common.date?.year)
    },
    subjects: @escaping @Sendable (Page, Fields, Site) -> [Page] = { page, _, site in
      page.document.common.issues.compactMap(site.page)
    },
    chapter: @escaping @Sendable (Fields, Site, inout ChapterView) -> Void = { _, _, _ in }
  ) {
    self.word = word
    self.page = { document in
      guard let page, let fields = fields(document.document.details) else { return nil }
      return { page(document, fields, $0, $1) }
    }
    self.index = index
    self.gist = { fields($0.document.details).flatMap(gist) }
    self.facts = { page, site in fields(page.document.details).map { facts(page, $0, site) } ?? [] }
    self.names = { page, site in fields(page.document.details).map { names(page, $0, site) } ?? [] }
    self.date = { page, site in fields(page.document.details).map { date(page, $0, site) } ?? ("", nil) }
    self.subjects = { page, site in fields(page.document.details).map { subjects(page, $0, site) } ?? [] }
    self.chapter = { page, site, view in
      if let fields = fields(page.document.details) { chapter(fields, site, &view) }
    }
  }
}

extension Kind {
  /// The one list of all kinds: the menu, the indexes, the search and the words for kinds follow from it.
  var pages: KindPages {
    switch self {
    case .explainer: .explainer
    case .caseStudy: .caseStudy
    case .guide: .guide
    case .briefing: .briefing
    case .dispatch: .dispatch
    case .takeaways: .takeaways
    case .statement: .statement
    case .article: .article
    case .page: .page
    case .issue: .issue
    case .meeting: .meeting
    case .body: .body
    case .resolution: .resolution
    case .proposal: .proposal
    case .outcome: .outcome
    case .actor: .actor
    case .country: .country
    case .person: .person
    case .route: .route
    case .election: .election
    case .publication: .publication
    case .term: .term
    }
  }

  var word: Word { pages.word }
}

extension Site {
  /// The titles of those that references lead to, as words to search.
  func titles(_ references: [Reference?]) -> [String?] {
    references.compactMap { $0.flatMap(page) }.map { title(of: $0) }
  }
}
