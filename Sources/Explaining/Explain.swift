import Content
import Diagnostics

/// A fault, a kind, a field or a template, explained.
package struct Explanation: Sendable {
  /// The word that is explained.
  package let title: String
  package let parts: [Part]

  /// A piece of an explanation: a paragraph, or lines to be read as they stand.
  package enum Part: Sendable {
    case text(String)
    case lines(String)
    case fields([(name: String, holds: String, meaning: String)])
    /// Names that tell by themselves what they mean.
    case names([(name: String, holds: String)])
  }
}

/// What is known by a word: the fault, the kind or its folder, each field of that name, and the template or view.
package func explanations(of word: String) -> [Explanation] {
  let code = DiagnosticCode(rawValue: word).map { [Explanation(of: $0)] } ?? []
  let kind = Kind.allCases.first { $0.rawValue == word || $0.recordFolder == word }.map { [Explanation(of: $0)] } ?? []
  return code + kind + (word == "hub.yaml" ? [Explanation.hubFile] : []) + Explanation.fields(named: word)
    + Explanation.templates(named: word)
}

/// The word that was most likely meant by one that explains nothing.
package func nearestExplainable(to word: String) -> String? {
  // A view may be called as a kind is, which is meant more often.
  nearestName(
    to: word,
    among: DiagnosticCode.allCases.map(\.rawValue) + Kind.allCases.map(\.rawValue) + ["hub.yaml"]
      + DocumentedField.all.map(\.path))
    ?? nearestName(to: word, among: Explanation.templateWords)
}

/// A field with where it is found.
package struct DocumentedField: Sendable {
  /// Nil for those of `hub.yaml`.
  package let kind: Kind?
  /// The names that lead to it, with points between them: `deadlines.rule`.
  package let path: String
  package let description: FieldDescription

  package static let all: [DocumentedField] =
    fields(HubDescription.fields, of: nil, below: "") + Kind.allCases.flatMap { fields($0.fields, of: $0, below: "") }

  private static func fields(_ descriptions: [FieldDescription], of kind: Kind?, below path: String)
    -> [DocumentedField]
  {
    descriptions.flatMap { field in
      [DocumentedField(kind: kind, path: path + field.name, description: field)]
        + fields(field.shape.innerFields, of: kind, below: "\(path)\(field.name).")
    }
  }
}

extension FieldShape {
  /// The fields of a group, or of the groups in a list.
  package var innerFields: [FieldDescription] {
    switch self {
    case .group(let fields), .textOrGroup(let fields): fields
    case .list(let item): item.innerFields
    default: []
    }
  }
}

// MARK: Faults

extension Explanation {
  package init(of code: DiagnosticCode) {
    title = code.rawValue
    var parts: [Part] = [.text("\(code.severity.words) \(code.explanation)")]
    if code.isSwitchable {
      parts += [
        .text("A hub that has reason to can switch it in hub.yaml:"),
        .lines("checks:\n  - rule: \(code.rawValue)\n    is: off\n    because: the reason\n"),
      ]
    }
    if let example = Example.all.first(where: { $0.name == code.rawValue }) {
      parts += [.text("Wrong:")] + example.wrong.map(Self.part(showing:))
      parts += [.text("What is said of it:"), .lines(example.messages)]
      let right = example.right.filter { !$0.path.hasSuffix(": absent") }
      if !right.isEmpty { parts += [.text("Right:")] + right.map(Self.part(showing:)) }
    }
    self.parts = parts
  }

  private static func part(showing file: Example.File) -> Part { .lines("# \(file.path)\n\(file.shownText)") }
}

extension Example {
  /// The messages without their marks.
  fileprivate var messages: String {
    expected.map { line in
      let parts = line.split(separator: " ", maxSplits: 2)
      return parts.count == 3 && parts[1].count == 1 ? "\(parts[0]) \(parts[2])\n" : line + "\n"
    }.joined()
  }
}

extension Severity {
  fileprivate var words: String {
    switch self {
    case .error: "An error."
    case .warning: "A warning."
    case .hint: "A hint, which 'hubwright check' shows."
    }
  }
}

// MARK: Kinds and fields

extension Explanation {
  package init(of kind: Kind) {
    title = kind.rawValue
    let place =
      kind.recordFolder.map { "A record in site-content/\($0): a Markdown file, or an entry in a list." }
      ?? "An article: a Markdown file in a folder that hub.yaml declares with 'kind: \(kind.rawValue)'."
    let entry = kind.recordFolder.map { folder -> [Part] in
      let lines = kind.sample.sampleLines.split(separator: "\n").map { "  \($0)\n" }.joined()
      return [
        .text("The least that it holds, in a list:"),
        .lines("# site-content/\(folder)/list.yaml\n- id: \(kind.exampleID)\n\(lines)"),
      ]
    }
    let article: [Part] = [
      .text("The least that it holds:"), .lines("---\n\(kind.sample.sampleLines)---\n\nThe text.\n"),
    ]
    parts = [.text(place)] + (entry ?? article) + [.text("Its fields:"), Self.table(of: kind.fields)]
  }

  package static let hubFile = Explanation(
    title: "hub.yaml",
    parts: [
      .text("What the hub is, in site-content/hub.yaml."), .text("The least that it holds:"),
      .lines(
        "title: River Commission Hub\naddress: https://rivers.example.org/\nlanguage: en\ntime_zone: Europe/Vienna\n"),
      .text("Its fields:"), table(of: HubDescription.fields),
    ])

  private static func table(of fields: [FieldDescription]) -> Part {
    .fields(
      fields.map { field in
        (field.name, field.shape.words + (field.isRequired ? "; required" : ""), field.meaning)
      })
  }

  /// A field by its name alone or with the names that lead to it; kinds that describe it alike are named together.
  fileprivate static func fields(named name: String) -> [Explanation] {
    var found: [(field: DocumentedField, kinds: [String])] = []
    for field in DocumentedField.all where field.path == name || field.path.hasSuffix("." + name) {
      let noun = field.kind?.noun ?? "hub.yaml"
      let same = found.firstIndex {
        $0.field.path == field.path && $0.field.description.meaning == field.description.meaning
          && $0.field.description.shape.words == field.description.shape.words
      }
      if let same { found[same].kinds.append(noun) } else { found.append((field, [noun])) }
    }
    return found.map { Explanation(of: $0.field, in: $0.kinds) }
  }

  private init(of field: DocumentedField, in kinds: [String]) {
    title = field.path
    let shape = field.description.shape
    let isEverywhere = kinds.count == Kind.allCases.count
    var parts: [Part] = [
      .text(isEverywhere ? "A field of every document." : "A field of \(kinds.joined(separator: ", "))."),
      .text(field.description.meaning), .text("It holds \(shape.words)."),
      .text("Right:"), .lines("\(field.description.name): \(shape.rightValue)\n"),
      .text("Wrong (\(shape.wrongValue.code.rawValue)):"),
      .lines("\(field.description.name): \(shape.wrongValue.yaml)\n"),
    ]
    if !shape.innerFields.isEmpty { parts += [.text("Its own fields:"), Self.table(of: shape.innerFields)] }
    self.parts = parts
  }
}
