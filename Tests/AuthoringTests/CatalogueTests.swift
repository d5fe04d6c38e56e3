import Authoring
import CivilTime
import Diagnostics
import Linking
import Publishing
import TestSupport
import Testing

/// Texts go to translators as a catalogue of gettext, and come back.
@Suite struct CatalogueTests {
  private static let hub = """
    -- site-content/hub.yaml --
    title: A hub
    address: https://hub.example.org/
    language: en
    languages: [en, fr]
    time_zone: UTC
    sections:
      - { folder: guides, kind: guide, title: Guides }
    -- site-content/glossary/g.yaml --
    - { id: chair, title: Chair, meaning: Who leads a meeting. }
    -- site-content/glossary/g.fr.yaml --
    - { id: chair, title: Présidence, meaning: Qui dirige une réunion. }
    -- site-content/guides/two.md --
    ---
    title: Two
    ---
    -- site-content/guides/speak.md --
    ---
    title: Speak
    tags: [floor, "say \\"so\\""]
    ---
    The Chair gives you the floor. See [[two]].

    ## How to ask

    - Write early.
    - Say why.[^1]

    ```{articles}
    section: guides
    ```

    [^1]: Briefly.
    -- site-content/bodies/b.yaml --
    - id: council
      title: Council

    """

  private func translations(in folder: HubFolder) throws -> HubTranslations {
    let request = BuildRequest(
      hub: folder.path, asOf: nil, today: { _ in CivilDate(year: 2031, month: 1, day: 2) ?? .first }, jobs: 1)
    let (translations, diagnostics) = HubTranslations.read(request)
    return try #require(translations, "\(conciseText(for: diagnostics))")
  }

  private func catalogue(in folder: HubFolder) throws -> String { try translations(in: folder).catalogue(of: "fr") }
  private func importing(_ text: String, into folder: HubFolder) throws -> ImportedTranslations {
    try translations(in: folder).importCatalogue(SourceFile(path: "fr.po", text: text))
  }

  private func translated(_ text: String, _ words: KeyValuePairs<String, String>) -> String {
    words.reduce(text) {
      $0.replacing("msgid \"\($1.key)\"\nmsgstr \"\"", with: "msgid \"\($1.key)\"\nmsgstr \"\($1.value)\"")
    }
  }

