import Content
import Linking

extension PageComposer {
  /// The bodies below one, with those below them; nil is the top.
  func bodyTree(below parent: Page?) -> [BodyView] {
    let children: [Page]
    if let parent {
      children = graph.pages(of: .body, referringTo: parent, by: "parent")
    } else {
      children = graph.pages(of: .body).filter { page in
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
    byLetter(graph.pages(of: .country)).map { letter, pages in
      CountryGroupView(id: "letter-\(letter.lowercased())", title: letter, countries: pages.map(countryView))
    }
  }

  /// Pages by the first letter of their titles, in order.
  func byLetter(_ pages: [Page]) -> [(letter: String, pages: [Page])] {
    var groups: [(letter: String, pages: [Page])] = []
    for page in edition.order.sorted(pages) {
      let letter = edition.order.letter(of: page)
      if groups.last?.letter == letter {
        groups[groups.count - 1].pages.append(page)
      } else {
        groups.append((letter, [page]))
      }
    }
    return groups
  }
}
