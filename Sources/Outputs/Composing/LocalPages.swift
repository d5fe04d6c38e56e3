import Content
import Linking
import Markdown

/// The pages that lists are made of: each in the edition's language where there is such a version, else the original.
extension PageComposer {
  /// All of a kind, in the order of their ids.
  func pages(of kind: Kind) -> [Page] {
    local(graph.pages(of: kind))
  }

  /// Those of a kind that refer to a page in one of the fields, in the order of their ids.
  func pages(of kind: Kind, referringTo page: Page, by fields: String...) -> [Page] {
    let found = fields.map { graph.pages(of: kind, referringTo: page, by: $0) }
    return local(found.count == 1 ? found[0] : united(found))
  }

  /// The articles that refer to a page in one of the fields, in the order of their ids.
  func articles(referringTo page: Page, by fields: String...) -> [Page] {
    local(united(fields.map { graph.articles(referringTo: page, by: $0) }))
  }

  private func local(_ pages: [Page]) -> [Page] {
    edition.isMainLanguage ? pages : pages.map { graph.version(of: $0, in: edition.language) }
  }

  private func united(_ lists: [[Page]]) -> [Page] {
    var seen: Set<Int> = []
    return lists.joined().filter { seen.insert($0.index).inserted }.sorted { $0.index < $1.index }
  }

  /// A link to a page, or to a place on it; within a book to the chapter that the page is there.
  func link(to page: Page, anchor: String? = nil) -> String {
    let target = anchor.map { PageAddress(path: page.address.path, fragment: $0) } ?? address(of: page)
    guard let book else { return target.link(from: path) }
    if case .term = page.document.details {
      return book.address(BookLinks.terms, page.document.id.name, from: path)
    }
    if let chapter = book.chapters[page.index] { return book.address(chapter, anchor, from: path) }
    let local = graph.version(of: page, in: edition.language)
    if let chapter = book.chapters[local.index] {
      // A translation words its headings otherwise.
      let known = anchor.flatMap { name in local.document.body.headings.map(\.anchor).first { $0 == name } }
      return book.address(chapter, known, from: path)
    }
    return book.form == .files ? target.absolute(below: edition.address) : target.link(from: path)
  }

  /// Where a page is read: what stands on the page of another, and is not translated, stands on that page's translation too.
  private func address(of page: Page) -> PageAddress {
    guard page.document.language != edition.language, let fragment = page.address.fragment else { return page.address }
    let owner: OutputPath?
    switch page.document.details {
    case .proposal(let fields): owner = self.page(fields.issue)?.address.path
    case .outcome(let fields): owner = self.page(fields.meeting)?.address.path
    case .election(let fields): owner = self.page(fields.meeting)?.address.path
    default: owner = edition.menu.index(ofFolder: page.document.id.folder).map(\.path)
    }
    return owner.map { PageAddress(path: $0, fragment: fragment) } ?? page.address
  }
}
