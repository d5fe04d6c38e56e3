import CivilTime
import Content
import Diagnostics
import Explaining
import Publishing
import TestSupport
import Testing

struct ExplanationTests {
  @Test func explainsAFaultWithItsExample() throws {
    let found = explanations(of: "unknown-field")
    #expect(found.map(\.title) == ["unknown-field"])
    #expect(
      found.first?.plainText == """
        unknown-field
        =============

        An error. The kind of the document has no such field; it would be ignored, and
        what it says would be missing from the site.

        Wrong:

            # site-content/guides/speak.md
            ---
            title: Speak at a session
            sumary: How observers get the floor.
            ---

            Ask the secretariat.

        What is said of it:

            site-content/guides/speak.md unknown-field: a guide has no field 'sumary'

        Right:

            # site-content/guides/speak.md
            ---
            title: Speak at a session
            summary: How observers get the floor.
            ---

            Ask the secretariat.

        """)
  }

  @Test func explainsAKindByItsNameAndItsFolder() {
    #expect(explanations(of: "term").first?.title == "term")
    #expect(explanations(of: "glossary").first?.plainText == explanations(of: "term").first?.plainText)
  }

  @Test func explainsAFieldWhereverItStands() {
    #expect(explanations(of: "rule").map(\.title) == ["checks.rule", "deadlines.rule", "steps.rule"])
    let rule = explanations(of: "deadlines.rule").first?.plainText ?? ""
    #expect(rule.contains("    rule: 4 months before the opening\n"))
    #expect(rule.contains("Wrong (invalid-rule):\n\n    rule: four months before\n"))
  }

  @Test func explainsAWordThatIsAKindAndAField() {
    #expect(explanations(of: "meeting").map(\.title).prefix(2) == ["meeting", "meeting"])
  }

  @Test func explainsNothingUnknown() {
    #expect(explanations(of: "metting").isEmpty)
    #expect(nearestExplainable(to: "metting") == "meeting")
    #expect(nearestExplainable(to: "unknwon-field") == "unknown-field")
    #expect(nearestExplainable(to: "zzzzzzzzzzzz") == nil)
  }

  @Test func theHandbookIsAHubWithoutFault() throws {
    let folder = try HubFolder()
    try writeHandbook(to: folder.path)
    let day = try #require(CivilDate(isoText: "2026-11-22"))
    let result = checkSite(BuildRequest(hub: folder.path, asOf: day, today: { _ in day }, jobs: 2))
    #expect(conciseText(for: result.diagnostics) == "")
    #expect(result.pages > DiagnosticCode.allCases.count + Kind.allCases.count)
  }
}
