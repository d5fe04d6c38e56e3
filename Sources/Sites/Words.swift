import Content
import Diagnostics
import Foundation
import Languages

/// The interface words of one language.
package struct Words: Sendable {
  private let texts: [String]
  private let counted: [CountedWord?]
  private let locale: Locale
  /// Who answers for the words; nil where nobody does.
  package let reviewed: TranslationReview?
  /// Whether the language writes numbers in the digits that Swift does.
  private let hasLatinDigits: Bool

  /// Nil, with a diagnostic for each, where no file has a word that code writes.
  package static func load(_ words: CompletedWords) -> (words: Words?, diagnostics: [Diagnostic]) {
    let missing = Word.allCases.filter { words.texts[$0.rawValue] == nil && words.counted[$0.rawValue] == nil }
    let diagnostics = missing.map { word in
      Diagnostic(
        .missingWord, "pages need the word '\(word.rawValue)'", at: .start(of: words.file),
        help: "Add a line '\(word.rawValue): …'")
    }
    return missing.isEmpty ? (Words(words), []) : (nil, diagnostics)
  }

  private init(_ words: CompletedWords) {
    texts = Word.allCases.map { words.texts[$0.rawValue] ?? words.counted[$0.rawValue]?.form ?? "" }
    counted = Word.allCases.map { words.counted[$0.rawValue] }
    reviewed = words.reviewed
    locale = Locale(identifier: words.texts[Word.locale.rawValue] ?? words.language)
    hasLatinDigits = 7.formatted(.number.locale(locale)) == "7"
  }

  private static let indices = Dictionary(uniqueKeysWithValues: Word.allCases.enumerated().map { ($1, $0) })

  /// Every word, of those with a number their plainest form.
  var all: [String] { texts }

  package subscript(_ word: Word) -> String {
    Self.indices[word].map { texts[$0] } ?? ""
  }

  /// A word with its parameters filled in: `{name}` stands for one.
  package func text(_ word: Word, _ parameters: KeyValuePairs<String, String>) -> String {
    filled(self[word], parameters)
  }

  /// "a, b": what there is of several parts, with the language's comma between them, or with its semicolon.
  package func joined(_ parts: [String?], by mark: Word = .comma) -> String {
    parts.compactMap(\.self).joined(separator: self[mark])
  }

  /// "text (note)".
  package func text(_ text: String, withNote note: String) -> String {
    self.text(.withNote, ["text": text, "note": note])
  }

  /// A word with a number, in the form that the language has for it; `{count}` stands for the number.
  package func text(_ word: Word, count: Int) -> String {
    let form = Self.indices[word].flatMap { counted[$0] }?.form(for: count) ?? self[word]
    return filled(form, ["count": number(count)])
  }

  /// A number as the language writes it.
  package func number(_ count: Int) -> String {
    hasLatinDigits && (0..<1000).contains(count) ? String(count) : count.formatted(.number.locale(locale))
  }
}

/// A pattern with its parameters filled in: `{name}` stands for one; braces around anything else stay as they are.
package func filled(_ pattern: String, _ parameters: KeyValuePairs<String, String>) -> String {
  var text = ""
  var rest = pattern[...]
  while let opening = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
    text += rest[..<opening]
    rest = rest[opening...]
    let closing = rest.utf8.firstIndex(of: UInt8(ascii: "}")) ?? rest.startIndex
    let name = rest[..<closing].dropFirst()
    let parameter = parameters.first { $0.key == name }
    text += parameter?.value ?? "{"
    rest = rest[rest.utf8.index(after: parameter == nil ? opening : closing)...]
  }
  return text + rest
}
