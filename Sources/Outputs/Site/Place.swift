import Content
import Linking
import Markdown

/// Where something is written, as far as its links depend on it: at a path of the site, or in a book.
struct Place: Sendable {
  let path: OutputPath
  /// The book that is written, where it is no page of the site.
  var book: BookLinks?
  /// What the ids of a text begin with, so that texts can share a document.
  var anchorPrefix = ""
  /// Whether it is shown at addresses that nobody knows, as a host's answer where there is no page: its links then begin at the host's root.
  var isAnywhere = false

  init(_ path: OutputPath, in book: BookLinks? = nil) {
    self.path = path
    self.book = book
  }

  /// The same place, in a text whose ids begin with a prefix.
  func prefixing(_ anchorPrefix: String) -> Place {
    var place = self
    place.anchorPrefix = anchorPrefix
    return place
  }
}

extension Site {
  func link(to path: OutputPath, from place: Place) -> String {
    if place.isAnywhere { return PageAddress(path: path).absolute(below: hostFolder) }
    if case .files? = place.book?.form { return absoluteAddress(of: path) }
    return OutputPath.relativeLink(from: place.path, to: path)
  }

  /// A link to a page, or to a place on it; within a book to the chapter that the page is there.
  func link(to page: some SomePage, anchor: String? = nil, from place: Place) -> String {
    let page = page.page
    let target = anchor.map { PageAddress(path: page.address.path, fragment: $0) } ?? address(of: page)
    if place.isAnywhere { return target.absolute(below: hostFolder) }
    guard let book = place.book else { return target.link(from: place.path) }
    if page.document.kind == Term.kind {
      return book.address(BookLinks.terms, page.document.id.name, from: place.path)
    }
    if let chapter = book.chapters[page.index] { return book.address(chapter, anchor, from: place.path) }
    let local = graph.version(of: page, in: language.code)
    if let chapter = book.chapters[local.index] {
      // A translation words its headings otherwise.
      let known = anchor.flatMap { name in local.document.body.headings.map(\.anchor).first { $0 == name } }
      return book.address(chapter, known, from: place.path)
    }
    return book.form == .files ? target.absolute(below: address) : target.link(from: place.path)
  }

  /// Where a page is read: what stands on the page of another, and is not translated, stands on that page's translation too.
  private func address(of page: Page) -> PageAddress {
    guard page.document.language != language.code, let fragment = page.address.fragment else { return page.address }
    let owner: OutputPath?
    switch page.document.kind.place {
    case .page(of: let field):
      owner = page.document.reference(in: field).flatMap { graph.anyPage($0, in: language.code) }?.address.path
    case .index, .ownPage: owner = menu.index(ofFolder: page.document.id.folder).map(\.path)
    }
    return owner.map { PageAddress(path: $0, fragment: fragment) } ?? page.address
  }
}
