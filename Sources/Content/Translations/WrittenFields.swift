import Diagnostics

/// A text of a document's fields that a translation can word: `title`, or `deadlines[apply].title` within a list.
package struct FieldText: Sendable {
  package let path: String
  package let text: String
  package let place: SourceRange
}

/// The fields of a document, or of the hub, in one language.
package struct WrittenFields: Sendable {
  let fields: [YAMLField]
  let descriptions: [FieldDescription]
  private let source: YAMLSource
  package var file: SourceFile { source.file }

  init(_ fields: [YAMLField], as descriptions: [FieldDescription], in source: YAMLSource) {
    self.fields = fields
    self.descriptions = descriptions
    self.source = source
  }

  /// The texts that each language can word, in the order of the descriptions.
  package var texts: [FieldText] {
    var texts: [FieldText] = []
    forEachText(of: fields, as: descriptions, below: "") { path, node in
      if let text = node.text { texts.append(FieldText(path: path, text: text, place: source.range(of: node))) }
    }
    return texts
  }

  /// Those that a translation words itself; the others are its original's.
  package var ownTexts: [FieldText] { texts.filter { !$0.place.isInherited } }
}

extension Document {
  package var writtenFields: WrittenFields {
    WrittenFields(
      written, as: kind.fieldsOfVersions,
      in: YAMLSource(file: source, lineOffset: source.path.hasSuffix(".md") ? 1 : 0))
  }
}

extension HubDescription {
  package var writtenFields: WrittenFields { WrittenFields(written, as: Self.fields, in: source) }
}

/// Shows each text that a language can word, with its path.
private func forEachText(
  of fields: [YAMLField], as descriptions: [FieldDescription], below path: String,
  _ visit: (String, YAMLNode) -> Void
) {
  for description in descriptions {
    guard let node = fields.value(of: description.name) else { continue }
    let path = path.isEmpty ? description.name : "\(path).\(description.name)"
    guard !description.isWorded else {
      if case .list(let items) = node.content {
        for (number, item) in items.enumerated() { visit("\(path)[\(number + 1)]", item) }
      } else {
        visit(path, node)
      }
      continue
    }
    guard case .byPart = description.sharing, let inner = description.shape.fields else { continue }
    forEachItem(of: node, as: inner, at: path) { path, item in
      if case .fields(let fields) = item.content {
        forEachText(of: fields, as: inner, below: path, visit)
      } else {
        visit(path, item)
      }
    }
  }
}

private func forEachItem(
  of node: YAMLNode, as fields: [FieldDescription], at path: String, _ visit: (String, YAMLNode) -> Void
) {
  guard case .list(let items) = node.content else { return visit(path, node) }
  for (number, item) in items.enumerated() { visit("\(path)[\(item.key(as: fields) ?? String(number + 1))]", item) }
}

extension YAMLNode {
  /// The id by which an item of a list is told from the others; nil where such items have none.
  func key(as fields: [FieldDescription]) -> String? {
    guard let name = fields.first(where: \.isKey)?.name, case .fields(let written) = content else { return nil }
    return written.value(of: name)?.text
  }
}

extension FieldDescription {
  /// Whether it is a text, or a list of texts, that each language words; the name of a picture's file is none to translate.
  var isWorded: Bool {
    guard case .varies = sharing, name != "file" else { return false }
    switch shape {
    case .text, .pattern, .list(.text): return true
    default: return false
    }
  }
}
