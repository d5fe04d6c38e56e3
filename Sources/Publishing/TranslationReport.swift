import CivilTime
import Content
import Diagnostics
import Formats
import Linking

/// What is translated into a language, and what waits for a translator.
package struct TranslationReport: Sendable {
  /// A translation beside its original; the hub's own description has the id `hub`.
  package struct Translation: Sendable {
    package let id: String
    package let path: String
    package let reviewed: TranslationReview?
    /// Nil where nobody recorded what it renders.
    package let changes: [SectionChange]?

    package var wordCount: Int { (changes ?? []).reduce(0) { $0 + $1.wordCount } }
    package var isOutdated: Bool { changes?.contains { $0.kind != .moved && $0.kind != .untranslated } ?? false }
  }

  /// An original without a translation.
  package struct Missing: Sendable {
    package let id: String
    package let title: String
    package let wordCount: Int
  }

  package let language: String
  package let translations: [Translation]
  package let missing: [Missing]
  /// The ids of recorded translations that are there no more.
  package let gone: [String]

  package var wordCount: Int {
    translations.reduce(0) { $0 + $1.wordCount } + missing.reduce(0) { $0 + $1.wordCount }
  }

  package init(of language: String, in graph: ContentGraph) {
    self.language = language
    var translations: [Translation] = []
    var missing: [Missing] = []
    func add(_ id: String, _ title: String, _ sections: [OriginalSection]) {
      missing.append(Missing(id: id, title: title, wordCount: sections.reduce(0) { $0 + $1.wordCount }))
    }
    if graph.isWorded(in: language) {
      let hub = graph.worded(in: language).hub
      translations.append(
        Translation(
          id: ContentGraph.hubID, path: hub.writtenFields.file.path, reviewed: hub.reviewed,
          changes: graph.hubChanges(in: language)))
    } else {
      add(ContentGraph.hubID, graph.hub.title, graph.hubSections)
    }
    for original in graph.pages where original.document.language == graph.hub.language {
      let version = graph.version(of: original, in: language)
      let id = original.document.id.description
      guard version.document.language == language else {
        add(id, original.document.title, graph.sections(of: original))
        continue
      }
      translations.append(
        Translation(
          id: id, path: version.document.source.path, reviewed: version.document.common.reviewed,
          changes: graph.translationState(of: version)?.changes))
    }
    self.translations = translations
    self.missing = missing
    gone = (graph.renderings[language]?.ids ?? []).subtracting(translations.map(\.id)).sorted()
  }
}

// MARK: For people

extension TranslationReport {
  package var text: String {
    let reviewed = translations.count { $0.reviewed != nil }
    let outdated = translations.count(where: \.isOutdated)
    let unrecorded = translations.count { $0.changes == nil }
    var text =
      "\(language): \(translations.count) of \(translations.count + missing.count) documents translated, "
      + "\(reviewed) reviewed, \(outdated) older than the original, \(wordCount) words to do\n"
    if unrecorded > 0 {
      text += "  \(unrecorded) without a record of what they render; --record writes it\n"
    }
    for translation in translations { text += Self.text(of: translation) }
    for document in missing {
      text += "  new: \(document.id) \"\(document.title)\", \(Self.words(document.wordCount))\n"
    }
    for id in gone { text += "  gone: \(id); --record forgets it\n" }
    return text
  }

  private static func text(of translation: Translation) -> String {
    let signed = translation.reviewed.map { "reviewed by \($0.by) on \($0.date.isoText)" } ?? "reviewed by nobody"
    return "  \(translation.path), \(translation.id): \(signed)\n"
      + (translation.changes ?? []).map { "    \(text(of: $0))\n" }.joined()
  }

  private static func text(of change: SectionChange) -> String {
    var text = "\(change.kind.rawValue): \(change.name)"
    if !change.heading.isEmpty { text += " \"\(change.heading)\"" }
    if !change.others.isEmpty {
      text += (change.kind == .split ? " off " : " into ") + change.others.joined(separator: ", ")
    }
    return change.wordCount == 0 ? text : "\(text), \(words(change.wordCount))"
  }

  private static func words(_ count: Int) -> String { "\(count) \(count == 1 ? "word" : "words")" }
}

// MARK: For programs

/// The reports as a list of JSON.
package func jsonText(of reports: [TranslationReport]) -> String {
  String(decoding: JSONValue.array(reports.map(\.json)).encoded(layout: .lines), as: UTF8.self)
}

extension TranslationReport {
  fileprivate var json: JSONValue {
    [
      "language": .string(language), "words": .integer(wordCount),
      "translations": .array(
        translations.map { translation in
          .object(present: [
            "id": .string(translation.id), "path": .string(translation.path),
            "reviewed": translation.reviewed.map { ["by": .string($0.by), "date": .string($0.date.isoText)] },
            "isRecorded": .bool(translation.changes != nil), "words": .integer(translation.wordCount),
            "changes": .array((translation.changes ?? []).map(Self.json)),
          ])
        }),
      "missing": .array(
        missing.map {
          ["id": .string($0.id), "title": .string($0.title), "words": .integer($0.wordCount)]
        }),
      "gone": .array(gone.map { .string($0) }),
    ]
  }

  private static func json(of change: SectionChange) -> JSONValue {
    .object(present: [
      "kind": .string(change.kind.rawValue), "name": .string(change.name), "heading": .string(change.heading),
      "since": change.day.map { .string($0.isoText) },
      "others": .array(change.others.map { .string($0) }), "words": .integer(change.wordCount),
    ])
  }
}
