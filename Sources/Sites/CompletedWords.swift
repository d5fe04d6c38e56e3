import Content
import Diagnostics
import Languages

/// All interface words of one language: its own, and where it lacks some, those that its readers are shown instead.
package struct CompletedWords: Sendable {
  package private(set) var texts: [String: String] = [:]
  private(set) var counted: [String: CountedWord] = [:]
  /// The file in which the language's words stand, or would stand.
  let file: SourceFile
  let language: String

  /// How many words pages have, and how many of them the language has itself.
  package private(set) var count: (own: Int, all: Int) = (0, 0)
}

/// A word with a number, in the forms of the language that it is in.
struct CountedWord: Sendable {
  let forms: [PluralCategory: String]
  let rules: PluralRules

  func form(for count: Int) -> String { forms[rules.category(of: count)] ?? form }

  /// The form for most numbers.
  var form: String { forms[.other] ?? forms.sorted { $0.key < $1.key }.last?.value ?? "" }
}

/// The files that give words of one language.
package struct WordSource {
  package let language: String
  package let words: InterfaceWords

  package init(language: String, words: InterfaceWords) {
    self.language = language
    self.words = words
  }
}

extension CompletedWords {
  /// Joins the words of a language with those that stand where it lacks some.
  ///
  /// `sources` are in the order in which they are asked; the first so many, `ownCount`, are in the language itself. `standard` holds
  /// every word that pages have.
  package init(
    of language: String, file: SourceFile, sources: [WordSource], ownCount: Int, standard: InterfaceWords
  ) {
    self.file = file
    self.language = language
    var rules: [String: PluralRules] = [:]
    for source in sources.reversed() {
      texts.merge(source.words.texts) { _, new in new }
      for name in source.words.texts.keys { counted[name] = nil }
      for (name, forms) in source.words.counted {
        let known = rules[source.language] ?? PluralRules(language: source.language)
        rules[source.language] = known
        counted[name] = CountedWord(forms: forms, rules: known)
        texts[name] = nil
      }
    }
    let names = standard.names
    let own = sources.prefix(ownCount).reduce(into: Set<String>()) { $0.formUnion($1.words.names) }
    count = (names.count { own.contains($0) }, names.count)
    if !own.contains(Word.locale.rawValue) { texts[Word.locale.rawValue] = language }
  }

  /// What templates write: a word with a number as JSON, for a script that counts.
  package var templateTexts: [String: String] {
    texts.merging(
      counted.mapValues { word in
        let forms = word.forms.sorted { $0.key < $1.key }.map { "\"\($0.key.rawValue)\": \(quotedJSON($0.value))" }
        return "{" + forms.joined(separator: ", ") + "}"
      }
    ) { text, _ in text }
  }
}

private func quotedJSON(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
}

// MARK: Findings

extension CompletedWords {
  /// One warning that counts the words which a language lacks; none for the language of the standard words, whose file holds only
  /// what it changes.
  package var missingWords: [Diagnostic] {
    guard count.own < count.all, language != standardLanguage else { return [] }
    return [
      Diagnostic(
        .missingWord,
        "'\(language)' has \(count.own) of the \(count.all) words of pages, and shows the others in another language",
        at: .start(of: file), help: "Run 'hubwright new language \(language)', which writes them to be filled in",
        severity: .warning)
    ]
  }
}

extension InterfaceWords {
  /// What of the file is no word of pages, and the forms that a word with a number lacks.
  package func findings(in language: String, standard: InterfaceWords, usedByTemplates used: () -> Set<String>)
    -> [Diagnostic]
  {
    let known = standard.names
    let unknown = places.keys.filter { !known.contains($0) }
    let mine = unknown.isEmpty ? [] : used()
    let free = known.subtracting(places.keys)
    let strays = unknown.filter { !mine.contains($0) }.sorted().compactMap { name in
      places[name].map { place in
        let nearest = nearestName(to: name, among: free) ?? nearestName(to: name, among: known)
        return Diagnostic(
          .unknownWord, "pages have no word '\(shortened(name))'", at: place,
          help: nearest.map { "Write '\($0)'" } ?? "Take the line out", severity: .warning)
      }
    }
    return strays + formFaults(in: language, standard: standard) + bracketFaults(standard: standard)
  }

  /// Names in braces that a word is not given, and braces that nothing closes: readers would see both as they stand.
  private func bracketFaults(standard: InterfaceWords) -> [Diagnostic] {
    names.sorted().compactMap { name in
      guard standard.names.contains(name), let place = places[name] else { return nil }
      let known = Set(standard.patterns(of: name).flatMap { BracedNames($0).names })
      for pattern in patterns(of: name) {
        let written = BracedNames(pattern)
        guard !written.isUnclosed else {
          return Diagnostic(
            .unknownWord, "a '{' is closed with '}', and in '\(name)' one is not", at: place, help: "Close it",
            severity: .warning)
        }
        guard let stray = written.names.first(where: { !known.contains($0) }) else { continue }
        let list = known.sorted().map { "{\($0)}" }.joined(separator: ", ")
        let nearest = nearestName(to: stray, among: known)
        return Diagnostic(
          .unknownWord,
          known.isEmpty
            ? "'\(name)' is given nothing to fill in, and has '{\(shortened(stray))}'"
            : "'\(name)' is given \(list), and has '{\(shortened(stray))}'", at: place,
          help: nearest.map { "Write '{\($0)}'" } ?? "Take it out", severity: .warning)
      }
      return nil
    }
  }

  private func patterns(of name: String) -> [String] {
    (texts[name].map { [$0] } ?? []) + (counted[name]?.sorted { $0.key < $1.key }.map(\.value) ?? [])
  }

  private func formFaults(in language: String, standard: InterfaceWords) -> [Diagnostic] {
    let categories = PluralRules(language: language).categories
    return standard.counted.keys.sorted().compactMap { name in
      guard let place = places[name], names.contains(name) else { return nil }
      let forms = counted[name] ?? [.other: ""]
      let missing = categories.filter { forms[$0] == nil }.map(\.rawValue)
      guard !missing.isEmpty else { return nil }
      let isOne = missing.count == 1
      return Diagnostic(
        .missingWord,
        "a word with a number has a form for each plural category of '\(language)', and '\(name)' lacks "
          + missing.joined(separator: ", "), at: place,
        help: "Add \(isOne ? "it" : "them"): {\(categories.map { "\($0.rawValue): …" }.joined(separator: ", "))}",
        severity: .warning)
    }
  }
}

/// The language of the default theme's words, of which it has all.
package let standardLanguage = "en"

/// The names in braces of a pattern.
private struct BracedNames {
  private(set) var names: [String] = []
  private(set) var isUnclosed = false

  init(_ pattern: String) {
    var rest = pattern[...]
    while let opening = rest.firstIndex(of: "{") {
      rest = rest[opening...].dropFirst()
      guard let closing = rest.firstIndex(where: { $0 == "}" || $0 == "{" }), rest[closing] == "}" else {
        isUnclosed = true
        return
      }
      names.append(String(rest[..<closing]))
      rest = rest[closing...].dropFirst()
    }
  }
}
