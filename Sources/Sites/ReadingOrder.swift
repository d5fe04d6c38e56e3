import Foundation
import Linking

/// The alphabetical order of pages, computed once: by the titles that readers see, without accents and case, then by id.
package struct ReadingOrder: Sendable {
  /// By the pages' numbers.
  private let keys: [String]

  package init(titles: [String]) {
    keys = titles.map(Self.key)
  }

  /// A title as it is sorted: accents, case and a leading quotation mark do not count.
  package static func key(for title: String) -> String {
    if let key = plainKey(for: title) { return key }
    let folded = title.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    return String(folded.drop { !$0.isLetter && !$0.isNumber })
  }

  /// The same key for a title of ASCII letters, which most titles are, in a hundredth of the time.
  private static func plainKey(for title: String) -> String? {
    guard title.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let start = title.utf8.firstIndex { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    let bytes = title.utf8[(start ?? title.endIndex)...]
    return String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  package func sorted<Some: SomePage>(_ pages: [Some]) -> [Some] {
    pages.sorted { (keys[$0.index], $0.index) < (keys[$1.index], $1.index) }
  }

  /// The letter under which a page stands in a list from A to Z; nil for digits and signs.
  package func letter(of page: some SomePage) -> String? {
    guard let first = keys[page.index].first, first.isLetter else { return nil }
    return first.uppercased()
  }
}

/// Pages by the first letter of their titles, in order.
package func byLetter<Some: SomePage>(
  _ pages: [Some], on site: Site
) -> [(letter: (id: String, title: String), pages: [Some])] {
  var groups: [(letter: (id: String, title: String), pages: [Some])] = []
  var positions: [String?: Int] = [:]
  for page in site.lists.order.sorted(pages) {
    let letter = site.lists.order.letter(of: page)
    if let position = positions[letter] {
      groups[position].pages.append(page)
    } else {
      positions[letter] = groups.count
      groups.append((("letter-\(letter?.lowercased() ?? "other")", letter ?? site.words[.otherLetters]), [page]))
    }
  }
  return groups
}
