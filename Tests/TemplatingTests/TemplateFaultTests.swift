import Diagnostics
import Templating
import TestSupport
import Testing

@Suite struct TemplateFaultTests {
  @Test func namesAnUnknownNameWithTheNearest() {
    #expect(
      faults(in: "<p>{{1️⃣titel}}</p>\n<p>{{2️⃣qwertz}}</p>") == [
        "1️⃣ titel [unknown-template-name] no 'titel' is known here, in 'Page' | Write 'title'",
        "2️⃣ qwertz [unknown-template-name] no 'qwertz' is known here, in 'Page' | Write a name that the view has, or remove the tag",
      ])
  }

  @Test(arguments: ["\r", "\r\n", "\n", "\r\r"])
  func countsLinesAsSourcesDo(_ ending: String) {
    #expect(
      faults(in: "<p>\(ending)é{{1️⃣titel}}\(ending)</p>") == [
        "1️⃣ titel [unknown-template-name] no 'titel' is known here, in 'Page' | Write 'title'"
      ])
  }

  @Test(arguments: ["{{#1️⃣tag}}{{/tag}}", "{{^1️⃣tag}}{{/tag}}"])
  func namesAnUnknownSection(_ template: String) {
    #expect(faults(in: template) == ["1️⃣ tag [unknown-template-name] no 'tag' is known here, in 'Page' | Write 'tags'"])
  }

  @Test func namesAnUnknownPresence() {
    #expect(
      faults(in: "{{#1️⃣has_link}}{{/has_link}}") == [
        "1️⃣ has_link [unknown-template-name] no 'link' is known here, in 'Page' | Write 'links'"
      ])
  }

  @Test func knowsANameOnlyWhereItsViewIsOpen() {
    #expect(
      faults(in: "{{#links}}{{address}}{{/links}}{{1️⃣address}}{{2️⃣.}}{{#tags}}{{.}}{{/tags}}") == [
        "1️⃣ address [unknown-template-name] no 'address' is known here, in 'Page' | Write a name that the view has, or remove the tag",
        "2️⃣ . [unknown-template-name] no '.' is known here, in 'Page' | Write a name that the view has, or remove the tag",
      ])
  }

  @Test func opensNoViewForAPresenceOrAnInvertedSection() {
    #expect(
      faults(in: "{{#has_links}}{{1️⃣address}}{{/has_links}}{{^author}}{{2️⃣address}}{{/author}}").map {
        $0.prefix { $0 != "[" }
      }
        == [
          "1️⃣ address ", "2️⃣ address ",
        ])
  }

  @Test func saysHowManyBracesAValueTakes() {
    #expect(
      faults(in: "{{{1️⃣title}}}{{2️⃣body}}") == [
        "1️⃣ title [wrong-template-use] 'title' is a text | Write {{title}}",
        "2️⃣ body [wrong-template-use] 'body' is HTML | Write {{{body}}}",
      ])
  }

  @Test(arguments: ["is_new", "tags", "author", "links"])
  func refusesAsAValueWhatIsOpenedAsASection(_ name: String) {
    let help = "| Write {{#\(name)}} … {{/\(name)}}"
    #expect(faults(in: "{{1️⃣\(name)}}") == ["1️⃣ \(name) [wrong-template-use] '\(name)' is opened as a section \(help)"])
    #expect(faults(in: "{{{1️⃣\(name)}}}") == ["1️⃣ \(name) [wrong-template-use] '\(name)' is opened as a section \(help)"])
  }

  @Test func namesAnUnknownWordWithItsFileAndTheNearest() {
    #expect(
      faults(in: "{{1️⃣words.source}}{{2️⃣words.qwertz}}") == [
        "1️⃣ words.source [unknown-word] templates/strings/en.yaml has no word 'source' | Write 'words.sources', or add the word",
        "2️⃣ words.qwertz [unknown-word] templates/strings/en.yaml has no word 'qwertz' | Add a line 'qwertz: …' to templates/strings/en.yaml",
      ])
  }

  @Test(arguments: ["{{{1️⃣words.who}}}", "{{#1️⃣words.who}}{{/words.who}}", "{{^1️⃣words.who}}{{/words.who}}"])
  func refusesAWordAsAnythingButAText(_ template: String) {
    #expect(
      faults(in: template) == [
        "1️⃣ words.who [wrong-template-use] a word is a text, and always there | Write {{words.who}}"
      ])
  }

  @Test func namesAnUnknownPartialWithTheNearest() {
    #expect(
      faults(in: "{{> 1️⃣lnik}}{{> 2️⃣qwertz}}{{> link}}", ["link": "x"]) == [
        "1️⃣ lnik [missing-template] there is no template 'lnik.mustache' | Write {{> link}}",
        "2️⃣ qwertz [missing-template] there is no template 'qwertz.mustache' | Add the file",
      ])
  }

  @Test func namesATemplateThatPagesNeed() {
    let file = SourceFile(path: "templates/pgae.mustache", text: "")
    var table = TemplateTable()
    let _: Template<SiteView> = table.template("page")
    let _: Template<SiteView, PageView> = table.template("qwertz")
    let (set, diagnostics) = TemplateSet.load(["pgae": file], words: sampleWords, table: table)
    #expect(set == nil)
    #expect(
      conciseText(for: diagnostics) == """
        templates/page.mustache:1:1: error[missing-template]: pages need the template 'page.mustache'
        templates/qwertz.mustache:1:1: error[missing-template]: pages need the template 'qwertz.mustache'
        templates/pgae.mustache:1:1: warning[unused-template]: no page uses the template 'pgae.mustache'

        """)
    #expect(
      diagnostics.map(\.help) == [
        "Rename 'pgae.mustache' if it is meant", "Add the file", "Remove the file, or use it in another template",
      ])
  }

  @Test func warnsOfATemplateThatNoPageLeadsTo() {
    let (set, diagnostics) = load("{{> link}}", ["link": "x", "lnik": "y {{> lost}}", "lost": "z"])
    #expect(set != nil)
    #expect(
      conciseText(for: diagnostics) == """
        templates/lnik.mustache:1:1: warning[unused-template]: no page uses the template 'lnik.mustache'
        templates/lost.mustache:1:1: warning[unused-template]: no page uses the template 'lost.mustache'

        """)
    #expect(diagnostics.first?.help == "Rename it 'link.mustache' if that is meant")
  }

  @Test(arguments: [
    ("a {{#1️⃣tags}} b", "1️⃣ tags [invalid-template] the section 'tags' is closed | Add {{/tags}}"),
    ("{{#links}}{{#1️⃣tags}}{{.}}", "1️⃣ tags [invalid-template] the section 'tags' is closed | Add {{/tags}}"),
    ("a {{/1️⃣tags}} b", "1️⃣ tags [invalid-template] a section is opened before it is closed | Remove {{/tags}}"),
    (
      "{{#tags}}{{^links}}{{/1️⃣tags}}{{/links}}",
      "1️⃣ tags [invalid-template] sections are closed in order, and 'links' is still open | Write {{/links}}"
    ),
    (
      "{{#has_tags}}x{{/1️⃣tags}}",
      "1️⃣ tags [invalid-template] sections are closed in order, and 'has_tags' is still open | Write {{/has_tags}}"
    ),
  ])
  func reportsSectionsThatDoNotFit(_ template: String, _ fault: String) {
    #expect(faults(in: template) == [fault])
  }

  @Test(arguments: [
    "a 1️⃣{{title", "a 1️⃣{{title\n}}", "a 1️⃣{{title} b", "1️⃣{{title {{site_title}}", "1️⃣{{", "1️⃣{{#tags",
    "{{title}} 1️⃣{{! remark }",
  ])
  func reportsATagThatIsNotClosed(_ template: String) {
    #expect(
      faults(in: template) == ["1️⃣ {{ [invalid-template] a tag ends with }} on its line | Close the tag with }}"])
  }

  @Test(arguments: ["1️⃣{{{body}}", "1️⃣{{{body} }}", "1️⃣{{{body", "1️⃣{{{body}} and {{{body}}}"])
  func reportsAnHTMLTagThatIsNotClosed(_ template: String) {
    #expect(
      faults(in: template) == ["1️⃣ {{{ [invalid-template] a tag ends with }}} on its line | Close the tag with }}}"])
  }

  @Test(arguments: ["1️⃣{{}}", "1️⃣{{ }}", "1️⃣{{#}}", "1️⃣{{> }}", "1️⃣{{{ }}}", "1️⃣{{/}}"])
  func reportsATagWithoutAName(_ template: String) {
    let tag = template.dropFirst()
    #expect(
      faults(in: template) == [
        "1️⃣ \(tag) [invalid-template] a tag names something | Write a name in it, or remove it"
      ])
  }

  @Test(arguments: ["&", "=", "<", "$"])
  func refusesWhatIsMustacheButNotOurs(_ sigil: String) {
    #expect(
      faults(in: "é {{\(sigil) 1️⃣title}}") == [
        "1️⃣ title [invalid-template] templates know values, sections, partials and comments, not '{{\(sigil)' | "
          + "Write {{name}} for a text, or {{{name}}} for HTML"
      ])
  }

  @Test func countsColumnsInScalars() {
    #expect(faults(in: "العربية\n日本👩🏽‍🚀 {{title}} {{1️⃣titel}}").map { $0.prefix(7) } == ["1️⃣ titel"])
  }

  @Test func reportsTheFaultsOfEveryTemplateAtOnce() {
    let partials = ["open": "\n{{#tags}}", "wrong": "{{titel}}", "fine": "{{title}}"]
    #expect(
      faults(in: "{{> open}}{{> wrong}}{{> fine}}{{1️⃣words.qwertz}}", partials).map { $0.prefix { $0 != "]" } } == [
        "templates/open.mustache:2:4 tags [invalid-template",
        "templates/wrong.mustache:1:3 titel [unknown-template-name",
        "1️⃣ words.qwertz [unknown-word",
      ])
  }

  @Test func reportsAFaultInAPartialOnceHoweverOftenItIsUsed() {
    #expect(
      faults(in: "{{> part}}{{> part}}{{#links}}{{> part}}{{/links}}", ["part": "{{titel}}"]).map { $0.prefix(28) } == [
        "templates/part.mustache:1:3 "
      ])
  }

  @Test func checksAPartialInEveryPlaceWhereItIsUsed() {
    #expect(
      faults(in: "{{#links}}{{> part}}{{/links}}{{> part}}", ["part": "{{address}}"]).map { $0.prefix { $0 != "|" } }
        == [
          "templates/part.mustache:1:3 address [unknown-template-name] no 'address' is known here, in 'Page' "
        ])
  }
}
