import Content
import Diagnostics
import Linking
import OutputFiles

/// The files of a theme as a hub's own `theme` changes them; the same files where it has none.
///
/// What the hub changes stands at the end of the default theme's style sheets, so that no page asks for one more file, and a copy and a page of
/// its own look alike.
func themeFiles(_ theme: Theme, of graph: ContentGraph) -> [OutputFile] {
  let own = graph.hub.theme
  return theme.assets.map { asset in
    switch asset.path.text {
    case favicon:
      guard let path = graph.pictures.favicon, let file = graph.assets.first(where: { $0.path == path })?.file else {
        break
      }
      return OutputFile(path: asset.path) { () throws(DiagnosticFound) in try file.bytes() }
    case "assets/style.css":
      guard let own else { break }
      return OutputFile(path: asset.path) { asset.bytes + Array(own.pageStyle.utf8) }
    case "assets/book-page.css":
      guard let own else { break }
      return OutputFile(path: asset.path) { asset.bytes + Array(own.bookPageStyle.utf8) }
    default: break
    }
    return OutputFile(path: asset.path) { asset.bytes }
  }
}

/// Where pages look for the picture of their tabs.
private let favicon = "assets/mark.svg"

extension HubTheme {
  /// What stands behind the style of ordinary pages.
  var pageStyle: String {
    let sizes = [("--interface", interface), ("--text", width.map { "\($0)rem" })]
    // Arabic and Chinese texts keep families that have their signs.
    let texts = reading.map { ":root:not(:lang(ar), :lang(zh)) { --reading: \($0); }\n" } ?? ""
    let rounded = radius.map {
      "img, pre, input, select, button, .alert, .notice { border-radius: \($0)px; }\n"
    }
    let logo = logo.map { _ in
      ".logo { block-size: 1.7em; inline-size: auto; vertical-align: middle; margin-inline-end: .4em; }\n"
    }
    return coloursByDayAndNight + texts + rule(sizes) + (rounded ?? "") + (logo ?? "")
  }

  /// What stands behind the style of books as pages.
  var bookPageStyle: String {
    let sheet = width.map { "body { max-width: \($0 + 5)rem; }\n" } ?? ""
    return coloursByDayAndNight + sheet + (reading.map { "body { font-family: \($0); }\n" } ?? "")
  }

  /// What stands behind the style of EPUB files, whose readers choose colours and widths themselves.
  var bookStyle: String { reading.map { "body { font-family: \($0); }\n" } ?? "" }

  /// Each set in a rule for its own time of day, since what is given for the day alone must not stand by night, too, nor on paper.
  private var coloursByDayAndNight: String {
    [("light", light), ("dark", dark)].map { time, colours in
      let rule = rule(named(colours))
      return rule.isEmpty ? "" : "@media screen and (prefers-color-scheme: \(time)) { \(rule.dropLast()) }\n"
    }.joined()
  }

  private func named(_ colours: [String: Colour]) -> [(String, String?)] {
    Token.allCases.map { ("--\($0.rawValue)", colours[$0.rawValue]?.text) }
  }

  private func rule(_ values: [(name: String, value: String?)]) -> String {
    let given = values.compactMap { entry in entry.value.map { "\(entry.name): \($0);" } }
    return given.isEmpty ? "" : ":root { \(given.joined(separator: " ")) }\n"
  }
}
