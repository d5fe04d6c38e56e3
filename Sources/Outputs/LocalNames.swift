import Foundation
import Synchronization

/// Names of languages and countries in one language, from ICU; each is looked up once.
final class LocalNames: Sendable {
  private let locale: Locale
  private let known = Mutex<[String: String]>([:])

  init(locale name: String) {
    locale = Locale(identifier: name)
  }

  func language(_ code: String) -> String {
    lookUp("language \(code)") { locale.localizedString(forLanguageCode: code) ?? code }
  }

  /// Nil for a code that ICU does not know.
  func country(_ code: String) -> String? {
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
