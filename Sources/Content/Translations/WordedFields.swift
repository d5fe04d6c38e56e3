import Diagnostics

/// The file of a translation, made of its original and the texts that are worded in its language.
package struct WordedFields {
  /// By the path of `FieldText`.
  private let texts: [String: String]
  /// The paths of texts that the original had and has no more, so that the translation loses them, too.
  private let lost: Set<String>

  package init(texts: [String: String], lost: Set<String>) {
    self.texts = texts
    self.lost = lost
  }

  /// The fields of a translation; what `known`, the translation that is there, says besides texts stays.
  package func yaml(of original: WrittenFields, keeping known: WrittenFields?) -> String {
    yamlText(of: fields(of: original, keeping: known))
  }

  /// The same as the entry of a list of records.
  package func yaml(ofEntry id: String, _ original: WrittenFields, keeping known: WrittenFields?) -> String {
    yamlText(ofItem: YAMLNode(.fields([YAMLField("id", .text(id))] + fields(of: original, keeping: known))))
  }

  private func fields(of original: WrittenFields, keeping known: WrittenFields?) -> [YAMLField] {
    // Whoever signed has not read what is new.
    let own = (known?.fields ?? []).filter { !$0.value.mark.isInherited && $0.name != TranslationReview.field }
    return worded(original.fields, own: own, as: original.descriptions, below: "")
  }
}

extension WordedFields {
  private func worded(
    _ fields: [YAMLField], own: [YAMLField], as descriptions: [FieldDescription], below path: String
  ) -> [YAMLField] {
    descriptions.compactMap { description in
      let path = path.isEmpty ? description.name : "\(path).\(description.name)"
      let (node, own) = (fields.value(of: description.name), own.value(of: description.name))
      return worded(node, own: own, as: description, at: path).map { YAMLField(description.name, $0.content) }
    }
  }

  private func worded(
    _ node: YAMLNode?, own: YAMLNode?, as description: FieldDescription, at path: String
  ) -> YAMLNode? {
    let own = own.flatMap { $0.mark.isInherited ? nil : $0 }
    guard let node else { return lost.contains(path) ? nil : own }
    if description.isWorded {
      guard case .list(let items) = node.content else { return texts[path].map { YAMLNode(.text($0)) } }
      let worded = items.indices.map { texts["\(path)[\($0 + 1)]"] }
      guard worded.contains(where: { $0 != nil }) else { return nil }
      return YAMLNode(.list(zip(worded, items).map { text, item in text.map { YAMLNode(.text($0)) } ?? item }))
    }
    guard case .byPart = description.sharing, let inner = description.shape.fields else { return own }
    guard case .list(let items) = node.content else { return worded(item: node, own: own, as: inner, at: path) }
    return worded(items, own: own, as: inner, at: path)
  }

  private func worded(
    item: YAMLNode, own: YAMLNode?, as fields: [FieldDescription], at path: String
  ) -> YAMLNode? {
    guard case .fields(let written) = item.content else { return texts[path].map { YAMLNode(.text($0)) } }
    var known: [YAMLField] = []
    if case .fields(let own)? = own?.content { known = own }
    let worded = worded(written, own: known, as: fields, below: path)
    return worded.isEmpty ? nil : YAMLNode(.fields(worded))
  }

  /// Items are named by their id; where they have none, each stands in its place, and one that is not worded says nothing.
  private func worded(
    _ items: [YAMLNode], own: YAMLNode?, as fields: [FieldDescription], at path: String
  ) -> YAMLNode? {
    var known: [YAMLNode] = []
    if case .list(let own)? = own?.content { known = own }
    let key = fields.first(where: \.isKey)?.name
    let names = items.map { $0.key(as: fields) }
    let isNamed = key != nil && names.allSatisfy { $0 != nil }
    var result: [YAMLNode] = []
    var isWorded = false
    for (number, item) in items.enumerated() {
      let name = names[number]
      let own = isNamed ? known.first { $0.key(as: fields) == name } : known.count == items.count ? known[number] : nil
      let worded = worded(item: item, own: own, as: fields, at: "\(path)[\(name ?? String(number + 1))]")
      isWorded = isWorded || worded != nil
      guard isNamed, let key, let name else {
        result.append(worded ?? (item.text == nil ? YAMLNode(.fields([])) : item))
        continue
      }
      guard case .fields(let texts)? = worded?.content else { continue }
      result.append(YAMLNode(.fields([YAMLField(key, .text(name))] + texts.filter { $0.name != key })))
    }
    return isWorded ? YAMLNode(.list(result)) : nil
  }
}

// MARK: YAML

extension YAMLNode {
  fileprivate init(_ content: Content) {
    self.init(content: content, mark: YAMLMark(line: 1, column: 1, length: 1))
  }
}

extension YAMLField {
  fileprivate init(_ name: String, _ content: YAMLNode.Content) {
    self.init(name: name, nameMark: YAMLMark(line: 1, column: 1, length: 1), value: YAMLNode(content))
  }
}

private func yamlText(of fields: [YAMLField], indent: String = "") -> String {
  fields.map { field in
    switch field.value.content {
    case .empty: "\(indent)\(field.name):\n"
    case .text(let text): "\(indent)\(field.name): \(yamlScalar(text, indent: indent + "  "))\n"
    case .list(let items):
      "\(indent)\(field.name):\n" + items.map { yamlText(ofItem: $0, indent: indent + "  ") }.joined()
    case .fields(let inner): "\(indent)\(field.name):\n" + yamlText(of: inner, indent: indent + "  ")
    }
  }.joined()
}

private func yamlText(ofItem node: YAMLNode, indent: String = "") -> String {
  let inner = indent + "  "
  switch node.content {
  case .text(let text): return "\(indent)- \(yamlScalar(text, indent: inner))\n"
  case .fields(let fields) where !fields.isEmpty:
    return "\(indent)- " + yamlText(of: fields, indent: inner).dropFirst(inner.count)
  case .list(let items):
    return "\(indent)- [\(items.compactMap(\.text).map { yamlScalar($0, indent: nil) }.joined(separator: ", "))]\n"
  case .fields, .empty: return "\(indent)- {}\n"
  }
}

/// A text of several lines with each on its own, where `|` keeps it as it is; nil where it does not.
private func yamlBlock(_ text: String, indent: String) -> String? {
  guard text.contains("\n"), !text.hasSuffix("\n\n"), text.first?.isWhitespace == false,
    text.unicodeScalars.allSatisfy({ $0 == "\n" || $0.properties.generalCategory != .control })
  else { return nil }
  let (body, mark) = text.hasSuffix("\n") ? (text.dropLast(), "|") : (text[...], "|-")
  let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
  return mark + lines.map { $0.isEmpty ? "\n" : "\n\(indent)\($0)" }.joined()
}

/// A text as it is where it cannot be taken for anything else, or in double quotes; one of several lines as a block, where it may be
/// indented.
private func yamlScalar(_ text: String, indent: String?) -> String {
  if let indent, let block = yamlBlock(text, indent: indent) { return block }
  let isPlain =
    text.first?.isLetter == true && text.last?.isWhitespace == false && text.count < 120
    && text.allSatisfy { $0.isLetter || $0.isNumber || " .’()-/".contains($0) }
    && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
  guard !isPlain else { return text }
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
