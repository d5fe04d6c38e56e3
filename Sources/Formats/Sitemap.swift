import CivilTime

/// The pages of a site, for search engines (sitemaps.org, version 0.9).
package struct Sitemap: Sendable {
  package let pages: [Page]

  package init(pages: [Page]) {
    self.pages = pages
  }

  package struct Page: Sendable {
    /// Absolute.
    package let address: String
    package let lastModified: CivilDate?
    /// The page in every language it has, itself included; all of them have to name each other.
    package let translations: [Translation]

    package init(address: String, lastModified: CivilDate? = nil, translations: [Translation] = []) {
      self.address = address
      self.lastModified = lastModified
      self.translations = translations
    }
  }

  package struct Translation: Sendable {
    /// A language tag, or `x-default` for readers of no listed language.
    package let language: String
    package let address: String

    package init(language: String, address: String) {
      self.language = language
      self.address = address
    }
  }

  /// Search engines refuse a sitemap of more pages or bytes.
  package enum Failure: Error, Equatable {
    case tooManyPages(count: Int, limit: Int)
    case tooLarge(bytes: Int, limit: Int)
  }

  package static let pageLimit = 50_000
  package static let byteLimit = 52_428_800

  package func encoded() throws(Failure) -> [UInt8] {
    guard pages.count <= Sitemap.pageLimit else {
      throw .tooManyPages(count: pages.count, limit: Sitemap.pageLimit)
    }
    var writer = XMLWriter()
    let hasTranslations = pages.contains { !$0.translations.isEmpty }
    let attributes: XMLWriter.Attributes = [
      "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
      "xmlns:xhtml": hasTranslations ? "http://www.w3.org/1999/xhtml" : nil,
    ]
    writer.block("urlset", attributes) { writer in
      for page in pages { writer.write(page) }
    }
    guard writer.bytes.count <= Sitemap.byteLimit else {
      throw .tooLarge(bytes: writer.bytes.count, limit: Sitemap.byteLimit)
    }
    return writer.bytes
  }
}

extension XMLWriter {
  fileprivate mutating func write(_ page: Sitemap.Page) {
    block("url") { writer in
      writer.element("loc", text: page.address.percentEncodedAddress)
      writer.element("lastmod", text: page.lastModified?.isoText)
      for translation in page.translations {
        let address = translation.address.percentEncodedAddress
        writer.element("xhtml:link", ["rel": "alternate", "hreflang": translation.language, "href": address])
      }
    }
  }
}
