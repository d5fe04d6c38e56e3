import Diagnostics
import Foundation
import Linking
import Sites
import Synchronization
import Templating

/// The files that pages are made with: templates by name, words by language, and styles and scripts.
package struct Theme: Sendable {
  package let templates: [String: SourceFile]
  /// The names of those templates that the hub brings; of all, where it brings none, so that the default theme by itself is held to the same rules.
  let ownTemplates: Set<String>
  /// The words that the hub changes, adds or translates itself.
  package let words: [String: SourceFile]
  /// The words of the default theme in each language that it has, which stand where the hub has none.
  package let standardWords: [String: SourceFile]
  package let assets: [Asset]
  let findings = ThemeFindings()

  package init(
    templates: [String: SourceFile], own: Set<String>, words: [String: SourceFile],
    standardWords: [String: SourceFile],
    assets: [Asset]
  ) {
    ownTemplates = own.isEmpty ? Set(templates.keys) : own
    self.templates = templates
    self.words = words
    self.standardWords = standardWords
    self.assets = assets
  }

  /// A style, script or picture, published below `assets/`.
  package struct Asset: Sendable {
    package let path: OutputPath
    package let bytes: [UInt8]

    package init(path: OutputPath, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }
}

/// The words and templates of a language; nil where one is at fault.
struct LoadedInterface: Sendable {
  var words: Words?
  var templates: TemplateSet?
  let diagnostics: [Diagnostic]
}

/// What follows from a theme alone, worked out once however many builds use it.
final class ThemeFindings: Sendable {
  private let interfaces = Mutex<[[String]: LoadedInterface]>([:])
  private let sizes = Mutex<[String: Int]?>(nil)

  /// `hubLanguage` is the hub's main one, whose words stand where the language lacks some.
  func interface(in language: String, ofHubIn hubLanguage: String, load: () -> LoadedInterface) -> LoadedInterface {
    let languages = [language, hubLanguage]
    if let known = interfaces.withLock({ $0[languages] }) { return known }
    let loaded = load()
    interfaces.withLock { $0[languages] = loaded }
    return loaded
  }

  /// Of each style sheet and script, by its path.
  func assetSizes(weigh: () -> [String: Int]) -> [String: Int] {
    if let known = sizes.withLock({ $0 }) { return known }
    let weighed = weigh()
    sizes.withLock { $0 = weighed }
    return weighed
  }
}
