import Content
import Formats
import Linking
import Templating

/// The hub's records for those who want to work with them: of each kind a CSV, a JSON and its schema, and a page that explains them.
func dataFiles(in table: inout TemplateTable) -> FilePlanner {
  let page = PageMaker("data", dataPage).writer(in: &table)
  return { site in
    let sets = DataSet.all(in: site)
    guard !sets.isEmpty else { return [] }
    let index = OutputFile(path: DataSet.indexPath) {
      page.page(about: sets, on: site, at: Place(DataSet.indexPath))
    }
    return sets.flatMap { $0.files(in: site) } + [index]
  }
}

/// The records of one kind, as they are published.
struct DataSet: Sendable {
  let kind: Kind
  let records: [Page]

  static let indexPath = PageAddress.path("data/index.html")

  static func all(in site: Site) -> [DataSet] {
    Kind.records.compactMap { kind in
      let records = site.graph.pages(of: kind)
      return records.isEmpty ? nil : DataSet(kind: kind, records: records)
    }
  }

  private var name: String { kind.recordFolder ?? kind.rawValue }
  var table: OutputPath { PageAddress.path("data/\(name).csv") }
  var json: OutputPath { PageAddress.path("data/\(name).json") }
  var schema: OutputPath { PageAddress.path("data/\(name).schema.json") }

  func files(in site: Site) -> [OutputFile] {
    [
      OutputFile(path: table) { recordTable(in: site).encoded },
      OutputFile(path: json) { jsonFile(in: site).encoded(layout: .lines) },
      OutputFile(path: schema) {
        RecordSchema(kind: kind, address: site.absoluteAddress(of: schema), title: title(in: site)).json
          .encoded(layout: .lines)
      },
    ]
  }

  func title(in site: Site) -> String {
    let index = site.menu.index(ofFolder: name)
    return "\(site.graph.hub.title): \(index?.title ?? site.word(for: kind))"
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
      "source": .string(site.address), "schema": .string(site.absoluteAddress(of: schema)),
      "records": .array(records),
    ])
  }
}
