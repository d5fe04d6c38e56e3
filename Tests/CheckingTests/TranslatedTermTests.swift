import CivilTime
import Diagnostics
import Publishing
import TestSupport
import Testing

/// Translations call a term as the glossary does, in whatever form their language gives its words.
struct TranslatedTermTests {
  private static let english = "A Member State may speak. Any Member State may."

  /// The files in which other words are found, of a translation of a text that names a term.
  private func terms(
    _ language: String, _ term: String, _ text: String, of original: String = english, title: String = "Member State"
  ) throws -> [String] {
    let folder = try HubFolder(
      """
      -- site-content/hub.yaml --
      title: A hub
      address: https://hub.example.org/
      language: en
      languages: [en, \(language)]
      time_zone: UTC
      sections: [{folder: guides, kind: guide, title: Guides}]
      -- site-content/glossary/g.yaml --
      - { id: term, title: "\(title)", abbreviation: MS, meaning: One of us. }
      -- site-content/glossary/g.\(language).yaml --
      - { id: term, title: "\(term)" }
      -- site-content/guides/a.md --
      ---
      title: A
      ---

      \(original)
      -- site-content/guides/a.\(language).md --
      ---
      title: A
      ---

      \(text)
      """)
    let request = BuildRequest(hub: folder.path, asOf: nil, today: { _ in .last }, jobs: 1)
    return checkSite(request).diagnostics.filter { $0.code == .otherTerm }.map(\.range.file.path)
  }

  @Test(arguments: [
    ("fr", "État membre", "Les États membres peuvent parler."),
    ("es", "Estado Miembro", "Los Estados Miembros hablan."),
    ("ru", "Государство-член", "Выступать могут государства-члены."),
    ("ru", "Общее предложение", "Готовит общих предложений много."),
    ("ar", "دولة عضو", "يجوز للدول الأعضاء أن تتكلم."), ("ar", "الدولة العضو", "وبدولة عضوة"),
    ("zh", "成员国", "任何成员国均可发言。"),
    ("fr", "Membre d’État (Member State)", "Un Member State peut parler."),
    ("es", "Jefe o jefa de delegación", "La jefa de la delegación habla."),
  ])
  func takesTheWordsInTheirForms(_ language: String, _ term: String, _ text: String) throws {
    #expect(try terms(language, term, text) == [])
  }

  @Test(arguments: [
    ("fr", "État membre", "Les pays participants peuvent parler."), ("es", "Estado Miembro", "Los países hablan."),
    ("ru", "Государство-член", "Выступать могут все страны."), ("ar", "دولة عضو", "يجوز للبلدان أن تتكلم."),
    ("zh", "成员国", "任何国家均可发言。"),
  ])
  func namesOtherWords(_ language: String, _ term: String, _ text: String) throws {
    #expect(try terms(language, term, text) == ["site-content/guides/a.\(language).md"])
  }

  @Test func isSilentWhereItCannotBeSure() throws {
    #expect(try terms("fr", "État membre", "Les MS peuvent parler.", of: "Any MS may speak.") == [])
    let name = "The Press Bureau of India wrote."
    #expect(try terms("fr", "Secrétariat", "Le service de presse.", of: name, title: "Bureau") == [])
  }
}
