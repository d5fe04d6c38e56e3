import Diagnostics
import TestSupport
import Testing

/// What the head of a translated page says of the translation.
@Suite struct TranslationNoticeTests {
  private static let original = """
    -- site-content/hub.yaml --
    \(BuiltSite.hub)languages: [en, fr, ar]
    -- site-content/notes/one.md --
    ---
    title: One
    date: 2031-01-01
    ---
    Text.

    """

  private func notices(_ translation: String, at path: String = "fr/notes/one.html") throws -> [String] {
    let site = try BuiltSite(Self.original + translation)
    #expect(conciseText(for: site.diagnostics.filter { $0.severity == .error }) == "")
    return try site.text(path).pieces(between: "<div class=\"notice\" role=\"note\">", and: "</div>")
  }

  @Test func saysThatNobodyHasReviewedIt() throws {
    let found = try notices("-- site-content/notes/one.fr.md --\n---\ntitle: Une\n---\nTexte.\n")
    #expect(found.count == 1)
    #expect(found.first?.contains("Personne n’a encore relu cette traduction.") == true)
    #expect(found.first?.links == ["../../notes/one.html"])
    let arabic = try notices("-- site-content/notes/one.ar.md --\n---\ntitle: واحد\n---\n", at: "ar/notes/one.html")
    #expect(arabic.first?.contains("لم يراجع أحد هذه الترجمة بعد.") == true)
  }

  @Test func saysNothingOnceAPersonHasSigned() throws {
    let signed = "---\ntitle: Une\nreviewed: {by: Ada, date: 2031-01-02}\n---\n"
    #expect(try notices("-- site-content/notes/one.fr.md --\n" + signed) == [])
    #expect(try notices("", at: "notes/one.html") == [])
  }

  @Test func saysOnTheHomePageThatNobodyHasReviewedHowTheHubIsWorded() throws {
    let note = "-- site-content/notes/one.fr.md --\n---\ntitle: Une\n---\n"
    let unsigned = try notices(note, at: "fr/index.html")
    #expect(unsigned.count == 1 && unsigned.first?.links == ["../index.html"])
    #expect(try notices(note, at: "index.html") == [])
    let words = "-- templates/strings/fr.yaml --\nreviewed: {by: Ada, date: 2031-01-02}\n"
    #expect(try notices(note + words, at: "fr/index.html") == [])
    let hub = "-- site-content/hub.fr.yaml --\ntitle: Un portail\n"
    #expect(try notices(note + words + hub, at: "fr/index.html").count == 1)
    #expect(try notices(note + words + hub + "reviewed: {by: Ada, date: 2031-01-02}\n", at: "fr/index.html") == [])
  }
}
