import Diagnostics

/// A template as it was written, cut into its tags.
struct TemplateSyntax: Sendable {
  let file: SourceFile
  let nodes: [Node]

  indirect enum Node: Sendable {
    case literal(String)
    /// `{{name}}`, or `{{{name}}}` where `isHTML`.
    case value(Name, isHTML: Bool)
    case word(Name)
    /// `{{#name}}…{{/name}}`, or `{{^name}}…{{/name}}` where `isInverted`.
    case section(Name, isInverted: Bool, [Node])
    case partial(Name)
  }

  /// A name in a tag, with its place.
  struct Name: Sendable {
    let text: String
    let range: SourceRange
  }

  /// Parses a template; the failure is the first tag that does not fit.
  static func parse(_ file: SourceFile) -> Result<TemplateSyntax, TemplateFault> {
    do {
      var parser = TemplateParser(file: file)
      return .success(TemplateSyntax(file: file, nodes: try parser.parse()))
    } catch {
      return .failure(error)
    }
  }
}

struct TemplateFault: Error {
  let diagnostic: Diagnostic
}

/// Reads the strict subset of Mustache that templates are written in.
///
/// Lines lose their indentation, and a line that holds only a section's tag, a partial or a comment goes altogether: templates are
/// indented for people, and pages are paid for by the byte.
private struct TemplateParser {
  let file: SourceFile
  private let bytes: [UInt8]
  private var index = 0
  private var open: [(name: TemplateSyntax.Name, isInverted: Bool, before: [TemplateSyntax.Node])] = []
  private var nodes: [TemplateSyntax.Node] = []

  init(file: SourceFile) {
    self.file = file
    bytes = Array(file.text.utf8)
  }

  mutating func parse() throws(TemplateFault) -> [TemplateSyntax.Node] {
    while index < bytes.count {
      guard let tag = nextTag() else {
        addLiteral(index..<bytes.count)
        break
      }
      addLiteral(index..<(removesLine(tag) ? lineStart(before: tag.range.lowerBound) : tag.range.lowerBound))
      index = removesLine(tag) ? lineEnd(after: tag.range.upperBound) : tag.range.upperBound
      try add(tag)
    }
    if let section = open.last {
      throw fault("the section '\(section.name.text)' is closed", at: section.name.range, help: "Add {{/\(section.name.text)}}")
    }
    return nodes
  }

  private struct Tag {
    let range: Range<Int>
    let sigil: UInt8
    let name: TemplateSyntax.Name
    let isClosed: Bool
  }

  private func nextTag() -> Tag? {
    var start = index
    while start + 1 < bytes.count, !(bytes[start] == 0x7B && bytes[start + 1] == 0x7B) { start += 1 }
    guard start + 1 < bytes.count else { return nil }
    let isTriple = start + 2 < bytes.count && bytes[start + 2] == 0x7B
    let closing = Array(repeating: UInt8(0x7D), count: isTriple ? 3 : 2)
    let inner = start + closing.count
    var end = inner
    while end + closing.count <= bytes.count, !bytes[end..<end + closing.count].elementsEqual(closing) { end += 1 }
    guard end + closing.count <= bytes.count else {
      return Tag(range: start..<bytes.count, sigil: 0, name: name(inner..<inner), isClosed: false)
    }
    var first = inner
    let sigils = Array("#^/>!&=<$".utf8)
    let sigil = isTriple ? UInt8(ascii: "{") : first < end && sigils.contains(bytes[first]) ? bytes[first] : 0
    if sigil != 0, !isTriple { first += 1 }
    return Tag(range: start..<end + closing.count, sigil: sigil, name: name(first..<end), isClosed: true)
  }

  private func name(_ range: Range<Int>) -> TemplateSyntax.Name {
    var range = range
    while !range.isEmpty, bytes[range.lowerBound] == 0x20 { range = range.lowerBound + 1..<range.upperBound }
    while !range.isEmpty, bytes[range.upperBound - 1] == 0x20 { range = range.lowerBound..<range.upperBound - 1 }
    let text = String(decoding: bytes[range], as: UTF8.self)
    return TemplateSyntax.Name(text: text, range: file.range(ofBytes: range))
  }

  private mutating func add(_ tag: Tag) throws(TemplateFault) {
    guard tag.isClosed else { throw fault("a tag ends with }}", at: tag.name.range, help: "Close the tag") }
    switch tag.sigil {
    case UInt8(ascii: "!"): break
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      open.append((tag.name, tag.sigil == UInt8(ascii: "^"), nodes))
      nodes = []
    case UInt8(ascii: "/"):
      guard let section = open.popLast() else {
        throw fault("a section is opened before it is closed", at: tag.name.range, help: "Remove {{/\(tag.name.text)}}")
      }
      guard section.name.text == tag.name.text else {
        throw fault(
          "sections are closed in order, and '\(section.name.text)' is still open", at: tag.name.range,
          help: "Write {{/\(section.name.text)}}")
      }
      nodes = section.before + [.section(section.name, isInverted: section.isInverted, nodes)]
    case UInt8(ascii: ">"): nodes.append(.partial(tag.name))
    case UInt8(ascii: "{"): nodes.append(.value(tag.name, isHTML: true))
    case 0 where tag.name.text.hasPrefix("words."): nodes.append(.word(tag.name))
    case 0: nodes.append(.value(tag.name, isHTML: false))
    default:
      throw fault(
        "templates know values, sections, partials and comments, not '{{\(UnicodeScalar(tag.sigil))'", at: tag.name.range,
        help: "Write {{name}} for a text, or {{{name}}} for HTML")
    }
  }

  private func fault(_ rule: String, at range: SourceRange, help: String) -> TemplateFault {
    TemplateFault(diagnostic: Diagnostic(.invalidTemplate, rule, at: range, help: help))
  }

  /// Whether the tag prints nothing itself and has its line for itself.
  private func removesLine(_ tag: Tag) -> Bool {
    guard "#^/>!".utf8.contains(tag.sigil) else { return false }
    let start = lineStart(before: tag.range.lowerBound)
    guard start == 0 || bytes[start - 1] == 0x0A, start >= index else { return false }
    let end = lineEnd(after: tag.range.upperBound)
    return end == bytes.count || bytes[end - 1] == 0x0A
  }

  private func lineStart(before position: Int) -> Int {
    var start = position
    while start > index, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    return start
  }

  private func lineEnd(after position: Int) -> Int {
    var end = position
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
    return end < bytes.count && bytes[end] == 0x0A ? end + 1 : end
  }

  private mutating func addLiteral(_ range: Range<Int>) {
    var text: [UInt8] = []
    for position in range {
      let byte = bytes[position]
      let isIndent = byte == 0x20 || byte == 0x09
      if isIndent, isAtLineStart(position, from: range.lowerBound) { continue }
      text.append(byte)
    }
    if !text.isEmpty { nodes.append(.literal(String(decoding: text, as: UTF8.self))) }
  }

  /// Whether only white space stands between the position and the start of its line.
  private func isAtLineStart(_ position: Int, from start: Int) -> Bool {
    var before = position
    while before > start, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    return before == 0 || bytes[before - 1] == 0x0A
  }
}
