import Diagnostics
import Formats

/// The interface words of one language, with the file they stand in.
package struct TemplateWords: Sendable {
  package let texts: [String: String]
  package let file: SourceFile

  package init(texts: [String: String], file: SourceFile) {
    self.texts = texts
    self.file = file
  }
}

/// The templates of a hub, each parsed once and checked against the views that fill it.
package struct TemplateSet: Sendable {
  private let templates: [String: TemplateSyntax]
  private let words: TemplateWords
  private let compiled: [String: [RenderNode]]

  /// `files` by template name; `views` says with which shapes, outermost first, each page's template is filled.
  package static func load(
    _ files: [String: SourceFile], words: TemplateWords, views: [(template: String, shapes: [TemplateShape])]
  ) -> (set: TemplateSet?, diagnostics: [Diagnostic]) {
    var templates: [String: TemplateSyntax] = [:]
    var diagnostics: [Diagnostic] = []
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      switch TemplateSyntax.parse(file) {
      case .success(let template): templates[name] = template
      case .failure(let fault): diagnostics.append(fault.diagnostic)
      }
    }
    guard diagnostics.isEmpty else { return (nil, diagnostics) }
    var check = TemplateCheck(templates: templates, words: words)
    for view in views { check.check(view.template, shapes: view.shapes) }
    guard check.diagnostics.isEmpty else { return (nil, check.diagnostics) }
    let compiled = templates.mapValues { compile($0.nodes, words: words) }
    return (TemplateSet(templates: templates, words: words, compiled: compiled), [])
  }

  /// Fills a template that was checked with these views, outermost first.
  package func render(_ name: String, _ views: [FilledView], into html: inout HTMLBytes) {
    guard let nodes = compiled[name] else { return }
    var stack = views
    render(nodes, &stack, &html)
  }

  private func render(_ nodes: [RenderNode], _ stack: inout [FilledView], _ html: inout HTMLBytes) {
    for node in nodes {
      switch node {
      case .literal(let bytes): html.append(contentsOf: bytes)
      case .value(let name):
        switch value(of: name, in: stack) {
        case .text(let text): html.append(escaped: text)
        case .html(let bytes): html.append(contentsOf: bytes)
        default: break
        }
      case .section(let name, let inner): renderSection(value(of: name, in: stack), inner, &stack, &html)
      case .presence(let name, let isInverted, let inner):
        if (value(of: name, in: stack)?.isShown ?? false) != isInverted { render(inner, &stack, &html) }
      case .partial(let name):
        if let nodes = compiled[name] { render(nodes, &stack, &html) }
      }
    }
  }

  private func renderSection(
    _ value: TemplateValue?, _ inner: [RenderNode], _ stack: inout [FilledView], _ html: inout HTMLBytes
  ) {
    switch value {
    case .list(let items):
      for item in items {
        stack.append(item)
        render(inner, &stack, &html)
        stack.removeLast()
      }
    case .group(let view?):
      stack.append(view)
      render(inner, &stack, &html)
      stack.removeLast()
    case .text, .html, .flag:
      if value?.isShown == true { render(inner, &stack, &html) }
    case .group(nil), nil: break
    }
  }

  @inline(__always)
  private func value(of name: Int, in stack: [FilledView]) -> TemplateValue? {
    var level = stack.count - 1
    while level >= 0 {
      if let index = stack[level].shape.index(of: name) { return stack[level].values[index] }
      level -= 1
    }
    return nil
  }

  private static func compile(_ nodes: [TemplateSyntax.Node], words: TemplateWords) -> [RenderNode] {
    var compiled: [RenderNode] = []
    func addLiteral(_ bytes: HTMLBytes) {
      if case .literal(let before)? = compiled.last {
        compiled[compiled.count - 1] = .literal(before + bytes)
      } else {
        compiled.append(.literal(bytes))
      }
    }
    for node in nodes {
      switch node {
      case .literal(let text): addLiteral(Array(text.utf8))
      case .word(let name):
        var bytes: HTMLBytes = []
        bytes.append(escaped: words.texts[String(name.text.dropFirst("words.".count))] ?? "")
        addLiteral(bytes)
      case .value(let name, _): compiled.append(.value(TemplateName.number(of: name.text)))
      case .partial(let name): compiled.append(.partial(name.text))
      case .section(let name, let isInverted, let inner):
        let nodes = compile(inner, words: words)
        let presence = TemplateCheck.presence(of: name.text)
        if presence != nil || isInverted {
          compiled.append(.presence(TemplateName.number(of: presence ?? name.text), isInverted: isInverted, nodes))
        } else {
          compiled.append(.section(TemplateName.number(of: name.text), nodes))
        }
      }
    }
    return compiled
  }
}

/// A piece of a template, ready to be filled: words are written in, names are numbers.
indirect enum RenderNode: Sendable {
  case literal(HTMLBytes)
  case value(Int)
  case section(Int, [RenderNode])
  /// Shown where a value is there, or is not, without opening it.
  case presence(Int, isInverted: Bool, [RenderNode])
  case partial(String)
}
