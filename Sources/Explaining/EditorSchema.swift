import Content
import Formats

/// A JSON Schema (draft-07, which editors read) of what writers type, drawn from the code that reads it.
package struct EditorSchema: Sendable {
  /// The name of its file.
  package let name: String
  package let json: JSONValue

  /// Of `hub.yaml`, of one document of each kind, and of a list of each kind of records.
  package static var all: [EditorSchema] {
    [EditorSchema("hub", "The description of a hub", HubDescription.fields.schemaMembers(isWritten: true))]
      + Kind.allCases.map { EditorSchema($0.rawValue, $0.noun, $0.fields.schemaMembers(isWritten: true)) }
      + Kind.records.map { kind in
        EditorSchema(
          "\(kind.rawValue)-list", "A list of records: \(kind.noun) each",
          [
            .init("type", ["array", "null"]),
            .init("items", .object(kind.fields.schemaMembers(and: [identity], isWritten: true))),
          ])
      }
  }

  private init(_ name: String, _ title: String, _ members: [JSONValue.Member]) {
    self.name = name + ".json"
    json = .object(
      [.init("$schema", "http://json-schema.org/draft-07/schema#"), .init("title", .string(title))] + members)
  }

  private static let identity = JSONValue.Member(
    "id", FieldShape.identifier.schema("The record's id: lower-case letters, digits and hyphens.", isWritten: true))
}
