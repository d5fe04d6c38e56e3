import Foundation

/// The two-letter code (ISO 3166-1) of a state by its name in one of the languages in which writers of hubs write, in small letters;
/// nil for a name that is none.
package func countryCode(named name: String) -> String? { codesByName[name.lowercased()] }

private let codesByName: [String: String] = {
  var codes: [String: String] = [:]
  for language in languagesOfWriters {
    let locale = Locale(identifier: language)
    for code in Locale.Region.isoRegions.map(\.identifier) where code.count == 2 {
      // The first language that has a name keeps it.
      guard let name = locale.localizedString(forRegionCode: code)?.lowercased(), codes[name] == nil else { continue }
      codes[name] = code.lowercased()
    }
  }
  return codes
}()
