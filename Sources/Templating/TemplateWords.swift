import Diagnostics

/// The interface words of one language, with the file they stand in.
package struct TemplateWords: Sendable {
  package let texts: [String: String]
  package let file: SourceFile

  /// How a template names a word: `{{words.sources}}`.
  static let prefix = "words."

  package init(texts: [String: String], file: SourceFile) {
    self.texts = texts
    self.file = file
  }

  /// The key of a name with the prefix.
  static func key(of name: String) -> String {
    String(name.dropFirst(prefix.count))
  }
}
