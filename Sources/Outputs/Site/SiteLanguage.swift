import Content
import Foundation
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
  /// What first mentions in the language's texts are linked to; nil where there is nothing.
  let mentions: MentionMatcher?

  init(_ code: String, of graph: ContentGraph, words: Words) {
    self.code = code
    isMain = code == graph.hub.language
    direction = Outputs.direction(of: code)
    self.words = words
    dates = DateTexts(
      locale: words[.locale],
      patterns: DateTexts.Patterns(
        range: words[.dateRange], until: words[.untilTime], timeIn: words[.timeIn], timeOf: words[.timeOf]))
    names = LocalNames(language: code, locale: words[.locale])
    mentions = graph.mentions[code].flatMap { $0.isEmpty ? nil : $0 }
  }

  var isRightToLeft: Bool { direction == "rtl" }

  /// What the paths of its site begin with.
  var prefix: String { isMain ? "" : "\(code)/" }
}

/// Whether a language is written from right to left.
func direction(of language: String) -> String {
  Locale.Language(identifier: language).characterDirection == .rightToLeft ? "rtl" : "ltr"
}
