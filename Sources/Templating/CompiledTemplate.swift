import Formats

/// A template ready to be filled.
struct CompiledTemplate: Sendable {
  let nodes: [RenderNode]
  /// Without the line break at the end of the file, which has no place within a sentence.
  let inlineNodes: [RenderNode]

  init(nodes: [RenderNode]) {
    self.nodes = nodes
    var inlineNodes = nodes
    if case .literal(var bytes)? = nodes.last, bytes.last == UInt8(ascii: "\n") {
      bytes.removeLast()
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      inlineNodes[nodes.count - 1] = .literal(bytes)
    }
    self.inlineNodes = inlineNodes
  }
}

/// A piece of a template, ready to be filled: words are written in, names are numbers.
enum RenderNode: Sendable {
  case literal(HTMLBytes)
  case value(Int)
  case section(Int, [RenderNode])
  /// Shown where a value is there, or is not, without opening it.
  case presence(Int, isInverted: Bool, [RenderNode])
  case partial(Int, isInline: Bool)
}

/// Turns the syntax of templates into what is quick to fill.
struct TemplateCompiler {
  /// The numbers of templates by name.
  let numbers: [String: Int]
  let words: TemplateWords

  func compile(_ nodes: [TemplateSyntax.Node]) -> [RenderNode] {
    var compiled: [RenderNode] = []
    for node in nodes {
      switch node {
      case .literal(let text): Self.add(Array(text.utf8), to: &compiled)
      case .word(let name):
        var bytes: HTMLBytes = []
        bytes.append(escaped: words.texts[TemplateWords.key(of: name.text)] ?? "")
        Self.add(bytes, to: &compiled)
      case .value(let name, _): compiled.append(.value(TemplateName.number(of: name.text)))
      case .partial(let name, let isInline):
        if let number = numbers[name.text] { compiled.append(.partial(number, isInline: isInline)) }
      case .section(let name, let isInverted, let inner):
        compiled.append(section(name.text, isInverted: isInverted, compile(inner)))
      }
    }
    return compiled
  }

  private func section(_ name: String, isInverted: Bool, _ inner: [RenderNode]) -> RenderNode {
    let presence = TemplateCheck.presence(of: name)
    let number = TemplateName.number(of: presence ?? name)
    return presence != nil || isInverted ? .presence(number, isInverted: isInverted, inner) : .section(number, inner)
  }

  private static func add(_ bytes: HTMLBytes, to compiled: inout [RenderNode]) {
    guard case .literal(var before)? = compiled.last else { return compiled.append(.literal(bytes)) }
    compiled.removeLast()
    before.append(contentsOf: bytes)
    compiled.append(.literal(before))
  }
}
