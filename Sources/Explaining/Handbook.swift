import Content
import Diagnostics

/// The writers' handbook: a hub that explains every kind, every field and every fault, in the words that `hubwright explain` has.
package struct Handbook {
  package struct File: Sendable {
    /// Relative to the hub's folder.
    package let path: String
    package let text: String
  }

  package static var files: [File] {
    [
      File(path: "site-content/hub.yaml", text: hub),
      article("kinds", "hub-yaml", .hubFile, summary: "The fields that describe the hub as a whole."),
    ]
      + Kind.allCases.map {
        article("kinds", $0.rawValue, Explanation(of: $0), summary: "What \($0.noun) is, and its fields.")
      }
      + DiagnosticCode.allCases.map { article("faults", $0.rawValue, Explanation(of: $0), summary: $0.explanation) }
      + fields
  }

  private static func article(_ folder: String, _ id: String, _ explanation: Explanation, summary: String) -> File {
    File(
      path: "site-content/\(folder)/\(id).md",
      text: "---\ntitle: \(quoted(explanation.title))\nsummary: \(quoted(summary))\n---\n\n\(explanation.markdown)")
  }

  /// The fields of groups, by the kind that has them; those of the kinds themselves stand with the kinds.
  private static var fields: [File] {
    let groups: [(String, String, [FieldDescription])] =
      [("hub-yaml-groups", "hub.yaml", HubDescription.fields)]
      + Kind.allCases.map { ("\($0.rawValue)-groups", $0.rawValue, $0.fields) }
    return groups.compactMap { id, title, fields in
      let inner = fields.filter { !$0.shape.innerFields.isEmpty }
      guard !inner.isEmpty else { return nil }
      let text = inner.map { field in
        "## \(field.name)\n\n\(escaped(field.meaning))\n\n"
          + Explanation(
            title: field.name, parts: [.fields(field.shape.innerFields.map { ($0.name, $0.shape.words, $0.meaning) })]
          ).markdown
      }.joined(separator: "\n")
      return File(
        path: "site-content/groups/\(id).md",
        text:
          "---\ntitle: \(quoted("Groups of fields in \(title)"))\nsummary: \(quoted("What stands in the groups of fields."))\n---\n\n\(text)"
      )
    }
  }

  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

  private static let hub = """
    title: Writers' handbook
    summary: Every kind of document, every field, and every fault with a wrong and a right example.
    address: https://handbook.example.org/
    language: en
    time_zone: UTC
    sections:
      - folder: kinds
        kind: article
        title: Kinds of documents
        summary: What a hub holds, with the fields of each.
        order: title
      - folder: groups
        kind: article
        title: Groups of fields
        summary: Fields that hold fields.
        order: title
      - folder: faults
        kind: article
        title: Faults
        summary: What each message means, why, and how it is mended.
        order: title
    checks:
      - rule: orphan-page
        is: off
        because: the handbook is looked up in its lists
      - rule: unexplained-abbreviation
        is: off
        because: the names of standards stand for themselves
      - rule: suspicious-address
        is: off
        because: examples show what is wrong
      - rule: insecure-address
        is: off
        because: examples show what is wrong
      - rule: long-sentence
        is: off
        because: lists of choices are long
      - rule: unreplaced-placeholder
        is: off
        because: the handbook stands wherever it is read

    """
}
