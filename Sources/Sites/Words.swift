import Content
import Diagnostics

/// The interface words of one language.
package struct Words: Sendable {
  private let texts: [String]

  /// Nil, with a diagnostic for each, where the file lacks a word that code writes.
  package static func load(_ words: InterfaceWords) -> (words: Words?, diagnostics: [Diagnostic]) {
    let missing = Word.allCases.filter { words.texts[$0.rawValue] == nil }
    let diagnostics = missing.map { word in
      let nearest = nearestName(to: word.rawValue, among: words.texts.keys)
      return Diagnostic(
        .missingWord, "pages need the word '\(word.rawValue)'", at: .start(of: words.file),
        help: nearest.map { "Add a line '\(word.rawValue): …', or rename '\($0)' if it is meant" }
          ?? "Add a line '\(word.rawValue): …'")
    }
    guard missing.isEmpty else { return (nil, diagnostics) }
    let texts = Word.allCases.map { words.texts[$0.rawValue] ?? "" }
    return (Words(texts: texts), [])
  }

  private static let indices = Dictionary(uniqueKeysWithValues: Word.allCases.enumerated().map { ($1, $0) })

  package subscript(_ word: Word) -> String {
    Self.indices[word].map { texts[$0] } ?? ""
  }

  /// A word with its parameters filled in: `{name}` stands for one.
  package func text(_ word: Word, _ parameters: KeyValuePairs<String, String>) -> String {
    filled(self[word], parameters)
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
