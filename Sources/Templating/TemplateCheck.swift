import Diagnostics

/// Checks every name in the templates against the views that fill them, before a page is made.
struct TemplateCheck {
  let templates: [String: TemplateSyntax]
  /// Templates that are there but could not be read, which was reported.
  let unread: Set<String>
  let words: TemplateWords
  private(set) var diagnostics: [Diagnostic] = []
  private var uses = TemplateUses()
  private var visited: Set<String> = []
  private var reported: Set<String> = []

  init(templates: [String: TemplateSyntax], unread: Set<String> = [], words: TemplateWords) {
    self.templates = templates
    self.unread = unread
    self.words = words
  }

  /// Partials may use partials so deep: whoever walks a template calls itself for each.
  static let deepest = 50

  /// In so many ways, by the order of the views that are open, templates are used: a partial that leads back to pages would have millions.
  static let mostUses = 5_000

  /// Where a node stands: in which use of its template, and between which views.
  private struct Surroundings {
    /// The views that are open, outermost first.
    var shapes: [TemplateShape]
    let use: Int
    /// How the views came to be open since the template began.
    var step = TemplateUses.Step.stays
    let depth: Int
  }

  /// The field that `has_name` asks about, or nil for any other name.
  static func presence(of name: String) -> String? {
    name.hasPrefix("has_") ? String(name.dropFirst("has_".count)) : nil
  }

  /// Checks the template of a page.
  mutating func check(_ name: String, shapes: [TemplateShape]) {
    guard let template = templates[name] else {
      guard !unread.contains(name) else { return }
      let file = SourceFile(path: "templates/\(name).mustache", text: "")
      return report(
        .missingTemplate, "pages need the template '\(name).mustache'", at: .start(of: file),
        help: nearestName(to: name, among: templates.keys).map { "Rename '\($0).mustache' if it is meant" }
          ?? "Add the file")
    }
    _ = check(template, named: name, shapes: shapes, depth: 0)
  }

  /// To be called last: reports partials without end, and templates that no page leads to; `own` are those of them that are worth a word.
  mutating func finish(own: Set<String>) {
    for name in uses.endless() {
      report(
        .invalidTemplate, "a template that uses itself comes to an end, and '\(name.text)' does not", at: name.range,
        help: "Put the partial in a section on a list or group of the innermost view")
    }
    guard unread.isEmpty else { return }
    for (name, template) in templates.sorted(by: { $0.key < $1.key })
    where !visited.contains(name) && own.contains(name) {
      report(
        .unusedTemplate, "no page uses the template '\(name).mustache'", at: .start(of: template.file),
        help: nearestName(to: name, among: visited).map { "Rename it '\($0).mustache' if that is meant" }
          ?? "Remove the file, or use it in another template")
    }
  }

  /// Gives the number of this use of the template; one that is known is not checked again.
  private mutating func check(
    _ template: TemplateSyntax, named name: String, shapes: [TemplateShape], depth: Int
  ) -> Int {
    visited.insert(name)
    let (use, isNew) = uses.number(of: template, between: shapes)
    if isNew { check(template.nodes, in: Surroundings(shapes: shapes, use: use, depth: depth)) }
    return use
  }

  private mutating func check(_ nodes: [TemplateSyntax.Node], in place: Surroundings) {
    for node in nodes {
      switch node {
      case .literal: break
      case .value(let name, let isHTML): checkValue(name, isHTML: isHTML, in: place)
      case .word(let name): checkWord(name)
      case .partial(let name, _): checkPartial(name, in: place)
      case .section(let name, let isInverted, let inner):
        checkSection(name, isInverted: isInverted, inner, in: place)
      }
    }
  }

  private mutating func checkSection(
    _ name: TemplateSyntax.Name, isInverted: Bool, _ inner: [TemplateSyntax.Node], in place: Surroundings
  ) {
    let asked = Self.presence(of: name.text)
    guard let found = find(asked ?? name.text, at: name, in: place) else { return }
    var place = place
    if asked == nil, !isInverted, let shape = found.kind.opened {
      place.shapes.append(shape)
      place.step = found.isInnermost && place.step != .leaves ? .descends : .leaves
    }
    check(inner, in: place)
  }

