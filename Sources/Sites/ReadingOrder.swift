import Languages
import Linking

/// The alphabetical order of pages, computed once: by the titles that readers see, in the order of their language, then by id.
package struct ReadingOrder: Sendable {
  /// By the pages' numbers.
  private let keys: [[UInt8]]
  private let titles: [String]
  private let collation: Collation

  package init(titles: [String], by collation: Collation) {
    self.titles = titles
    self.collation = collation
    keys = titles.map { collation.key(for: Self.sorted($0)) }
  }

  /// A title as it is sorted: a leading quotation mark does not count.
  private static func sorted(_ title: String) -> String {
    guard let first = title.utf8.first, !isPlain(first) else { return title }
    return String(title.drop { !$0.isLetter && !$0.isNumber })
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  package func sorted<Some: SomePage>(_ pages: [Some]) -> [Some] {
    pages.sorted { left, right in
      let (own, other) = (keys[left.index], keys[right.index])
      return own == other ? left.index < right.index : own.lexicographicallyPrecedes(other)
    }
  }

  /// The letter under which a page stands in a list from A to Z; nil for digits and signs.
  package func letter(of page: some SomePage) -> String? { collation.letter(of: titles[page.index]) }
}

/// Pages by the first letter of their titles, in the order of the letters.
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
      let id = letter.map { $0.isEmpty ? "names" : $0.lowercased() } ?? "other"
      groups.append((("letter-\(id)", letter ?? site.words[.otherLetters]), [page]))
    }
  }
  let letters = positions.sorted { site.language.collation.isGroup($0.key, before: $1.key) }
  return letters.map { groups[$0.value] }
}
