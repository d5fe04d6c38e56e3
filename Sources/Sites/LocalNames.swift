import Content
import Foundation
import Linking
import Synchronization

/// Names of languages and countries in one language, from ICU; each is looked up once.
package final class LocalNames: Sendable {
  private let language: String
  private let locale: Locale
  private let known = Mutex<[String: String]>([:])

  package init(language: String, locale name: String) {
    self.language = language
    locale = Locale(identifier: name)
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

  /// A page's title as the language's readers know it: the names of states are ICU's where the record is not translated,
  /// unless the language is the hub's main one.
  package func title(of page: Page, isMain: Bool) -> String {
    guard !isMain, page.document.kind == Country.kind, page.document.language != language else {
      return page.document.title
    }
    return country(page.document.id.name) ?? page.document.title
  }

  /// Nil for a code that ICU does not know.
  private func country(_ code: String) -> String? {
    let name = lookUp("country \(code)") { locale.localizedString(forRegionCode: code.uppercased()) ?? "" }
    return name.isEmpty ? nil : name
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
