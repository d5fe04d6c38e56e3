import Content
import Foundation
import Languages
import Linking
import Synchronization

/// Names of languages and countries in one language, from ICU; each is looked up once.
package final class LocalNames: Sendable {
  private let language: String
  private let locale: Locale
  private let regions: RegionNames
  /// The names of states in the languages of records.
  private let otherRegions = Mutex<[String: RegionNames]>([:])
  private let known = Mutex<[String: String]>([:])

  package init(language: String, locale name: String) {
    self.language = language
    locale = Locale(identifier: name)
    regions = RegionNames(locale: name)
  }

  /// A language's name in that language.
  static func ownName(of code: String) -> String {
    Locale(identifier: code).localizedString(forLanguageCode: code) ?? code
  }

  package func language(_ code: String) -> String {
    lookUp("language \(code)") { locale.localizedString(forLanguageCode: code) ?? code }
  }

  /// The name of a language, where it is not the site's own.
  package func foreignLanguage(_ code: String?) -> String {
    guard let code, code != language else { return "" }
    return self.language(code)
  }

  /// A page's title as the language's readers know it: the names of states are ICU's where the record is not translated and ICU
  /// means the same by them, unless the language is the hub's main one.
  package func title(of page: Page, isMain: Bool) -> String {
    let document = page.document
    guard !isMain, document.kind == Country.kind, document.language != language else { return document.title }
    let (code, title) = (document.id.name, document.title)
    let name = lookUp("country \(code) \(document.language) \(title)") {
      regions.name(of: code, known: title, in: regions(in: document.language)) ?? ""
    }
    return name.isEmpty ? title : name
  }

  private func regions(in language: String) -> RegionNames {
    otherRegions.withLock { known in
      if let names = known[language] { return names }
      let names = RegionNames(locale: language)
      known[language] = names
      return names
    }
  }

  private func lookUp(_ key: String, _ find: () -> String) -> String {
    known.withLock { known in
      if let name = known[key] { return name }
      let name = find()
      known[key] = name
      return name
    }
  }
}
