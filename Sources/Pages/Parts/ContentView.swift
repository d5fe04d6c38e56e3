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
  /// The table of contents: the headings of the text, then the sections that are there; none for fewer than three.
  static func each(
    of page: some SomePage, sections: [(id: String, word: Word, isShown: Bool)] = [], on site: Site
  ) -> [ContentView] {
    var contents: [ContentView] = []
    for heading in page.document.body.headings where heading.level <= 3 {
      let entry = ContentView(title: heading.text, address: "#" + heading.anchor)
      if heading.level == 2 || contents.isEmpty {
        contents.append(entry)
      } else {
        contents[contents.count - 1].children.append(entry)
      }
    }
    contents += sections.filter(\.isShown).map { ContentView(title: site.words[$0.word], address: "#" + $0.id) }
    return contents.count >= 3 ? contents : []
  }
}
