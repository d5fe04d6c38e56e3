import Content
import Formats
import Markdown

/// Builds the matchers of first mentions: glossary terms and abbreviations of each language, and texts as the hub
/// cites them.
func mentionMatchers(
  for pages: [Page], hub: HubDescription, translatedHubs: [String: HubDescription]
) -> [String: MentionMatcher] {
  var matchers = Dictionary(uniqueKeysWithValues: hub.languages.map { ($0, MentionMatcher()) })
  for page in pages {
    let hub = translatedHubs[page.document.language] ?? hub
    for name in page.document.fields.mentions(of: page.document, in: hub) { add(name, of: page, to: &matchers) }
  }
  return matchers
}

private func add(_ name: String, of page: Page, to matchers: inout [String: MentionMatcher]) {
  var html: HTMLBytes = []
  html.append(escaped: name)
  matchers[page.document.language]?.add(html, page: page.index)
}
