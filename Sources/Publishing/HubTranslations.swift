import Authoring
import CivilTime
import Content
import Diagnostics
import Foundation
import Linking

/// The translations of a hub, with all that commands do about them; made only of a hub without errors.
package struct HubTranslations {
  private let hub: String
  private let linked: LinkedHub

  /// Nil where the hub has errors.
  package static func read(_ request: BuildRequest) -> (translations: HubTranslations?, diagnostics: [Diagnostic]) {
    let (linked, diagnostics) = linkHub(request)
    guard let linked, !diagnostics.containsError else { return (nil, diagnostics) }
    return (HubTranslations(hub: request.hub, linked: linked), diagnostics)
  }

  /// Every language but the hub's main one.
  package var languages: [String] { Array(linked.content.hub.languages.dropFirst()) }

  package func report(of language: String) -> TranslationReport {
    TranslationReport(of: language, in: linked.graph)
  }

  /// A file of gettext with all that the hub says.
  package func catalogue(of language: String) -> String {
    exportTranslations(into: language, of: linked.graph).text(
      title: linked.content.hub.title, day: linked.graph.today.isoText)
  }

  /// Reads a file of gettext back into the files of translations, and writes down what they render.
  ///
  /// Throws a `CommandRefusal` where the file is of no language of the hub.
  package func importCatalogue(_ file: SourceFile) throws -> ImportedTranslations {
    let (catalogue, faults) = Catalogue.read(file)
    guard languages.contains(catalogue.language) else {
      throw CommandRefusal(
        catalogue.language.isEmpty
          ? "\(file.path) does not say its language in a line 'Language: fr' of its head."
          : "The hub has no other language '\(catalogue.language)'; add it under 'languages' in hub.yaml.")
    }
    var imported = importTranslations(catalogue, into: linked.graph) { path in
      FileManager.default.contents(atPath: "\(hub)/\(path)").map { String(decoding: $0, as: UTF8.self) }
    }
    imported.faults = (faults + imported.faults).sorted { $0.line < $1.line }
    for (path, text) in imported.files.sorted(by: { $0.key < $1.key }) { try writeRecords(text, to: "\(hub)/\(path)") }
    if imported.documentCount > 0 { try write(imported.renderings, of: catalogue.language) }
    return imported
  }
}

// MARK: Records

extension HubTranslations {
  /// Writes down what the translations of a language render: of those that are named, and of all that have no record; returns how
  /// many. What is gone is forgotten.
  ///
  /// Nothing is said of a translation that is older than its original, unless it is named. Throws a `CommandRefusal` where
  /// no translation has one of the names.
  package func record(_ language: String, named names: [String]) throws -> Int {
    let graph = linked.graph
    var renderings = graph.renderings[language] ?? Renderings()
    let translations = recordable(in: language)
    let ids = try names.map { name in
      let id = name == ContentGraph.hubID ? name : documentID(named: name, in: graph)?.description ?? name
      guard translations.contains(where: { $0.id == id }) else {
        throw CommandRefusal("There is no translation of '\(name)' into the language '\(language)'.")
      }
      return id
    }
    var count = 0
    for translation in translations where renderings[translation.id] == nil || ids.contains(translation.id) {
      renderings.record(translation.id, translation.sections(), on: graph.today) {
        !$0.isField || translation.own.contains($0.name)
      }
      count += 1
    }
    let waiting = linked.content.documents.filter { $0.language == language }.map(\.id.description)
    let kept = Set(translations.map(\.id) + waiting)
    for id in renderings.ids.subtracting(kept) { renderings[id] = nil }
    try write(renderings, of: language)
    return count
  }

  private struct Recordable {
    let id: String
    let sections: () -> [OriginalSection]
    /// The fields that it words itself, as sections are called.
    let own: Set<String>
  }

  private func recordable(in language: String) -> [Recordable] {
    let graph = linked.graph
    func names(of fields: WrittenFields) -> Set<String> { Set(fields.ownTexts.map { ":\($0.path)" }) }
    var found: [Recordable] = []
    if graph.isWorded(in: language) {
      let own = names(of: graph.worded(in: language).hub.writtenFields)
      found.append(Recordable(id: ContentGraph.hubID, sections: { graph.hubSections }, own: own))
    }
    for original in graph.pages where original.document.language == graph.hub.language {
      let version = graph.version(of: original, in: language).document
      guard version.language == language else { continue }
      found.append(
        Recordable(
          id: version.id.description, sections: { graph.sections(of: original) }, own: names(of: version.writtenFields))
      )
    }
    return found
  }

  private func write(_ renderings: Renderings, of language: String) throws {
    try writeRecords(renderings.text, to: "\(hub)/site-content/\(Renderings.fileName(of: language))")
  }
}
