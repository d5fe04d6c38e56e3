import Foundation
import TestSupport
import Testing

/// What `hubwright translations` prints, and with which status it ends.
struct TranslationsCommandTests {
  private let hub = """
    -- site-content/hub.yaml --
    title: A hub
    address: https://hub.example.org/
    language: en
    languages: [en, fr]
    time_zone: UTC
    sections:
      - {folder: guides, kind: guide, title: Guides}
    -- site-content/guides/a.md --
    ---
    title: A
    ---

    Some text.
    -- site-content/guides/a.fr.md --
    ---
    title: Un
    reviewed: {by: Ada, date: 2026-01-02}
    ---

    Du texte.
    -- site-content/guides/b.md --
    ---
    title: Another guide
    ---
    """

  @Test func tellsWhatWaitsForATranslator() throws {
    let folder = try HubFolder(hub)
    #expect(
      try Program.run("translations", folder.path).output == """
        fr: 1 of 3 documents translated, 1 reviewed, 0 older than the original, 5 words to do
          1 without a record of what they render; --record writes it
          site-content/guides/a.fr.md, guides/a: reviewed by Ada on 2026-01-02
          new: hub "A hub", 3 words
          new: guides/b "Another guide", 2 words

        """)
    let recorded = try Program.run("translations", folder.path, "--record")
    #expect(recorded.output == "1 translation recorded in site-content/translated.fr.txt\n")
    try folder.edit("site-content/guides/a.md", "Some text.", "Other text here.")
    let report = try Program.run("translations", folder.path, "--json").output
    let json = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [[String: Any]]
    let translation = try #require((json?.first?["translations"] as? [[String: Any]])?.first)
    let change = try #require((translation["changes"] as? [[String: Any]])?.first)
    #expect(json?.first?["words"] as? Int == 8 && json?.first?["language"] as? String == "fr")
    #expect(translation["id"] as? String == "guides/a" && translation["words"] as? Int == 3)
    #expect((translation["reviewed"] as? [String: String]) == ["by": "Ada", "date": "2026-01-02"])
    #expect(change["kind"] as? String == "changed" && change["name"] as? String == "#")
    #expect((change["since"] as? String)?.count == 10)
    #expect(try Program.run("translations", folder.path, "--record", "--document", "guides/a").status == 0)
    #expect(try Program.run("translations", folder.path).output.contains(" 0 older than the original, 5 words"))
  }

  @Test func givesTextsAwayAndTakesThemBack() throws {
    let folder = try HubFolder(hub)
    let catalogue = try Program.run("translations", folder.path, "--export", "fr").output
    let back = catalogue.replacing(
      "msgid \"Another guide\"\nmsgstr \"\"", with: "msgid \"Another guide\"\nmsgstr \"Un autre guide\"")
    try folder.write("fr.po", back)
    let file = "\(folder.path)/fr.po"
    let imported = try Program.run("translations", folder.path, "--import", file)
    #expect(imported.output == "1 document worded in 1 file\n" && imported.status == 0)
    #expect(try folder.text("site-content/guides/b.fr.md") == "---\ntitle: Un autre guide\n---\n")
    try folder.write(
      "fr.po", back.replacing("\"Some text.\"\nmsgstr \"Du texte.\"", with: "\"Some text.\"\nmsgstr \"[[b]]\""))
    let broken = try Program.run("translations", folder.path, "--import", file)
    let line = back.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0 == "msgid \"Some text.\"" }
    #expect(
      broken.errors == "\(file):\((line ?? 0) + 1): the translation has 'b', which its original has not\n"
        && broken.status == 1)
  }

  @Test func refusesInASentence() throws {
    let path = try HubFolder(hub)
    let language = try Program.run("translations", path.path, "--export", "sw")
    #expect(language.errors == "hubwright: The hub has no other language 'sw'; add it under 'languages' in hub.yaml.\n")
    let file = try Program.run("translations", path.path, "--import", "none.po")
    #expect(file.errors == "hubwright: 'none.po' cannot be read as a text in UTF-8.\n")
    let document = try Program.run("translations", path.path, "--record", "--document", "guides/b")
    #expect(document.errors == "hubwright: There is no translation of 'guides/b' into the language 'fr'.\n")
    #expect([language.status, file.status, document.status] == [1, 1, 1])
    #expect(try Program.run("translations", path.path, "--record", "--export", "fr").status == 64)
  }
}
