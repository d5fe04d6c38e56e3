import Diagnostics
import Formats

/// The faults as SARIF 2.1.0 (OASIS), as code hosts and editors take them; every rule is there with its explanation.
func sarifReport(of diagnostics: [Diagnostic], version: String) -> JSONValue {
  let rules = DiagnosticCode.allCases
  let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
  return [
    "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    "version": "2.1.0",
    "runs": [
      [
        "tool": [
          "driver": [
            "name": "hubwright", "semanticVersion": .string(version), "rules": .array(rules.map(rule(for:))),
          ]
        ],
        // Columns of a diagnostic count scalars.
        "columnKind": "unicodeCodePoints",
        "results": .array(diagnostics.map { result(for: $0, ruleIndex: numbers[$0.code] ?? 0) }),
      ]
    ],
  ]
}

private func rule(for code: DiagnosticCode) -> JSONValue {
  [
    "id": .string(code.rawValue), "shortDescription": ["text": .string(code.explanation)],
    "help": ["text": .string("\(code.explanation) See 'hubwright explain \(code.rawValue)' for an example.")],
    "defaultConfiguration": ["level": .string(code.severity.sarifLevel)],
  ]
}

private func result(for diagnostic: Diagnostic, ruleIndex: Int) -> JSONValue {
  let text = diagnostic.message + (diagnostic.help.map { ". \($0)" } ?? "")
  return .object(present: [
    "ruleId": .string(diagnostic.code.rawValue), "ruleIndex": .integer(ruleIndex),
    "level": .string(diagnostic.severity.sarifLevel), "message": ["text": .string(text)],
    "locations": [["physicalLocation": physicalLocation(diagnostic.range)]],
    "relatedLocations": diagnostic.notes.isEmpty
      ? nil
      : .array(
        diagnostic.notes.map { note in
          ["physicalLocation": physicalLocation(note.range), "message": ["text": .string(note.message)]]
        }),
    "partialFingerprints": ["hubwright/v1": .string(fingerprint(of: diagnostic))],
    "fixes": diagnostic.edits.isEmpty ? nil : [fix(for: diagnostic)],
  ])
}

private func physicalLocation(_ range: SourceRange) -> JSONValue {
  ["artifactLocation": ["uri": .string(percentEncodedPath(range.file.path.utf8))], "region": region(range)]
}

private func region(_ range: SourceRange) -> JSONValue {
  [
    "startLine": .integer(range.start.line), "startColumn": .integer(range.start.column),
    "endLine": .integer(range.end.line), "endColumn": .integer(range.end.column),
  ]
}

private func fix(for diagnostic: Diagnostic) -> JSONValue {
  [
    "description": ["text": .string(diagnostic.help ?? "Mend it")],
    "artifactChanges": .array(
      diagnostic.edits.map { edit in
        [
          "artifactLocation": ["uri": .string(percentEncodedPath(edit.range.file.path.utf8))],
          "replacements": [
            ["deletedRegion": region(edit.range), "insertedContent": ["text": .string(edit.replacement)]]
          ],
        ]
      }),
  ]
}

extension Severity {
  fileprivate var sarifLevel: String { self == .hint ? "note" : rawValue }
}
