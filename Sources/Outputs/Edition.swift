import CivilTime
import Content
import Formats
import Foundation
import Linking
import Templating

/// The hub in one language, as it is published on one day: all that pages are made from.
final class Edition: Sendable {
  let graph: ContentGraph
  let language: String
  /// Whether the language is written from right to left, as the attribute `dir` says it.
  let direction: String
  /// Every language that has an edition, the hub's main one first.
  let languages: [String]
  let words: Words
  let dates: DateTexts
  let templates: TemplateSet
  /// The canonical address, with a slash at its end.
  let address: String
  let today: CivilDate
  let publisherData: JSONValue
  let history: SourceHistory?
  let resources: SiteResources
  /// What all pages of a folder share, by the folder's path; "" is the root.
  private let folders: [String: FilledView]
  let order: ReadingOrder
  /// By the pages' numbers.
  let articleRows: [ArticleRow]
  let rows: EditionRows
  let calendar: MeetingCalendar
  let zones: MeetingZones
  /// All routes, those with a rank first.
  let routes: [Page]
  let names: LocalNames
  let countries: CountryOrder
  /// The squares of all states, on which each state's page marks its own; nil where the hub has no map.
  let locator: Drawing?
  let feeds: CalendarFeeds
  /// What first mentions in the language's texts are linked to; nil where there is nothing.
  let mentions: MentionMatcher?
  /// The parts of each series in their order.
  var seriesParts: [String: [Page]] { rows.seriesParts }

  init(
    graph: ContentGraph, language: String, languages: [String], words: Words, templates: TemplateSet, address: String,
    zones: MeetingZones, history: SourceHistory?, resources: SiteResources
  ) {
    self.zones = zones
    self.graph = graph
    self.language = language
    direction = Outputs.direction(of: language)
    self.languages = languages
    self.words = words
    self.templates = templates
    self.address = address
    self.history = history
    self.resources = resources
    today = graph.today
    publisherData = Outputs.publisherData(graph.hub, address: address)
    let dates = DateTexts(locale: words[.locale], range: words[.dateRange])
    self.dates = dates
    let names = LocalNames(language: language, locale: words[.locale])
    self.names = names
    feeds = CalendarFeeds(graph: graph)
    mentions = graph.mentions[language].flatMap { $0.isEmpty ? nil : $0 }
    order = ReadingOrder(titles: graph.pages.map { names.title(of: $0, isMain: language == graph.hub.language) })
    let isMain = language == graph.hub.language
    countries = CountryOrder(
      graph.pages(of: .country).map { graph.version(of: $0, in: language) }, locale: words[.locale],
      other: words[.otherLetters]
    ) { names.title(of: $0, isMain: isMain) }
    locator = graph.map.flatMap { WorldDrawing(map: $0).locator }
    calendar = MeetingCalendar(graph, language: language, words: words)
    rows = EditionRows(graph: graph, language: language, coming: calendar.coming)
    articleRows = graph.pages.map { ArticleRow($0, label: names.label(of: $0, words)) }
    routes = order.sorted(graph.pages(of: .route).map { graph.version(of: $0, in: language) }).inRankOrder
    let menu = Menu(graph: graph, language: language, words: words)
    var folders: [String: FilledView] = [:]
    for folder in menu.folders {
      folders[folder] = FilledView(
        menu.siteFrame(in: folder, dates: dates))
    }
    self.folders = folders
    self.menu = menu
  }

  let menu: Menu

  var isMainLanguage: Bool { language == graph.hub.language }

  /// The path of a page that is no document's own, in this language's part of the site.
  func path(_ text: String) -> OutputPath {
    PageAddress.path(isMainLanguage ? text : "\(language)/\(text)")
  }

  func siteFrame(for path: OutputPath) -> FilledView {
    let folder = path.folder?.text ?? ""
    return folders[folder]
      ?? FilledView(menu.siteFrame(in: folder, dates: dates))
  }

  func absoluteAddress(of path: OutputPath) -> String {
    PageAddress(path: path).absolute(below: address)
  }

  func absoluteAddress(of page: Page) -> String {
    page.address.absolute(below: address)
  }
}

/// Whether a language is written from right to left.
func direction(of language: String) -> String {
  Locale.Language(identifier: language).characterDirection == .rightToLeft ? "rtl" : "ltr"
}
