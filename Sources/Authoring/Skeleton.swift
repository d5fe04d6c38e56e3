import CivilTime
import Content

/// A file that a writer begins with: title and day filled in, the other required fields empty, since what only the writer knows is not
/// guessed, and the rest named in comments with their meanings, from the descriptions that the reader of the fields gives.
package struct Skeleton: Sendable, Equatable {
  /// Relative to `site-content`.
  package let path: String
  package let text: String

  /// `folder` holds documents of the kind.
  package init(_ kind: Kind, folder: String, title: String, id: String, today: CivilDate) {
    path = "\(folder)/\(id).md"
    let common = Set(StandingPage.kind.fields.map(\.name))
    let fields = kind.fields
    let required = fields.filter(\.isRequired).map { field in
      switch field.name {
      case "title": "title: \(Self.quoted(title))"
      case "date": "date: \(today.isoText)\(Self.remark(on: field))"
      default: "\(field.name):\(Self.remark(on: field))"
      }
    }
    let own = fields.filter { !$0.isRequired && !common.contains($0.name) }
    let others = fields.filter { !$0.isRequired && common.contains($0.name) && $0.name != "draft" }
    var lines = ["---", "# yaml-language-server: $schema=../../.hubwright/schemas/\(kind.rawValue).json"] + required
    lines.append("draft: true  # Take this line out when it is ready for readers.")
    if !own.isEmpty { lines += ["", "# Fields that \(kind.noun) may have besides:"] + own.map(Self.comment) }
    lines += ["", "# Fields of every document:"] + others.map(Self.comment) + ["---", ""]
    text = (lines + Self.body(of: kind)).joined(separator: "\n") + "\n"
  }

  private static func remark(on field: FieldDescription) -> String {
    "  # \(field.meaning) Holds \(field.shape.words)."
  }

  private static func comment(_ field: FieldDescription) -> String {
    "# \(field.name): \(field.meaning) Holds \(field.shape.words)."
  }

  private static func body(of kind: Kind) -> [String] {
    guard kind.headings.isEmpty else {
      return kind.headings.flatMap { ["## \($0)", "", "To be written.", ""] }.dropLast()
    }
    return [
      kind.isArticle
        ? "To be written. Headings in the text begin with two number signs." : "To be written, or left out."
    ]
  }

  /// In quotes wherever YAML might take the text for something else.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || " -,.()'’".unicodeScalars.contains(scalar)
      }
    let isWord = ["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
    if isPlain, !isWord { return text }
    return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
