/// What a field is, as recorded from the code that reads it, so that help and schemas cannot go stale.
package struct FieldDescription: Sendable {
  package let name: String
  package let shape: FieldShape
  package let isRequired: Bool
  package let meaning: String
  package let sharing: FieldSharing

  /// `sharing` is the shape's rule, where none is given.
  package init(
    name: String, shape: FieldShape, isRequired: Bool, meaning: String, sharing: FieldSharing? = nil
  ) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.meaning = meaning
    self.sharing = sharing ?? shape.sharing
  }
}

/// What a field holds.
package indirect enum FieldShape: Sendable {
  case text
  case number
  case flag
  case date
  case moment
  case address
  case identifier
  case language
  case timeZone
  case deadlineRule
  /// The path of a page within the hub.
  case oldAddress(Alias.Form)
  /// Words with a place for a number.
  case pattern
  case position
  case hostName
  case colour
  /// A word that `hub.yaml` declares.
  case declared(Named.Vocabulary)
  /// What a register knows a thing by.
  case code(IdentifierForm)
  case choice([String])
  case reference([Kind])
  case list(FieldShape)
  case group([FieldDescription])
  /// A text, or a group of fields where there is more to say.
  case textOrGroup([FieldDescription])

  /// The shape in a writer's words, as in "holds a list of texts".
  package var words: String {
    switch self {
    case .text: "a text"
    case .number: "a whole number"
    case .flag: "true or false"
    case .date: "a date such as 2026-11-09"
    case .moment: "a date such as 2026-11-09, or as much of it as is known"
    case .address: "an address that begins with https:// and has no spaces"
    case .language: "a language such as en or pt-BR"
    case .identifier: "lower-case letters, digits and hyphens"
    case .timeZone: "a time zone such as Europe/Zurich"
    case .deadlineRule: "a rule such as '4 months before the opening'"
    case .oldAddress(.page): "a path such as old/page.html or old/page/"
    case .oldAddress(.query): "an address such as ?p=123"
    case .oldAddress(.feed): "a path such as old/feed.xml"
    case .position: "a latitude and a longitude such as '46.2217, 6.1372'"
    case .hostName: "the name of a host such as hub.example.org"
    case .colour: "a colour such as '#0c4a86', in quotes"
    case .pattern: "words with {number} for the number"
    case .declared(let vocabulary): "a word that hub.yaml declares under '\(vocabulary.rawValue)'"
    case .code(let form): form.words
    case .choice(let choices): "one of " + choices.joined(separator: ", ")
    case .reference(let kinds): "the id of " + kinds.map(\.noun).joined(separator: " or ")
    case .list(let shape): "a list, each item " + shape.words
    case .group: "a group of fields"
    case .textOrGroup: "a text or a group of fields"
    }
  }
}

extension FieldShape {
  /// What to write in a field that holds another type of value; a group shows what it needs, with the text that was written for the first.
  func help(for written: String?, in name: String) -> String {
    guard case .group(let fields) = self, let written, !written.contains(where: { "{}[],:#".contains($0) }) else {
      return "Write \(words)"
    }
    let needed = fields.filter(\.isRequired).map(\.name)
    guard let first = needed.first else { return "Write \(words)" }
    let rest = needed.dropFirst().map { ", \($0): …" }.joined()
    return "Write '\(name): {\(first): \(written)\(rest)}'"
  }
}
