import Diagnostics
import Formats

/// The templates of a hub in one language, each parsed once and checked against the views that fill it.
package struct TemplateSet: Sendable {
  /// The numbers of the table's templates among all that are compiled.
  private let numbers: [Int]
  private let compiled: CompiledTemplates
  /// What pages show of another language.
  private var foreign: ForeignTexts?

  /// `files` by template name; `table` says with which views each template is filled that is no mere part of others.
  ///
  /// `own` are the names of those that a hub brings, nil where all are its own: one of a default theme that a hub's templates no longer use is no fault of
  /// the hub. The set is nil where a template has an error or is missing; every fault of every template is reported.
  package static func load(
    _ files: [String: SourceFile], words: TemplateWords, table: TemplateTable, own: Set<String>? = nil
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
    for entry in table.entries { check.check(entry.name, shapes: entry.shapes) }
    check.finish(own: own ?? Set(files.keys))
    diagnostics += check.diagnostics
    return (diagnostics.containsError ? nil : TemplateSet(templates, words: words, table: table), diagnostics)
  }

  /// Nil where a template of the table is missing.
  private init?(_ templates: [String: TemplateSyntax], words: TemplateWords, table: TemplateTable) {
    let sorted = templates.sorted { $0.key < $1.key }
    let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
    compiled = CompiledTemplates(sorted.map(\.value), numbers: numbers, words: words)
    self.numbers = table.entries.compactMap { numbers[$0.name] }
    guard self.numbers.count == table.entries.count else { return nil }
  }

  /// The same templates, which tag these texts with their language.
  package func marking(_ foreign: ForeignTexts) -> TemplateSet {
    var set = self
    set.foreign = foreign
    return set
  }

  /// Fills a template of the table with its views, outermost first.
  package func render<each View>(
    _ template: Template<repeat each View>, _ views: repeat Filled<each View>, into html: inout HTMLBytes
  ) {
    var erased: [FilledView] = []
    for view in repeat each views { erased.append(view.erased) }
    render(numbers[template.number], erased, into: &html)
  }

  private func render(_ number: Int, _ views: [FilledView], into html: inout HTMLBytes) {
    compiled.steps.withUnsafeBufferPointer { steps in
      compiled.literals.withUnsafeBufferPointer { literals in
        compiled.templates.withUnsafeBufferPointer { templates in
          var rendering = Rendering(
            steps: steps, literals: literals, templates: templates, foreign: foreign, views: views)
          rendering.add(templates[number].steps, to: &html)
        }
      }
    }
  }
}

/// One template while it is filled.
private struct Rendering {
  let steps: UnsafeBufferPointer<CompiledTemplates.Step>
  let literals: UnsafeBufferPointer<UInt8>
  let templates: UnsafeBufferPointer<CompiledTemplates.Template>
  let foreign: ForeignTexts?
  /// Those that are open, outermost first.
  var views: [FilledView]

  mutating func add(_ range: Range<Int>, to html: inout HTMLBytes) {
    var index = range.lowerBound
    while index < range.upperBound {
      let step = steps[index]
      index += 1
      switch step.action {
      case .literal: html.append(contentsOf: UnsafeBufferPointer(rebasing: literals[step.first..<step.end]))
      case .value: addValue(of: step.first, to: &html)
      case .partial: add(templates[step.first].steps, to: &html)
      case .inlinePartial: add(templates[step.first].inlineSteps, to: &html)
      case .section:
        addSection(value(of: step.first), index..<step.end, to: &html)
        index = step.end
      case .presence, .absence:
        if (value(of: step.first)?.isShown ?? false) != (step.action == .presence) { index = step.end }
      }
    }
  }

  private func addValue(of name: Int, to html: inout HTMLBytes) {
    switch value(of: name) {
    case .text(let text): if let foreign { foreign.add(text, to: &html) } else { html.append(escaped: text) }
    case .html(let bytes): html.append(contentsOf: bytes)
    case .flag, .list, .group, nil: break
    }
  }

  private mutating func addSection(_ value: TemplateValue?, _ inner: Range<Int>, to html: inout HTMLBytes) {
    switch value {
    case .list(let count, let item): for index in 0..<count { add(inner, opening: item(index), to: &html) }
    case .group(let view?): add(inner, opening: view, to: &html)
    case .text, .html, .flag: if value?.isShown == true { add(inner, to: &html) }
    case .group(nil), nil: break
    }
  }

  private mutating func add(_ range: Range<Int>, opening view: FilledView, to html: inout HTMLBytes) {
    views.append(view)
    add(range, to: &html)
    views.removeLast()
  }

  private func value(of name: Int) -> TemplateValue? {
    var level = views.count - 1
    while level >= 0 {
      if let index = views[level].shape.index(of: name) { return views[level].value(index) }
      level -= 1
    }
    return nil
  }
}
