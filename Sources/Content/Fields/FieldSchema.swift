import Formats

extension FieldShape {
  /// What every value of the shape matches, as a regular expression of ECMAScript; nil where a type of its own says it, or nothing.
  package var pattern: String? {
    switch self {
    case .identifier: "^[a-z0-9][a-z0-9-]*$"
    case .moment: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:]{5,8})?)?)?$"
    case .colour: "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
    case .code(let form): form.pattern
    default: nil
    }
  }

  /// What JSON Schema says of the shape.
  ///
  /// `isWritten` is for YAML as a writer types it, where a text may look like a number; else for data files, whose values have their types.
  package func schema(_ meaning: String? = nil, isWritten: Bool) -> JSONValue {
    var members: [JSONValue.Member]
    switch self {
    case .text, .reference, .declared:
      members = [.init("type", isWritten ? ["string", "number", "boolean"] : "string")]
    case .identifier:
      members = [.init("type", isWritten ? ["string", "number"] : "string"), .init("pattern", .string(pattern ?? ""))]
    case .colour, .code: members = [.init("type", "string"), .init("pattern", .string(pattern ?? ""))]
    case .language, .timeZone, .deadlineRule, .oldAddress, .pattern, .position, .hostName:
      members = [.init("type", "string")]
    case .number: members = [.init("type", "integer"), .init("minimum", 0)]
    case .flag: members = [.init("type", "boolean")]
    case .date: members = [.init("type", "string"), .init("format", "date")]
    case .moment:
      members = [
        // A year alone is a number for YAML.
        .init("type", isWritten ? ["string", "integer"] : "string"),
        .init("pattern", .string(pattern ?? "")),
      ]
    // {path} in an address is a place of its own, and no URI.
    case .address:
      members = [.init("type", "string")] + (isWritten ? [.init("pattern", "^https?://")] : [.init("format", "uri")])
    case .choice(let choices): members = [.init("enum", .array(choices.map { .string($0) }))]
    case .list(let item): members = [.init("type", "array"), .init("items", item.schema(isWritten: isWritten))]
    case .textOrGroup(let fields):
      members = [
        .init(
          "anyOf",
          [FieldShape.text.schema(isWritten: isWritten), FieldShape.group(fields).schema(isWritten: isWritten)])
      ]
    case .group(let fields): members = fields.schemaMembers(isWritten: isWritten)
    }
    if let meaning { members.append(.init("description", .string(meaning))) }
    return .object(members)
  }
}

extension [FieldDescription] {
  /// An object of the fields and no others; `others` stand before them and are required.
  package func schemaMembers(and others: [JSONValue.Member] = [], isWritten: Bool) -> [JSONValue.Member] {
    let required = others.map(\.name) + filter(\.isRequired).map(\.name)
    let properties =
      others
      + map { .init($0.name, $0.shape.schema($0.meaning, isWritten: isWritten).emptiable(isWritten && !$0.isRequired)) }
    return [
      .init("type", "object"), .init("additionalProperties", false),
      .init("required", .array(required.map { .string($0) })), .init("properties", .object(properties)),
    ]
  }
}

extension JSONValue {
  /// The same schema, which a field may also leave empty, as in a skeleton that is not filled in yet.
  fileprivate func emptiable(_ isEmptiable: Bool) -> JSONValue {
    guard isEmptiable, case .object(let members) = self else { return self }
    return .object(
      members.map { member in
        switch (member.name, member.value) {
        case ("type", .string): .init("type", .array([member.value, "null"]))
        case ("type", .array(let types)): .init("type", .array(types + ["null"]))
        case ("anyOf", .array(let shapes)): .init("anyOf", .array(shapes + [["type": "null"]]))
        case ("enum", .array(let choices)): .init("enum", .array(choices + [.null]))
        default: member
        }
      })
  }
}
