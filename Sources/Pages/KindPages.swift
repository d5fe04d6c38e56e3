import Content
import Linking
import OutputFiles
import Sites
import Templating

/// A kind that sites show, which every kind is: its fields say how, beside its pages.
package protocol ShownKind: DocumentFields {
  static var pages: KindPages { get }
}

/// How a site shows the documents of one kind.
package struct KindPages: Sendable {
  package let kind: Kind
  package let name: KindNames.Name
  private let addPage: @Sendable (inout TemplateTable) -> PagePlanner?
  /// Makes the list of all documents, where there is one.
  package let index: PageMaker<Menu.Index>?
  /// The sentence that stands for a summary where a document has none.
  package let gist: @Sendable (Page) -> String?
  /// What a page shows of its fields, as words to search.
  package let facts: @Sendable (Page, Site) -> [String?]
  /// What it is called besides its title.
  package let names: @Sendable (Page, Site) -> [String?]
  /// When it was or will be, in words and by its year.
  package let date: @Sendable (Page, Site) -> (text: String, year: Int?)
  /// The issues that it is about.
  package let subjects: @Sendable (Page, Site) -> [PageOf<Issue>]
  /// Adds what a chapter of a book says of it besides its text.
  package let chapter: @Sendable (Page, Site, inout ChapterView) -> Void

  /// The list of all documents of a kind.
  package struct Index {
    /// Where it stands among the indexes of records.
    package let position: Int
    package let title: Word
    package let summary: Word
    package let page: PageMaker<Menu.Index>
  }

  /// Plans the page of a document.
  package typealias PagePlanner = @Sendable (Page, Site) -> OutputFile?

  /// What is left away is as for an article.
  init<Fields: DocumentFields>(
    _ word: Word, of fields: Fields.Type, heading: Word? = nil,
    page: PageMaker<PageOf<Fields>>? = nil, index: Index? = nil,
    gist: @escaping @Sendable (Fields) -> String? = { _ in nil },
    facts: @escaping @Sendable (PageOf<Fields>, Site) -> [String?] = { _, _ in [] },
    names: @escaping @Sendable (PageOf<Fields>, Site) -> [String?] = { page, _ in [page.id.name] },
    date: @escaping @Sendable (PageOf<Fields>, Site) -> (text: String, year: Int?) = { page, site in
      (site.dates.text(page.document.common.date), page.document.common.date?.year)
    },
    subjects: @escaping @Sendable (PageOf<Fields>, Site) -> [PageOf<Issue>] = { page, site in
      page.document.common.issues.compactMap(site.page)
    },
    chapter: @escaping @Sendable (Fields, Site, inout ChapterView) -> Void = { _, _, _ in }
  ) {
    kind = Fields.kind
    name = KindNames.Name(
      word: word, heading: heading ?? index?.title ?? word,
      index: index.map { KindNames.Index(position: $0.position, title: $0.title, summary: $0.summary) })
    addPage = { table in
      guard let writer = page?.writer(in: &table) else { return nil }
      return { document, site in
        PageOf<Fields>(document).map { writer.file(about: $0, of: document, at: document.address.path, on: site) }
      }
    }
    self.index = index?.page
    self.gist = { PageOf<Fields>($0).flatMap { gist($0.fields) } }
    self.facts = { page, site in PageOf<Fields>(page).map { facts($0, site) } ?? [] }
    self.names = { page, site in PageOf<Fields>(page).map { names($0, site) } ?? [] }
    self.date = { page, site in PageOf<Fields>(page).map { date($0, site) } ?? ("", nil) }
    self.subjects = { page, site in PageOf<Fields>(page).map { subjects($0, site) } ?? [] }
    self.chapter = { page, site, view in
      if let page = PageOf<Fields>(page) { chapter(page.fields, site, &view) }
    }
  }
}

extension KindPages {
  /// Adds the template of documents' own pages to a table; nil where documents have their place on the pages of others.
  package func pagePlanner(in table: inout TemplateTable) -> PagePlanner? { addPage(&table) }

  /// In the order of the one list of all kinds.
  package static let all: [KindPages] = Kind.allCases.map { kind in
    guard let shown = kind.fieldsType as? any ShownKind.Type else {
      preconditionFailure("nothing says how sites show '\(kind)'")
    }
    return shown.pages
  }

  /// What sites call them.
  package static let names = KindNames(Dictionary(uniqueKeysWithValues: all.map { ($0.kind, $0.name) }))

  private static let byKind = Dictionary(uniqueKeysWithValues: all.map { ($0.kind, $0) })

  fileprivate static func of(_ kind: Kind) -> KindPages {
    guard let pages = byKind[kind] else { preconditionFailure("the list above lacks '\(kind)'") }
    return pages
  }
}

extension Kind {
  package var pages: KindPages { .of(self) }
}
