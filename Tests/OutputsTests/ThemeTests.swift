import Diagnostics
import Foundation
import TestSupport
import Testing

/// Templates, words and assets of a hub in place of the default ones.
@Suite struct ThemeTests {
  private static let note = "-- site-content/notes/n.md --\n---\ntitle: N\n---\nText.\n"

  private static func faults(_ theme: String) throws -> String {
    conciseText(for: try BuiltSite(note + theme).diagnostics)
  }

  @Test func takesAFileOfTheHubInPlaceOfTheDefaultOne() throws {
    let site = try BuiltSite(
      Self.note + """
        -- templates/notices.mustache --
        <aside>{{page_title}}</aside>
        -- templates/assets/style.css --
        p {}
        -- templates/assets/own.svg --
        <svg/>
        """)
    #expect(conciseText(for: site.diagnostics) == "")
    #expect(try site.main("notes/n.html").contains("<aside>N</aside>"))
    #expect(try site.text("assets/style.css") == "p {}\n")
    #expect(try site.text("assets/own.svg") == "<svg/>\n")
  }

  @Test func knowsATemplateByItsNameInWhateverFolder() throws {
    let site = try BuiltSite(Self.note + "-- templates/parts/notices.mustache --\n<aside>{{page_title}}</aside>\n")
    #expect(conciseText(for: site.diagnostics) == "")
    #expect(try site.main("notes/n.html").contains("<aside>N</aside>"))
  }

  @Test func warnsOfTwoTemplatesOfOneName() throws {
    let site = try BuiltSite(
      Self.note + """
        -- templates/notices.mustache --
        <aside>one</aside>
        -- templates/parts/notices.mustache --
        <aside>two</aside>
        """)
    #expect(
      conciseText(for: site.diagnostics) == """
        templates/parts/notices.mustache:1:1: warning[unused-template]: a template is known by its file's name, and \
        'templates/notices.mustache' has the same

        """)
    #expect(try site.main("notes/n.html").contains("<aside>one</aside>"))
  }

  @Test func reportsAFaultOfATemplateOnceForAllLanguages() throws {
    let theme = """
      -- site-content/notes/n.fr.md --
      ---
      title: N
      ---
      -- site-content/hub.yaml --
      \(BuiltSite.hub)languages: [fr]
      -- templates/notices.mustache --
      {{#notices}}{{labl}}{{/notices}}
      """
    #expect(
      try Self.faults(theme) == """
        templates/notices.mustache:1:15: error[unknown-template-name]: no 'labl' is known here, in 'Notice'

        """)
  }

  @Test func reportsFaultsOfContentTemplatesAndWordsAtOnce() throws {
    let theme = """
      -- site-content/notes/bad.md --
      ---
      titel: Bad
      ---
      -- templates/notices.mustache --
      {{#notices}}
      -- templates/citations.mustache --
      {{wrods.sources}}
      -- templates/strings/en.yaml --
      \(BuiltSite.englishWords.replacing("\nhome: Home\n", with: "\n"))
      """
    #expect(
      try Self.faults(theme) == """
        site-content/notes/bad.md:1:1: error[missing-field]: an article has the field 'title'
        site-content/notes/bad.md:2:1: error[unknown-field]: an article has no field 'titel'
        templates/citations.mustache:1:3: error[unknown-template-name]: no 'wrods.sources' is known here, in 'Position'
        templates/notices.mustache:1:4: error[invalid-template]: the section 'notices' is closed

        """)
  }

  @Test func renamesOneWordWithoutAWarning() throws {
    let site = try BuiltSite(Self.note + "-- templates/strings/en.yaml --\nhome: Start\n")
    #expect(site.diagnostics.isEmpty)
    #expect(try site.text("notes/n.html").contains(">Start</a>"))
  }

  @Test func warnsOfATemplateWhoseNameIsMisspelt() throws {
    let site = try BuiltSite(Self.note + "-- templates/artcle.mustache --\nx\n")
    #expect(
      conciseText(for: site.diagnostics) == """
        templates/artcle.mustache:1:1: warning[unused-template]: no page uses the template 'artcle.mustache'

        """)
    #expect(site.diagnostics.first?.help == "Rename it 'article.mustache' if that is meant")
    #expect(site.paths.contains("notes/n.html"))
  }

  /// Each order in which views are open is a use of its own, of which a circle through the template of a page has millions.
  @Test func comesToAnEndWhereALinkHoldsAPage() throws {
    let faults = try Self.faults("-- templates/link.mustache --\n{{#address}}{{> article}}{{/address}}\n")
    #expect(faults.contains("error[invalid-template]: templates use one another in at most 5000 ways"))
  }

  /// What a hub's templates no longer use of the default theme is no fault of the hub; what they no longer use of its own is.
  @Test func saysNothingOfDefaultTemplatesThatTheHubsOwnNoLongerUse() throws {
    let article = "-- templates/article.mustache --\n<main>{{{body}}}</main>\n"
    #expect(try Self.faults(article) == "")
    #expect(
      try Self.faults(article + "-- templates/article-facts.mustache --\nx\n") == """
        templates/article-facts.mustache:1:1: warning[unused-template]: no page uses the template 'article-facts.mustache'

        """)
  }

  @Test func leadsToEveryDefaultTemplate() throws {
    #expect(try Self.faults("") == "")
  }

  @Test func survivesMutationsOfTheDefaultTemplates() throws {
    let folder = fixture("../../templates")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".mustache") }
      .sorted()
    let sample = try SampleHubTests.folder()
    var random = SeededGenerator(seed: 3)
    var refused = 0
    for _ in 0..<40 {
      guard let path = paths.randomElement(using: &random) else { continue }
      let name = String(path.split(separator: "/").last ?? "")
      var text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let tags = text.pieces(between: "{{", and: "}}")
      guard let tag = tags.randomElement(using: &random), let range = text.firstRange(of: "{{\(tag)}}") else {
        continue
      }
      let changes = [
        "", "{{\(tag.dropLast())}}", "{{\(tag)", "{{#\(tag)}}", "{{{\(tag)}}}", "{{\(tag)}}{{\(tag)}}",
        "{{> \(name.dropLast(9))}}",
      ]
      text.replaceSubrange(range, with: changes.randomElement(using: &random) ?? "")
      try sample.write("templates/\(name)", text)
      let site = try BuiltSite(in: sample)
      if site.diagnostics.containsError {
        refused += 1
        #expect(site.paths.isEmpty)
        #expect(site.diagnostics.allSatisfy { $0.range.file.path.hasPrefix("templates/") })
      } else {
        #expect(try !site.text("index.html").isEmpty)
      }
      try sample.remove("templates/\(name)")
      if name == "official.mustache" {
        try sample.write(
          "templates/official.mustache",
          try String(contentsOf: fixture("sample-hub/templates/official.mustache"), encoding: .utf8))
      }
    }
    #expect(refused > 5)
  }
}
