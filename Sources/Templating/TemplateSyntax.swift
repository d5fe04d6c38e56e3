import Diagnostics

/// A template as it was written, cut into its tags.
struct TemplateSyntax: Sendable {
  let file: SourceFile
  let nodes: [Node]

  enum Node: Sendable {
    case literal(String)
    /// `{{name}}`, or `{{{name}}}` where `isHTML`.
    case value(Name, isHTML: Bool)
    case word(Name)
    /// `{{#name}}…{{/name}}`, or `{{^name}}…{{/name}}` where `isInverted`.
    case section(Name, isInverted: Bool, [Node])
    /// `{{> name}}`; one that has not its line for itself stands within a sentence, `isInline`.
    case partial(Name, isInline: Bool)
  }

  /// A name in a tag, with its place.
  struct Name: Sendable {
    let text: String
    let range: SourceRange
  }

  /// Parses a template; the failure is the first tag that does not fit, since those after it would be blamed for it.
  static func parse(_ file: SourceFile) -> Result<TemplateSyntax, TemplateFault> {
    do {
      var parser = TemplateParser(file: file)
      return .success(TemplateSyntax(file: file, nodes: try parser.parse()))
    } catch {
      return .failure(error)
    }
  }
}

/// What makes a text no template.
struct TemplateFault: Error {
  let diagnostic: Diagnostic
}
