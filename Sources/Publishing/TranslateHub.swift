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

  /// Writes down what the translations of a language render: of those named by `ids`, and of all that have no record; returns how many.
  ///
  /// What is gone is forgotten. Nothing is said of a translation that is older than its original, unless it is named.
  package func record(_ language: String, ids: Set<String>) throws -> Int {
    let graph = linked.graph
    var renderings = graph.renderings[language] ?? Renderings()
    var kept: Set<String> = []
    var count = 0
    for original in graph.pages where original.document.language == graph.hub.language {
      let version = graph.version(of: original, in: language)
      guard version.document.language == language else { continue }
      let id = original.document.id.description
      kept.insert(id)
      guard renderings[id] == nil || ids.contains(id) else { continue }
      let own = Set(version.document.ownFieldTexts.map { ":\($0.path)" })
      renderings.record(id, graph.sections(of: original)) { !$0.isField || own.contains($0.name) }
      count += 1
    }
    // What waits for its day is still translated.
    renderings.keep(kept.union(linked.content.documents.map(\.id.description)))
    try write(renderings, of: language)
    return count
  }

  /// A file of gettext with all that the hub says; `day` is that on which it is written.
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
    var imported = importTranslations(catalogue, into: linked.graph)
    imported.faults = (faults + imported.faults).sorted { $0.line < $1.line }
    for (path, text) in imported.files.sorted(by: { $0.key < $1.key }) { try writeRecords(text, to: "\(hub)/\(path)") }
    if imported.documentCount > 0 { try write(imported.renderings, of: catalogue.language) }
    return imported
  }

  private func write(_ renderings: Renderings, of language: String) throws {
    try writeRecords(renderings.text, to: "\(hub)/site-content/\(renderingsFileName(of: language))")
  }
}
