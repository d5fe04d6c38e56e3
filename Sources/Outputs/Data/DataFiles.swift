import Content
import Formats
import Linking
import Templating

/// The hub's records for those who want to work with them: of each kind a CSV, a JSON and its schema, and a page that explains them.
func dataFiles(_ edition: Edition) -> [OutputFile] {
  let sets = DataSet.all(in: edition)
  guard !sets.isEmpty else { return [] }
  let page = DataSet.indexPath
  let index = OutputFile(path: page) {
    let composer = PageComposer(edition: edition, path: page)
    return composer.render(composer.dataPage(sets))
  }
  return sets.flatMap { $0.files(in: edition) } + [index]
}

/// The records of one kind, as they are published.
struct DataSet: Sendable {
  let kind: Kind
  let records: [Page]

  static let indexPath = PageAddress.path("data/index.html")

  static func all(in edition: Edition) -> [DataSet] {
    Kind.records.compactMap { kind in
      let records = edition.graph.pages(of: kind)
      return records.isEmpty ? nil : DataSet(kind: kind, records: records)
    }
  }

  private var name: String { kind.recordFolder ?? kind.rawValue }
  var table: OutputPath { PageAddress.path("data/\(name).csv") }
  var json: OutputPath { PageAddress.path("data/\(name).json") }
  var schema: OutputPath { PageAddress.path("data/\(name).schema.json") }

  func files(in edition: Edition) -> [OutputFile] {
    [
      OutputFile(path: table) { recordTable(in: edition).encoded },
      OutputFile(path: json) { jsonFile(in: edition).encoded(layout: .lines) },
      OutputFile(path: schema) {
        RecordSchema(kind: kind, address: edition.absoluteAddress(of: schema), title: title(in: edition)).json
          .encoded(layout: .lines)
      },
    ]
  }

  func title(in edition: Edition) -> String {
    let index = edition.menu.index(ofFolder: name)
    return "\(edition.graph.hub.title): \(index?.title ?? edition.words[kind.word])"
  }

  func recordTable(in edition: Edition) -> RecordTable {
    RecordTable(kind: kind, records: records.map { ($0, edition.absoluteAddress(of: $0)) }) { id in
      guard let folder = Kind.publication.recordFolder,
        case .publication(let fields)? = edition.graph.page(DocumentID(folder: folder, name: id))?.document.details
      else { return nil }
      return fields.address
    }
  }

  private func jsonFile(in edition: Edition) -> JSONValue {
    let descriptions = kind.fields
    let records = records.map { page -> JSONValue in
      .object(
        [
          .init("id", .string(page.document.id.name)), .init("address", .string(edition.absoluteAddress(of: page))),
        ] + page.document.record(as: descriptions).fields.map { .init($0.name, $0.value.json) })
    }
    return .object(present: [
      "title": .string(title(in: edition)), "licence": (edition.graph.hub.licence?.address).map { .string($0) },
      "source": .string(edition.address), "schema": .string(edition.absoluteAddress(of: schema)),
      "records": .array(records),
    ])
  }
}

extension PageComposer {
  /// The data files of an index's records, and the page that explains them.
  func downloads(ofFolder folder: String) -> [LinkView] {
    guard let kind = Kind.records.first(where: { $0.recordFolder == folder }) else { return [] }
    let set = DataSet(kind: kind, records: [])
    return [
      LinkView(title: "CSV", address: link(to: set.table)), LinkView(title: "JSON", address: link(to: set.json)),
      LinkView(title: words[.dataDictionary], address: link(to: DataSet.indexPath)),
    ]
  }

  /// A kind's heading: of its index, or where it has none, of its places on the pages of meetings.
  private func heading(of kind: Kind) -> String {
    switch kind {
    case .outcome: words[.whatWasDecided]
    case .election: words[.elections]
    default: edition.menu.index(ofFolder: kind.recordFolder ?? "")?.title ?? words[kind.word]
    }
  }

  /// The data dictionary: every file, and every column with what it holds and means.
  func dataPage(_ sets: [DataSet]) -> ComposedPage {
    let views = sets.map { set in
      return DataSetView(
        id: set.kind.recordFolder ?? set.kind.rawValue, title: heading(of: set.kind),
        count: String(set.records.count),
        files: [
          LinkView(title: "CSV", address: link(to: set.table)), LinkView(title: "JSON", address: link(to: set.json)),
          LinkView(title: "JSON Schema", address: link(to: set.schema)),
        ],
        columns: set.recordTable(in: edition).columns.map { column in
          DataColumnView(
            name: column.name, type: column.description.shape.words, meaning: column.description.meaning)
        })
    }
    let head = PageHead(
      kind: "data", title: words[.indexData], summary: words[.summaryData], isInEveryEdition: false)
    return ComposedPage(template: "data", frame: plainFrame(head), content: FilledView(DataPage(dataSets: views)))
  }
}
