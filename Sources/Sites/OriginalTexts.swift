import Content
import Linking
import Templating

/// What a hub's originals say in words: where another language's pages show it, it is foreign there.
package struct OriginalTexts: Sendable {
  private let texts: Set<String>
  private let language: String

  package init(of graph: ContentGraph) {
    language = graph.hub.language
    var texts = Set(graph.hub.readerTexts + [graph.map?.note].compactMap(\.self))
    texts.formUnion(graph.map?.sources.compactMap(\.title) ?? [])
    for page in graph.pages where page.document.language == language {
      texts.insert(page.document.title)
      texts.formUnion(page.document.readerTexts)
    }
    // Numbers, symbols and abbreviations are of no language.
    self.texts = texts.filter { $0.contains { $0.isLetter && !$0.isUppercase } }
  }

  /// What is foreign on the pages of a language: not the names and words that it has in common with the originals.
  package func foreign(in site: SiteLanguage, of graph: ContentGraph) -> ForeignTexts {
    var foreign = texts
    foreign.subtract(site.words.all)
    if graph.isWorded(in: site.code) { foreign.subtract(graph.worded(in: site.code).hub.readerTexts) }
    for page in graph.pages where page.document.language == site.code {
      foreign.subtract(page.document.ownNames)
    }
    for page in graph.pages(of: Country.kind) { foreign.remove(site.names.title(of: page, isMain: false)) }
    let own = direction(of: language)
    return ForeignTexts(foreign, language: language, direction: own == site.direction ? nil : own)
  }
}
