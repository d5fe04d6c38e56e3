import Content
import Linking
import Templating

/// An index, which is no document's page.
func indexPage<Content>(
  _ kind: String, _ index: Menu.Index, _ content: Filled<Content>, restingOn citations: Citations = Citations(),
  on site: Site, from place: Place
) -> FinishedPage<Content> {
  let head = PageHead(
    kind: kind, title: index.title, summary: index.summary,
    downloads: downloads(ofFolder: index.folder, on: site, from: place))
  return FinishedPage(content, head: head, restingOn: citations)
}

/// The data files of an index's records, and the page that explains them.
func downloads(ofFolder folder: String, on site: Site, from place: Place) -> [LinkView] {
  guard let kind = Kind.records.first(where: { $0.recordFolder == folder }) else { return [] }
  let set = DataSet(kind: kind, records: [])
  return [
    LinkView(title: "CSV", address: site.link(to: set.table, from: place)),
    LinkView(title: "JSON", address: site.link(to: set.json, from: place)),
    LinkView(title: site.words[.dataDictionary], address: site.link(to: DataSet.indexPath, from: place)),
  ]
}
