import Content
import Linking
import Markdown
import Templating

/// The simplest entry: a title that may lead somewhere.
package struct LinkView: TemplateView {
  package var title = ""
  package var address = ""
  /// Of the title, where that is not the site's own.
  package var foreignLanguage = ""

  package init(title: String = "", address: String = "", foreignLanguage: String = "") {
    self.title = title
    self.address = address
    self.foreignLanguage = foreignLanguage
  }

  package static let shape = ViewShape<Self>(
    "Link",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
    ])
}

extension LinkView {
  package init(_ page: some SomePage, isShort: Bool = false, on site: Site, from place: Place) {
    self.init(
      title: isShort ? page.shortTitle : page.document.title, address: site.link(to: page, from: place),
      foreignLanguage: site.language.foreign(page))
  }

  /// Nil where there is no reference; of what readers see no more, the title alone.
  package init?<Target>(_ reference: Reference<Target>?, isShort: Bool = false, on site: Site, from place: Place) {
    guard let reference else { return nil }
    if let page = site.anyPage(reference) {
      self.init(page, isShort: isShort, on: site, from: place)
    } else if let title = site.graph.absentTitle(of: reference) {
      self.init(title: title)
    } else {
      return nil
    }
  }

  /// A text by the name under which it is cited.
  package init(cited text: PageOf<Resolution>, on site: Site, from place: Place) {
    self.init(title: site.citedTitle(of: text), address: site.link(to: text, from: place))
  }

  package static func each<Target>(
    _ references: [Reference<Target>], isShort: Bool = false, on site: Site, from place: Place
  )
    -> [LinkView]
  {
    references.compactMap { LinkView($0, isShort: isShort, on: site, from: place) }
  }
}

/// A feed that the page announces.
package struct FeedView: TemplateView {
  package var title = ""
  package var address = ""
  package var mediaType = ""

  package static let shape = ViewShape<Self>(
    "Feed",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("media_type") { $0.mediaType },
    ])
}

extension FeedView {
  /// The feeds of one page, in both formats.
  package static func own(at path: String, title: String, on site: Site, from place: Place) -> [FeedView] {
    [("xml", Word.feedAtomOf, "application/atom+xml"), ("json", .feedJSONOf, "application/feed+json")].map {
      format, word, type in
      FeedView(
        title: site.words.text(word, ["title": title]),
        address: site.link(to: site.path("\(path).\(format)"), from: place), mediaType: type)
    }
  }
}

/// A version of the page in another language, titled with the language's own name.
package struct LanguageVersionView: TemplateView {
  package var title = ""
  package var address = ""
  /// Absolute, as search engines want it.
  package var canonicalAddress = ""
  package var language = ""
  package var isCurrent = false

  package static let shape = ViewShape<Self>(
    "LanguageVersion",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("canonical_address") { $0.canonicalAddress },
      .text("language") { $0.language },
      .flag("is_current") { $0.isCurrent },
    ])
}

extension LanguageVersionView {
  /// The versions of a page that the sites of all languages have.
  package static func each(on site: Site, from place: Place) -> [LanguageVersionView] {
    guard site.languages.count > 1 else { return [] }
    let suffix = String(place.path.text.dropFirst(site.language.prefix.count))
    return site.languages.map { language in
      let target = PageAddress.path(language == site.graph.hub.language ? suffix : "\(language)/\(suffix)")
      return LanguageVersionView(
        title: LocalNames.ownName(of: language), address: site.link(to: target, from: place),
        canonicalAddress: site.absoluteAddress(of: target), language: language,
        isCurrent: language == site.language.code)
    }
  }

  /// The versions of a document's page.
  package static func each(of page: Page, on site: Site, from place: Place) -> [LanguageVersionView] {
    let versions = site.graph.versions(of: page)
    guard versions.count > 1 else { return [] }
    return versions.map { version in
      LanguageVersionView(
        title: LocalNames.ownName(of: version.document.language), address: site.link(to: version, from: place),
        canonicalAddress: site.absoluteAddress(of: version),
        language: version.document.language, isCurrent: version.index == page.index)
    }
  }
}

/// The previous or next of a sequence.
package struct NeighbourView: TemplateView {
  package var title = ""
  package var address = ""
  /// Of the title, where that is not the site's own.
  package var foreignLanguage = ""
  package var dates = ""

  package init(title: String = "", address: String = "", foreignLanguage: String = "", dates: String = "") {
    self.title = title
    self.address = address
    self.foreignLanguage = foreignLanguage
    self.dates = dates
  }

  package static let shape = ViewShape<Self>(
    "Neighbour",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .text("foreign_language") { $0.foreignLanguage },
      .text("dates") { $0.dates },
    ])
}
