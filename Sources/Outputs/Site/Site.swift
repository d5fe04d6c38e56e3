import CivilTime
import Content
import Linking
import Templating

/// The hub in one language, as it is published on one day: all that pages are made from.
///
/// A class, since every page reads it and nothing changes it.
final class Site: Sendable {
  let graph: ContentGraph
  let language: SiteLanguage
  /// The code of every language that has a site, the hub's main one first.
  let languages: [String]
  /// The canonical address, with a slash at its end.
  let address: String
  let menu: Menu
  let lists: SiteLists
  let schedule: Schedule
  let templates: SiteTemplates
  let resources: SiteResources
  let history: SourceHistory?
  private let frames: SiteFrames
  /// The squares of all states, on which each state's page marks its own; nil where the hub has no map.
  let locator: Once<Drawing?>

  /// `languages` are the codes of all sites, `address` is the canonical one.
  init(
    graph: ContentGraph, language: SiteLanguage, languages: [String], address: String, zones: MeetingZones,
    templates: SiteTemplates, resources: SiteResources, history: SourceHistory?
  ) {
    self.graph = graph
    self.language = language
    self.languages = languages
    self.address = address
    self.templates = templates
    self.resources = resources
    self.history = history
    schedule = Schedule(graph, language, zones: zones)
    lists = SiteLists(graph, language, coming: schedule.calendar.coming)
    menu = Menu(graph: graph, language: language)
    frames = SiteFrames(menu, language, on: graph.today)
    locator = Once { graph.map.flatMap { WorldDrawing(map: $0).locator } }
  }

  var words: Words { language.words }
  var dates: DateTexts { language.dates }
  var today: CivilDate { graph.today }
}

extension Site {
  /// The path of a page that is no document's own, in this language's part of the site.
  func path(_ text: String) -> OutputPath {
    PageAddress.path(language.isMain ? text : "\(language.code)/\(text)")
  }

  /// What all pages of a path's folder share.
  func frame(at path: OutputPath) -> Filled<SiteFrame> { frames[path.folder?.text ?? ""] }

  func absoluteAddress(of path: OutputPath) -> String {
    PageAddress(path: path).absolute(below: address)
  }

  func absoluteAddress(of page: Page) -> String {
    page.address.absolute(below: address)
  }
}

// MARK: Pages

/// The pages that lists are made of: each in the site's language where there is such a version, else the original.
extension Site {
  /// The page that a reference leads to.
  func page(_ reference: Reference) -> Page? {
    graph.page(reference, in: language.code)
  }

  /// All of a kind, in the order of their ids.
  func pages(of kind: Kind) -> [Page] {
    local(graph.pages(of: kind))
  }

  /// Those of a kind that refer to a page in one of the fields, in the order of their ids.
  func pages(of kind: Kind, referringTo page: Page, by fields: String...) -> [Page] {
    let found = fields.map { graph.pages(of: kind, referringTo: page, by: $0) }
    return local(found.count == 1 ? found[0] : united(found))
  }

  /// The articles that refer to a page in one of the fields, in the order of their ids.
  func articles(referringTo page: Page, by fields: String...) -> [Page] {
    local(united(fields.map { graph.articles(referringTo: page, by: $0) }))
  }

  private func local(_ pages: [Page]) -> [Page] {
    language.isMain ? pages : pages.map { graph.version(of: $0, in: language.code) }
  }

  private func united(_ lists: [[Page]]) -> [Page] {
    var seen: Set<Int> = []
    return lists.joined().filter { seen.insert($0.index).inserted }.sorted { $0.index < $1.index }
  }
}

// MARK: Names

extension Site {
  /// A page's title; that of a country in the language of the interface.
  func title(of page: Page) -> String { language.names.title(of: page, isMain: language.isMain) }

  /// The kind of a page, and its language where that is not the site's.
  func label(of page: Page) -> String { language.names.label(of: page, words) }

  /// "Resolution 130", as the hub cites the texts of that body; without a pattern the form and the number.
  func citedTitle(of page: Page) -> String {
    guard case .resolution(let fields) = page.document.details else { return page.shortTitle }
    let citation = graph.hub.citations.first { $0.organ.target == fields.organ.target && $0.form == fields.form }
    return page.document.common.short ?? citation.map { filled($0.pattern, ["number": fields.number]) }
      ?? "\(words[fields.form.word]) \(fields.number)"
  }
}

extension Page {
  /// The name for narrow places.
  var shortTitle: String {
    switch document.details {
    case .resolution(let fields): document.common.short ?? document.citedTitle(fields)
    default: document.common.short ?? document.title
    }
  }
}

extension Document {
  /// A text's name by its number, where it has no short name of its own.
  func citedTitle(_ fields: ResolutionFields) -> String {
    "\(fields.form.rawValue.prefix(1).uppercased())\(fields.form.rawValue.dropFirst()) \(fields.number)"
  }
}
