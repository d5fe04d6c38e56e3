import Content
import Foundation
import Languages
import Linking

/// The language of a site, with all that words it.
package struct SiteLanguage: Sendable {
  package let code: String
  /// Whether it is the hub's main one.
  package let isMain: Bool
  /// Whether it is written from right to left, as the attribute `dir` says it.
  package let direction: String
  package let words: Words
  package let dates: DateTexts
  package let names: LocalNames
  package let kinds: KindNames
  /// The order of its alphabet.
  package let collation: Collation
  /// Its lists and quotation marks.
  package let forms: TextForms
  /// What first mentions in the language's texts are linked to; nil where there is nothing.
  package let mentions: MentionMatcher?

  package init(_ code: String, of graph: ContentGraph, words: Words, kinds: KindNames) {
    self.code = code
    isMain = code == graph.hub.language
    direction = Sites.direction(of: code)
    self.words = words
    dates = DateTexts(
      locale: words[.locale],
      patterns: DateTexts.Patterns(
        range: words[.dateRange], until: words[.untilTime], timeIn: words[.timeIn], timeOf: words[.timeOf],
        comma: words[.comma]))
    names = LocalNames(language: code, locale: words[.locale])
    self.kinds = kinds
    collation = Collation(locale: words[.locale])
    forms = TextForms(locale: words[.locale])
    mentions = graph.mentions[code].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The kind of a page, and its language where that is not the site's.
  package func label(of page: Page) -> String {
    let (kind, language) = (words[kinds[page.document.kind].word], names.foreignLanguage(page.document.language))
    return language.isEmpty ? kind : "\(kind) · \(language)"
  }

  package var isRightToLeft: Bool { direction == "rtl" }

  /// The language of a page, where that is another; else empty.
  package func foreign(_ page: some SomePage) -> String {
    page.document.language == code ? "" : page.document.language
  }

  /// What the paths of its site begin with.
  package var prefix: String { isMain ? "" : "\(code)/" }
}

/// Whether a language is written from right to left.
package func direction(of language: String) -> String {
  Locale.Language(identifier: language).characterDirection == .rightToLeft ? "rtl" : "ltr"
}
