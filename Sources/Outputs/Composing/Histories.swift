import Content
import Linking

extension PageComposer {
  /// The bodies below one, with those below them; nil is the top.
  func bodyTree(below parent: Page?) -> [BodyView] {
    let children: [Page]
    if let parent {
      children = pages(of: .body, referringTo: parent, by: "parent")
    } else {
      children = pages(of: .body).filter { page in
        guard case .body(let fields) = page.document.details else { return false }
        return fields.parent == nil
      }
    }
    return children.map { page in
      var view = bodyView(page)
      view.bodies = bodyTree(below: page)
      return view
    }
  }

  func bodyView(_ page: Page) -> BodyView {
    guard case .body(let fields) = page.document.details else { return BodyView() }
    return BodyView(
      title: page.document.title, address: link(to: page), abbreviation: fields.abbreviation ?? "",
      openness: fields.openness.map { words[$0.word] } ?? "", meets: fields.meets ?? "")
  }

  func countriesByLetter() -> [CountryGroupView] {
    byLetter(pages(of: .country)).map { letter, pages in
      CountryGroupView(id: letter.id, title: letter.title, countries: pages.map(countryView))
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
