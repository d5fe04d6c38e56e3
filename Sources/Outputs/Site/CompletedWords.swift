import Content
import Diagnostics

extension InterfaceWords {
  /// These words, and the standard ones where they lack some, with a warning that counts; a file in the standard words' own language
  /// holds only what it changes, of which nothing is said.
  func completed(by standard: InterfaceWords, in language: String) -> (words: InterfaceWords, diagnostics: [Diagnostic])
  {
    var texts = standard.texts.merging(self.texts) { _, own in own }
    if self.texts[Word.locale.rawValue] == nil { texts[Word.locale.rawValue] = language }
    let whole = InterfaceWords(texts: texts, file: file)
    let count = standard.texts.keys.count { self.texts[$0] != nil }
    guard language != standardLanguage, count < standard.texts.count else { return (whole, []) }
    let first = standard.texts.keys.sorted().first { self.texts[$0] == nil } ?? ""
    let warning = Diagnostic(
      .missingWord,
      "'\(language)' has \(count) of the \(standard.texts.count) words of pages, and shows the others in English",
      at: .start(of: file), help: "Add them, such as a line '\(first): …'", severity: .warning)
    return (whole, [warning])
  }
}

/// The language of the default theme's words.
private let standardLanguage = "en"
