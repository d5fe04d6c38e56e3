import Content
import Diagnostics
import Linking

/// All that a hub says, to be put into a language: a message for each text, with what is translated already.
///
/// One text is one message, wherever it stands. What was translated from an earlier original is fuzzy.
package func exportTranslations(into language: String, of graph: ContentGraph) -> Catalogue {
  let termbase = Termbase(of: language, in: graph)
  var messages: [Catalogue.Message] = []
  var numbers: [String: Int] = [:]
  for texts in translatableTexts(in: language, of: graph) {
    for text in texts.translatable {
      let number = numbers[text.text] ?? messages.count
      if number == messages.count {
        numbers[text.text] = number
        var message = Catalogue.Message(original: text.text)
        message.notes =
          [text.note]
          + termbase.terms(in: text.text).map { entry in
            "glossary: \(entry.term) = \(entry.words.joined(separator: ", "))"
          }
        messages.append(message)
      }
      messages[number].references.append("\(texts.original.path):\(text.line)")
      guard let translation = text.translation else { continue }
      let isBetter = messages[number].translation.isEmpty || messages[number].isFuzzy && !text.isOutdated
      if isBetter { (messages[number].translation, messages[number].isFuzzy) = (translation, text.isOutdated) }
    }
  }
  return Catalogue(language: language, messages: messages)
}

/// The hub's own description and the originals with what of each is translated, in the order of their ids.
func translatableTexts(in language: String, of graph: ContentGraph) -> [TranslatableTexts] {
  [TranslatableTexts(ofHub: graph, in: language)]
    + graph.pages.filter { $0.document.language == graph.hub.language }.map { original in
      let version = graph.version(of: original, in: language)
      return TranslatableTexts(of: original, version.document.language == language ? version : nil, in: graph)
    }
}
