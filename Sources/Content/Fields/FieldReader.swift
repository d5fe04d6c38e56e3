import Diagnostics

/// Reads the fields of one document or group, and reports every fault of them in one pass.
///
/// The same code also describes the fields: without any to read, each request is only recorded.
package struct FieldReader {
  let source: YAMLSource
  let isDescribing: Bool
  /// The place of the whole group, at which a missing field is reported.
  let place: SourceRange
  /// What the group is, in a message such as "a meeting has no field 'venu'".
  let noun: String
  private let fields: [YAMLField]
  /// Whether each of `fields` was asked for.
  private var isAsked: [Bool]
  /// The names that were asked for and are not among `fields`, for "did you mean".
  private var absentNames: [String] = []
  private(set) var descriptions: [FieldDescription] = []
  /// The rule of the fields that are being described, where it is not that of their shapes.
  var ruledSharing: FieldSharing?
  /// How many of the faults are required fields that are there and still empty.
  private(set) var emptyFieldCount = 0
  package var diagnostics: [Diagnostic] = []
  package var references: [AnyReference] = []
  package var names: [Named] = []

  init(_ fields: [YAMLField], in source: YAMLSource, place: SourceRange, noun: String) {
    self.source = source
    self.place = place
    self.noun = noun
    isDescribing = false
    self.fields = fields
    isAsked = Array(repeating: false, count: fields.count)
    absentNames.reserveCapacity(48)
  }

  private init(describing noun: String) {
    source = YAMLSource(file: SourceFile(path: "", text: ""))
    place = .start(of: source.file)
    self.noun = noun
    isDescribing = true
    fields = []
    isAsked = []
  }

  /// The fields that `read` asks for.
  package static func describe(_ noun: String, _ read: (inout FieldReader) -> Void) -> [FieldDescription] {
    var reader = FieldReader(describing: noun)
    read(&reader)
    return reader.descriptions
  }

  /// All fields as they were written, asked for or not.
  var written: [YAMLField] { fields }

  /// The value of a field, or nil where it is absent or empty; a required one that is missing is reported.
  mutating func node(
    _ name: String, _ shape: @autoclosure () -> FieldShape, isRequired: Bool, _ meaning: StaticString
  ) -> YAMLNode? {
    guard !isDescribing else {
      descriptions.append(
        FieldDescription(
          name: name, shape: shape(), isRequired: isRequired, meaning: "\(meaning)", sharing: ruledSharing))
      return nil
    }
    if let node = node(name) { return node }
    if isRequired { reportMissing(name) }
    return nil
  }

  /// Reports a field that is not there, or that is there and holds nothing.
  private mutating func reportMissing(_ name: String) {
    guard let empty = fields.first(where: { $0.name == name }) else {
      return diagnostics.append(
        Diagnostic(.missingField, "\(noun) has the field '\(name)'", at: place, help: "Add a line '\(name): …'"))
    }
    let rest = source.text(behind: empty)
    let isShown = !rest.isEmpty && !rest.hasPrefix("#")
    let place = isShown ? source.range(behind: empty) : source.range(of: empty.nameMark)
    // Behind a sign that a word follows at once, the word was meant.
    guard rest.hasPrefix("#"), rest.dropFirst().first?.isWhitespace == false else {
      emptyFieldCount += 1
      return diagnostics.append(
        Diagnostic(
          .missingField, "\(noun) has the field '\(name)', and here it is empty", at: place,
          help: "Write a value behind the colon"))
    }
    let quoted = "'\(rest.replacing("'", with: "''"))'"
    diagnostics.append(
      Diagnostic(
        .missingField, "\(noun) has the field '\(name)', and '#' begins a comment, so that it is empty",
        at: place, help: "Put the text in quotes: \(name): \(quoted)",
        edits: [Edit(source.range(behind: empty), to: quoted)]))
  }

  /// Whether nothing is wrong but that required fields are still empty.
  var lacksOnlyValues: Bool { emptyFieldCount > 0 && diagnostics.count == emptyFieldCount }

  mutating func reportEmptyList(_ name: String, at node: YAMLNode) {
    emptyFieldCount += 1
    report(.missingField, "\(noun) has at least one item in the list '\(name)'", at: node, help: "Add an item")
  }

  /// Takes over what a group within this one gave.
  mutating func add(_ group: FieldReader) {
    diagnostics += group.diagnostics
    references += group.references
    names += group.names
    emptyFieldCount += group.emptyFieldCount
  }

  private mutating func node(_ name: String) -> YAMLNode? {
    guard let index = fields.firstIndex(where: { $0.name == name }) else {
      absentNames.append(name)
      return nil
    }
    isAsked[index] = true
    let value = fields[index].value
    return value.isEmpty ? nil : value
  }

  /// Whether a field is written, right or wrong.
  func has(_ name: String) -> Bool {
    fields.contains { $0.name == name && !$0.value.isEmpty }
  }

  /// What is written under a name.
  func fields(named name: String) -> [YAMLNode] { fields.filter { $0.name == name }.map(\.value) }

  /// Where a field's value is written.
  func place(of name: String) -> SourceRange? {
    fields.first { $0.name == name }.map { source.range(of: $0.value) }
  }

  /// Reports a group that needs one of several fields and has none; not where one is there and wrong.
  mutating func requireAny(_ isThere: Bool, of names: String...) {
    guard !isThere, !isDescribing, !names.contains(where: has) else { return }
    let list = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    diagnostics.append(Diagnostic(.missingField, "\(noun) has a \(list)", at: place, help: "Add one of them"))
  }

  /// Reports the fields that nobody asked for, each with the field that was meant.
  mutating func reportUnknownFields() {
    let unknown = zip(fields, isAsked).filter { !$0.1 }.map(\.0)
    guard !unknown.isEmpty else { return }
    let known = zip(fields, isAsked).filter(\.1).map(\.0.name) + absentNames
    let meant = unknown.map { nearestMatch(to: $0.name, among: known) }
    let slips = Dictionary(grouping: meant.compactMap { $0?.name }, by: \.self).mapValues(\.count)
    for (field, nearest) in zip(unknown, meant) {
      // Only a name that is not given yet can be meant for sure, and by one field alone.
      let isFree = nearest.map { absentNames.contains($0.name) && slips[$0.name] == 1 } ?? false
      diagnostics.append(
        Diagnostic(
          .unknownField, "\(noun) has no field '\(field.name.prefix(60))'", at: source.range(of: field.nameMark),
          help: help(for: field.name, nearest),
          edits: isFree ? nearest.map { source.mend(field.nameMark, of: field.name, to: $0) } ?? [] : []))
    }
  }

  private func help(for unknown: String, _ nearest: NearestName?) -> String {
    if let nearest { return "Write '\(nearest.name)'" }
    return unknown == "id"
      ? "Remove the line; the file's name is the id"
      : "Remove the line; 'hubwright explain' and the name of the kind lists the fields"
  }
}

