import Content

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
  private let abbreviations: Set<String>

  package init(of language: String, in graph: ContentGraph) {
    matcher = graph.mentions[graph.hub.language]
    var entries: [Int: Entry] = [:]
    for term in graph.pages(of: Term.self) where language != graph.hub.language {
      let document = graph.version(of: term.page, in: language).document
      guard document.language == language, document.writtenFields.ownTexts.contains(where: { $0.path == "title" })
      else { continue }
      let words = [document.title, document.common.short, document.abbreviation].compactMap(\.self)
      entries[term.index] = Entry(term: term.page.document.title, words: words)
    }
    self.entries = entries
    abbreviations = Set(entries.keys.compactMap { graph.pages[$0].document.abbreviation })
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The terms that a text of the main language names, in the order of their first mentions; `surely`, without those that it merely
  /// abbreviates, and those that may be a word of another name, such as "Bureau" in "Press Bureau of India".
  package func terms(in text: String, surely: Bool = false) -> [Entry] {
    guard let matcher, !entries.isEmpty else { return [] }
    var found: Set<Int> = []
    var terms: [Entry] = []
    var text = text
    text.withUTF8 { bytes in
      matcher.forEachMention(in: bytes) { page, range in
        guard let entry = entries[page], !found.contains(page) else { return }
        let words = String(decoding: bytes[range], as: UTF8.self)
        if surely, abbreviations.contains(words) || !words.contains(" ") && Self.standsAmongNames(range, of: bytes) {
          return
        }
        found.insert(page)
        terms.append(entry)
      }
    }
    return terms
  }

  /// Whether one of the two words before or behind begins with a capital letter.
  private static func standsAmongNames(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    func words(_ range: Range<Int>) -> [Substring] {
      String(decoding: text[range.clamped(to: 0..<text.count)], as: UTF8.self).split(whereSeparator: \.isWhitespace)
    }
    let before = words(range.lowerBound - 40..<range.lowerBound).suffix(2)
    let behind = words(range.upperBound..<range.upperBound + 40).prefix(2)
    return (before + behind).contains { $0.first?.isUppercase == true }
  }
}
