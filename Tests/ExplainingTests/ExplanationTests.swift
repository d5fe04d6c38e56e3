import CivilTime
import Content
import Diagnostics
import Explaining
import Foundation
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

  @Test func explainsTheFieldsOfAFieldThatHasSome() {
    let group = explanations(of: "sessions.moderator").first?.plainText ?? ""
    #expect(group.contains("\nA field of a meeting.\n") && group.contains("\nIts own fields:\n\n  name\n"))
    let plain = explanations(of: "venue").first?.plainText ?? ""
    #expect(plain.contains("\nA field of a meeting.\n") && !plain.contains("Its own fields"))
    #expect(explanations(of: "title").contains { $0.plainText.contains("\nA field of every document.\n") })
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

  @Test func explainsTemplatesAndViewsByTheNamesThatTheyHave() {
    let template = explanations(of: "not-found.mustache").first?.plainText ?? ""
    #expect(
      template.contains(
        "\nNotFoundPage:\n\n  links                       a list of Link\n  others                      a list of NotFoundTranslation\n\n"
      ))
    #expect(template.contains("  body                        HTML, written in three braces\n"))
    #expect(template.contains("  is_home                     yes or no\n"))
    #expect(
      explanations(of: "Link").map(\.plainText) == [
        """
        Link
        ====

        A view: what a template can show. Its names:

          title                       a text
          address                     a text
          foreign_language            a text

        """
      ])
    #expect(explanations(of: "templates").first?.plainText.contains("{{#links}}") == true)
    #expect(nearestExplainable(to: "artcle.mustache") == "article.mustache")
  }

  /// The document for hub owners tells just what the views hold.
  @Test func describesTheTemplatesInTheirDocument() throws {
    let file = fixture("../../docs/templates.md")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try TemplateLanguage.document.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == TemplateLanguage.document)
    // Templates that kinds of pages share are told once.
    let rows = TemplateLanguage.document.split(separator: "\n").filter { $0.contains(".mustache` |") }
    #expect(rows.count > 40 && Set(rows).count == rows.count)
    // A view's name is the anchor of its heading, and leads nowhere twice.
    let headings = TemplateLanguage.document.split(separator: "\n").filter { $0.hasPrefix("### ") }
    #expect(headings.count > 80 && Set(headings).count == headings.count)
    let links = TemplateLanguage.document.matches(of: /\]\(#([a-z]+)\)/).map { String($0.1) }
    #expect(Set(links).subtracting(headings.map { $0.dropFirst(4).lowercased() }).isEmpty)
  }

  @Test func writesTheHandbookOverNothingButAnEarlierOne() throws {
    let folder = try HubFolder()
    try writeHandbook(to: folder.path)
    try writeHandbook(to: folder.path)
    let hub = try HubFolder("-- site-content/hub.yaml --\ntitle: Mine\n-- site-content/notes/n.md --\nMine\n")
    #expect(throws: CommandRefusal.self) { try writeHandbook(to: hub.path) }
    #expect(try hub.text("site-content/hub.yaml") == "title: Mine\n")
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
