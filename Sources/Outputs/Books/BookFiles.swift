import CivilTime
import Content
import Diagnostics
import Formats
import Linking
import Templating

/// Each book of an edition as a page to read and print, with the style of its printed pages, and as an EPUB file.
func bookFiles(_ edition: Edition) -> [OutputFile] {
  PageComposer(edition: edition, path: edition.downloadsPath).books.flatMap { book in
    [bookPage(book, edition), printStyle(book, edition), bookFile(book, edition)]
  }
}

private func bookPage(_ book: Book, _ edition: Edition) -> OutputFile {
  let path = edition.pagePath(ofBook: book.name)
  return OutputFile(path: path) {
    var composer = PageComposer(edition: edition, path: path)
    composer.book = BookLinks(book, as: .page)
    let written = composer.write(book)
    let links = composer.book
    let content = BookPage(
      cover: composer.cover(of: book), styleAddress: composer.link(to: edition.stylePath(ofBook: book.name)),
      fileAddress: composer.link(to: edition.filePath(ofBook: book.name)),
      parts: written.parts.map { part in
        BookPartView(
          title: part.title,
          chapters: part.chapters.map { LinkView(title: $0.title, address: links?.address($0.id, from: path) ?? "") })
      }, chapters: written.chapters)
    let head = PageHead(
      kind: "book", title: book.title, label: composer.words[book.sort.word], summary: book.summary,
      isInEveryEdition: false)
    return composer.render(
      ComposedPage(template: "book", frame: composer.plainFrame(head), content: FilledView(content)))
  }
}

extension PageComposer {
  fileprivate func cover(of book: Book) -> BookCover {
    BookCover(title: book.title, subtitle: book.subtitle, summary: book.summary, hubAddress: edition.address)
  }
}

/// The running heads, which a style sheet has to spell out: the book's title, and that of the chapter.
private func printStyle(_ book: Book, _ edition: Edition) -> OutputFile {
  OutputFile(path: edition.stylePath(ofBook: book.name)) {
    let isRightToLeft = edition.direction == "rtl"
    let (outer, inner) = isRightToLeft ? ("right", "left") : ("left", "right")
    let composer = PageComposer(edition: edition, path: edition.stylePath(ofBook: book.name))
    let hub = edition.graph.hub.title
    let foot = edition.words.text(.bookEdition, ["date": edition.dates.text(edition.today)])
    var style = """
      @page {
        @top-\(outer) { content: \(quoted(book.title)) }
        @bottom-\(outer) { content: \(quoted("\(hub) · \(foot)")) }
        @bottom-\(inner) { content: counter(page) " / " counter(pages) }
      }
      @page :first {
        @top-\(outer) { content: none }
        @bottom-\(outer) { content: none }
        @bottom-\(inner) { content: none }
      }

      """
    let chapters = book.chapters.enumerated().map { (BookLinks.id(ofChapter: $0), composer.title(of: $1)) }
    for (id, title) in chapters + composer.titlesOfLists where chapters.count > 1 {
      style += """
        @page \(id) { @top-\(inner) { content: \(quoted(title)) } }
        #\(id) { page: \(id) }

        """
    }
    return Array(style.utf8)
  }
}

/// A text as a string of CSS.
private func quoted(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
}

private func bookFile(_ book: Book, _ edition: Edition) -> OutputFile {
  let path = edition.filePath(ofBook: book.name)
  return OutputFile(path: path, turn: .first) {
    edition.resources.budget.faults(ofBook: path, size: $0.count, about: book.pages.first)
  } make: { (_) throws(DiagnosticFound) in
    var composer = PageComposer(edition: edition, path: path)
    composer.book = BookLinks(book, as: .files)
    let written = composer.write(book)
    let hub = edition.graph.hub
    let epub = EpubBook(
      identifier: edition.absoluteAddress(of: path), title: book.title, description: book.summary,
      creator: hub.publisher?.name ?? hub.title, rights: hub.licence?.name, source: edition.address,
      language: edition.language, isRightToLeft: edition.direction == "rtl", modified: edition.today,
      labels: EpubBook.Labels(
        cover: edition.words[.bookCover], contents: edition.words[.contentsOfBook],
        accessibility: edition.words[.bookAccessibility]),
      cover: composer.rendered("book-cover", FilledView(composer.cover(of: book))),
      parts: written.parts.map { part in
        EpubBook.Part(
          title: part.title,
          chapters: part.chapters.map { chapter in
            EpubBook.Chapter(
              file: BookLinks.file(ofChapter: chapter.id), title: chapter.title,
              markup: composer.rendered("book-chapter", FilledView(chapter)))
          })
      },
      style: edition.resources.bookStyle, pictures: try edition.pictures(of: book))
    do throws(ZipArchive.Failure) {
      return try epub.encoded()
    } catch {
      let place = book.pages.first?.document.place ?? .start(of: hub.file)
      throw DiagnosticFound(ofArchive: "the book '\(book.title)'", error, at: place)
    }
  }
}

extension PageComposer {
  fileprivate func rendered(_ template: String, _ view: FilledView) -> HTMLBytes {
    var html: HTMLBytes = []
    edition.templates.render(template, [edition.siteFrame(for: path), view], into: &html)
    return html
  }
}

extension Edition {
  /// The pictures of the texts.
  fileprivate func pictures(of book: Book) throws(DiagnosticFound) -> [EpubBook.Picture] {
    var seen: Set<OutputPath> = []
    let paths = book.pages.flatMap { $0.images.compactMap { $0 } }.filter { seen.insert($0).inserted }
    var pictures: [EpubBook.Picture] = []
    for path in paths {
      guard let asset = graph.asset(at: path) else { continue }
      pictures.append(
        EpubBook.Picture(
          path: "pictures/\(path.text)", address: BookLinks.picture(path), bytes: try asset.file.bytes()))
    }
    return pictures
  }
}
