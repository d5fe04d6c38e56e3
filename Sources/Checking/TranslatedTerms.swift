import Content
import Diagnostics
import Linking
import Markdown
import Searching

/// Finds translations that call a term by other words than the glossary has in their language.
func checkTermsOfTranslations(_ graph: ContentGraph, jobs: Int) -> [Diagnostic] {
  let languages = Set(graph.pages.map(\.document.language)).subtracting([graph.hub.language])
  let termbases = Dictionary(uniqueKeysWithValues: languages.map { ($0, Termbase(of: $0, in: graph)) })
    .filter { !$0.value.isEmpty }
  guard !termbases.isEmpty else { return [] }
  let translations = graph.pages.filter { termbases[$0.document.language] != nil && $0.document.kind != Term.kind }
  return mapConcurrently(translations, jobs: jobs) { page -> [Diagnostic] in
    guard let termbase = termbases[page.document.language], let original = graph.page(page.document.id) else {
      return []
    }
    return otherTerms(in: page.document, of: original.document, termbase)
  }.flatMap(\.self)
}

private func otherTerms(in translation: Document, of original: Document, _ termbase: Termbase) -> [Diagnostic] {
  let own = translation.writtenFields.ownTexts
  // What the translation leaves to its original says nothing in its language.
  let worded = Set(own.map(\.path))
  var originalTexts = original.writtenFields.texts.filter { worded.contains($0.path) }.map(\.text)
  if !translation.body.isEmpty { originalTexts.append(plainText(of: original)) }
  let terms = termbase.terms(in: originalTexts.joined(separator: "\n"), surely: true)
  guard !terms.isEmpty else { return [] }
  let forms = WordForms(
    of: (own.map(\.text) + [plainText(of: translation)]).joined(separator: "\n"), in: translation.language)
  return terms.filter { term in !term.words.flatMap(namesAndGlosses).contains(where: forms.has) }.map { term in
    Diagnostic(
      .otherTerm,
      "the original names '\(term.term)', which the glossary translates as '\(term.words.first ?? "")', "
        + "and this translation does not",
      at: translation.place, help: "Use the glossary's words, or change the glossary")
  }
}

/// `Ad hoc group` and `GAH` of `Ad hoc group (GAH)`, either of which stands for the term.
private func namesAndGlosses(of words: String) -> [String] {
  words.split { "()（）".contains($0) }.map(String.init).filter { $0.contains(where: \.isLetter) }
}

private func plainText(of document: Document) -> String {
  guard let written = document.writtenText else { return "" }
  var texts: [String] = []
  visitBlocks(of: written.text, in: document.source, firstLine: written.firstLine) { texts.append($0.text) }
  return texts.joined(separator: "\n")
}
