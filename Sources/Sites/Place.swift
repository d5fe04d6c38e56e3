import Content
import Linking
import Markdown

/// Where something is written, as far as its links depend on it: at a path of the site, or in a book.
package struct Place: Sendable {
  package let path: OutputPath
  /// The book that is written, where it is no page of the site.
  package var book: BookLinks?
  /// What the ids of a text begin with, so that texts can share a document.
  package var anchorPrefix = ""
  /// Whether it is shown at addresses that nobody knows, as a host's answer where there is no page: its links then begin at the host's root.
  package var isAnywhere = false

  package init(_ path: OutputPath, in book: BookLinks? = nil) {
    self.path = path
    self.book = book
  }

  /// The same place, in a text whose ids begin with a prefix.
  package func prefixing(_ anchorPrefix: String) -> Place {
    var place = self
    place.anchorPrefix = anchorPrefix
    return place
  }
}

extension Site {
  package func link(to path: OutputPath, from place: Place) -> String {
    if place.isAnywhere { return PageAddress(path: path).absolute(below: hostFolder) }
    if case .files? = place.book?.form { return absoluteAddress(of: path) }
    return OutputPath.relativeLink(from: place.path, to: path)
  }

  /// A link to a page, or to a place on it; within a book to the chapter that the page is there.
  package func link(to page: some SomePage, anchor: String? = nil, from place: Place) -> String {
    let page = page.page
    if let link = place.book.flatMap({ self.link(to: page, anchor: anchor, within: $0, from: place.path) }) {
      return link
    }
    var target = address(of: page)
    if let anchor {
      let section = PageAddress(path: page.address.path, fragment: anchor)
      target = absentSections.contains(section) ? PageAddress(path: page.address.path) : section
    }
    if place.isAnywhere { return target.absolute(below: hostFolder) }
    return place.book?.form == .files ? target.absolute(below: address) : target.link(from: place.path)
  }

  /// Nil where the book has neither the page nor, of a section, anything that shows the same.
  private func link(to page: Page, anchor: String?, within book: BookLinks, from path: OutputPath) -> String? {
    if page.document.kind == Term.kind { return book.address(BookLinks.terms, page.document.id.name, from: path) }
    let local = graph.version(of: page, in: language.code)
    guard
      let (version, chapter) = [page, local].lazy.compactMap({ version in
        book.chapters[version.index].map { (version, $0) }
      }).first
    else { return nil }
    guard let anchor else { return book.address(chapter, from: path) }
    if let section = book.sections[version.index]?[anchor] {
      return book.address(section.chapter, section.anchor, from: path)
    }
    if let heading = version.document.body.headings.id(namedBy: anchor) {
      return book.address(chapter, heading, from: path)
    }
    // A translation words its headings otherwise; what the page derives and the book lacks is read on the page.
    return page.document.kind.anchors.contains(anchor) ? nil : book.address(chapter, from: path)
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
