import CivilTime
import Diagnostics

extension FieldReader {
  /// Reads a single value; `parse` gives nil for a text that is none.
  mutating func scalar<Value>(
    _ name: String, _ shape: @autoclosure () -> FieldShape, _ code: DiagnosticCode, _ isRequired: Bool,
    _ meaning: StaticString, _ parse: (String) -> Value?
  ) -> Value? {
    guard let node = node(name, shape(), isRequired: isRequired, meaning) else { return nil }
    return value(of: node, name, shape(), code, parse)
  }

  mutating func value<Value>(
    of node: YAMLNode, _ name: String, _ shape: @autoclosure () -> FieldShape, _ code: DiagnosticCode,
    _ parse: (String) -> Value?
  ) -> Value? {
    guard let text = node.text else {
      reportWrongType(name, shape(), at: node)
      return nil
    }
    if let value = parse(text) { return value }
    let shape = shape()
    if code == .invalidDate, let absent = AbsentDay(text) {
      report(code, "'\(name)' holds a date, and \(absent.reason)", at: node, help: absent.help)
      return nil
    }
    var meant = shape.value(meantBy: text)
    if case .choice(let choices) = shape {
      meant = nearestMatch(to: text, among: choices).map { MeantValue(text: $0.name, isCertain: $0.isCertain) }
    }
    report(
      code, "'\(name)' holds \(shape.words), not '\(shortened(text))'", at: node,
      help: meant.map { "Write '\($0.text)'" } ?? "Write \(shape.words)",
      edits: meant.map { source.mend(node.mark, of: text, to: $0) } ?? [])
    return nil
  }

  /// Reads every item of a list; `read` reports those that are none.
  mutating func list<Value>(
    _ name: String, _ item: @autoclosure () -> FieldShape, _ isRequired: Bool, _ meaning: StaticString,
    _ read: (inout FieldReader, YAMLNode) -> Value?
  ) -> [Value] {
    guard let node = node(name, .list(item()), isRequired: isRequired, meaning) else { return [] }
    guard case .list(let items) = node.content else {
      reportWrongType(name, .list(item()), at: node)
      return []
    }
    if items.isEmpty, isRequired { reportEmptyList(name, at: node) }
    return items.compactMap { read(&self, $0) }
  }

  mutating func text(_ name: String, required: Bool = false, _ meaning: StaticString) -> String? {
    scalar(name, .text, .wrongType, required, meaning) { $0 }
  }

  mutating func texts(_ name: String, _ meaning: StaticString) -> [String] {
    items(name, .text, .wrongType, meaning) { $0 }
  }

  /// Reads a list of single values.
  mutating func items<Value>(
    _ name: String, _ shape: @autoclosure () -> FieldShape, _ code: DiagnosticCode, _ meaning: StaticString,
    _ parse: (String) -> Value?
  ) -> [Value] {
    list(name, shape(), false, meaning) { $0.value(of: $1, name, shape(), code, parse) }
  }

  mutating func number(_ name: String, required: Bool = false, _ meaning: StaticString) -> Int? {
    scalar(name, .number, .wrongType, required, meaning, Self.wholeNumber)
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
    choice(name, among: Choice.allCases, required: required, meaning)
  }

  mutating func choice<Choice: RawRepresentable<String>>(
    _ name: String, among choices: some Collection<Choice>, required: Bool = false, _ meaning: StaticString
  ) -> Choice? {
    scalar(name, .choice(choices.map(\.rawValue)), .invalidChoice, required, meaning) { text in
      choices.first { $0.rawValue == text }
    }
  }

  /// One of a few words that the hub itself gives.
  mutating func word(
    _ name: String, among words: [String], required: Bool = false, _ meaning: StaticString
  ) -> String? {
    scalar(name, .choice(words), .invalidChoice, required, meaning) { words.contains($0) ? $0 : nil }
  }

  /// At most nine digits, so that sums cannot overflow; a sign or a space is a slip.
  private static func wholeNumber(_ text: String) -> Int? {
    let isNumber = text.utf8.count <= 9 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isNumber ? Int(text) : nil
  }
}

// MARK: References

extension FieldReader {
  mutating func reference<Owner, Target>(
    _ field: ReferenceField<Owner, Target>, required: Bool = false
  ) -> Reference<Target>? {
    let (name, meaning) = (field.identity.name, field.identity.meaning)
    guard let node = node(name, .reference(Target.kinds), isRequired: required, meaning) else { return nil }
    return reference(at: node, field)
  }

  mutating func references<Owner, Target>(
    _ field: ReferenceField<Owner, Target>, required: Bool = false
  ) -> [Reference<Target>] {
    list(field.identity.name, .reference(Target.kinds), required, field.identity.meaning) {
      $0.reference(at: $1, field)
    }
  }

  private mutating func reference<Owner, Target>(
    at node: YAMLNode, _ field: ReferenceField<Owner, Target>
  ) -> Reference<Target>? {
    let name = field.identity.name
    guard let target = value(of: node, name, .reference(Target.kinds), .wrongType, { $0 }) else { return nil }
    let place = source.range(of: node)
    references.append(
      AnyReference(
        target: target, kinds: Target.kinds, field: field.identity, place: place, isInherited: node.mark.isInherited))
    return Reference(target: target, place: place)
  }
}

// MARK: Groups

extension FieldReader {
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
    let shape = FieldShape.group(isDescribing ? Self.describe(noun) { _ = read(&$0) } : [])
    return list(name, shape, false, meaning) { $0.group(at: $1, name, noun, read) }
  }

  /// A list whose items are texts, or groups of fields where there is more to say.
  mutating func textsOrGroups<Value>(
    _ name: String, _ noun: String, _ meaning: StaticString, ofText: (String) -> Value,
    _ read: (inout FieldReader) -> Value?
  ) -> [Value] {
    let shape = FieldShape.textOrGroup(isDescribing ? Self.describe(noun) { _ = read(&$0) } : [])
    return list(name, shape, false, meaning) { reader, node in
      guard let text = node.text else { return reader.group(at: node, name, noun, read) }
      return ofText(text)
    }
  }

  /// A text where a group belongs: one of a list is told apart from a field that holds one.
  private mutating func reportNoGroup(_ name: String, _ noun: String, _ shape: FieldShape, at node: YAMLNode) {
    let isItem = fields(named: name).contains { if case .list = $0.content { true } else { false } }
    guard isItem else { return reportWrongType(name, shape, at: node) }
    let help = shape.help(for: node.text, in: name)
    report(
      .wrongType, "each item of '\(name)' is a group of fields", at: node,
      help: help.hasPrefix("Write '\(name): {") ? "Write '" + help.dropFirst("Write '\(name): ".count) : help)
  }

  private mutating func group<Value>(
    at node: YAMLNode, _ name: String, _ noun: String, _ read: (inout FieldReader) -> Value?
  ) -> Value? {
    guard case .fields(let fields) = node.content else {
      reportNoGroup(name, noun, .group(Self.describe(noun) { _ = read(&$0) }), at: node)
      return nil
    }
    var reader = FieldReader(fields, in: source, place: source.range(of: node), noun: noun)
    let value = read(&reader)
    reader.reportUnknownFields()
    add(reader)
    return value
  }
}
