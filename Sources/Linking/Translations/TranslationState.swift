import CivilTime
import Content

/// A translation beside its original, as both are now.
package struct TranslationState: Sendable {
  package let original: Page
  package let changes: [SectionChange]
  /// Where the sections of the translation's text begin in its HTML; empty where they are not those that it rendered, one by one.
  package let offsets: [Int]
  /// Which of them renders each section of the original that it renders, by the section's name.
  package let positions: [String: Int]
}

extension ContentGraph {
  /// By what the records know the hub's own description.
  package static var hubID: String { "hub" }

  /// What has become of the original since the page was translated; nil where nobody recorded what it renders, and for originals.
  package func translationState(of page: Page) -> TranslationState? {
    guard let renderings = renderings[page.document.language], let original = self.page(page.document.id),
      let rendered = renderings[page.document.id.description]
    else { return nil }
    let own = textSections(of: page)
    let isAligned = own.count == Set(rendered.filter { !$0.isField }.map(\.name)).count
    let comparison = SectionComparison(from: rendered, to: sections(of: original))
    return TranslationState(
      original: original, changes: comparison.changes(), offsets: isAligned ? own.map(\.offset) : [],
      positions: comparison.positions)
  }

  /// The same of the hub's own description, whose pieces are its fields; of a graph in the main language.
  package func hubChanges(in language: String) -> [SectionChange]? {
    renderings[language]?[Self.hubID].map { rendered in
      let comparison = SectionComparison(from: rendered, to: hubSections)
      return comparison.changes()
    }
  }

  package var hubSections: [OriginalSection] { OriginalSection.fields(hub.writtenFields.texts) }
}

extension Renderings {
  /// Says that a document now renders the pieces; those that `isTranslated` denies stand there as they are in the original.
  package mutating func record(
    _ id: String, _ sections: [OriginalSection], on day: CivilDate,
    isTranslated: (OriginalSection) -> Bool = { _ in true }
  ) {
    let known = Dictionary((self[id] ?? []).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    self[id] = sections.map { section in
      let piece = section.piece(on: day, isTranslated: isTranslated(section))
      // What is as it was keeps its line, so that a change of the file shows what was translated.
      return known[piece.name].flatMap { $0.says(piece) ? $0 : nil } ?? piece
    }
  }
}
