import Diagnostics

/// Checks every name in a template against the views that fill it, before a page is made.
struct TemplateCheck {
  let templates: [String: TemplateSyntax]
  let words: TemplateWords
  private(set) var diagnostics: [Diagnostic] = []
  /// Templates that were checked with the same shapes around them; a partial may use itself for nested lists.
  private var checked: Set<String> = []
  private var reported: Set<String> = []

  init(templates: [String: TemplateSyntax], words: TemplateWords) {
    self.templates = templates
    self.words = words
  }

  /// The field that `has_name` asks about, or nil for any other name.
  static func presence(of name: String) -> String? {
    name.hasPrefix("has_") ? String(name.dropFirst("has_".count)) : nil
  }

  mutating func check(_ name: String, shapes: [TemplateShape]) {
    guard let template = templates[name] else {
      let file = SourceFile(path: "templates/\(name).mustache", text: "")
      report(
        Diagnostic(
          .missingTemplate, "pages need the template '\(name).mustache'", at: .start(of: file),
          help: nearestName(to: name, among: templates.keys).map { "Rename '\($0).mustache' if it is meant" }))
      return
    }
    check(template, shapes: shapes)
  }

  private mutating func check(_ template: TemplateSyntax, shapes: [TemplateShape]) {
    var seen: Set<String> = []
    let key = ([template.file.path] + shapes.reversed().map(\.name).filter { seen.insert($0).inserted }).joined(separator: " ")
    guard checked.insert(key).inserted else { return }
    check(template.nodes, shapes: shapes)
  }

  private mutating func check(_ nodes: [TemplateSyntax.Node], shapes: [TemplateShape]) {
    for node in nodes {
      switch node {
      case .literal: break
      case .value(let name, let isHTML): checkValue(name, isHTML: isHTML, shapes: shapes)
      case .word(let name): checkWord(name)
      case .partial(let name): checkPartial(name, shapes: shapes)
      case .section(let name, let isInverted, let inner):
        let asked = Self.presence(of: name.text)
        guard let kind = kind(of: name, asked: asked ?? name.text, shapes: shapes) else { continue }
        switch kind {
        case .list(let shape) where asked == nil && !isInverted, .group(let shape) where asked == nil && !isInverted:
          check(inner, shapes: shapes + [shape()])
        default: check(inner, shapes: shapes)
        }
      }
    }
  }

  private mutating func checkValue(_ name: TemplateSyntax.Name, isHTML: Bool, shapes: [TemplateShape]) {
    guard let kind = kind(of: name, asked: name.text, shapes: shapes) else { return }
    switch (kind, isHTML) {
    case (.text, false), (.html, true): break
    case (.text, true):
      report(Diagnostic(.wrongTemplateUse, "'\(name.text)' is a text", at: name.range, help: "Write {{\(name.text)}}"))
    case (.html, false):
      report(Diagnostic(.wrongTemplateUse, "'\(name.text)' is HTML", at: name.range, help: "Write {{{\(name.text)}}}"))
    default:
      report(
        Diagnostic(
          .wrongTemplateUse, "'\(name.text)' is opened as a section", at: name.range,
          help: "Write {{#\(name.text)}} … {{/\(name.text)}}"))
    }
  }

  private mutating func checkWord(_ name: TemplateSyntax.Name) {
    let key = String(name.text.dropFirst("words.".count))
    guard words.texts[key] == nil else { return }
    let nearest = nearestName(to: key, among: words.texts.keys)
    report(
      Diagnostic(
        .unknownWord, "\(words.file.path) has no word '\(key)'", at: name.range,
        help: nearest.map { "Write 'words.\($0)', or add the word" } ?? "Add a line '\(key): …' to \(words.file.path)"))
  }

  private mutating func checkPartial(_ name: TemplateSyntax.Name, shapes: [TemplateShape]) {
    guard let partial = templates[name.text] else {
      let nearest = nearestName(to: name.text, among: templates.keys)
      report(
        Diagnostic(
          .missingTemplate, "there is no template '\(name.text).mustache'", at: name.range,
          help: nearest.map { "Write {{> \($0)}}" } ?? "Add the file"))
      return
    }
    check(partial, shapes: shapes)
  }

  /// What a name holds in the innermost view that has it; an unknown one is reported.
  private mutating func kind(
    of name: TemplateSyntax.Name, asked: String, shapes: [TemplateShape]
  ) -> TemplateShape.Kind? {
    for shape in shapes.reversed() {
      if let field = shape.fields.first(where: { $0.name == asked }) { return field.kind }
    }
    let nearest = nearestName(to: asked, among: Set(shapes.flatMap { $0.fields.map(\.name) }).sorted())
    let shape = shapes.last?.name ?? ""
    report(
      Diagnostic(
        .unknownTemplateName, "no '\(asked)' is known here, in '\(shape)'", at: name.range,
        help: nearest.map { "Write '\($0)'" }))
    return nil
  }

  /// A name in a partial is wrong once, however many pages use it.
  private mutating func report(_ diagnostic: Diagnostic) {
    let place = diagnostic.range
    guard reported.insert("\(place.file.path):\(place.start.line):\(place.start.column)").inserted else { return }
    diagnostics.append(diagnostic)
  }
}
