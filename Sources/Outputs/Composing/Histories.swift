import Content
import Foundation
import Linking

extension PageComposer {
  /// The bodies below one, with those below them; nil is the top.
  func bodyTree(below parent: Page?) -> [BodyView] {
    directBodies(below: parent).map { page in
      var view = bodyView(page)
      view.bodies = bodyTree(below: page)
      return view
    }
  }

  /// Those with a rank first, then by their ids, in which 11 comes after 2.
  func directBodies(below parent: Page?) -> [Page] {
    let bodies =
      if let parent { pages(of: .body, referringTo: parent, by: "parent") } else {
        pages(of: .body).filter { self.parent(of: $0) == nil }
      }
    return bodies.sorted { left, right in
      let ranks = (rank(of: left), rank(of: right))
      guard ranks.0 == ranks.1 else { return ranks.0 < ranks.1 }
      return left.document.id.name.compare(right.document.id.name, options: [.numeric, .literal]) == .orderedAscending
    }
  }

  private func rank(of body: Page) -> Int {
    guard case .body(let fields) = body.document.details else { return .max }
    return fields.rank ?? .max
  }

  func bodyView(_ page: Page) -> BodyView {
    guard case .body(let fields) = page.document.details else { return BodyView() }
    return BodyView(
      title: page.document.title, address: link(to: page), abbreviation: fields.abbreviation ?? "",
      openness: fields.openness.map { words[$0.word] } ?? "", opennessMark: fields.openness.map(opennessMark) ?? [],
      meets: fields.meets ?? "")
  }

  func countriesByLetter() -> [CountryGroupView] {
    edition.countries.letters.map { letter in
      CountryGroupView(id: letter.id, title: letter.title, countries: letter.pages.map(countryView))
    }
  }

  /// Pages by the first letter of their titles, in order.
  func byLetter(_ pages: [Page]) -> [(letter: (id: String, title: String), pages: [Page])] {
    var groups: [(letter: (id: String, title: String), pages: [Page])] = []
    var positions: [String?: Int] = [:]
    for page in edition.order.sorted(pages) {
      let letter = edition.order.letter(of: page)
      if let position = positions[letter] {
        groups[position].pages.append(page)
      } else {
        positions[letter] = groups.count
        groups.append((("letter-\(letter?.lowercased() ?? "other")", letter ?? words[.otherLetters]), [page]))
      }
    }
    return groups
  }
}
