import Content
import Linking
import Markdown
import Sites
import Templating

/// An entry of the table of contents.
package struct ContentView: TemplateView {
  var title = ""
  var address = ""
  var children: [ContentView] = []

  package static let shape = ViewShape<Self>(
    "Content",
    [
      .text("title") { $0.title },
      .text("address") { $0.address },
      .list("children") { $0.children },
    ])
}

extension ContentView {
  /// A section of a page, and whether it is there.
  typealias Section = (id: String, word: Word, isShown: Bool)

  /// The table of contents: the sections above the text, its headings, then the sections that are there; none for fewer than three.
  static func each(
    of page: some SomePage, leading: [Section] = [], sections: [Section] = [], on site: Site
  ) -> [ContentView] {
    func entries(_ sections: [Section]) -> [ContentView] {
      sections.filter(\.isShown).map { ContentView(title: site.words[$0.word], address: "#" + $0.id) }
    }
    var contents = entries(leading)
    for heading in page.document.body.headings where heading.level <= 3 {
      let entry = ContentView(title: heading.text, address: "#" + heading.anchor)
      if heading.level == 2 || contents.isEmpty {
        contents.append(entry)
      } else {
        contents[contents.count - 1].children.append(entry)
      }
    }
    contents += entries(sections)
    return contents.count >= 3 ? contents : []
  }
}
