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
    HandbookFiles.files.map { File(path: "site-content/\($0.path)", text: $0.text) }
      + [article("kinds", "hub-yaml", .hubFile, summary: "The fields that describe the hub as a whole.")]
      + Kind.allCases.map {
        article("kinds", $0.rawValue, Explanation(of: $0), summary: "What \($0.noun) is, and its fields.")
      }
      + DiagnosticCode.allCases.map { article("faults", $0.rawValue, Explanation(of: $0), summary: $0.explanation) }
      + fields + [views]
  }

  private static var views: File {
    File(
      path: "site-content/templates/views.md",
      text: "---\ntitle: 'What templates can show'\nsummary: 'Every template and every name in it.'\n---\n\n"
        + TemplateLanguage.views(below: "##"))
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
}
