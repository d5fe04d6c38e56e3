import Content
import Diagnostics
import Sites
import Templating

/// The words and templates of a language, or what is wrong with them.
///
/// A word is looked for in the hub's own file of the language, in the default theme's, then in those of `hubLanguage`, the hub's main
/// one, and last in the standard words.
func loadInterface(in language: String, of theme: Theme, hubLanguage: String) -> LoadedInterface {
  var sources: [WordSource] = []
  var diagnostics: [Diagnostic] = []
  guard let standard = theme.standardWords[standardLanguage].flatMap({ readInterfaceWords($0).words }) else {
    return LoadedInterface(diagnostics: [])
  }
  var ownCount = 0
  for known in [language, hubLanguage, standardLanguage] where !sources.contains(where: { $0.language == known }) {
    for file in [theme.words[known], theme.standardWords[known]].compactMap(\.self) {
      let (words, faults) = readInterfaceWords(file)
      if known == language { diagnostics += faults }
      guard let words else { continue }
      sources.append(WordSource(language: known, words: words))
    }
    if known == language { ownCount = sources.count }
  }
  guard !diagnostics.containsError else { return LoadedInterface(diagnostics: diagnostics) }
  let file = theme.words[language] ?? SourceFile(path: "templates/strings/\(language).yaml", text: "")
  let completed = CompletedWords(of: language, file: file, sources: sources, ownCount: ownCount, standard: standard)
  diagnostics += completed.missingWords
  if theme.words[language] != nil, let own = sources.first {
    diagnostics += own.words.findings(in: language, standard: standard) {
      wordsUsed(by: theme.templates.values.map(\.text))
    }
  }
  let (words, wordFaults) = Words.load(completed)
  let (templates, templateFaults) = TemplateSet.load(
    theme.templates, words: TemplateWords(texts: completed.templateTexts, file: file), table: SitePlanners.all.table,
    own: theme.ownTemplates)
  return LoadedInterface(words: words, templates: templates, diagnostics: diagnostics + wordFaults + templateFaults)
}

/// The names of the words that templates write: `sources` of `{{words.sources}}`.
package func wordsUsed(by templates: [String]) -> Set<String> {
  templates.reduce(into: []) { used, text in
    for match in text.matches(of: /words\.([a-z0-9_]+)/) { used.insert(String(match.1)) }
  }
}
