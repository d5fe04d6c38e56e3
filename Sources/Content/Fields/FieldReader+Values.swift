import CivilTime
import Diagnostics
import Markdown
import Yams

extension FieldReader {
  /// Reads a single value; `parse` gives nil for a text that is none.
  private mutating func scalar<Value>(
    _ name: String, _ shape: FieldShape, _ code: DiagnosticCode, _ isRequired: Bool, _ meaning: StaticString,
    _ parse: (String) -> Value?
  ) -> Value? {
    guard let node = node(name, shape, isRequired: isRequired, meaning) else { return nil }
    return value(of: node, name, shape, code, parse)
  }

  private mutating func value<Value>(
    of node: Node, _ name: String, _ shape: FieldShape, _ code: DiagnosticCode, _ parse: (String) -> Value?
  ) -> Value? {
    guard case .scalar(let scalar) = node else {
      reportWrongType(name, shape, at: node)
      return nil
    }
    if let value = parse(scalar.string) { return value }
    let written = scalar.string.prefix(60)
    var help = "Write \(shape.words)"
    if case .choice(let choices) = shape, let nearest = nearestName(to: scalar.string, among: choices) {
      help = "Write '\(nearest)'"
    }
    report(code, "'\(name)' holds \(shape.words), not '\(written)'", at: node, help: help)
    return nil
  }

  private mutating func list<Value>(
    _ name: String, _ shape: FieldShape, _ code: DiagnosticCode, _ isRequired: Bool, _ meaning: StaticString,
    _ parse: (String) -> Value?
  ) -> [Value] {
    guard let node = node(name, .list(shape), isRequired: isRequired, meaning) else { return [] }
    guard case .sequence(let items) = node else {
      reportWrongType(name, .list(shape), at: node)
      return []
    }
    return items.compactMap { value(of: $0, name, shape, code, parse) }
  }

  mutating func text(_ name: String, required: Bool = false, _ meaning: StaticString) -> String? {
    scalar(name, .text, .wrongType, required, meaning) { $0 }
  }

  mutating func texts(_ name: String, required: Bool = false, _ meaning: StaticString) -> [String] {
    list(name, .text, .wrongType, required, meaning) { $0 }
  }

  mutating func number(_ name: String, required: Bool = false, _ meaning: StaticString) -> Int? {
    scalar(name, .number, .wrongType, required, meaning) { Int($0) }
  }

  mutating func flag(_ name: String, _ meaning: StaticString) -> Bool? {
    scalar(name, .flag, .wrongType, false, meaning) { $0 == "true" ? true : $0 == "false" ? false : nil }
  }

  mutating func date(_ name: String, required: Bool = false, _ meaning: StaticString) -> CivilDate? {
    scalar(name, .date, .invalidDate, required, meaning) { CivilDate(isoText: $0) }
  }

  mutating func moment(_ name: String, required: Bool = false, _ meaning: StaticString) -> Moment? {
    scalar(name, .moment, .invalidDate, required, meaning) { Moment(text: $0) }
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Choice.Type, required: Bool = false, _ meaning: StaticString
  ) -> Choice? {
    scalar(name, .choice(Choice.allCases.map(\.rawValue)), .invalidChoice, required, meaning) { Choice(rawValue: $0) }
  }

  /// An address outside the hub.
  mutating func address(_ name: String, required: Bool = false, _ meaning: StaticString) -> String? {
    scalar(name, .address, .invalidAddress, required, meaning, Self.webAddress)
  }

  static func webAddress(_ text: String) -> String? {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
    let host = text.drop { $0 != "/" }.dropFirst(2).prefix { !"/?#".contains($0) }
    return host.isEmpty || text.unicodeScalars.contains(where: { $0.value <= 0x20 || "\"<>\\^`{|}".unicodeScalars.contains($0) })
      ? nil : text
  }

  mutating func reference(
    _ name: String, _ kinds: Kind..., required: Bool = false, meaning: StaticString
  ) -> Reference? {
    guard let node = node(name, .reference(kinds), isRequired: required, meaning) else { return nil }
    return reference(at: node, name, kinds)
  }

  mutating func references(_ name: String, _ kinds: Kind..., required: Bool = false, meaning: StaticString) -> [Reference] {
    guard let node = node(name, .list(.reference(kinds)), isRequired: required, meaning) else { return [] }
    guard case .sequence(let items) = node else {
      reportWrongType(name, .list(.reference(kinds)), at: node)
      return []
    }
    return items.compactMap { reference(at: $0, name, kinds) }
  }

  private mutating func reference(at node: Node, _ name: String, _ kinds: [Kind]) -> Reference? {
    guard let target = value(of: node, name, .reference(kinds), .wrongType, { $0 }) else { return nil }
    let reference = Reference(target: target, kinds: kinds, field: name, place: source.range(of: node))
    references.append(reference)
    return reference
  }

  /// A group of fields under one name.
  mutating func group<Value>(
    _ name: String, _ noun: String, required: Bool = false, _ meaning: StaticString,
    _ read: (inout FieldReader) -> Value?
  ) -> Value? {
    let shape = FieldShape.group(isDescribing ? Self.describe(noun) { _ = read(&$0) } : [])
    guard let node = node(name, shape, isRequired: required, meaning) else { return nil }
    return group(at: node, name, noun, read)
  }

  /// A list of groups of fields.
  mutating func groups<Value>(
    _ name: String, _ noun: String, _ meaning: StaticString, _ read: (inout FieldReader) -> Value?
  ) -> [Value] {
    let shape = FieldShape.list(.group(isDescribing ? Self.describe(noun) { _ = read(&$0) } : []))
    guard let node = node(name, shape, isRequired: false, meaning) else { return [] }
    guard case .sequence(let items) = node else {
      reportWrongType(name, .list(.group([])), at: node)
      return []
    }
    return items.compactMap { group(at: $0, name, noun, read) }
  }

  private mutating func group<Value>(
    at node: Node, _ name: String, _ noun: String, _ read: (inout FieldReader) -> Value?
  ) -> Value? {
    guard case .mapping(let mapping) = node else {
      reportWrongType(name, .group([]), at: node)
      return nil
    }
    var reader = FieldReader(mapping, in: source, place: source.range(of: node), noun: noun)
    let value = read(&reader)
    reader.reportUnknownFields()
    diagnostics += reader.diagnostics
    references += reader.references
    names += reader.names
    return value
  }
}
