import Diagnostics

/// A value of another program's settings or front matter, apart from the notation that it was written in.
package indirect enum ForeignValue: Sendable, Equatable {
  case empty
  case text(String)
  case list([ForeignValue])
  case fields([ForeignField])
}

/// A name and its value, in the order of the file.
package struct ForeignField: Sendable, Equatable {
  package let name: String
  package var value: ForeignValue

  package init(_ name: String, _ value: ForeignValue) {
    self.name = name
    self.value = value
  }
}

/// Reads YAML that was written for another program; nil where it is none, or holds aliases.
package func foreignValue(ofYAML text: String) -> ForeignValue? {
  let source = YAMLSource(file: SourceFile(path: "", text: text))
  guard YAMLGuard.isReasonable(text), case .success(let node) = source.parseWhole(text[...]) else { return nil }
  return node.map(ForeignValue.init) ?? .fields([])
}

extension YAMLGuard {
  fileprivate static func isReasonable(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(excess(in:)) == nil
  }
}

extension ForeignValue {
  fileprivate init(_ node: YAMLNode) {
    switch node.content {
    case .empty: self = .empty
    case .text(let text): self = .text(text)
    case .list(let items): self = .list(items.map(ForeignValue.init))
    case .fields(let fields): self = .fields(fields.map { ForeignField($0.name, ForeignValue($0.value)) })
    }
  }
}
