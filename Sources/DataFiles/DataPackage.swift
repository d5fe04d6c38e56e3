import Content
import Digests
import Formats
import Linking
import Sites

/// All tables with their licence, their columns and how they belong together, as a Data Package (datapackage.org, version 2.0).
struct DataPackage {
  let sets: [DataSet]
  let site: Site

  var json: JSONValue {
    let hub = site.graph.hub
    let publisher = JSONValue.object(present: [
      "title": .string(hub.publisher?.name ?? hub.title), "path": .string(hub.publisher?.address ?? site.address),
      "roles": ["publisher"],
    ])
    return .object(present: [
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
      "name": .string(identifier(ofTitle: hub.title) ?? "hub"),
      "id": .string(site.absoluteAddress(of: DataPaths.dataPackage)), "title": .string(hub.title),
      "description": hub.summary.map { .string($0) }, "homepage": .string(site.absoluteAddress(of: DataPaths.index)),
      "licenses": licence.map { .array([$0]) },
      "sources": [["title": .string(hub.title), "path": .string(site.address)]],
      "contributors": [publisher], "resources": .array(sets.map(resource)),
    ])
  }

  /// Nil where the hub names none, or one that has neither an address nor a name that all know.
  private var licence: JSONValue? {
    guard let licence = site.graph.hub.licence else { return nil }
    let name = licence.address.flatMap(openLicence)
    guard name != nil || licence.address != nil else { return nil }
    return .object(present: [
      "name": name.map { .string($0) }, "path": licence.address.map { .string($0) }, "title": .string(licence.name),
    ])
  }

  private func resource(_ set: DataSet) -> JSONValue {
    let facts = set.facts.value
    let references = facts.columns.compactMap { column -> JSONValue? in
      guard let target = set.table(namedBy: column, among: sets) else { return nil }
      // A table that names its own rows is named by nothing (Table Schema, foreignKeys).
      let name = target.paths.name == set.paths.name ? "" : target.paths.name
      return ["fields": [.string(column.name)], "reference": ["resource": .string(name), "fields": ["id"]]]
    }
    return [
      "name": .string(set.paths.name), "type": "table", "path": .string(set.fileName), "title": .string(set.title),
      "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "bytes": .integer(facts.size),
      "hash": .string("sha256:\(facts.digest.hexadecimal)"),
      "schema": .object(present: [
        "fields": .array(facts.columns.map(\.field)), "primaryKey": .array(set.key.map { .string($0) }),
        "foreignKeys": references.isEmpty ? nil : .array(references), "missingValues": [""],
      ]),
    ]
  }
}

/// What the registers of open licences call one by its address, such as CC-BY-4.0; nil for any other address.
private func openLicence(_ address: String) -> String? {
  let parts = address.split(separator: "/").map(String.init)
  guard parts.count >= 5, parts[1].hasSuffix("creativecommons.org") else { return nil }
  switch parts[2] {
  case "licenses": return "CC-\(parts[3].uppercased())-\(parts[4])"
  case "publicdomain" where parts[3] == "zero": return "CC0-\(parts[4])"
  default: return nil
  }
}

extension TableColumn {
  /// A field of a Table Schema.
  fileprivate var field: JSONValue {
    var type: JSONValue = "array"
    var item: (type: JSONValue, separator: String)?
    var limits: [JSONValue.Member] = isRequired ? [.init("required", true)] : []
    var format: JSONValue?
    switch form {
    case .one(let shape):
      type = shape.tableType
      limits += shape.limits
      if case .address = shape { format = "uri" }
    case .list(let shape, let separator):
      type = "list"
      item = (shape.tableType, separator)
    case .json: break
    }
    return .object(present: [
      "name": .string(name), "type": type, "format": format, "itemType": item?.type,
      "delimiter": item.map { .string($0.separator) }, "description": .string(meaning),
      "constraints": limits.isEmpty ? nil : .object(limits),
    ])
  }
}

extension FieldShape {
  fileprivate var tableType: JSONValue {
    switch self {
    case .number: "integer"
    case .flag: "boolean"
    case .date: "date"
    default: "string"
    }
  }

  fileprivate var limits: [JSONValue.Member] {
    switch self {
    case .number: [.init("minimum", 0)]
    case .choice(let choices): [.init("enum", .array(choices.map { .string($0) }))]
    default: pattern.map { [.init("pattern", .string($0))] } ?? []
    }
  }
}
