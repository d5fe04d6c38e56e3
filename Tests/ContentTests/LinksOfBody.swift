import Markdown

extension MarkdownBody {
  var fileLinks: [FileLink] {
    links.compactMap { if case .file(let link) = $0 { link } else { nil } }
  }

  var wikilinks: [Wikilink] {
    links.compactMap { if case .wikilink(let link) = $0 { link } else { nil } }
  }
}
