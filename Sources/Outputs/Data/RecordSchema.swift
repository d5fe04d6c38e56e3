import Content
import Formats

/// The JSON Schema (draft 2020-12) of a data file, drawn from the code that reads the fields.
struct RecordSchema {
  let kind: Kind
  let address: String
  let title: String

  var json: JSONValue {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": .string(address), "title": .string(title),
      "type": "object", "required": ["title", "records"],
      "properties": [
        "title": ["type": "string"], "licence": ["type": "string"], "source": ["type": "string", "format": "uri"],
        "schema": ["type": "string", "format": "uri"], "records": ["type": "array", "items": record],
      ],
    ]
  }

  private var record: JSONValue {
    Self.object(RecordTable.identity + kind.fields)
  }

  private static func object(_ fields: [FieldDescription]) -> JSONValue {
    let required = fields.filter(\.isRequired).map(\.name)
    let properties = fields.map { JSONValue.Member($0.name, schema(for: $0.shape, $0.meaning)) }
    return [
      "type": "object", "additionalProperties": false, "required": .array(required.map { .string($0) }),
      "properties": .object(properties),
    ]
  }

  private static func schema(for shape: FieldShape, _ meaning: String? = nil) -> JSONValue {
    var members: [JSONValue.Member]
    switch shape {
    case .text, .reference, .identifier, .language: members = [.init("type", "string")]
    case .number: members = [.init("type", "integer")]
    case .flag: members = [.init("type", "boolean")]
    case .date: members = [.init("type", "string"), .init("format", "date")]
    case .moment:
      members = [
        .init("type", "string"), .init("pattern", .string("^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:]{5,8})?)?)?$")),
      ]
    case .address: members = [.init("type", "string"), .init("format", "uri")]
    case .choice(let choices): members = [.init("enum", .array(choices.map { .string($0) }))]
    case .list(let item): members = [.init("type", "array"), .init("items", schema(for: item))]
    case .textOrGroup(let fields): members = [.init("anyOf", [["type": "string"], schema(for: .group(fields))])]
    case .group(let fields):
      guard case .object(let object) = object(fields) else { return .null }
      members = object
    }
    if let meaning { members.append(.init("description", .string(meaning))) }
    return .object(members)
  }
}
