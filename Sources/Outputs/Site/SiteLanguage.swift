import Content
import Foundation
import Languages
import Linking

/// The language of a site, with all that words it.
struct SiteLanguage: Sendable {
  let code: String
  /// Whether it is the hub's main one.
  let isMain: Bool
  /// Whether it is written from right to left, as the attribute `dir` says it.
  let direction: String
  let words: Words
  let dates: DateTexts
  let names: LocalNames
  let kinds: KindNames
  /// The order of its alphabet.
  let collation: Collation
  /// Its lists and quotation marks.
  let forms: TextForms
  /// What first mentions in the language's texts are linked to; nil where there is nothing.
  let mentions: MentionMatcher?

  init(_ code: String, of graph: ContentGraph, words: Words, kinds: KindNames) {
    self.code = code
    isMain = code == graph.hub.language
    direction = Outputs.direction(of: code)
    self.words = words
    dates = DateTexts(locale: words[.locale], range: words[.dateRange])
    names = LocalNames(language: code, locale: words[.locale])
    self.kinds = kinds
    collation = Collation(locale: words[.locale])
    forms = TextForms(locale: words[.locale])
    mentions = graph.mentions[code].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The kind of a page, and its language where that is not the site's.
  func label(of page: Page) -> String {
    let (kind, language) = (words[kinds[page.document.kind].word], names.foreignLanguage(page.document.language))
    return language.isEmpty ? kind : "\(kind) · \(language)"
  }

  var isRightToLeft: Bool { direction == "rtl" }

  /// The language of a page, where that is another; else empty.
  func foreign(_ page: some SomePage) -> String {
    page.document.language == code ? "" : page.document.language
  }

  /// What the paths of its site begin with.
  var prefix: String { isMain ? "" : "\(code)/" }
}

/// Whether a language is written from right to left.
func direction(of language: String) -> String {
  Locale.Language(identifier: language).characterDirection == .rightToLeft ? "rtl" : "ltr"
}
