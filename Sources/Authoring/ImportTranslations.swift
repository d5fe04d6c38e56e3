import CivilTime
import Content
import Diagnostics
import Linking

/// What a catalogue makes of a hub.
package struct ImportedTranslations: Sendable {
  /// The text of each file that is written, by its path relative to the hub.
  package private(set) var files: [String: String] = [:]
  package private(set) var renderings: Renderings
  package var faults: [CatalogueFault] = []
  /// How many documents are worded anew.
  package private(set) var documentCount = 0
  /// By the path of a list of records.
  fileprivate var lists: [String: RecordListText] = [:]
  private var wordedLists: Set<String> = []

  fileprivate init(_ renderings: Renderings) {
    self.renderings = renderings
  }
}

/// Reads a catalogue back into the files of translations. What is fuzzy, missing or broken stays as it is in the original.
///
/// A document is left alone where the catalogue says nothing new of it. One with a text of its own is worded where its title or a block
/// is. `fileText` gives the text of a file of the hub, so that nothing is overwritten that readers do not see yet.
package func importTranslations(
  _ catalogue: Catalogue, into graph: ContentGraph, fileText: (String) -> String?
) -> ImportedTranslations {
  let language = catalogue.language
  var result = ImportedTranslations(graph.renderings[language] ?? Renderings())
  let words = Wordings(
    new: result.usableMessages(of: catalogue),
    present: Dictionary(
      exportTranslations(into: language, of: graph).messages.map { ($0.original, $0.translation) },
      uniquingKeysWith: { first, _ in first }))
  for texts in translatableTexts(in: language, of: graph) where texts.areWordedAnew(by: words) {
    let path = texts.known?.path ?? translationPath(of: texts.original.path, in: language)
    let isList = texts.original.document != nil && path.hasSuffix(".yaml")
    if isList, result.lists[path] == nil {
      result.lists[path] = RecordListText(texts.known?.fields.file.text ?? fileText(path) ?? "")
    }
    guard let reason = texts.obstacle(words, at: path, result.lists[path], isThere: fileText(path) != nil) else {
      result.write(texts, words, to: path)
      result.record(texts, words, of: graph)
      continue
    }
    result.faults.append(CatalogueFault(line: 0, message: "\(texts.original.id) stays as it is: \(reason)"))
  }
  result.finishLists()
  return result
}

/// What texts are to say in a language.
private struct Wordings {
  /// By the texts of the originals.
  let new: [String: String]
  /// What a catalogue of the hub would say as it is.
  let present: [String: String]

  /// Nil where a text stays as it is in the original. One that is worded in its own way stays so while its message is not changed.
  subscript(text: TranslatableText) -> String? {
    guard let wording = new[text.text] else { return nil }
    return wording == present[text.text] && !text.isOutdated ? text.translation ?? wording : wording
  }
}

/// `guides/speak.fr.md` of `guides/speak.md`.
private func translationPath(of path: String, in language: String) -> String {
  let ending = path.hasSuffix(".md") ? ".md" : ".yaml"
  return "\(path.dropLast(ending.count)).\(language)\(ending)"
}

extension ImportedTranslations {
  /// The translations by their originals, without those that are fuzzy or broken.
  fileprivate mutating func usableMessages(of catalogue: Catalogue) -> [String: String] {
    var words: [String: String] = [:]
    for message in catalogue.messages where !message.isFuzzy && !message.translation.isEmpty {
      let (lost, foreign) = TextMarks(of: message.translation).differences(from: TextMarks(of: message.original))
      if lost.isEmpty, foreign.isEmpty { words[message.original] = message.translation }
      let reasons =
        lost.map { "the translation lost '\($0)'" }
        + foreign.map { "the translation has '\($0)', which its original has not" }
      faults += reasons.map { CatalogueFault(line: message.line, message: $0) }
    }
    return words
  }

  fileprivate mutating func write(_ texts: TranslatableTexts, _ words: Wordings, to path: String) {
    let (original, known) = (texts.original, texts.known)
    let fields = WordedFields(texts: texts.fieldWords(words), lost: texts.lostFields)
    documentCount += 1
    if path.hasSuffix(".md") {
      let yaml = fields.yaml(of: original.fields, keeping: known?.fields)
      files[path] = "---\n\(yaml)---\n" + texts.body(words)
    } else if let document = original.document {
      lists[path]?.put(
        fields.yaml(ofEntry: document.id.name, original.fields, keeping: known?.fields),
        atLine: known?.document?.place.start.line)
      wordedLists.insert(path)
    } else {
      files[path] = fields.yaml(of: original.fields, keeping: known?.fields)
    }
  }

  fileprivate mutating func finishLists() {
    for path in wordedLists { files[path] = lists[path]?.text }
  }

  fileprivate mutating func record(_ texts: TranslatableTexts, _ words: Wordings, of graph: ContentGraph) {
    let missing = Set(texts.translatable.filter { words[$0] == nil }.map(\.section))
    let page = texts.original.document.flatMap { graph.page($0.id) }
    renderings.record(texts.original.id, page.map(graph.sections) ?? graph.hubSections, on: graph.today) {
      !missing.contains($0.name)
    }
  }
}

extension TranslatableTexts {
  fileprivate func areWordedAnew(by words: Wordings) -> Bool {
    let new = translatable.filter { text in
      guard let translation = words[text] else { return false }
      return translation != text.translation || text.isOutdated
    }
    let hasText = texts.contains(where: \.isBlock)
    return known != nil || !hasText
      ? !new.isEmpty : new.contains { $0.isBlock || $0.place == .field(path: "title") }
  }

  /// Why the document cannot be written into its file, or its entry into its list.
  fileprivate func obstacle(
    _ words: Wordings, at path: String, _ list: RecordListText?, isThere: @autoclosure () -> Bool
  ) -> String? {
    if isUnmatched, translatable.contains(where: { words[$0] == nil }) {
      return "\(path) has other blocks, and not all messages are translated"
    }
    guard let document = original.document else { return nil }
    if let known = known?.document {
      return list?.hasEntry(atLine: known.place.start.line) == false
        ? "\(path) is no list whose entries begin with '- ' on lines of their own" : nil
    }
    return list?.hasEntry(named: document.id.name) ?? isThere()
      ? "\(path) has it already, and readers do not see it yet" : nil
  }

  fileprivate func fieldWords(_ words: Wordings) -> [String: String] {
    var fields: [String: String] = [:]
    for text in texts {
      if case .field(let path) = text.place { fields[path] = words[text].map(text.written) }
    }
    return fields
  }

  /// The original's text, in which each block that is translated stands in its place.
  fileprivate func body(_ words: Wordings) -> String {
    guard let written = original.document?.writtenText else { return "" }
    var lines = written.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for text in translatable.reversed() {
      guard case .block(let range) = text.place, let translation = words[text] else { continue }
      let local = (range.lowerBound - written.firstLine)...(range.upperBound - written.firstLine)
      lines.replaceSubrange(local, with: [text.written(translation)])
    }
    return lines.joined(separator: "\n")
  }
}
