import Content
import Formats
import Markdown

/// Builds the matchers of first mentions: glossary terms and abbreviations of each language, and texts as the hub cites them.
func mentionMatchers(for pages: [Page], hub: HubDescription) -> [String: MentionMatcher] {
  var matchers = Dictionary(uniqueKeysWithValues: hub.languages.map { ($0, MentionMatcher()) })
  for page in pages {
    switch page.document.details {
    case .term(let fields):
      add(page.document.title, of: page, to: &matchers)
      if let common = commonNoun(page.document.title) { add(common, of: page, to: &matchers) }
      if let abbreviation = fields.abbreviation { add(abbreviation, of: page, to: &matchers) }
    case .resolution(let fields):
      for citation in hub.citations where citation.organ.target == fields.organ.target && citation.form == fields.form {
        add(citation.pattern.replacing("{number}", with: fields.number), of: page, to: &matchers)
      }
    default: break
    }
  }
  return matchers
}

private func add(_ name: String, of page: Page, to matchers: inout [String: MentionMatcher]) {
  var html: HTMLBytes = []
  html.append(escaped: name)
  matchers[page.document.language]?.add(html, page: page.index)
}

/// `Sector Member` as `sector member`, as it stands within a sentence, but nothing for `AI for Good` or `Internet`: a single
/// capitalised word is left as it is written.
private func commonNoun(_ title: String) -> String? {
  let words = title.split(separator: " ")
  guard words.count > 1, words.allSatisfy({ $0.dropFirst().allSatisfy { !$0.isUppercase } }) else { return nil }
  return title.lowercased()
}
