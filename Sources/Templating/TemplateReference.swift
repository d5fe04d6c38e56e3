/// What templates can show, for those who write them: each template of a table with the views that fill it, and each view with its fields.
package struct TemplateReference: Sendable {
  /// A template by its file's name without ending, with the names of its views, outermost first.
  package struct Entry: Sendable, Hashable {
    package let template: String
    package let views: [String]
  }

  package struct View: Sendable {
    package let name: String
    package let fields: [Field]
  }

  package struct Field: Sendable {
    package let name: String
    package let holds: Holds
  }

  package enum Holds: Sendable, Equatable {
    case text, html, flag, texts
    /// Views of that name, of which there may be none.
    case list(of: String)
    /// A view of that name, or nothing.
    case group(of: String)
  }

  /// In the order of the table, each once.
  package let entries: [Entry]
  /// Those of the entries and all that these hold, by their names, each once.
  package let views: [View]
}

extension TemplateTable {
  package var reference: TemplateReference {
    var found: [String: TemplateReference.View] = [:]
    var waiting = entries.flatMap(\.shapes)
    while let shape = waiting.popLast() {
      guard found[shape.name] == nil else { continue }
      found[shape.name] = TemplateReference.View(
        name: shape.name, fields: shape.fields.map { TemplateReference.Field(name: $0.name, holds: $0.kind.holds) })
      waiting += shape.fields.compactMap(\.kind.opened).filter { $0 !== TextItem.shape.erased }
    }
    // Kinds of pages may share a template.
    var listed: Set<TemplateReference.Entry> = []
    let entries = entries.map { TemplateReference.Entry(template: $0.name, views: $0.shapes.map(\.name)) }
    return TemplateReference(
      entries: entries.filter { listed.insert($0).inserted },
      views: found.values.sorted { $0.name < $1.name })
  }
}

extension TemplateShape.Kind {
  fileprivate var holds: TemplateReference.Holds {
    switch self {
    case .text: .text
    case .html: .html
    case .flag: .flag
    case .list(let shape): shape() === TextItem.shape.erased ? .texts : .list(of: shape().name)
    case .group(let shape): .group(of: shape().name)
    }
  }
}
