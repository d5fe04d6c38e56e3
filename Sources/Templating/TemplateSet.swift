import Diagnostics
import Formats

/// The templates of a hub in one language, each parsed once and checked against the views that fill it.
package struct TemplateSet: Sendable {
  private let numbers: [String: Int]
  private let templates: [CompiledTemplate]

  /// `files` by template name; `views` says with which shapes, outermost first, each page's template is filled.
  ///
  /// The set is nil where a template has an error; every fault of every template is reported.
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
    var check = TemplateCheck(templates: templates, unread: Set(files.keys).subtracting(templates.keys), words: words)
    for view in views { check.check(view.template, shapes: view.shapes) }
    check.finish()
    diagnostics += check.diagnostics
    return (diagnostics.containsError ? nil : TemplateSet(templates, words: words), diagnostics)
  }

  private init(_ templates: [String: TemplateSyntax], words: TemplateWords) {
    let names = templates.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let compiler = TemplateCompiler(numbers: numbers, words: words)
    self.numbers = numbers
    self.templates = names.map { CompiledTemplate(nodes: compiler.compile(templates[$0]?.nodes ?? [])) }
  }

  /// Fills a template that was checked with these views, outermost first.
  package func render(_ name: String, _ views: [FilledView], into html: inout HTMLBytes) {
    guard let number = numbers[name] else { return }
    var stack = views
    render(templates[number].nodes, &stack, &html)
  }

  private func render(_ nodes: [RenderNode], _ stack: inout [FilledView], _ html: inout HTMLBytes) {
    for node in nodes {
      switch node {
      case .literal(let bytes): html.append(contentsOf: bytes)
      case .value(let name):
        switch value(of: name, in: stack) {
        case .text(let text): html.append(escaped: text)
        case .html(let bytes): html.append(contentsOf: bytes)
        case .flag, .list, .group, nil: break
        }
      case .section(let name, let inner): renderSection(value(of: name, in: stack), inner, &stack, &html)
      case .presence(let name, let isInverted, let inner):
        if (value(of: name, in: stack)?.isShown ?? false) != isInverted { render(inner, &stack, &html) }
      case .partial(let number, let isInline):
        render(isInline ? templates[number].inlineNodes : templates[number].nodes, &stack, &html)
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
}
