import Outputs
import Templating

// What templates can show, told from the shapes of the views that fill them.

extension Explanation {
  /// The word by which the language of templates is explained.
  static let templates = "templates"

  /// What is known of templates by a word: the language, a template by its file's name, or a view.
  static func templates(named word: String) -> [Explanation] {
    let reference = templateReference
    if word == templates { return [language(reference)] }
    let entries = reference.entries.filter { "\($0.template).mustache" == word }
    let views = reference.views.filter { $0.name == word }
    return entries.map { Explanation(of: $0, among: reference.views) } + views.map(Explanation.init)
  }

  static var templateWords: [String] {
    let reference = templateReference
    return [templates] + reference.entries.map { "\($0.template).mustache" } + reference.views.map(\.name)
  }

  private static func language(_ reference: TemplateReference) -> Explanation {
    Explanation(
      title: templates,
      parts: [
        .lines(TemplateLanguage.prose),
        .text("The templates of pages, blocks and books, and the views that fill them, outermost first:"),
        .names(
          reference.entries.map { ("\($0.template).mustache", $0.views.joined(separator: ", ")) }),
        .text("Write 'hubwright explain article.mustache' or 'hubwright explain PageFrame' for the names in them."),
      ])
  }

  private init(of entry: TemplateReference.Entry, among views: [TemplateReference.View]) {
    title = "\(entry.template).mustache"
    let own = entry.views.reversed().compactMap { name in views.first { $0.name == name } }
    parts =
      [.text("A template. A name is looked for in the views that fill it in this order:")]
      + own.flatMap { [.text("\($0.name):"), .names($0.fields.map { ($0.name, $0.holds.words) })] }
  }

  private init(of view: TemplateReference.View) {
    title = view.name
    parts = [
      .text("A view: what a template can show. Its names:"), .names(view.fields.map { ($0.name, $0.holds.words) }),
    ]
  }
}

extension TemplateReference.Holds {
  fileprivate var words: String {
    switch self {
    case .text: "a text"
    case .html: "HTML, written in three braces"
    case .flag: "yes or no"
    case .texts: "a list of texts"
    case .list(let view): "a list of \(view)"
    case .group(let view): "\(view), or nothing"
    }
  }

  /// The words as Markdown, in which the name of a view leads to its heading.
  fileprivate var markdown: String {
    switch self {
    case .list(let view): "a list of \(linked(view))"
    case .group(let view): "\(linked(view)), or nothing"
    case .text, .html, .flag, .texts: words
    }
  }
}

private func linked(_ view: String) -> String { "[\(view)](#\(view.lowercased()))" }

/// The description of templates for those who change them: prose, and every view with its fields.
package enum TemplateLanguage {
  /// The article of the handbook without its fields.
  static var prose: String {
    let text = HandbookFiles.files.first { $0.path == "templates/language.md" }?.text ?? ""
    return text.split(separator: "---\n", maxSplits: 2).last.map { String($0.drop { $0 == "\n" }) } ?? ""
  }

  /// `docs/templates.md` of the repository.
  package static var document: String { "# Templates of your own\n\n\(prose)\n\(views(below: "##"))" }

  /// Every template with its views, and every view with its names, below headings of a level.
  static func views(below level: String) -> String {
    let reference = templateReference
    let entries = reference.entries.map { entry in
      "| `\(entry.template).mustache` | \(entry.views.map(linked).joined(separator: ", ")) |\n"
    }
    let views = reference.views.map { view in
      let rows = view.fields.map { "| `\($0.name)` | \($0.holds.markdown) |\n" }.joined()
      return "\(level)# \(view.name)\n\n| Name | Holds |\n| --- | --- |\n\(rows)"
    }
    return """
      \(level) Templates and what fills them

      The views stand outermost first; names are looked for from the last one on. Parts such as `notices.mustache` have the views of the template that
      uses them. `hubwright explain article.mustache` shows the names of one template, `hubwright explain PageFrame` those of one view.

      | Template | Views |
      | --- | --- |
      \(entries.joined())
      \(level) Views

      \(views.joined(separator: "\n"))
      """
  }
}