// MARK: Reporting

extension FieldReader {
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at node: YAMLNode, help: String? = nil, edits: [Edit] = []
  ) {
    diagnostics.append(Diagnostic(code, message, at: source.range(of: node), help: help, edits: edits))
  }

  func mend(_ node: YAMLNode, to nearest: NearestName?) -> [Edit] {
    nearest.flatMap { nearest in node.text.map { source.mend(node.mark, of: $0, to: nearest) } } ?? []
  }

  mutating func reportWrongType(_ name: String, _ shape: FieldShape, at node: YAMLNode) {
    if let text = node.text, case .list(.reference(let kinds)) = shape, let help = helpForName(text, of: kinds) {
      return report(.wrongType, "'\(name)' holds \(shape.words)", at: node, help: help)
    }
    let meant = node.text.flatMap(shape.value(meantBy:))
    report(
      .wrongType, "'\(name)' holds \(shape.words)", at: node,
      help: meant.map { "Write '\($0.text)'" } ?? shape.help(for: node.text, in: name),
      edits: meant.map { source.mend(node.mark, of: node.text ?? "", to: $0) } ?? [])
  }

  /// What to do where a field that holds ids is given a name.
  private func helpForName(_ text: String, of kinds: [Kind]) -> String? {
    guard !text.contains(","), !isIdentifier(text), let kind = kinds.first, let id = Content.identifier(ofTitle: text)
    else {
      return nil
    }
    return "Write '[\(id)]', the id of \(kind.noun); 'hubwright new \(kind.rawValue) \"\(text)\"' makes one"
  }
}