  private mutating func checkValue(_ name: TemplateSyntax.Name, isHTML: Bool, in place: Surroundings) {
    guard let found = find(name.text, at: name, in: place) else { return }
    switch (found.kind, isHTML) {
    case (.text, false), (.html, true): break
    case (.text, true):
      report(.wrongTemplateUse, "'\(name.text)' is a text", at: name.range, help: "Write {{\(name.text)}}")
    case (.html, false):
      report(.wrongTemplateUse, "'\(name.text)' is HTML", at: name.range, help: "Write {{{\(name.text)}}}")
    case (.flag, _), (.list, _), (.group, _):
      report(
        .wrongTemplateUse, "'\(name.text)' is opened as a section", at: name.range,
        help: "Write {{#\(name.text)}} … {{/\(name.text)}}")
    }
  }

  private mutating func checkWord(_ name: TemplateSyntax.Name) {
    let key = TemplateWords.key(of: name.text)
    guard words.texts[key] == nil, !isReported(name.range) else { return }
    let nearest = nearestName(to: key, among: words.texts.keys)
    report(
      .unknownWord, "\(words.file.path) has no word '\(key)'", at: name.range,
      help: nearest.map { "Write 'words.\($0)', or add the word" } ?? "Add a line '\(key): …' to \(words.file.path)")
  }

  private mutating func checkPartial(_ name: TemplateSyntax.Name, in place: Surroundings) {
    guard let partial = templates[name.text] else {
      guard !unread.contains(name.text) else { return }
      let nearest = nearestName(to: name.text, among: templates.keys)
      return report(
        .missingTemplate, "there is no template '\(name.text).mustache'", at: name.range,
        help: nearest.map { "Write {{> \($0)}}" } ?? "Add the file")
    }
    guard place.depth < Self.deepest else {
      return report(
        .invalidTemplate, "partials are nested at most \(Self.deepest) deep", at: name.range,
        help: "Write the partial's text here")
    }
    guard uses.count < Self.mostUses else {
      return report(
        .invalidTemplate, "templates use one another in at most \(Self.mostUses) ways", at: name.range,
        help: "Take out the partial that leads back to the template of a page")
    }
    let use = check(partial, named: name.text, shapes: place.shapes, depth: place.depth + 1)
    uses.add(place.step, from: place.use, to: use, through: name)
  }

  /// What a name holds in the innermost view that has it; an unknown one is reported.
  private mutating func find(
    _ asked: String, at name: TemplateSyntax.Name, in place: Surroundings
  ) -> (kind: TemplateShape.Kind, isInnermost: Bool)? {
    let number = TemplateName.number(of: asked)
    for (level, shape) in place.shapes.enumerated().reversed() {
      guard let index = shape.index(of: number) else { continue }
      return (shape.fields[index].kind, level == place.shapes.count - 1)
    }
    reportUnknown(asked, at: name, in: place)
    return nil
  }

  private mutating func reportUnknown(_ asked: String, at name: TemplateSyntax.Name, in place: Surroundings) {
    guard !name.text.hasPrefix(TemplateWords.prefix) else {
      return report(
        .wrongTemplateUse, "a word is a text, and always there", at: name.range, help: "Write {{\(name.text)}}")
    }
    guard !isReported(name.range) else { return }
    let nearest = nearestName(to: asked, among: Set(place.shapes.flatMap { $0.fields.map(\.name) }))
    report(
      .unknownTemplateName, "no '\(asked)' is known here, in '\(place.shapes.last?.name ?? "")'", at: name.range,
      help: nearest.map { "Write '\($0)'" } ?? "Write a name that the view has, or remove the tag")
  }

  /// A name in a partial is wrong once, however many pages use it.
  private mutating func report(_ code: DiagnosticCode, _ rule: String, at range: SourceRange, help: String) {
    guard reported.insert(Self.place(of: range)).inserted else { return }
    diagnostics.append(Diagnostic(code, rule, at: range, help: help))
  }

  /// What was meant is looked for once, which takes as long as many names.
  private func isReported(_ range: SourceRange) -> Bool { reported.contains(Self.place(of: range)) }

  private static func place(of range: SourceRange) -> String {
    "\(range.file.path):\(range.start.line):\(range.start.column)"
  }
}

extension TemplateShape.Kind {
  /// The shape of the views that a section on the value opens; nil where it opens none.
  var opened: TemplateShape? {
    switch self {
    case .list(let shape), .group(let shape): shape()
    case .text, .html, .flag: nil
    }
  }
}
