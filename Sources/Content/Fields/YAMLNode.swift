import Markdown

/// A value of YAML with its place, apart from the library that parsed it.
struct YAMLNode: Sendable {
  let content: Content
  let mark: YAMLMark

  enum Content: Sendable {
    /// Nothing, `~`, `null` or a blank text stands there.
    case empty
    case text(String)
    case list([YAMLNode])
    case fields([YAMLField])
  }

  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  var isEmpty: Bool {
    if case .empty = content { true } else { false }
  }
}

extension YAMLNode.Content {
  /// `isPlain`: no quotes stand around the text.
  init(text: String, isPlain: Bool) {
    let isEmpty =
      text.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      || isPlain && (text == "~" || text == "null") || text.isInvisible
    self = isEmpty ? .empty : .text(text)
  }
}

/// A name and the value that stands after its colon.
struct YAMLField: Sendable {
  let name: String
  let nameMark: YAMLMark
  let value: YAMLNode
}

/// Where a value begins in its YAML: line and column count from 1, columns and length in Unicode scalars.
struct YAMLMark: Sendable {
  let line: Int32
  let column: Int32
  /// How much of the line it takes, as far as that can be told from its text.
  let length: Int32
}

extension [YAMLField] {
  func value(of name: String) -> YAMLNode? {
    first { $0.name == name }?.value
  }
}
