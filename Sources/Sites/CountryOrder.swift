import Content
import Foundation
import Linking

/// The states in the order of a language's own alphabet, made once for a site, since comparing by a language's rules
/// takes its time.
package struct CountryOrder: Sendable {
  /// States by the letter under which a reader looks for them.
  package struct Letter: Sendable {
    package let id: String
    package let title: String
    package var pages: [PageOf<Country>]
  }

  package private(set) var letters: [Letter] = []
  package var pages: [PageOf<Country>] { letters.flatMap(\.pages) }

  /// `name` gives what readers call a state, `other` the heading of names that begin with no letter.
  package init(_ pages: [PageOf<Country>], locale name: String, other: String, title: (Page) -> String) {
    let locale = Locale(identifier: name)
    let named = pages.map { (page: $0, title: title($0.page)) }
    let sorted = named.sorted { left, right in
      switch left.title.compare(right.title, locale: locale) {
      case .orderedAscending: true
      case .orderedDescending: false
      case .orderedSame: left.page.index < right.page.index
      }
    }
    for (page, title) in sorted {
      let heading = Self.heading(of: title, in: locale) ?? other
      if let position = letters.firstIndex(where: { $0.title == heading }) {
        letters[position].pages.append(page)
      } else {
        let id = heading == other ? "other" : heading.isEmpty ? "names" : heading.lowercased(with: locale)
        letters.append(Letter(id: "letter-\(id)", title: heading, pages: [page]))
      }
    }
  }

  /// The first letter as the language's alphabet has it: in French É stands under E, in Swedish Å is a letter of its own.
  ///
  /// Names in signs that are words have no letter and one heading, an empty one.
  private static func heading(of title: String, in locale: Locale) -> String? {
    guard let first = title.first(where: { $0.isLetter || $0.isNumber }), first.isLetter else { return nil }
    if first.unicodeScalars.contains(where: \.properties.isIdeographic) { return "" }
    let letter = String(first).uppercased(with: locale)
    let plain = letter.decomposedStringWithCanonicalMapping.unicodeScalars.first.map { String($0) } ?? letter
    // What is sorted among the words that begin with the plain letter is no letter of its own.
    return letter.compare(plain + "\u{FFFF}", locale: locale) == .orderedAscending
      && letter.compare(plain, locale: locale) != .orderedAscending ? plain : letter
  }
}
