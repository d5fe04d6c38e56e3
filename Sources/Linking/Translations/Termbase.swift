import Content
import Foundation

/// The glossary as what fixes the words of a language: each term of the main language with its words in the other.
package struct Termbase: Sendable {
  package struct Entry: Sendable {
    /// The term in the main language.
    package let term: String
    /// Its words in the other, the title first.
    package let words: [String]
  }

  private let matcher: MentionMatcher?
  /// By the number of the term's page in the main language.
  private let entries: [Int: Entry]

  package init(of language: String, in graph: ContentGraph) {
    matcher = graph.mentions[graph.hub.language]
    var entries: [Int: Entry] = [:]
    for term in graph.pages(of: Term.self) {
      let local = graph.version(of: term.page, in: language)
      guard local.document.language == language, language != graph.hub.language else { continue }
      let document = local.document
      let words = [document.title, document.common.short, document.abbreviation].compactMap(\.self)
      entries[term.index] = Entry(term: term.page.document.title, words: words)
    }
    self.entries = entries
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The terms that a text of the main language names, in the order of their first mentions.
  package func terms(in text: String) -> [Entry] {
    guard let matcher, !entries.isEmpty else { return [] }
    var found: Set<Int> = []
    var terms: [Entry] = []
    var text = text
    text.withUTF8 { bytes in
      matcher.forEachMention(in: bytes) { page, _ in
        if let entry = entries[page], found.insert(page).inserted { terms.append(entry) }
      }
    }
    return terms
  }
}

extension Termbase.Entry {
  /// Whether a text uses one of the words; their endings may differ, since most languages bend them.
  package func isUsed(in text: String) -> Bool {
    let text = plain(text)
    return words.contains { words in
      let parts = plain(words).split { !$0.isLetter && !$0.isNumber }
      return !parts.isEmpty
        && parts.allSatisfy { text.contains($0.count > 4 ? $0.prefix(max(4, $0.count - 3)) : $0) }
    }
  }

  private func plain(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }
}
