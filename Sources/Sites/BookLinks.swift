import Linking

/// Where the links of a book lead: to its own chapters, or out of it.
package struct BookLinks: Sendable {
  /// The ids of the chapters by the pages that they stand for.
  package let chapters: [Int: String]
  /// Where the book shows what a page has under an anchor of its kind, by the page's number and the anchor.
  package let sections: [Int: [String: Section]]
  package let form: Form

  /// A chapter, or a place in one.
  package struct Section: Sendable {
    package let chapter: String
    package let anchor: String?

    package init(chapter: String, anchor: String? = nil) {
      self.chapter = chapter
      self.anchor = anchor
    }
  }

  /// A book in one document is a page of the site; one in files leaves the site, so that its links outwards are whole addresses.
  package enum Form: Sendable {
    case page
    case files
  }

  package static let terms = "terms"
  package static let sources = "sources"
  package static let pages = "pages"

  package init(chapters: [Int: String], sections: [Int: [String: Section]], as form: Form) {
    self.chapters = chapters
    self.sections = sections
    self.form = form
  }

  package static func id(ofChapter number: Int) -> String { "c\(number + 1)" }

  /// The ids of a chapter begin with its own and a full stop, so that chapters can stand in one document.
  package static func prefix(ofChapter id: String) -> String { id + "." }

  /// A place in a chapter; `path` is the book's own.
  package func address(_ chapter: String, _ anchor: String? = nil, from path: OutputPath) -> String {
    let id = anchor.map { Self.prefix(ofChapter: chapter) + $0 } ?? chapter
    let fragment = PageAddress(path: path, fragment: id).link(from: path)
    switch form {
    case .page: return fragment
    case .files: return anchor == nil ? Self.file(ofChapter: chapter) : Self.file(ofChapter: chapter) + fragment
    }
  }

  package static func file(ofChapter id: String) -> String { "\(id).xhtml" }

  /// Where a picture of the hub lies in a book of files: each byte that old readers cannot have in a name is written `_20`, as is `_` itself, so that no two
  /// pictures meet (EPUB 3.3, 4.2.3).
  package static func picture(_ path: OutputPath) -> String {
    path.text.utf8.reduce(into: "pictures/") { name, byte in
      let sign = Unicode.Scalar(byte)
      if byte < 0x80,
        sign.properties.isAlphabetic || sign.properties.numericType != nil || "./-".unicodeScalars.contains(sign)
      {
        name.unicodeScalars.append(sign)
      } else {
        name += (byte < 0x10 ? "_0" : "_") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
