import CivilTime
import Content
import Drawings
import Linking
import Templating

/// The hub in one language, as it is published on one day: all that pages are made from.
///
/// A class, since every page reads it and nothing changes it.
package final class Site: Sendable {
  package let graph: ContentGraph
  package let language: SiteLanguage
  /// The code of every language that has a site, the hub's main one first.
  package let languages: [String]
  /// The canonical address, with a slash at its end.
  package let address: String
  package let menu: Menu
  package let lists: SiteLists
  package let schedule: Schedule
  package let templates: TemplateSet
  package let blocks: BlockWriter
  package let resources: SiteResources
  package let history: SourceHistory?
  /// Sections that links name and that have nothing to show: such links lead to their pages.
  package let absentSections: Set<PageAddress>
  private let frames: SiteFrames
  /// The squares of all states, on which each state's page marks its own; nil where the hub has no map.
  package let locator: Once<Drawing?>

  /// `languages` are the codes of all sites, `address` is the canonical one.
  package init(
    graph: ContentGraph, language: SiteLanguage, languages: [String], address: String, zones: MeetingZones,
    templates: TemplateSet, blocks: BlockWriter, resources: SiteResources, history: SourceHistory?
  ) {
    self.graph = graph
    self.language = language
    self.languages = languages
    self.address = address
    self.templates = templates
    self.blocks = blocks
    self.resources = resources
    self.history = history
    absentSections = []
    schedule = Schedule(graph, language, zones: zones)
    lists = SiteLists(graph, language, coming: schedule.calendar.coming)
    menu = Menu(graph: graph, language: language)
    frames = SiteFrames(menu, language, on: graph.today, logo: Logo(of: graph, resources))
    locator = Once { graph.map.flatMap { WorldDrawing(map: $0).locator } }
  }

  private init(_ site: Site, absentSections: Set<PageAddress>) {
    graph = site.graph
    language = site.language
    languages = site.languages
    address = site.address
    menu = site.menu
    lists = site.lists
    schedule = site.schedule
    templates = site.templates
    blocks = site.blocks
    resources = site.resources
    history = site.history
    self.absentSections = absentSections
    frames = site.frames
    locator = site.locator
  }

  /// The same site, in which links to these sections lead to their pages.
  package func without(_ absentSections: Set<PageAddress>) -> Site { Site(self, absentSections: absentSections) }

  package var words: Words { language.words }
  package var dates: DateTexts { language.dates }
  package var today: CivilDate { graph.today }
  package var clock: MeetingClock { schedule.clock }
}

extension Site {
  /// The path of a page that is no document's own, in this language's part of the site.
  package func path(_ text: String) -> OutputPath {
    PageAddress.path(language.isMain ? text : "\(language.code)/\(text)")
  }

  /// Where the site lies on its host.
  package var hostFolder: String { Linking.hostFolder(of: address) }

  /// What all pages of a place's folder share.
  package func frame(at place: Place) -> Filled<SiteFrame> {
    place.isAnywhere ? frames.anywhere(below: hostFolder) : frames[place.path.folder?.text ?? ""]
  }

  package func absoluteAddress(of path: OutputPath) -> String {
    PageAddress(path: path).absolute(below: address)
  }

  package func absoluteAddress(of page: some SomePage) -> String {
    page.address.absolute(below: address)
  }
}

// MARK: Pages

/// The pages that lists are made of: each in the site's language where there is such a version, else the original.
extension Site {
  /// The page that a reference leads to.
  package func page<Fields: DocumentFields>(_ reference: Reference<Fields>) -> PageOf<Fields>? {
    graph.page(reference, in: language.code)
  }

  /// The page that a reference to one of several kinds leads to.
  package func anyPage<Target>(_ reference: Reference<Target>) -> Page? {
    graph.anyPage(reference, in: language.code)
  }

  /// All of a kind, in the order of their ids.
  package func pages(of kind: Kind) -> [Page] {
    language.isMain ? graph.pages(of: kind) : graph.pages(of: kind).map { graph.version(of: $0, in: language.code) }
  }

  package func pages<Fields: DocumentFields>(of kind: Fields.Type) -> [PageOf<Fields>] {
    local(graph.pages(of: kind))
  }

  /// Those that refer to a page in one of the fields of their kind, in the order of their ids.
  package func pages<Fields: DocumentFields, Target>(
    referringTo page: some SomePage, by fields: ReferenceField<Fields, Target>...
  ) -> [PageOf<Fields>] {
    local(graph.pages(of: Fields.self, referringTo: page, by: fields.map { $0.identity }))
  }

  /// Those of a kind that refer to a page in a field that every kind has, in the order of their ids.
  package func pages<Fields: DocumentFields, Target>(
    of kind: Fields.Type, referringTo page: some SomePage, by field: ReferenceField<CommonFields, Target>
  ) -> [PageOf<Fields>] {
    local(graph.pages(of: kind, referringTo: page, by: [field.identity]))
  }

  /// The articles that refer to a page in one of the fields, in the order of their ids.
  package func articles(referringTo page: some SomePage, by fields: [AnyReferenceField]) -> [Page] {
    let articles = graph.articles(referringTo: page, by: fields)
    return language.isMain ? articles : articles.map { graph.version(of: $0, in: language.code) }
  }

  private func local<Fields>(_ pages: [PageOf<Fields>]) -> [PageOf<Fields>] {
    language.isMain ? pages : pages.map { graph.version(of: $0, in: language.code) }
  }
}

// MARK: Names

extension Site {
  /// A page's title; that of a country in the language of the interface.
  package func title(of page: some SomePage) -> String { language.names.title(of: page.page, isMain: language.isMain) }

  /// The language of a page's title, where that is not the site's own; else empty.
  package func languageOfTitle(_ page: some SomePage) -> String {
    title(of: page) == page.document.title ? language.foreign(page) : ""
  }

  /// The kind of a page, and its language where that is not the site's.
  package func label(of page: Page) -> String { language.label(of: page) }

  /// What a document of a kind is called.
  package func word(for kind: Kind) -> String { words[language.kinds[kind].word] }

  /// "Resolution 130", as the hub cites the texts of that body; without a pattern the form and the number.
  package func citedTitle(of text: PageOf<Resolution>) -> String {
    let fields = text.fields
    let citation = graph.hub.citations.first { $0.organ.target == fields.organ.target && $0.form == fields.form }
    return text.document.common.short ?? citation.map { filled($0.pattern, ["number": fields.number]) }
      ?? "\(words[fields.form.word]) \(fields.number)"
  }

  /// The titles of those that references lead to, as words to search.
  package func titles<Target>(_ references: [Reference<Target>?]) -> [String?] {
    references.compactMap { $0.flatMap(anyPage) }.map { title(of: $0) }
  }
}

extension SomePage {
  /// The name for narrow places.
  package var shortTitle: String {
    document.common.short ?? (document.fields as? Resolution)?.plainTitle ?? document.title
  }

  /// The place on another page at which the document stands, or its id.
  package var anchor: String { page.anchor }
}

extension Resolution {
  /// A text's name by its number.
  fileprivate var plainTitle: String {
    "\(form.rawValue.prefix(1).uppercased())\(form.rawValue.dropFirst()) \(number)"
  }
}
