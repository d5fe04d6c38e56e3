import CivilTime
import Formats
import TestSupport
import Testing

struct EpubBookTests {
  @Test func putsTheTypeFirstAndStoresIt() throws {
    let book = try UnpackedZip(book().encoded())
    #expect(
      book.paths == [
        "mimetype", "META-INF/container.xml", "book/c1.xhtml", "book/cover.xhtml", "book/nav.xhtml", "book/package.opf",
        "book/style.css", "book/terms.xhtml",
      ])
    #expect(book.entries.first?.text == "application/epub+zip")
    #expect(book.entries.first?.isDeflated == false)
  }

  @Test func saysWhatTheBookIs() throws {
    let package = try UnpackedZip(book().encoded()).text("book/package.opf")
    let start = """
      <?xml version="1.0" encoding="UTF-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="en" dir="ltr">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
          <dc:identifier id="identifier">https://hub.example/a.epub</dc:identifier>
          <dc:title>Rivers &amp; rights</dc:title>
          <dc:language>en</dc:language>
          <dc:creator>Neighbours</dc:creator>
          <dc:publisher>Neighbours</dc:publisher>
          <dc:description>All of it.</dc:description>
          <dc:date>2031-03-15</dc:date>
          <dc:source>https://hub.example/</dc:source>
          <meta property="dcterms:modified">2031-03-15T00:00:00Z</meta>
          <meta property="schema:accessMode">textual</meta>

      """
    #expect(package.hasPrefix(start), "\(package)")
    let end = """
        <manifest>
          <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
          <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
          <item id="style" href="style.css" media-type="text/css"/>
          <item id="chapter-1" href="c1.xhtml" media-type="application/xhtml+xml"/>
          <item id="chapter-2" href="terms.xhtml" media-type="application/xhtml+xml"/>
        </manifest>
        <spine page-progression-direction="ltr">
          <itemref idref="cover"/>
          <itemref idref="nav"/>
          <itemref idref="chapter-1"/>
          <itemref idref="chapter-2"/>
        </spine>
      </package>

      """
    #expect(package.hasSuffix(end), "\(package)")
  }

  @Test func nestsTheChaptersOfAPartInTheContents() throws {
    let contents = try UnpackedZip(book().encoded()).text("book/nav.xhtml")
    let list = """
            <ol>
              <li><a href="cover.xhtml">Cover</a></li>
              <li>
                <span>First part</span>
                <ol>
                  <li><a href="c1.xhtml">One &lt; two</a></li>
                </ol>
              </li>
              <li><a href="terms.xhtml">Glossary</a></li>
            </ol>
      """
    #expect(contents.contains(list), "\(contents)")
  }

  @Test func turnsThePagesOfALanguageFromRightToLeft() throws {
    let book = try UnpackedZip(book(language: "ar", isRightToLeft: true).encoded())
    #expect(book.text("book/package.opf").contains("<spine page-progression-direction=\"rtl\">"))
    #expect(book.text("book/c1.xhtml").contains("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">"))
  }

  @Test func tellsOfDrawingsAndPictures() throws {
    let picture = EpubBook.Picture(path: "pictures/a (1).JPG", address: "pictures/a%20%281%29.JPG", bytes: [1, 2])
    let drawn = book(markup: "<p>A <svg xmlns=\"http://www.w3.org/2000/svg\"></svg></p>", pictures: [picture])
    let archive = try UnpackedZip(drawn.encoded())
    let package = archive.text("book/package.opf")
    #expect(archive.paths.contains("book/pictures/a (1).JPG"))
    #expect(package.contains("href=\"c1.xhtml\" media-type=\"application/xhtml+xml\" properties=\"svg\"/>"))
    #expect(package.contains("href=\"pictures/a%20%281%29.JPG\" media-type=\"image/jpeg\"/>"))
    #expect(package.contains("<meta property=\"schema:accessMode\">visual</meta>"))
    #expect(package.contains("<meta property=\"schema:accessibilityFeature\">alternativeText</meta>"))
  }

  @Test func failsWhereNoArchiveCanHoldAPicture() {
    let picture = EpubBook.Picture(path: "pictures/a:b.png", address: "pictures/a%3Ab.png", bytes: [1])
    #expect(throws: ZipArchive.Failure.unsafePath("book/pictures/a:b.png")) {
      try book(pictures: [picture]).encoded()
    }
  }

  @Test func leavesOutWhatXMLForbids() throws {
    let chapter = try UnpackedZip(book(markup: "<p>a\u{1}b\u{B}c\td\u{1F}</p>").encoded()).text("book/c1.xhtml")
    #expect(chapter.contains("<body><p>abc\td</p></body>"))
  }

  @Test func makesTheSameBytesOfTheSameBook() throws {
    #expect(try book().encoded() == book().encoded())
  }

  private func book(
    language: String = "en", isRightToLeft: Bool = false, markup: String = "<p>Text</p>",
    pictures: [EpubBook.Picture] = []
  ) -> EpubBook {
    EpubBook(
      identifier: "https://hub.example/a.epub", title: "Rivers & rights", description: "All of it.",
      creator: "Neighbours", rights: nil, source: "https://hub.example/", language: language,
      isRightToLeft: isRightToLeft, modified: CivilDate(year: 2031, month: 3, day: 15) ?? .first,
      labels: EpubBook.Labels(cover: "Cover", contents: "Contents", accessibility: "Text."),
      cover: Array("<h1>Rivers</h1>".utf8),
      parts: [
        EpubBook.Part(
          title: "First part",
          chapters: [EpubBook.Chapter(file: "c1.xhtml", title: "One < two", markup: Array(markup.utf8))]),
        EpubBook.Part(
          title: "",
          chapters: [EpubBook.Chapter(file: "terms.xhtml", title: "Glossary", markup: Array("<dl></dl>".utf8))]),
      ], style: Array("p { margin: 0 }".utf8), pictures: pictures)
  }
}
