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

  /// The pages in as many sitemaps as keep to the limits, in their order; one where there are few. Limits are a parameter for tests.
  package static func parts(
    of pages: [Page], pageLimit: Int = Sitemap.pageLimit, byteLimit: Int = Sitemap.byteLimit
  ) -> [Sitemap] {
    var parts: [Sitemap] = []
    var part: [Page] = []
    var size = frameSize
    for page in pages {
      var writer = XMLWriter(declaration: false)
      writer.write(page)
      // Within the list each of an entry's lines is indented.
      let entrySize = writer.bytes.count + 2 * (writer.bytes.count { $0 == UInt8(ascii: "\n") } + 1) + 1
      if part.count == pageLimit || (size + entrySize > byteLimit && !part.isEmpty) {
        parts.append(Sitemap(pages: part))
        part = []
        size = frameSize
      }
      part.append(page)
      size += entrySize
    }
    return parts + [Sitemap(pages: part)]
  }

  /// More bytes than stand around the entries.
  private static let frameSize = 256
}

/// The list of a site's sitemaps, where it has several (sitemaps.org, "Sitemap index files").
package struct SitemapIndex: Sendable {
  /// Absolute addresses.
  package let sitemaps: [String]

  package init(sitemaps: [String]) {
    self.sitemaps = sitemaps
  }

  package func encoded() -> [UInt8] {
    var writer = XMLWriter()
    writer.block("sitemapindex", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"]) { writer in
      for address in sitemaps {
        writer.block("sitemap") { $0.element("loc", text: address.percentEncodedAddress) }
      }
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
