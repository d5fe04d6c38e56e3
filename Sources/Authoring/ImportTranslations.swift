import Content
import Diagnostics
import Linking

/// What a catalogue makes of a hub.
package struct ImportedTranslations: Sendable {
  /// The text of each file that is written, by its path relative to the hub.
  package var files: [String: String] = [:]
  package var renderings = Renderings()
  package var faults: [CatalogueFault] = []
  /// How many documents are worded.
  package var documentCount = 0
}

/// Reads a catalogue back into the files of translations. What is fuzzy, missing or broken stays as it is in the original.
///
/// A document is worded where the catalogue has its title or a block of its text, or where it is translated already.
package func importTranslations(_ catalogue: Catalogue, into graph: ContentGraph) -> ImportedTranslations {
  let language = catalogue.language
  var result = ImportedTranslations()
  let (words, faults) = usableMessages(of: catalogue)
  result.faults = faults
  result.renderings = graph.renderings[language] ?? Renderings()
  var entries: [String: [String]] = [:]
  for texts in translatableTexts(in: language, of: graph) {
    let original = texts.original
    let translated = texts.texts.filter { words[$0.text] != nil }
    let isWorded = texts.known != nil || translated.contains { $0.isBlock || $0.place == .field(path: "title") }
    guard isWorded, !translated.isEmpty else { continue }
    if texts.isUnmatched, translated.count < texts.texts.count {
      result.faults.append(
        CatalogueFault(
          line: 0,
          message: "\(texts.known?.source.path ?? "") has other blocks than its original and stays as it is, "
            + "since not all messages of \(original.id) are translated"))
      continue
    }
    let fields = WordedFields(texts: texts.fieldWords(words))
    let path = texts.known?.source.path ?? translationPath(of: original, in: language)
    if path.hasSuffix(".md") {
      result.files[path] = fields.frontMatter(of: original, keeping: texts.known) + texts.body(words)
    } else {
      entries[path, default: []].append(fields.entry(of: original, keeping: texts.known))
    }
    result.documentCount += 1
    guard let page = graph.page(original.id) else { continue }
    let missing = Set(texts.texts.filter { words[$0.text] == nil }.map(\.section))
    result.renderings.record(original.id.description, graph.sections(of: page)) { !missing.contains($0.name) }
  }
  for (path, records) in entries { result.files[path] = records.joined() }
  return result
}

/// `guides/speak.fr.md` of `guides/speak.md`.
private func translationPath(of original: Document, in language: String) -> String {
  let path = original.source.path
  let ending = path.hasSuffix(".md") ? ".md" : ".yaml"
  return "\(path.dropLast(ending.count)).\(language)\(ending)"
}

/// The translations by their originals, without those that are fuzzy or broken.
private func usableMessages(of catalogue: Catalogue) -> (words: [String: String], faults: [CatalogueFault]) {
  var words: [String: String] = [:]
  var faults: [CatalogueFault] = []
  for message in catalogue.messages where !message.isFuzzy && !message.translation.isEmpty {
    let (lost, foreign) = TextMarks(of: message.translation).differences(from: TextMarks(of: message.original))
    guard lost.isEmpty, foreign.isEmpty else {
      faults += lost.map { CatalogueFault(line: message.line, message: "the translation lost '\($0)'") }
      faults += foreign.map {
        CatalogueFault(line: message.line, message: "the translation has '\($0)', which its original has not")
      }
      continue
    }
    words[message.original] = message.translation
  }
  return (words, faults)
}

extension TranslatableTexts {
  fileprivate func fieldWords(_ words: [String: String]) -> [String: String] {
    var fields: [String: String] = [:]
    for text in texts {
      if case .field(let path) = text.place { fields[path] = words[text.text] }
    }
    return fields
  }

  /// The original's text, in which each block that is translated stands in its place.
  fileprivate func body(_ words: [String: String]) -> String {
    guard let written = original.writtenText else { return "" }
    var lines = written.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for text in texts.reversed() {
      guard case .block(let range) = text.place, let translation = words[text.text] else { continue }
      let mark = text.anchor.map { " {#\($0)}" } ?? ""
      let local = (range.lowerBound - written.firstLine)...(range.upperBound - written.firstLine)
      lines.replaceSubrange(local, with: [translation + (translation.contains("{#") ? "" : mark)])
    }
    return lines.joined(separator: "\n")
  }
}
