import Formats

/// Templates ready to be filled, as plain numbers: a walk through them copies and counts no references.
struct CompiledTemplates: Sendable {
  /// One step of a template: words are written in, names are numbers.
  struct Step: Sendable {
    enum Action: Sendable {
      /// Adds the literal bytes from `first` up to `end`.
      case literal
      /// Adds the value of the name `first`.
      case value
      /// Opens the value of the name `first` for the steps up to `end`.
      case section
      /// Takes the steps up to `end` where the value of the name `first` is there, without opening it.
      case presence
      /// Takes the steps up to `end` where the value of the name `first` is not there.
      case absence
      /// Takes the steps of the template `first`.
      case partial
      case inlinePartial
    }

    let action: Action
    let first: Int
    var end = 0
  }

  /// Where a template's steps stand.
  struct Template: Sendable {
    let steps: Range<Int>
    /// Those without the line break at the end of the file, which has no place within a sentence.
    let inlineSteps: Range<Int>
  }

  fileprivate(set) var steps: [Step] = []
  fileprivate(set) var literals: HTMLBytes = []
  fileprivate(set) var templates: [Template] = []

  /// The number of a template is its place in the list; `numbers` has those of all names.
  init(_ templates: [TemplateSyntax], numbers: [String: Int], words: TemplateWords) {
    var compiler = TemplateCompiler(numbers: numbers, words: words, compiled: Self())
    for template in templates { compiler.add(template) }
    self = compiler.compiled
  }

  private init() {}
}

/// Turns the syntax of templates into what is quick to fill.
private struct TemplateCompiler {
  /// The numbers of templates by name.
  let numbers: [String: Int]
  let words: TemplateWords
  var compiled: CompiledTemplates
  /// The first step to which literal bytes may be added: not one of a section that is over.
  private var openStep = 0

  init(numbers: [String: Int], words: TemplateWords, compiled: CompiledTemplates) {
    self.numbers = numbers
    self.words = words
    self.compiled = compiled
  }

  mutating func add(_ template: TemplateSyntax) {
    let steps = compile(template.nodes)
    let inlineSteps = compile(template.nodes.withoutLastLineBreak)
    compiled.templates.append(CompiledTemplates.Template(steps: steps, inlineSteps: inlineSteps))
  }

  private mutating func compile(_ nodes: [TemplateSyntax.Node]) -> Range<Int> {
    let start = compiled.steps.count
    openStep = start
    for node in nodes {
      switch node {
      case .literal(let text): addLiteral(Array(text.utf8))
      case .word(let name):
        var bytes: HTMLBytes = []
        bytes.append(escaped: words.texts[TemplateWords.key(of: name.text)] ?? "")
        addLiteral(bytes)
      case .value(let name, _): add(.value, TemplateName.number(of: name.text))
      case .partial(let name, let isInline):
        if let number = numbers[name.text] { add(isInline ? .inlinePartial : .partial, number) }
      case .section(let name, let isInverted, let inner): addSection(name.text, isInverted: isInverted, inner)
      }
    }
    return start..<compiled.steps.count
  }

  private mutating func add(_ action: CompiledTemplates.Step.Action, _ first: Int) {
    compiled.steps.append(CompiledTemplates.Step(action: action, first: first))
  }

  private mutating func addSection(_ name: String, isInverted: Bool, _ inner: [TemplateSyntax.Node]) {
    let presence = TemplateCheck.presence(of: name)
    let index = compiled.steps.count
    add(
      isInverted ? .absence : presence == nil ? .section : .presence, TemplateName.number(of: presence ?? name))
    compiled.steps[index].end = compile(inner).upperBound
    openStep = compiled.steps.count
  }

  private mutating func addLiteral(_ bytes: HTMLBytes) {
    if compiled.steps.count == openStep || compiled.steps[compiled.steps.count - 1].action != .literal {
      add(.literal, compiled.literals.count)
    }
    compiled.literals += bytes
    compiled.steps[compiled.steps.count - 1].end = compiled.literals.count
  }
}

extension [TemplateSyntax.Node] {
  fileprivate var withoutLastLineBreak: Self {
    guard case .literal(let text)? = last, text.utf8.last == UInt8(ascii: "\n") else { return self }
    return dropLast() + [.literal(String(text.dropLast()))]
  }
}
