import Content
import Diagnostics
import Formats
import Linking
import OutputFiles
import Pages
import Sites
import Templating

/// Each book of a site as a page to read and print, with the style of its printed pages, and as an EPUB file.
package func bookFiles(in table: inout TemplateTable) -> FilePlanner {
  let templates = BookTemplates(in: &table)
  let page = PageMaker<Book>("book") { bookPage($0, templates, on: $1, from: $2) }.writer(in: &table)
  return { site in
    books(on: site).flatMap { book in
      let path = site.pagePath(ofBook: book.name)
      let whole = OutputFile(path: path) {
        page.page(about: book, on: site, at: Place(path, in: BookLinks(book, on: site, as: .page)))
      }
      return [whole, printStyle(book, site), bookFile(book, templates, site)]
    }
  }
}

/// Where the books of a site are read.
package func bookPaths(on site: Site) -> [OutputPath] { books(on: site).map { site.pagePath(ofBook: $0.name) } }

private func bookPage(_ book: Book, _ templates: BookTemplates, on site: Site, from place: Place)
  -> FinishedPage<BookPage>
{
  let written = WrittenBook(book, templates, on: site, from: place)
  let content = BookPage(
    cover: BookCover(of: book, on: site), styleAddress: site.link(to: site.stylePath(ofBook: book.name), from: place),
    fileAddress: site.link(to: site.filePath(ofBook: book.name), from: place),
    parts: written.parts.map { part in
      BookPartView(
        title: part.title,
        chapters: part.chapters.map {
          LinkView(title: $0.title, address: place.book?.address($0.id, from: place.path) ?? "")
        })
    }, chapters: written.chapters)
  let head = PageHead(
    kind: "book", title: book.title, label: site.words[book.sort.word], summary: book.summary,
    isInEveryLanguage: false)
  return FinishedPage(Filled(content), head: head, restingOn: written.citations)
}

extension BookCover {
  fileprivate init(of book: Book, on site: Site) {
    self.init(title: book.title, subtitle: book.subtitle, summary: book.summary, hubAddress: site.address)
  }
}

/// The running heads, which a style sheet has to spell out: the book's title, and that of the chapter.
private func printStyle(_ book: Book, _ site: Site) -> OutputFile {
  OutputFile(path: site.stylePath(ofBook: book.name)) {
    let isRightToLeft = site.language.isRightToLeft
    let (outer, inner) = isRightToLeft ? ("right", "left") : ("left", "right")
    let hub = site.graph.hub.title
    let foot = site.words.text(.bookEdition, ["date": site.dates.text(site.today)])
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
    let chapters = book.chapters.enumerated().map { (BookLinks.id(ofChapter: $0), chapterTitle(of: $1, on: site)) }
    for (id, title) in chapters + titlesOfLists(on: site) where chapters.count > 1 {
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

private func bookFile(_ book: Book, _ templates: BookTemplates, _ site: Site) -> OutputFile {
  let path = site.filePath(ofBook: book.name)
  return OutputFile(path: path, turn: .first, weight: .book(about: book.pages.first)) { (_) throws(DiagnosticFound) in
    let place = Place(path, in: BookLinks(book, on: site, as: .files))
    let written = WrittenBook(book, templates, on: site, from: place)
    let hub = site.graph.hub
    let epub = EpubBook(
      identifier: site.absoluteAddress(of: path), title: book.title, description: book.summary,
      creator: hub.publisher?.name ?? hub.title, rights: hub.licence?.name, source: site.address,
      language: site.language.code, isRightToLeft: site.language.isRightToLeft, modified: site.today,
      labels: EpubBook.Labels(
        cover: site.words[.bookCover], contents: site.words[.contentsOfBook],
        accessibility: site.words[.bookAccessibility]),
      cover: part(templates.cover, Filled(BookCover(of: book, on: site)), on: site, from: place),
      parts: written.parts.map { title, chapters in
        EpubBook.Part(
          title: title,
          chapters: chapters.map { chapter in
            EpubBook.Chapter(
              file: BookLinks.file(ofChapter: chapter.id), title: chapter.title,
              markup: part(templates.chapter, Filled(chapter), on: site, from: place))
          })
      },
      style: site.resources.bookStyle, pictures: try site.pictures(of: book))
    do throws(ZipArchive.Failure) {
      return try epub.encoded()
    } catch {
      let place = book.pages.first?.document.place ?? .start(of: hub.file)
      throw DiagnosticFound(ofArchive: "the book '\(book.title)'", error, at: place)
    }
  }
}

extension Site {
  /// The pictures of the texts.
  fileprivate func pictures(of book: Book) throws(DiagnosticFound) -> [EpubBook.Picture] {
    var seen: Set<OutputPath> = []
    let paths = book.pages.flatMap { $0.links.compactMap(\.picture) }.filter { seen.insert($0).inserted }
    var pictures: [EpubBook.Picture] = []
    for path in paths {
      guard let asset = graph.asset(at: path) else { continue }
      pictures.append(
        EpubBook.Picture(
          path: BookLinks.picture(path), address: BookLinks.picture(path), bytes: try asset.file.bytes()))
    }
    return pictures
  }
}
