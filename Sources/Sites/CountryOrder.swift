import Content
import Languages
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

  /// `title` gives what readers call a state, `other` the heading of names that begin with no letter.
  package init(_ pages: [PageOf<Country>], by collation: Collation, other: String, title: (Page) -> String) {
    let named = pages.map { page in
      let title = title(page.page)
      return (page: page, title: title, key: collation.key(for: title))
    }
    let sorted = named.sorted { left, right in
      left.key == right.key ? left.page.index < right.page.index : left.key.lexicographicallyPrecedes(right.key)
    }
    for (page, title, _) in sorted {
      let heading = collation.letter(of: title) ?? other
      if let position = letters.firstIndex(where: { $0.title == heading }) {
        letters[position].pages.append(page)
      } else {
        let id = heading == other ? "other" : heading.isEmpty ? "names" : heading.lowercased()
        letters.append(Letter(id: "letter-\(id)", title: heading, pages: [page]))
      }
    }
    func letter(_ group: Letter) -> String? { group.id == "letter-other" ? nil : group.title }
    letters.sort { collation.isGroup(letter($0), before: letter($1)) }
  }
}
