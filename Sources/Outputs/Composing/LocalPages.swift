import Content
import Linking

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

  func link(to page: Page) -> String {
    address(of: page).link(from: path)
  }

  /// Where a page is read: what stands on the page of another, and is not translated, stands on that page's translation too.
  private func address(of page: Page) -> PageAddress {
    guard page.document.language != edition.language, let fragment = page.address.fragment else { return page.address }
    let owner: OutputPath?
    switch page.document.details {
    case .proposal(let fields): owner = self.page(fields.issue)?.address.path
    case .outcome(let fields): owner = self.page(fields.meeting)?.address.path
    case .election(let fields): owner = self.page(fields.meeting)?.address.path
    default: owner = edition.menu.index(ofFolder: page.document.id.folder).map(edition.menu.path)
    }
    return owner.map { PageAddress(path: $0, fragment: fragment) } ?? page.address
  }
}
