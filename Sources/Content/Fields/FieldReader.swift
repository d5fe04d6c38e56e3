import Diagnostics
import Yams

/// Reads the fields of one document or group, and reports every fault of them in one pass.
///
/// The same code also describes the fields: without a mapping to read, each request is only recorded.
package struct FieldReader {
  let source: YAMLSource
  private var entries: [Entry]
  let isDescribing: Bool
  /// The place of the whole group, at which a missing field is reported.
  let place: SourceRange
  /// What the group is, in a message such as "a meeting has no field 'venu'".
  let noun: String
  private(set) var descriptions: [FieldDescription] = []
  package var diagnostics: [Diagnostic] = []
  package var references: [Reference] = []
  package var names: [Named] = []

  private struct Entry {
    let name: String
    let key: Node
    let value: Node
    var isAsked = false
  }

  init(_ mapping: Node.Mapping, in source: YAMLSource, place: SourceRange, noun: String) {
    self.source = source
    self.place = place
    self.noun = noun
    isDescribing = false
    entries = mapping.map { Entry(name: $0.key.scalar?.string ?? "", key: $0.key, value: $0.value) }
  }

  private init(describing noun: String) {
    source = YAMLSource(file: SourceFile(path: "", text: ""), lineOffset: 0)
    place = .start(of: source.file)
    self.noun = noun
    isDescribing = true
    entries = []
  }

  /// The fields that `read` asks for.
  package static func describe(_ noun: String, _ read: (inout FieldReader) -> Void) -> [FieldDescription] {
    var reader = FieldReader(describing: noun)
    read(&reader)
    return reader.descriptions
  }

  /// The value of a field, or nil where it is absent or empty; a required one that is missing is reported.
  mutating func node(
    _ name: String, _ shape: @autoclosure () -> FieldShape, isRequired: Bool, _ meaning: StaticString
  ) -> Node? {
    guard !isDescribing else {
      descriptions.append(
        FieldDescription(name: name, shape: shape(), isRequired: isRequired, meaning: "\(meaning)"))
      return nil
    }
    if let index = entries.firstIndex(where: { $0.name == name }) {
      entries[index].isAsked = true
      if !entries[index].value.isEmptyScalar { return entries[index].value }
    }
    if isRequired {
      diagnostics.append(
        Diagnostic(.missingField, "\(noun) has the field '\(name)'", at: place, help: "Add a line '\(name): …'"))
    }
    asked.append(name)
    return nil
  }

  private var asked: [String] = []

  /// Reports the fields that nobody asked for.
  mutating func reportUnknownFields() {
    guard !isDescribing else { return }
    let known = entries.filter(\.isAsked).map(\.name) + asked
    for entry in entries where !entry.isAsked {
      let nearest = nearestName(to: entry.name, among: known)
      diagnostics.append(
        Diagnostic(
          .unknownField, "\(noun) has no field '\(entry.name)'", at: source.range(of: entry.key),
          help: nearest.map { "Write '\($0)'" } ?? "Remove the line, or see 'hubwright explain' for the fields"))
    }
  }

  mutating func report(_ code: DiagnosticCode, _ message: String, at node: Node, help: String? = nil) {
    diagnostics.append(Diagnostic(code, message, at: source.range(of: node), help: help))
  }

  mutating func reportWrongType(_ name: String, _ shape: FieldShape, at node: Node) {
    report(.wrongType, "'\(name)' holds \(shape.words)", at: node, help: "Write \(shape.words)")
  }
}

extension Node {
  /// Whether nothing, or YAML's `~`, stands after the colon.
  var isEmptyScalar: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.style == .plain && (scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null")
  }
}
