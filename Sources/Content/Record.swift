/// The fields of a record as they were written, in the order of the kind's fields: the record as data.
package struct Record: Sendable, Equatable {
  package let fields: [Field]

  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: RecordValue
  }

  /// The value that a list of names leads to, through groups within groups; nil where there is none.
  package func value(at path: [String]) -> RecordValue? {
    guard let name = path.first, let value = fields.first(where: { $0.name == name })?.value else { return nil }
    guard path.count > 1 else { return value }
    guard case .group(let group) = value else { return nil }
    return group.value(at: Array(path.dropFirst()))
  }
}

/// What a field holds, by the type that the kind gives it.
package indirect enum RecordValue: Sendable, Equatable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([RecordValue])
  case group(Record)
}

extension Record {
  /// Only what the kind's fields describe; a value of another type was reported when it was read.
  init(_ written: [YAMLField], as descriptions: [FieldDescription]) {
    fields = descriptions.compactMap { description in
      guard let node = written.value(of: description.name), let value = RecordValue(node, as: description.shape) else {
        return nil
      }
      return Field(name: description.name, value: value)
    }
  }
}

extension RecordValue {
  init?(_ node: YAMLNode, as shape: FieldShape) {
    switch (node.content, shape) {
    case (.text(let text), .number): self = Int(text).map { .number($0) } ?? .text(text)
    case (.text(let text), .flag): self = .flag(text == "true")
    case (.text(let text), _): self = .text(text)
    case (.list(let items), .list(let item)): self = .list(items.compactMap { RecordValue($0, as: item) })
    case (.fields(let fields), .group(let descriptions)), (.fields(let fields), .textOrGroup(let descriptions)):
      self = .group(Record(fields, as: descriptions))
    default: return nil
    }
  }
}
