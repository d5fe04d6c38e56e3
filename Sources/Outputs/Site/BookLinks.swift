import Linking

/// Where the links of a book lead: to its own chapters, or out of it.
struct BookLinks: Sendable {
  /// The ids of the chapters by the pages that they stand for.
  let chapters: [Int: String]
  /// Where the book shows what a page has under an anchor of its kind, by the page's number and the anchor.
  let sections: [Int: [String: Section]]
  let form: Form

  /// A chapter, or a place in one.
  struct Section: Sendable {
    let chapter: String
    var anchor: String?
  }

  /// A book in one document is a page of the site; one in files leaves the site, so that its links outwards are whole addresses.
  enum Form: Sendable {
    case page
    case files
  }

  static let terms = "terms"
  static let sources = "sources"
  static let pages = "pages"

  init(_ book: Book, on site: Site, as form: Form) {
    var chapters: [Int: String] = [:]
    var sections: [Int: [String: Section]] = [:]
    for (number, content) in book.chapters.enumerated() {
      let id = Self.id(ofChapter: number)
      if let page = content.page, chapters[page.index] == nil {
        chapters[page.index] = id
        for anchor in content.anchors(on: site) {
          sections[page.index, default: [:]][anchor] = Section(chapter: id, anchor: anchor)
        }
      }
      if let (page, anchor) = content.section { sections[page.index, default: [:]][anchor] = Section(chapter: id) }
    }
    self.chapters = chapters
    self.sections = sections
    self.form = form
  }

  static func id(ofChapter number: Int) -> String { "c\(number + 1)" }

  /// The ids of a chapter begin with its own and a full stop, so that chapters can stand in one document.
  static func prefix(ofChapter id: String) -> String { id + "." }

  /// A place in a chapter; `path` is the book's own.
  func address(_ chapter: String, _ anchor: String? = nil, from path: OutputPath) -> String {
    let id = anchor.map { Self.prefix(ofChapter: chapter) + $0 } ?? chapter
    let fragment = PageAddress(path: path, fragment: id).link(from: path)
    switch form {
    case .page: return fragment
    case .files: return anchor == nil ? Self.file(ofChapter: chapter) : Self.file(ofChapter: chapter) + fragment
    }
  }

  static func file(ofChapter id: String) -> String { "\(id).xhtml" }

  /// Where a picture of the hub lies in a book of files.
  static func picture(_ path: OutputPath) -> String {
    "pictures/" + OutputPath.relativeLink(from: PageAddress.path("index.html"), to: path)
  }
}
