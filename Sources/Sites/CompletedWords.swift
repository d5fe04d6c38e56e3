import Content
import Diagnostics

extension InterfaceWords {
  /// These words, and the standard ones where they lack some, with a warning that counts; a file in the standard words' own language
  /// holds only what it changes, of which nothing is said.
  package func completed(by standard: InterfaceWords, in language: String) -> (
    words: InterfaceWords, diagnostics: [Diagnostic]
  ) {
    var texts = standard.texts.merging(self.texts) { _, own in own }
    if self.texts[Word.locale.rawValue] == nil { texts[Word.locale.rawValue] = language }
    let whole = InterfaceWords(texts: texts, file: file)
    let count = standard.texts.keys.count { self.texts[$0] != nil }
    guard language != standardLanguage, count < standard.texts.count else { return (whole, []) }
    let warning = Diagnostic(
      .missingWord,
      "'\(language)' has \(count) of the \(standard.texts.count) words of pages, and shows the others in English",
      at: .start(of: file), help: help(forWordsOf: standard), severity: .warning)
    return (whole, [warning])
  }

  /// Names a word that is missing, best one that is there under a slip of its name.
  private func help(forWordsOf standard: InterfaceWords) -> String {
    let missing = standard.texts.keys.filter { texts[$0] == nil }.sorted()
    let unknown = texts.keys.filter { standard.texts[$0] == nil }
    let slip = missing.lazy.compactMap { word in
      nearestMatch(to: word, among: unknown).flatMap { $0.isCertain ? (word: word, written: $0.name) : nil }
    }.first
    if let slip { return "Add them, such as a line '\(slip.word): …', or rename '\(slip.written)' if it is meant" }
    return "Add them, such as a line '\(missing.first ?? ""): …'"
  }
}

/// The language of the default theme's words.
private let standardLanguage = "en"
