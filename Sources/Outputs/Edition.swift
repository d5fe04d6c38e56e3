import CivilTime
import Content
import Foundation
import Formats
import Linking
import Templating

/// The hub in one language, as it is published on one day: all that pages are made from.
final class Edition: Sendable {
  let graph: ContentGraph
  let language: String
  let words: Words
  let dates: DateTexts
  let templates: TemplateSet
  /// The canonical address, with a slash at its end.
  let address: String
  let today: CivilDate
  /// What all pages of a folder share, by the folder's path; "" is the root.
  private let folders: [String: FilledView]
  let order: ReadingOrder
  let rows: EditionRows
  let names: LocalNames
  /// The parts of each series in their order.
  var seriesParts: [String: [Page]] { rows.seriesParts }

  init(graph: ContentGraph, language: String, words: Words, templates: TemplateSet, address: String) {
    self.graph = graph
    self.language = language
    self.words = words
    self.templates = templates
    self.address = address
    today = graph.today
    let dates = DateTexts(locale: words[.locale], range: words[.dateRange])
    self.dates = dates
    order = ReadingOrder(graph: graph)
    names = LocalNames(locale: words[.locale])
    rows = EditionRows(graph: graph, language: language, today: graph.today)
    let menu = Menu(graph: graph, language: language, words: words)
    var folders: [String: FilledView] = [:]
    for folder in menu.folders {
      folders[folder] = FilledView(
        menu.siteFrame(in: folder, builtOn: dates.text(graph.today), address: address))
    }
    self.folders = folders
    plainFrame = FilledView(menu.siteFrame(in: "", builtOn: dates.text(graph.today), address: address))
    self.menu = menu
  }

  private let plainFrame: FilledView
  let menu: Menu

  var isMainLanguage: Bool { language == graph.hub.language }

  /// The path of a page that is no document's own, in this language's part of the site.
  func path(_ text: String) -> OutputPath {
    PageAddress.path(isMainLanguage ? text : "\(language)/\(text)")
  }

  func siteFrame(for path: OutputPath) -> FilledView {
    folders[path.folder?.text ?? ""] ?? plainFrame
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
