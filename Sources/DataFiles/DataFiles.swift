import Content
import Formats
import Linking
import OutputFiles
import Pages
import Sites
import Templating

/// The hub's records for those who want to work with them: of each kind a CSV, a JSON and its schema, and a page that explains them.
package func dataFiles(in table: inout TemplateTable) -> FilePlanner {
  let page = PageMaker("data", dataPage).writer(in: &table)
  return { site in
    let sets = DataSet.all(in: site)
    guard !sets.isEmpty else { return [] }
    let index = OutputFile(path: DataPaths.index) {
      page.page(about: sets, on: site, at: Place(DataPaths.index))
    }
    return sets.flatMap { $0.files(in: site) } + [index]
  }
}

/// The records of one kind, as they are published.
struct DataSet: Sendable {
  let kind: Kind
  let records: [Page]

  static func all(in site: Site) -> [DataSet] {
    DataPaths.all(on: site).map { DataSet(kind: $0.kind, records: site.graph.pages(of: $0.kind)) }
  }

  var paths: DataPaths { DataPaths(kind: kind) }

  func files(in site: Site) -> [OutputFile] {
    [
      OutputFile(path: paths.table) { recordTable(in: site).encoded },
      OutputFile(path: paths.json) { jsonFile(in: site).encoded(layout: .lines) },
      OutputFile(path: paths.schema) {
        RecordSchema(kind: kind, address: site.absoluteAddress(of: paths.schema), title: title(in: site)).json
          .encoded(layout: .lines)
      },
    ]
  }

  func title(in site: Site) -> String {
    let index = site.menu.index(ofFolder: paths.name)
    return "\(site.graph.hub.title)\(site.words[.colon])\(index?.title ?? site.word(for: kind))"
  }

  func recordTable(in site: Site) -> RecordTable {
    RecordTable(kind: kind, records: records.map { ($0, site.absoluteAddress(of: $0)) }) { id in
      Publication.kind.recordFolder.flatMap { site.graph.page(DocumentID(folder: $0, name: id)) }
        .flatMap(PageOf<Publication>.init)?.fields.address
    }
  }

  private func jsonFile(in site: Site) -> JSONValue {
    let descriptions = kind.fields
    let records = records.map { page -> JSONValue in
      .object(
        [
          .init("id", .string(page.document.id.name)), .init("address", .string(site.absoluteAddress(of: page))),
        ] + page.document.record(as: descriptions).fields.map { .init($0.name, $0.value.json) })
    }
    return .object(present: [
      "title": .string(title(in: site)), "licence": (site.graph.hub.licence?.address).map { .string($0) },
      "source": .string(site.address), "schema": .string(site.absoluteAddress(of: paths.schema)),
      "records": .array(records),
    ])
  }
}
