import CivilTime

/// A book in EPUB 3.3: packed files of well-formed markup with a list of them; equal books make equal files.
package struct EpubBook: Sendable {
  /// Stays the same from edition to edition.
  package let identifier: String
  package let title: String
  package let description: String
  package let creator: String
  package let rights: String?
  /// The address of what the book is made from.
  package let source: String
  package let language: String
  package let isRightToLeft: Bool
  package let modified: CivilDate
  package let labels: Labels
  /// The body of the cover.
  package let cover: HTMLBytes
  package let parts: [Part]
  package let style: [UInt8]
  package let pictures: [Picture]

  /// Words that the format asks for, in the book's language.
  package struct Labels: Sendable {
    package let cover: String
    package let contents: String
    /// What readers with a screen reader can expect.
    package let accessibility: String

    package init(cover: String, contents: String, accessibility: String) {
      self.cover = cover
      self.contents = contents
      self.accessibility = accessibility
    }
  }

  /// Chapters under a heading of the table of contents; without one, they stand by themselves.
  package struct Part: Sendable {
    package let title: String
    package let chapters: [Chapter]

    package init(title: String, chapters: [Chapter]) {
      self.title = title
      self.chapters = chapters
    }
  }

  package struct Chapter: Sendable {
    package let file: String
    package let title: String
    /// The body: elements that are HTML and XML at once.
    package let markup: HTMLBytes

    package init(file: String, title: String, markup: HTMLBytes) {
      self.file = file
      self.title = title
      self.markup = markup
    }
  }

  package struct Picture: Sendable {
    /// Its name in the archive, as it is (EPUB 3.3, section 4.2).
    package let path: String
    /// What the list of files and the chapters call it: the path with what an address cannot hold percent-encoded.
    package let address: String
    package let bytes: [UInt8]

    package init(path: String, address: String, bytes: [UInt8]) {
      self.path = path
      self.address = address
      self.bytes = bytes
    }
  }

  package init(
    identifier: String, title: String, description: String, creator: String, rights: String?, source: String,
    language: String, isRightToLeft: Bool, modified: CivilDate, labels: Labels, cover: HTMLBytes, parts: [Part],
    style: [UInt8], pictures: [Picture]
  ) {
    self.identifier = identifier
    self.title = title
    self.description = description
    self.creator = creator
    self.rights = rights
    self.source = source
    self.language = language
    self.isRightToLeft = isRightToLeft
    self.modified = modified
    self.labels = labels
    self.cover = cover
    self.parts = parts
    self.style = style
    self.pictures = pictures
  }

  /// Fails where a picture's path is one that no archive can hold, or where the book would be too large for one.
  package func encoded() throws(ZipArchive.Failure) -> [UInt8] {
    var entries = [
      entry("META-INF/container.xml", Self.container), entry("book/package.opf", package),
      entry("book/nav.xhtml", navigation),
      entry("book/cover.xhtml", page(labels.cover, cover)), entry("book/style.css", style),
    ]
    for chapter in chapters { entries.append(entry("book/\(chapter.file)", page(chapter.title, chapter.markup))) }
    for picture in pictures {
      entries.append(ZipArchive.Entry(path: "book/\(picture.path)", PackedBytes(storing: picture.bytes)))
    }
    let type = PackedBytes(storing: Array("application/epub+zip".utf8))
    let midnight = CivilDateTime(modified, TimeOfDay(secondsSinceMidnight: 0))
    let archive = ZipArchive(
      first: ZipArchive.Entry(path: "mimetype", type), entries: entries, modified: midnight)
    return try archive.encoded()
  }

  private var chapters: [Chapter] { parts.flatMap(\.chapters) }

  private func entry(_ path: String, _ bytes: [UInt8]) -> ZipArchive.Entry {
    ZipArchive.Entry(path: path, PackedBytes(deflating: bytes))
  }
}

// MARK: Files

extension EpubBook {
  private static let container: [UInt8] = {
    var writer = XMLWriter()
    writer.block("container", ["version": "1.0", "xmlns": "urn:oasis:names:tc:opendocument:xmlns:container"]) {
      $0.block("rootfiles") {
        $0.element("rootfile", ["full-path": "book/package.opf", "media-type": "application/oebps-package+xml"])
      }
    }
    return writer.bytes
  }()

  private func page(_ title: String, _ body: HTMLBytes) -> [UInt8] {
    document(title) { $0.markup(body) }
  }

  private func document(_ title: String, _ body: (inout XMLWriter) -> Void) -> [UInt8] {
    var writer = XMLWriter()
    writer.markup(Array("<!DOCTYPE html>\n".utf8))
    let attributes: XMLWriter.Attributes = [
      "xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops", "lang": language,
      "xml:lang": language, "dir": isRightToLeft ? "rtl" : "ltr",
    ]
    writer.block("html", attributes) { writer in
      writer.block("head") { writer in
        writer.element("title", text: title)
        writer.element("link", ["rel": "stylesheet", "type": "text/css", "href": "style.css"])
      }
      writer.element("body", content: body)
    }
    return writer.bytes
  }

  private var navigation: [UInt8] {
    document(labels.contents) { writer in
      writer.block("nav", ["epub:type": "toc", "role": "doc-toc", "aria-labelledby": "contents"]) { writer in
        writer.element("h1", ["id": "contents"], text: labels.contents)
        writer.block("ol") { writer in
          writer.item("cover.xhtml", labels.cover)
          for part in parts {
            guard !part.title.isEmpty else {
              for chapter in part.chapters { writer.item(chapter.file, chapter.title) }
              continue
            }
            writer.block("li") { writer in
              writer.element("span", text: part.title)
              writer.block("ol") { writer in
                for chapter in part.chapters { writer.item(chapter.file, chapter.title) }
              }
            }
          }
        }
      }
      writer.block("nav", ["epub:type": "landmarks", "hidden": "hidden"]) { writer in
        writer.element("h2", text: labels.contents)
        writer.block("ol") { writer in
          writer.item("cover.xhtml", labels.cover, type: "cover")
          writer.item("nav.xhtml#contents", labels.contents, type: "toc")
          if let first = chapters.first { writer.item(first.file, first.title, type: "bodymatter") }
        }
      }
    }
  }
}

extension XMLWriter {
  fileprivate mutating func item(_ file: String, _ title: String, type: String? = nil) {
    element("li") { $0.element("a", ["href": file, "epub:type": type], text: title) }
  }
}