  @Test func hasAMessageForEachTextWithItsPlaceAndTheGlossarysWords() throws {
    let text = try catalogue(in: HubFolder(Self.hub))
    #expect(text.hasPrefix("msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: A hub\\n\"\n"))
    #expect(
      text.contains(
        """
        #. paragraph of guides/speak
        #. glossary: Chair = Présidence
        #: site-content/guides/speak.md:5
        msgid "The Chair gives you the floor. See [[two]]."
        msgstr ""

        """))
    for message in ["## How to ask", "- Write early.", "- Say why.[^1]", "[^1]: Briefly.", "say \\\"so\\\""] {
      #expect(text.contains("msgid \"\(message)\"\nmsgstr \"\"\n"))
    }
    #expect(!text.contains("articles"))
    #expect(text.contains("msgid \"Chair\"\nmsgstr \"Présidence\"\n"))
  }

  @Test func comesBackAsItWas() throws {
    let text = try catalogue(in: HubFolder(Self.hub))
    let (catalogue, faults) = Catalogue.read(SourceFile(path: "fr.po", text: text))
    #expect(faults == [] && catalogue.language == "fr")
    #expect(catalogue.text(title: "A hub", day: "2031-01-02") == text)
  }

  @Test func writesTheTranslationsAndWhatTheyRender() throws {
    let folder = try HubFolder(Self.hub)
    let text = translated(
      try catalogue(in: folder),
      [
        "Speak": "Parler", "floor": "parole", "## How to ask": "## Comment demander",
        "- Write early.": "- Écrivez tôt.",
        "- Say why.[^1]": "- Dites pourquoi.[^1]", "[^1]: Briefly.": "[^1]: En bref.", "Council": "Conseil",
      ])
    let imported = try importing(text, into: folder)
    #expect(imported.faults == [])
    #expect(
      try folder.text("site-content/guides/speak.fr.md") == """
        ---
        title: Parler
        tags:
          - parole
          - "say \\"so\\""
        ---
        The Chair gives you the floor. See [[two]].

        ## Comment demander {#how-to-ask}

        - Écrivez tôt.
        - Dites pourquoi.[^1]

        ```{articles}
        section: guides
        ```

        [^1]: En bref.

        """)
    #expect(try folder.text("site-content/bodies/b.fr.yaml") == "- id: council\n  title: Conseil\n")
    let guide = try #require(
      try translations(in: folder).report(of: "fr").translations.first { $0.id == "guides/speak" })
    // What stays as it is in the original waits for a translator.
    #expect(guide.changes?.map { "\($0.kind) \($0.name)" } == ["untranslated :tags[2]", "untranslated #"])
    let again = try catalogue(in: folder)
    #expect(again.contains("msgid \"## How to ask\"\nmsgstr \"## Comment demander\"\n"))
    #expect(!again.contains("fuzzy"))
    try folder.edit("site-content/guides/speak.md", "Write early.", "Write soon.")
    #expect(try catalogue(in: folder).contains("#, fuzzy\nmsgid \"- Write soon.\"\nmsgstr \"- Écrivez tôt.\"\n"))
  }

  @Test func leavesWhatIsFuzzyToTheOriginal() throws {
    let folder = try HubFolder(Self.hub)
    let text = translated(try catalogue(in: folder), ["Speak": "Parler", "## How to ask": "## Comment demander"])
      .replacing("msgid \"## How", with: "#, fuzzy\nmsgid \"## How")
    _ = try importing(text, into: folder)
    #expect(try folder.text("site-content/guides/speak.fr.md").contains("\n## How to ask\n"))
  }

  @Test func namesWhatATranslationBroke() throws {
    let folder = try HubFolder(Self.hub)
    let text = translated(
      try catalogue(in: folder),
      [
        "Speak": "Parler", "- Say why.[^1]": "- Dites pourquoi.",
        "The Chair gives you the floor. See [[two]].": "Voir [[deux]].", "- Write early.": "- ```\\n{articles}",
      ])
    let line = try #require(
      text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("Say why") })
    let imported = try importing(text, into: folder)
    #expect(
      imported.faults.map(\.message) == [
        "the translation lost 'two'", "the translation has 'deux', which its original has not",
        "the translation lost '[^1]'",
      ])
    #expect(imported.faults.last?.line == line + 1)
    #expect(try folder.text("site-content/guides/speak.fr.md").contains("\n- Say why.[^1]\n"))
  }

  @Test func writesNothingWhereTheCatalogueSaysNothingNew() throws {
    let folder = try HubFolder(Self.hub)
    try folder.write(
      "site-content/guides/two.fr.md", "---\n# Mine\ntitle: Deux\nreviewed: {by: Ada, date: 2026-01-02}\n---\n")
    let before = try folder.files()
    let imported = try importing(try catalogue(in: folder), into: folder)
    #expect(imported.documentCount == 0 && imported.faults == [])
    #expect(try folder.files() == before)
  }

  @Test func leavesTextsThatAreWordedInTheirOwnWay() throws {
    let folder = try HubFolder(Self.hub)
    for name in ["three", "two"] {
      try folder.write("site-content/guides/\(name).md", "---\ntitle: \(name)\nsummary: Open\n---\n")
    }
    let second = "---\nsummary: Ouverte\n---\n"
    try folder.write("site-content/guides/three.fr.md", "---\nsummary: Ouvert\n---\n")
    try folder.write("site-content/guides/two.fr.md", second)
    let text = translated(try catalogue(in: folder), ["floor": "parole", "Speak": "Parler"])
    #expect(try importing(text, into: folder).documentCount == 1)
    #expect(try folder.text("site-content/guides/two.fr.md") == second)
    _ = try importing(text.replacing("msgstr \"Ouvert\"", with: "msgstr \"Libre\""), into: folder)
    #expect(try folder.text("site-content/guides/two.fr.md") == "---\nsummary: Libre\n---\n")
    #expect(try folder.text("site-content/guides/three.fr.md") == "---\nsummary: Libre\n---\n")
  }

  @Test func wordsTheHubItself() throws {
    let folder = try HubFolder(Self.hub)
    let text = translated(try catalogue(in: folder), ["A hub": "Un site", "Guides": "Guides pratiques"])
    #expect(text.contains("#. title of hub\n#: site-content/hub.yaml:1\nmsgid \"A hub\"\nmsgstr \"Un site\"\n"))
    _ = try importing(text, into: folder)
    #expect(
      try folder.text("site-content/hub.fr.yaml") == """
        title: Un site
        sections:
          - folder: guides
            title: Guides pratiques

        """)
    try folder.edit("site-content/hub.yaml", "title: A hub", "title: One hub")
    let hub = try translations(in: folder).report(of: "fr").translations.first
    #expect(hub?.id == "hub" && hub?.changes?.map { "\($0.kind) \($0.name)" } == ["changed :title"])
    #expect(try catalogue(in: folder).contains("#, fuzzy\nmsgid \"One hub\"\nmsgstr \"Un site\"\n"))
  }

  @Test func leavesTheOtherEntriesOfAListAsTheyAre() throws {
    let folder = try HubFolder(Self.hub)
    try folder.write(
      "site-content/glossary/g.yaml",
      """
      - { id: chair, title: Chair, meaning: Who leads a meeting. }
      - { id: floor, title: Floor, meaning: The turn to speak. }
      - { id: seat, title: Seat, meaning: A place. }
      - { id: vote, title: Vote, meaning: A choice. }

      """)
    try folder.write(
      "site-content/glossary/g.fr.yaml",
      """
      # Ours
      - { id: chair, title: Présidence, meaning: Qui dirige une réunion. } # said so
      - id: floor
        title: Parole
      # Not yet
      - { id: seat, title: Siège, draft: true }

      """)
    let text = translated(
      try catalogue(in: folder), ["The turn to speak.": "Le tour.", "A place.": "Une place.", "Vote": "Scrutin"])
    let imported = try importing(text, into: folder)
    #expect(imported.faults.map(\.message).allSatisfy { $0.contains("glossary/seat stays as it is") })
    #expect(imported.faults.count == 1)
    #expect(
      try folder.text("site-content/glossary/g.fr.yaml") == """
        # Ours
        - { id: chair, title: Présidence, meaning: Qui dirige une réunion. } # said so
        - id: floor
          title: Parole
          meaning: Le tour.
        # Not yet
        - { id: seat, title: Siège, draft: true }
        - id: vote
          title: Scrutin

        """)
  }

  @Test func overwritesNoDraft() throws {
    let folder = try HubFolder(Self.hub)
    let draft = "---\ntitle: Deux\ndraft: true\n---\n"
    try folder.write("site-content/guides/two.fr.md", draft)
    let imported = try importing(translated(try catalogue(in: folder), ["Two": "Le second"]), into: folder)
    #expect(imported.faults.count == 1 && imported.documentCount == 0)
    #expect(try folder.text("site-content/guides/two.fr.md") == draft)
  }

  @Test func givesUnderlinedHeadingsTheirIDs() throws {
    let folder = try HubFolder(Self.hub)
    try folder.edit("site-content/guides/speak.md", "## How to ask", "How to ask\n----------")
    let text = try catalogue(in: folder).replacing(
      "\"----------\"\nmsgstr \"\"", with: "\"----------\"\nmsgstr \"Comment demander\\n----\"")
    _ = try importing(text, into: folder)
    #expect(
      try folder.text("site-content/guides/speak.fr.md").contains("\nComment demander {#how-to-ask}\n----\n"))
  }

  @Test func keepsWhatATranslationSaysOfItself() throws {
    let folder = try HubFolder(Self.hub)
    try folder.write(
      "site-content/guides/two.fr.md",
      "---\ntitle: Deux\nslug: deux\nreviewed: {by: Ada, date: 2026-01-02}\n---\n")
    let text = try catalogue(in: folder)
    #expect(text.contains("msgid \"Two\"\nmsgstr \"Deux\"\n"))
    _ = try importing(text.replacing("\"Deux\"", with: "\"Le second\""), into: folder)
    #expect(try folder.text("site-content/guides/two.fr.md") == "---\ntitle: Le second\nslug: deux\n---\n")
  }

  @Test func overwritesNoTranslationThatItCannotMatch() throws {
    let folder = try HubFolder(Self.hub)
    let own = "---\ntitle: Parler\n---\nUn seul alinéa.\n\nEt un autre.\n"
    try folder.write("site-content/guides/speak.fr.md", own)
    let imported = try importing(translated(try catalogue(in: folder), ["- Write early.": "- Tôt."]), into: folder)
    #expect(imported.faults.count == 1)
    #expect(try folder.text("site-content/guides/speak.fr.md") == own)
  }

  @Test func refusesALanguageThatTheHubLacks() throws {
    let folder = try HubFolder(Self.hub)
    let text = try catalogue(in: folder).replacing("Language: fr", with: "Language: sw")
    #expect(throws: CommandRefusal.self) { try importing(text, into: folder) }
  }
}
