import Content
import Digests
import Formats
import Linking
import OutputFiles
import Sites

/// Records of one form, as they are published: those of a kind, or what is counted from them.
///
/// Its fields are the one source of what is said of it: the schema, the dictionary, the metadata of the table and its columns are drawn from them.
struct DataSet: Sendable {
  let paths: DataPaths
  /// What stands over it in a list.
  let heading: String
  let title: String
  /// In the order of columns.
  let fields: [FieldDescription]
  /// The fields that together tell one record from all others.
  let key: [String]
  let facts: Once<TableFacts>
  private let records: @Sendable () -> [Record]
  private let publication: @Sendable (String) -> String?

  /// What others tell of a table besides its rows; kept, while the rows are let go.
  struct TableFacts: Sendable {
    let columns: [TableColumn]
    let count: Int
    /// Of the CSV file.
    let size: Int
    let digest: FileDigest
  }

  init(
    _ paths: DataPaths, heading: String, fields: [FieldDescription], key: [String], in site: Site,
    records: @escaping @Sendable () -> [Record]
  ) {
    self.paths = paths
    self.heading = heading
    title = "\(site.graph.hub.title)\(site.words[.colon])\(heading)"
    let fields = fields.map { $0.knowing(site.graph.hub) }
    self.fields = fields
    self.key = key
    self.records = records
    let publication = { @Sendable (id: String) in
      Publication.kind.recordFolder.flatMap { site.graph.page(DocumentID(folder: $0, name: id)) }
        .flatMap(PageOf<Publication>.init)?.fields.address
    }
    self.publication = publication
    facts = Once {
      let table = RecordTable(fields: fields, records: records(), publication: publication)
      let bytes = table.encoded
      return TableFacts(
        columns: table.columns, count: table.rows.count, size: bytes.count, digest: FileDigest(of: [bytes]))
    }
  }

  static func all(in site: Site) -> [DataSet] {
    let kinds = DataPaths.kinds(in: site.graph)
    return kinds.map { DataSet(of: $0, in: site) } + (kinds.contains(Proposal.kind) ? PartyCounts.sets(in: site) : [])
  }

  /// What every record of a kind has besides the fields of its kind.
  private static let identity = [
    FieldDescription(
      name: "id", shape: .identifier, isRequired: true, meaning: "The record's id, which never changes."),
    FieldDescription(name: "address", shape: .address, isRequired: true, meaning: "Where the record is shown."),
  ]

  private init(of kind: Kind, in site: Site) {
    let paths = DataPaths(kind: kind)
    let descriptions = kind.fields
    let index = site.menu.index(ofFolder: paths.name)
    self.init(
      paths, heading: index?.title ?? site.word(for: kind), fields: Self.identity + descriptions, key: ["id"], in: site
    ) {
      site.graph.pages(of: kind).map { page in
        let identity = [("id", page.document.id.name), ("address", site.absoluteAddress(of: page))]
        return Record(
          fields: identity.map { Record.Field(name: $0.0, value: .text($0.1)) }
            + page.document.record(as: descriptions).fields)
      }
    }
  }

  func files(in site: Site) -> [OutputFile] {
    [
      OutputFile(path: paths.table) {
        RecordTable(fields: fields, records: records(), publication: publication).encoded
      },
      OutputFile(path: paths.json) { jsonFile(in: site).encoded(layout: .lines) },
      OutputFile(path: paths.schema) {
        RecordSchema(fields: fields, address: site.absoluteAddress(of: paths.schema), title: title).json
          .encoded(layout: .lines)
      },
    ]
  }

  private func jsonFile(in site: Site) -> JSONValue {
    .object(present: [
      "title": .string(title), "licence": (site.graph.hub.licence?.address).map { .string($0) },
      "source": .string(site.address), "schema": .string(site.absoluteAddress(of: paths.schema)),
      "records": .array(records().map(\.json)),
    ])
  }
}

extension FieldDescription {
  /// The same field, a choice where a hub declares the words that it admits.
  fileprivate func knowing(_ hub: HubDescription) -> FieldDescription {
    FieldDescription(
      name: name, shape: shape.knowing(hub), isRequired: isRequired, meaning: meaning, sharing: sharing)
  }
}

extension FieldShape {
  fileprivate func knowing(_ hub: HubDescription) -> FieldShape {
    switch self {
    case .declared(let vocabulary):
      let words = hub.declared(vocabulary).map(\.id)
      return words.isEmpty ? .text : .choice(words)
    case .list(let item): return .list(item.knowing(hub))
    case .group(let fields): return .group(fields.map { $0.knowing(hub) })
    case .textOrGroup(let fields): return .textOrGroup(fields.map { $0.knowing(hub) })
    default: return self
    }
  }
}
