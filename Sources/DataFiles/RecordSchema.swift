import Content
import Formats

/// The JSON Schema (draft 2020-12) of a data file, drawn from the code that reads the fields.
struct RecordSchema {
  let fields: [FieldDescription]
  let address: String
  let title: String

  var json: JSONValue {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": .string(address), "title": .string(title),
      "type": "object", "required": ["title", "records"],
      "properties": [
        "title": ["type": "string"], "licence": ["type": "string"], "source": ["type": "string", "format": "uri"],
        "schema": ["type": "string", "format": "uri"],
        "records": ["type": "array", "items": .object(fields.schemaMembers(isWritten: false))],
      ],
    ]
  }
}
