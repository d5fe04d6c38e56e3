import Content
import Formats
import Linking
import Templating

/// The hub's records for those who want to work with them: of each kind a CSV, a JSON and its schema, and a page that explains them.
func dataFiles(_ site: Site) -> [OutputFile] {
  let sets = DataSet.all(in: site)
  guard !sets.isEmpty else { return [] }
  let page = DataSet.indexPath
  let index = OutputFile(path: page) {
    let place = Place(page)
    return dataPage(sets, on: site, from: place).rendered(on: site, at: place)
  }
  return sets.flatMap { $0.files(in: site) } + [index]
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
    return "\(site.graph.hub.title): \(index?.title ?? site.words[kind.word])"
  }

  func recordTable(in site: Site) -> RecordTable {
    RecordTable(kind: kind, records: records.map { ($0, site.absoluteAddress(of: $0)) }) { id in
      guard let folder = Kind.publication.recordFolder,
        case .publication(let fields)? = site.graph.page(DocumentID(folder: folder, name: id))?.document.details
      else { return nil }
      return fields.address
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

/// A kind's heading: of its index, or where it has none, of its places on the pages of meetings.
private func heading(of kind: Kind, on site: Site) -> String {
  switch kind {
  case .outcome: site.words[.whatWasDecided]
  case .election: site.words[.elections]
  default: site.menu.index(ofFolder: kind.recordFolder ?? "")?.title ?? site.words[kind.word]
  }
}

/// The data dictionary: every file, and every column with what it holds and means.
func dataPage(_ sets: [DataSet], on site: Site, from place: Place) -> FinishedPage {
  let views = sets.map { set in
    return DataSetView(
      id: set.kind.recordFolder ?? set.kind.rawValue, title: heading(of: set.kind, on: site),
      count: String(set.records.count),
      files: [
        LinkView(title: "CSV", address: site.link(to: set.table, from: place)),
        LinkView(title: "JSON", address: site.link(to: set.json, from: place)),
        LinkView(title: "JSON Schema", address: site.link(to: set.schema, from: place)),
      ],
      columns: set.recordTable(in: site).columns.map { column in
        DataColumnView(
          name: column.name, type: column.description.shape.words, meaning: column.description.meaning)
      })
  }
  let head = PageHead(
    kind: "data", title: site.words[.indexData], summary: site.words[.summaryData], isInEveryLanguage: false)
  return FinishedPage(site.templates.pages.data, Filled(DataPage(dataSets: views)), head)
}
