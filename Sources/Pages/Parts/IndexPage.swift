import Content
import Linking
import Sites
import Templating

/// An index, which is no document's page.
package func indexPage<Content>(
  _ kind: String, _ index: Menu.Index, _ content: Filled<Content>, restingOn citations: Citations = Citations(),
  on site: Site, from place: Place
) -> FinishedPage<Content> {
  let head = PageHead(
    kind: kind, title: index.title, summary: index.summary,
    downloads: downloads(ofFolder: index.folder, on: site, from: place))
  return FinishedPage(content, head: head, restingOn: citations)
}

/// The data files of an index's records, and the page that explains them.
package func downloads(ofFolder folder: String, on site: Site, from place: Place) -> [LinkView] {
  guard let kind = Kind.records.first(where: { $0.recordFolder == folder }) else { return [] }
  let paths = DataPaths(kind: kind)
  return [
    LinkView(title: "CSV", address: site.link(to: paths.table, from: place)),
    LinkView(title: "JSON", address: site.link(to: paths.json, from: place)),
    LinkView(title: site.words[.dataDictionary], address: site.link(to: DataPaths.index, from: place)),
  ]
}
