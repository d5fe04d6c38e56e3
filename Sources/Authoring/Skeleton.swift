import CivilTime
import Content
import Foundation

/// A file that a writer begins with: required fields filled in, the others named in comments with their meanings, from the
/// descriptions that the reader of the fields gives.
package struct Skeleton: Sendable, Equatable {
  /// Relative to `site-content`.
  package let path: String
  package let text: String

  /// `folder` holds documents of the kind; `ids` are those of the hub's documents, for fields that must name one.
  package init(
    _ kind: Kind, folder: String, title: String, id: String, today: CivilDate, hub: HubDescription,
    ids: [Kind: [String]]
  ) {
    path = "\(folder)/\(id).md"
    let common = Set(StandingPage.kind.fields.map(\.name))
    let fields = kind.fields
    let values = SampleValues(kind, title: title, id: id, today: today, hub: hub, ids: ids)
    let required = fields.filter(\.isRequired).map { "\($0.name): \(values.value(of: $0))" + Self.remark(on: $0) }
    let own = fields.filter { !$0.isRequired && !common.contains($0.name) }
    let others = fields.filter { !$0.isRequired && common.contains($0.name) && $0.name != "draft" }
    var lines = ["---", "# yaml-language-server: $schema=../../.hubwright/schemas/\(kind.rawValue).json"] + required
    lines.append("draft: true  # Take this line out when it is ready for readers.")
    if !own.isEmpty { lines += ["", "# Fields that \(kind.noun) may have besides:"] + own.map(Self.comment) }
    lines += ["", "# Fields of every document:"] + others.map(Self.comment) + ["---", ""]
    text = (lines + Self.body(of: kind)).joined(separator: "\n") + "\n"
  }

  private static func remark(on field: FieldDescription) -> String {
    field.name == "title" ? "" : "  # \(field.meaning) Holds \(field.shape.words)."
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
}

/// Values with which a document reads without fault until its writer gives others.
private struct SampleValues {
  let kind: Kind
  let title: String
  let id: String
  let today: CivilDate
  let hub: HubDescription
  let ids: [Kind: [String]]

  init(_ kind: Kind, title: String, id: String, today: CivilDate, hub: HubDescription, ids: [Kind: [String]]) {
    self.kind = kind
    self.title = title
    self.id = id
    self.today = today
    self.hub = hub
    self.ids = ids
  }

  func value(of field: FieldDescription) -> String {
    switch field.name {
    case "title": quoted(title)
    case "type" where kind == Meeting.kind: hub.meetingTypes.first?.id ?? "a-type-of-meeting"
    default: value(of: field.shape)
    }
  }

  private func value(of shape: FieldShape) -> String {
    switch shape {
    case .text, .textOrGroup: "To be written"
    case .number: "1"
    case .flag: "true"
    case .date, .moment: today.isoText
    case .address: "https://example.org/"
    case .identifier: id
    case .language: hub.language
    case .timeZone: hub.timeZone
    case .deadlineRule: "4 months before the opening"
    case .oldAddress: "old/page.html"
    case .pattern: "Resolution {number}"
    case .position: "46.2217, 6.1372"
    case .hostName: "hub.example.org"
    case .choice(let choices): choices.first ?? ""
    case .reference(let kinds):
      kinds.lazy.compactMap { ids[$0]?.first }.first ?? "the-id-of-\(kinds.first?.noun.replacing(" ", with: "-") ?? "")"
    case .list(let item): "[\(value(of: item))]"
    case .group: "{}"
    }
  }

  /// In quotes wherever YAML might take the text for something else.
  private func quoted(_ text: String) -> String {
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

/// An id made of a title: its letters in their plain Latin form, in lower case, with hyphens between the words; nil where the
/// title has none.
package func identifier(ofTitle title: String) -> String? {
  let latin = title.applyingTransform(.toLatin, reverse: false) ?? title
  let plain = (latin.applyingTransform(.stripCombiningMarks, reverse: false) ?? latin).lowercased()
  let words = plain.split { !("a"..."z").contains($0) && !("0"..."9").contains($0) && $0 != "'" && $0 != "’" }
  var id = ""
  for word in words.map({ $0.filter { $0 != "'" && $0 != "’" } })
  where !word.isEmpty && id.utf8.count + word.utf8.count < 60 {
    id += id.isEmpty ? word : "-\(word)"
  }
  return id.isEmpty ? nil : id
}
