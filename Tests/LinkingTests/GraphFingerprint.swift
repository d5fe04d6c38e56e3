import Content
import Diagnostics
import Linking
import Markdown

/// Everything that a graph says, a line each, so that two graphs can be compared and a difference read.
func fingerprint(of graph: ContentGraph?, _ diagnostics: [Diagnostic]) -> [String] {
  var lines = diagnostics.map { AnnotatedFormat().text(for: $0) }
  guard let graph else { return lines }
  for page in graph.pages {
    let document = page.document
    lines.append(
      [
        "\(page.index) \(document.id) \(document.language) \(document.title)", "\(page.address)", "\(page.targets)",
        "\(graph.backlinks[page.index])", "\(document.body.html.count)",
        "\(graph.versions(of: page).map(\.index))",
        "\(graph.articles(referringTo: page, by: Kind.occasionsOfArticles + [CommonFields.issues.identity]).map(\.index))",
        "\(graph.pages(referringTo: page, by: Proposal.meeting).map(\.index))",
        "\(graph.pages(referringTo: page, by: Meeting.organ).map(\.index))",
      ].joined(separator: " | "))
    for language in graph.mentions.keys.sorted() {
      document.body.html.withUnsafeBufferPointer { html in
        graph.mentions[language]?.forEachMention(in: html) { lines.append("\(language) \($0) \($1)") }
      }
    }
  }
  return lines + graph.assets.map { "\($0.path) \($0.file.size)" }
}
