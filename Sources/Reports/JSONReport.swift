import Diagnostics
import Formats

/// The faults as data, for scripts; `reportSchema` says what it holds.
func jsonReport(of diagnostics: [Diagnostic], version: String) -> JSONValue {
  [
    "tool": "hubwright", "version": .string(version),
    "counts": .object(
      Severity.allCases.map { severity in
        .init(severity.rawValue, .integer(diagnostics.count { $0.severity == severity }))
      }),
    "faults": .array(diagnostics.map(json(of:))),
  ]
}

private func json(of diagnostic: Diagnostic) -> JSONValue {
  .object(present: [
    "code": .string(diagnostic.code.rawValue), "severity": .string(diagnostic.severity.rawValue),
    "message": .string(diagnostic.message), "place": json(of: diagnostic.range),
    "notes": diagnostic.notes.isEmpty
      ? nil : .array(diagnostic.notes.map { ["message": .string($0.message), "place": json(of: $0.range)] }),
    "help": diagnostic.help.map(JSONValue.string),
    "fix": diagnostic.edits.isEmpty
      ? nil : .array(diagnostic.edits.map { ["place": json(of: $0.range), "replacement": .string($0.replacement)] }),
  ])
}

private func json(of range: SourceRange) -> JSONValue {
  [
    "file": .string(range.file.path), "line": .integer(range.start.line), "column": .integer(range.start.column),
    "endLine": .integer(range.end.line), "endColumn": .integer(range.end.column),
  ]
}

func lines(_ json: JSONValue) -> String {
  String(decoding: json.encoded(layout: .lines), as: UTF8.self) + "\n"
}

/// The JSON Schema of `--format json`.
package var reportSchema: JSONValue {
  let number: JSONValue = ["type": "integer", "minimum": 0]
  let text: JSONValue = ["type": "string"]
  let place: JSONValue = ["$ref": "#/definitions/place"]
  return [
    "$schema": "http://json-schema.org/draft-07/schema#", "title": "Faults of a hub",
    "type": "object", "additionalProperties": false, "required": ["tool", "version", "counts", "faults"],
    "properties": [
      "tool": ["const": "hubwright"], "version": text,
      "counts": object(Severity.allCases.map { ($0.rawValue, number) }),
      "faults": ["type": "array", "items": ["$ref": "#/definitions/fault"]],
    ],
    "definitions": [
      "place": object([
        ("file", ["type": "string", "description": "Relative to the hub, with / between its parts."]),
        ("line", ["type": "integer", "minimum": 1]),
        ("column", ["type": "integer", "minimum": 1, "description": "Counts Unicode scalars, from 1."]),
        ("endLine", ["type": "integer", "minimum": 1]),
        ("endColumn", ["type": "integer", "minimum": 1, "description": "Behind the last scalar."]),
      ]),
      "note": object([("message", text), ("place", place)]),
      "edit": object([("place", place), ("replacement", text)]),
      "fault": object(
        [
          ("code", ["enum": .array(DiagnosticCode.allCases.map { .string($0.rawValue) })]),
          ("severity", ["enum": .array(Severity.allCases.map { .string($0.rawValue) })]), ("message", text),
          ("place", place),
        ],
        optional: [
          ("notes", ["type": "array", "items": ["$ref": "#/definitions/note"]]), ("help", text),
          ("fix", ["type": "array", "items": ["$ref": "#/definitions/edit"]]),
        ]),
    ],
  ]
}

/// An object that has just these members.
private func object(_ required: [(String, JSONValue)], optional: [(String, JSONValue)] = []) -> JSONValue {
  [
    "type": "object", "additionalProperties": false, "required": .array(required.map { .string($0.0) }),
    "properties": .object((required + optional).map { .init($0.0, $0.1) }),
  ]
}
