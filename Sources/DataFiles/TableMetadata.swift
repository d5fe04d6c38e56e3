import Content
import Formats
import Linking
import Sites

/// What the tables hold, for programs (W3C Recommendation of 17 December 2015, Metadata Vocabulary for Tabular Data).
///
/// Under this name, and in the folder of the tables, readers look for it.
struct TableMetadata {
  let sets: [DataSet]
  let site: Site

  var json: JSONValue {
    let hub = site.graph.hub
    return .object(present: [
      // The columns are described in English; the values are in the language of the hub.
      "@context": ["http://www.w3.org/ns/csvw", ["@language": "en"]],
      "lang": .string(hub.language), "dc:title": named(hub.title),
      "dc:description": hub.summary.map(named), "dc:publisher": .string(hub.publisher?.name ?? hub.title),
      "dc:license": (hub.licence?.address).map { ["@id": .string($0)] },
      "dc:source": ["@id": .string(site.address)],
      "dialect": ["encoding": "utf-8", "header": true, "lineTerminators": ["\r\n"]],
      "tables": .array(sets.map(table)),
    ])
  }

  private func named(_ text: String) -> JSONValue {
    ["@value": .string(text), "@language": .string(site.graph.hub.language)]
  }

  private func table(_ set: DataSet) -> JSONValue {
    let columns = set.facts.value.columns
    let references = columns.compactMap { column -> JSONValue? in
      guard let target = set.table(namedBy: column, among: sets) else { return nil }
      return [
        "columnReference": .string(column.name),
        "reference": ["resource": .string(target.fileName), "columnReference": "id"],
      ]
    }
    return .object(present: [
      "url": .string(set.fileName), "dc:title": named(set.title),
      "tableSchema": .object(present: [
        "columns": .array(columns.map(\.metadata)),
        "primaryKey": set.key.count == 1 ? .string(set.key[0]) : .array(set.key.map { .string($0) }),
        "foreignKeys": references.isEmpty ? nil : .array(references),
        "aboutUrl": columns.contains { $0.name == "address" } ? "{+address}" : nil,
      ]),
    ])
  }
}

extension DataSet {
  /// Of the table, as the files beside it know it.
  var fileName: String { "\(paths.name).csv" }

  /// The table whose ids a column of this one holds.
  func table(namedBy column: TableColumn, among sets: [DataSet]) -> DataSet? {
    column.target.flatMap { kind in sets.first { $0.paths.name == kind.recordFolder } }
  }
}

extension TableColumn {
  fileprivate var metadata: JSONValue {
    var separator: String?
    var datatype: JSONValue = "json"
    switch form {
    case .one(let shape): datatype = shape.datatype
    case .list(let item, let text): (datatype, separator) = (item.datatype, text)
    case .json: break
    }
    return .object(present: [
      "name": .string(name), "titles": .string(name), "dc:description": .string(meaning), "datatype": datatype,
      "separator": separator.map { .string($0) }, "required": isRequired ? true : nil,
    ])
  }
}

extension FieldShape {
  /// A datatype of section 5.11 of the vocabulary, with the form of its values where they have one.
  fileprivate var datatype: JSONValue {
    switch self {
    case .number: "nonNegativeInteger"
    case .flag: "boolean"
    case .date: "date"
    case .address: "anyURI"
    case .choice(let choices):
      // Words of choices are letters, digits and hyphens, which stand for themselves.
      ["base": "string", "format": .string("^(\(choices.joined(separator: "|")))$")]
    default: pattern.map { ["base": "string", "format": .string($0)] } ?? "string"
    }
  }
}
