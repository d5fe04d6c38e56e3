import CivilTime
import Content
import Linking
import Markdown

extension LinkView {
  init(_ page: Page, isShort: Bool = false, on site: Site, from place: Place) {
    self.init(title: isShort ? page.shortTitle : page.document.title, address: site.link(to: page, from: place))
  }

  /// Nil where there is no reference.
  init?(_ reference: Reference?, isShort: Bool = false, on site: Site, from place: Place) {
    guard let page = reference.flatMap(site.page) else { return nil }
    self.init(page, isShort: isShort, on: site, from: place)
  }

  /// A text by the name under which it is cited.
  init(cited text: Page, on site: Site, from place: Place) {
    self.init(title: site.citedTitle(of: text), address: site.link(to: text, from: place))
  }

  static func each(_ references: [Reference], isShort: Bool = false, on site: Site, from place: Place) -> [LinkView] {
    references.compactMap { LinkView($0, isShort: isShort, on: site, from: place) }
  }
}

extension FeedView {
  /// The feeds of one page, in both formats.
  static func own(at path: String, title: String, on site: Site, from place: Place) -> [FeedView] {
    [("xml", Word.feedAtomOf, "application/atom+xml"), ("json", .feedJSONOf, "application/feed+json")].map {
      format, word, type in
      FeedView(
        title: site.words.text(word, ["title": title]),
        address: site.link(to: site.path("\(path).\(format)"), from: place), mediaType: type)
    }
  }
}

extension LanguageVersionView {
  /// The versions of a page that the sites of all languages have.
  static func each(on site: Site, from place: Place) -> [LanguageVersionView] {
    guard site.languages.count > 1 else { return [] }
    let suffix = String(place.path.text.dropFirst(site.language.prefix.count))
    return site.languages.map { language in
      let target = PageAddress.path(language == site.graph.hub.language ? suffix : "\(language)/\(suffix)")
      return LanguageVersionView(
        title: LocalNames.ownName(of: language), address: site.link(to: target, from: place), language: language,
        isCurrent: language == site.language.code)
    }
  }

  /// The versions of a document's page.
  static func each(of page: Page, on site: Site, from place: Place) -> [LanguageVersionView] {
    let versions = site.graph.versions(of: page)
    guard versions.count > 1 else { return [] }
    return versions.map { version in
      LanguageVersionView(
        title: LocalNames.ownName(of: version.document.language), address: site.link(to: version, from: place),
        language: version.document.language, isCurrent: version.index == page.index)
    }
  }
}

extension BacklinkView {
  /// The pages whose texts link to one.
  static func each(to page: Page, on site: Site, from place: Place) -> [BacklinkView] {
    site.graph.backlinks[page.index].map { backlink in
      let citing = site.graph.pages[backlink.from]
      return BacklinkView(
        title: citing.document.title, address: site.link(to: citing, from: place), sentence: backlink.sentence)
    }
  }
}

extension ContentView {
  /// The table of contents: the headings of the text, then the sections that are there; none for fewer than three.
  static func each(
    of page: Page, sections: [(id: String, word: Word, isShown: Bool)] = [], on site: Site
  ) -> [ContentView] {
    var contents: [ContentView] = []
    for heading in page.document.body.headings where heading.level <= 3 {
      let entry = ContentView(title: heading.text, address: "#" + heading.anchor)
      if heading.level == 2 || contents.isEmpty {
        contents.append(entry)
      } else {
        contents[contents.count - 1].children.append(entry)
      }
    }
    contents += sections.filter(\.isShown).map { ContentView(title: site.words[$0.word], address: "#" + $0.id) }
    return contents.count >= 3 ? contents : []
  }
}
